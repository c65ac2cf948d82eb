/// A kind of value that a scenario can hold: read from a text, written back as one, described in words.
public protocol SchemaValue: Equatable, Sendable {
  /// What a particular parameter allows of this kind.
  associatedtype Rule: Sendable

  /// Reads the value, or reports why not. Provenance has already been taken off.
  static func read(_ node: SourceNode, rule: Rule, path: String, in reading: inout Reading) -> Self?

  /// The one text form; reads back as the same value.
  /// - Parameter provenance: whether entries inside the value show where they come from.
  func written(provenance: Bool) -> SourceNode

  /// What may be written, for help and messages: "a rate: 7.8%/yr".
  static func allowed(_ rule: Rule) -> String

  /// The certain or uncertain numbers inside.
  var quantities: [QuantityPart] { get }

  /// Parts that are right one by one and wrong together; nil when they make up a whole.
  var faultOfWhole: FaultOfWhole? { get }

  /// The value after a change that is more than a replacement: relative, from a month on, or both.
  /// - Parameter part: the path of what is changed, below the value's own; empty for all of it
  /// - Returns: nil where it cannot be changed so, which has been reported
  func changed(
    by change: Change, at part: [String], rule: Rule, path: String, in reading: inout Reading
  ) -> Self?

  /// Whether `… from 2026-04` belongs to the text of the value, as it does of a schedule and a note.
  static var ownsFrom: Bool { get }
}

extension SchemaValue {
  public var quantities: [QuantityPart] { [] }
  public var faultOfWhole: FaultOfWhole? { nil }
  public static var ownsFrom: Bool { true }

  public func changed(
    by change: Change, at part: [String], rule: Rule, path: String, in reading: inout Reading
  ) -> Self? {
    reading.fault(
      "\(path) is replaced as a whole: \(change.typed) is no change of it", at: change.range,
      help: ["it is \(Self.allowed(rule))"]
        + (Self.self == UInt64.self ? [] : ["a text that begins with a sign is quoted: \"\(change.typed)\""]))
    return nil
  }
}

/// Why the parts of a value are wrong together: shares that do not sum to 100 %.
public struct FaultOfWhole: Equatable, Sendable {
  public var message: String
  public var help: String?
}

/// A number inside a value.
public struct QuantityPart: Sendable {
  /// Below the value's own path; empty for the value itself.
  public var path: String
  /// The path, below the value's own, that its draw is addressed by: numbers with one path share a draw.
  public var drawPath: String
  public var entry: Entry<Quantity>

  public var quantity: Quantity { entry.value }

  init(path: String, drawPath: String, entry: Entry<Quantity>) {
    self.path = path
    self.drawPath = drawPath
    self.entry = entry
  }
}
