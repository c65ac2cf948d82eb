public import WorkforceModel
internal import Yams

/// Scenario files as text: YAML read into the neutral tree that a scenario is read from, and written back.
public enum ScenarioText {
  /// Reads YAML. Every scalar is a text, every key and value knows its line and column.
  /// - Parameter source: the name of the text, for faults.
  /// - Throws: ``Faults``: a fault of syntax, or every fault found in a text that could be parsed.
  public static func node(of text: String, source: String) throws(Faults) -> SourceNode {
    let (node, diagnostics) = try parsed(text, source: source)
    guard diagnostics.isEmpty else { throw TextBounds.capped(diagnostics) }
    return node
  }

  /// Reads and checks a scenario that stands in one text.
  /// - Throws: ``Faults`` with the faults of the text and those of its values, in the order in which they stand.
  public static func scenario(_ text: String, source: String) throws(Faults) -> ReadScenario {
    try scenario(ScenarioChain(ScenarioFile(text, source: source)))
  }

  /// Reads and checks a scenario over those that it extends.
  /// - Throws: ``Faults`` with the faults of the texts and those of their values, each in its own text.
  public static func scenario(_ chain: ScenarioChain) throws(Faults) -> ReadScenario {
    let diagnostics = chain.files.flatMap(\.diagnostics)
    let read: ReadScenario
    do {
      read = try Scenario.read(chain.layers)
    } catch {
      throw TextBounds.capped(diagnostics + error.diagnostics)
    }
    guard diagnostics.isEmpty else { throw TextBounds.capped(diagnostics) }
    return read
  }

  /// Reads the value of `PATH=VALUE`: a mapping, a list or a quoted text as in a file; anything else is a text as it
  /// stands, so that nothing need be quoted that a shell has quoted already.
  /// - Parameters:
  ///   - line: where the value begins in the text shown, from 1
  ///   - column: the same, from 1
  public static func value(
    _ text: String, source: String, line: Int = 1, column: Int
  ) throws(Faults) -> SourceNode {
    let scalars = Array(text.unicodeScalars)
    let blanks = scalars.prefix { $0 == " " || $0 == "\t" }.count
    let isFlow = scalars.dropFirst(blanks).first.map { ["{", "[", "\"", "'"].contains($0) } ?? false
    guard isFlow else {
      return try plainValue(scalars.dropFirst(blanks), source: source, line: line, column: column + blanks)
    }
    // Lines and blanks in front give every mark its place in the text.
    let lines = String(repeating: "\n", count: max(0, line - 1))
    let indent = lines + String(repeating: " ", count: max(0, column - 1 + blanks))
    let rest = String(String.UnicodeScalarView(scalars.dropFirst(blanks)))
    return try node(of: indent + rest, source: source)
  }

  /// Reads the change of `PATH=CHANGE`: a value as ``value(_:source:column:)`` reads it, or a relative change, with
  /// `from MONTH` behind either.
  public static func change(
    _ text: String, source: String, line: Int = 1, column: Int
  ) throws(Faults) -> Change {
    let words = text.split(separator: " ")
    // Behind a mapping, a list or a quoted text the month is no YAML.
    guard let first = words.first?.first, "{[\"'".contains(first), words.count > 2, words[words.count - 2] == "from",
      let last = words[words.count - 3].last, "}]\"'".contains(last), let month = words.last
    else { return Change(try value(text, source: source, line: line, column: column)) }
    let front = text[..<words[words.count - 3].endIndex]
    let offset = text[..<month.startIndex].unicodeScalars.count
    return Change(
      replacing: try value(String(front), source: source, line: line, column: column),
      from: try value(String(month), source: source, line: line, column: column + offset))
  }

  private static func plainValue(
    _ given: ArraySlice<Unicode.Scalar>, source: String, line: Int, column: Int
  ) throws(Faults) -> SourceNode {
    // Inside brackets a line may end anywhere.
    var scalars = given.map { $0 == "\n" ? " " : $0 }[...]
    while let last = scalars.last, last == " " || last == "\t" { scalars.removeLast() }
    let text = String(String.UnicodeScalarView(scalars))
    let range = SourceRange(source: source, line: line, column: column, length: scalars.count)
    if text.utf8.count > TextBounds.mostBytes { throw TextBounds.tooLarge(source) }
    if let refused = scalars.first(where: TextBounds.isRefused) {
      throw Faults("the character \(TextBounds.name(of: refused)) cannot stand in a scenario", at: range)
    }
    return SourceNode(.scalar(text), range: range)
  }

  /// The tree of a text, with the faults that did not keep it from being read.
  static func parsed(_ given: String, source: String) throws(Faults) -> (SourceNode, [Diagnostic]) {
    let bytes = given.utf8.count
    if bytes > TextBounds.mostBytes { throw TextBounds.tooLarge(source) }
    var text = given
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    let lines = SourceLines(text, source: source)
    try TextBounds.check(lines, bytes: bytes)
    var scan = NestingScan(lines.scalars)
    if let offset = scan.firstDeeper(than: TextBounds.deepest) {
      throw TreeReader.tooDeep(at: lines.range(lines.place(of: offset)))
    }
    var mask = TextMask()
    do {
      return try read(mask.masked(lines.scalars, keys: false), mask: mask, lines: lines)
    } catch YamlError.duplicatedKeysInMapping {
      // Once more with unique keys: the tree reader then finds the duplicates, and everything else.
      let unique = mask.masked(lines.scalars, keys: true)
      do {
        return try read(unique, mask: mask, lines: lines)
      } catch {
        throw faults(error, mask: mask, lines: lines)
      }
    } catch {
      throw faults(error, mask: mask, lines: lines)
    }
  }

  private static func faults(_ error: any Error, mask: TextMask, lines: SourceLines) -> Faults {
    if let faults = error as? Faults { return faults }
    return Faults([SyntaxFault(error, mask: mask, lines: lines).diagnostic])
  }

  private static func read(
    _ masked: String, mask: TextMask, lines: SourceLines
  ) throws -> (SourceNode, [Diagnostic]) {
    // A missing last line break means nothing. The padding keeps the text out of Swift's small strings, whose bytes
    // have no address that Yams could keep.
    let padded = masked + "\n" + String(repeating: "\n", count: max(0, 16 - masked.utf8.count))
    let parser = try Parser(yaml: padded, resolver: .basic, encoding: .utf8)
    guard let root = try parser.singleRoot() else {
      let start = lines.range(.init(line: 1, column: 1))
      throw Faults("there is nothing in this text", at: start, help: ["begin with cadre: 1"])
    }
    // The tree holds its anchors weakly; the parser owns them.
    return try withExtendedLifetime(parser) {
      var reader = TreeReader(lines: lines, mask: mask)
      let node = try reader.read(root)
      return (node, reader.diagnostics)
    }
  }
}
