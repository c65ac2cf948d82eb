/// One row of the parameter list, or a group of rows, for a part of the scenario of type `Root`.
public protocol SchemaNode<Root>: Sendable {
  associatedtype Root: Sendable

  var key: String { get }
  /// One sentence.
  var summary: String { get }
  /// Whether the node takes a key of a mapping: its own, or any that fits, for a group without a key of its own.
  func takes(_ key: String) -> Bool

  /// Reads the member into `root`, over what it holds. `base` is the path of `root` itself.
  func read(_ member: SourceNode.Member, into root: inout Root, base: String, in reading: inout Reading)
  /// Reports what must be given and is not, in `root` and below.
  /// - Parameter range: where `root` stands
  func reportMissing(in root: Root, base: String, at range: SourceRange, in reading: inout Reading)
  /// What to write, in order; empty when nothing was given.
  func write(_ root: Root, style: WriteStyle) -> [(String, SourceNode)]
  /// What to write over `base` to make it `root`, in order; `none` for what is not in it.
  func differences(_ root: Root, from base: Root) -> [(String, SourceNode)]
  /// Changes the value at a path below `root`.
  func set(
    _ path: ArraySlice<String>, to change: Change, in root: inout Root, base: String, in reading: inout Reading)
  /// Every value, given or by default, with its path.
  func values(_ root: Root, base: String) -> [ParameterValue]
  /// Documentation rows with path patterns such as `grades.<grade>.opening`.
  func rows(base: String) -> [ParameterRow]
  /// What a `*` behind a path stands for: named things, or entries of a value; never the keys of the format.
  func names(_ root: Root, of path: ArraySlice<String>) -> [String]
}

/// How a scenario is written back.
public enum WriteStyle: Sendable {
  /// What was given, with provenance: a file.
  case file
  /// All that is simulated, defaults included, without names, notes, provenance, seed and replicates: for the digest.
  case simulated
}

/// A row of the parameter list: what may be set, and to what.
public struct ParameterRow: Sendable {
  /// Pattern, names in angle brackets.
  public var path: String
  public var allowed: String
  public var requirement: Requirement
  public var summary: String
}

public enum Requirement: Equatable, Sendable {
  case required
  /// May be left out; then the feature is absent.
  case optional
  /// May be left out; the text of what then holds.
  case defaulted(String)

  public var words: String {
    switch self {
    case .required: "required"
    case .optional: "none"
    case .defaulted(let text): text
    }
  }
}

/// A value as it stands in a scenario.
public struct ParameterValue: Sendable {
  public var path: String
  /// The value as it is written, without where it comes from.
  public var node: SourceNode
  public var text: String { node.flowText }
  public var isGiven: Bool
  public var provenance: Provenance
  /// The certain and uncertain numbers in it.
  public var quantities: [QuantityPart]
  /// Part of what is simulated.
  public var isSimulated: Bool
  /// A text or a list of texts: a name, not something that is measured or decided.
  public var isText: Bool
  /// What is wrong with its parts together.
  public var faultOfWhole: FaultOfWhole?
}
