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
}

extension SchemaValue {
  public var quantities: [QuantityPart] { [] }
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
