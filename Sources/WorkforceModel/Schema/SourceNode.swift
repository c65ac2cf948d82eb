/// A piece of a scenario text as it stands, before any of it has a meaning: what YAML, `--set` and the prompt have in
/// common. Every piece knows where it stands.
public struct SourceNode: Sendable {
  public enum Content: Sendable {
    case scalar(String)
    case mapping([Member])
    case sequence([SourceNode])
  }

  public struct Member: Sendable {
    public var key: String
    public var keyRange: SourceRange
    public var value: SourceNode

    public init(key: String, keyRange: SourceRange, value: SourceNode) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }
  }

  public var content: Content
  public var range: SourceRange
  /// Where the scalar's first character stands after the range's first: 1 inside quotes.
  public var textOffset: Int
  /// Quoted text is never nothing, even when empty.
  public var isQuoted: Bool

  public init(_ content: Content, range: SourceRange, textOffset: Int = 0, isQuoted: Bool = false) {
    self.content = content
    self.range = range
    self.textOffset = textOffset
    self.isQuoted = isQuoted
  }

  /// A node that was not read from a text.
  public static func written(_ content: Content) -> SourceNode {
    SourceNode(content, range: SourceRange(source: "", line: 1, column: 1))
  }

  public static func text(_ text: String) -> SourceNode { written(.scalar(text)) }

  public static func mapping(_ members: [(String, SourceNode)]) -> SourceNode {
    written(.mapping(members.map { Member(key: $0.0, keyRange: $0.1.range, value: $0.1) }))
  }

  public var scalar: String? {
    if case .scalar(let text) = content { return text }
    return nil
  }

  public var members: [Member]? {
    if case .mapping(let members) = content { return members }
    return nil
  }

  /// An unquoted scalar with nothing in it, as after `key:`.
  public var isEmpty: Bool { scalar == "" && !isQuoted }

  /// The word that takes something out of the scenario that a file extends; in quotes it is a text.
  static let none = text("none")
  public var isNone: Bool { scalar == "none" && !isQuoted }

  /// A value to be written, in quotes where it would be read as ``none``.
  var asValue: SourceNode {
    var result = self
    if isNone { result.isQuoted = true }
    return result
  }

  /// "a mapping", "a list", "'text'".
  public var words: String {
    switch content {
    case .scalar(let text): isEmpty ? "nothing" : "'\(text)'"
    case .mapping: "a mapping { … }"
    case .sequence: "a list [ … ]"
    }
  }

  /// One line of text in YAML's flow style; equal values have equal texts.
  public var flowText: String {
    switch content {
    case .scalar(let text): return text
    case .mapping(let members):
      return "{" + members.map { "\($0.key): \($0.value.flowText)" }.joined(separator: ", ") + "}"
    case .sequence(let items): return "[" + items.map(\.flowText).joined(separator: ", ") + "]"
    }
  }

  /// The part of a scalar's range that begins `offset` scalars into its text.
  func part(offset: Int, length: Int) -> SourceRange {
    range.part(offset: offset + textOffset, length: length)
  }
}

extension SourceNode.Member {
  /// The member with `each …` after every number in it.
  func drawnAnew(_ word: String) -> SourceNode.Member {
    guard !Provenance.isKey(key), key != "independent" else { return self }
    var result = self
    switch value.content {
    case .scalar(let text) where text != "rest" && !value.isEmpty:
      result.value.content = .scalar("\(text) each \(word)")
    case .mapping(let members): result.value.content = .mapping(members.map { $0.drawnAnew(word) })
    default: break
    }
    return result
  }
}
