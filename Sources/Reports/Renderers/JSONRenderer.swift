import Foundation

/// JSON: the values of ``CSVRenderer`` with what they were made from. Equal runs give equal bytes.
public struct JSONRenderer: Sendable {
  /// What a result was made from.
  public struct Origin: Encodable, Sendable {
    public var cadre: String
    public var streamVersion: Int
    public var scenario: String
    public var name: String
    /// SHA-256 of what is simulated, and of the text.
    public var simulated: String
    public var text: String
    public var changes: [String]
    public var start: String
    public var months: Int
    public var replicates: Int
    public var seed: UInt64
    public var values: [Value]

    public init(
      cadre: String, streamVersion: Int, scenario: String, name: String, simulated: String, text: String,
      changes: [String], start: String, months: Int, replicates: Int, seed: UInt64, values: [Value]
    ) {
      self.cadre = cadre
      self.streamVersion = streamVersion
      self.scenario = scenario
      self.name = name
      self.simulated = simulated
      self.text = text
      self.changes = changes
      self.start = start
      self.months = months
      self.replicates = replicates
      self.seed = seed
      self.values = values
    }
  }

  /// A value of the scenario and where it comes from.
  public struct Value: Encodable, Sendable {
    public var path: String
    public var value: String
    public var given: Bool
    public var source: String?
    public var assumption: Bool?
    public var note: String?
    /// Where it was written: file:line:column, or the option.
    public var written: String?

    public init(
      path: String, value: String, given: Bool, source: String?, assumption: Bool?, note: String?, written: String?
    ) {
      self.path = path
      self.value = value
      self.given = given
      self.source = source
      self.assumption = assumption
      self.note = note
      self.written = written
    }
  }

  private struct Page: Encodable {
    var provenance: Origin
    var results: [ResultRow]
  }

  public init() {}

  public func render(_ rows: [ResultRow], origin: Origin) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(Page(provenance: origin, results: rows))
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
