import Foundation
public import WorkforceAnalysis
public import WorkforceModel

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
    /// Whether events were drawn, and whether uncertain numbers were.
    public var chance: Bool
    public var parameterUncertainty: Bool
    /// What the number of replicates was chosen for, in words.
    public var precision: String?
    public var values: [Value]

    public init(
      cadre: String, streamVersion: Int, scenario: String, name: String, simulated: String, text: String,
      changes: [String], start: String, months: Int, replicates: Int, seed: UInt64, chance: Bool,
      parameterUncertainty: Bool,
      precision: String?, values: [Value]
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
      self.chance = chance
      self.parameterUncertainty = parameterUncertainty
      self.precision = precision
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
    public var owner: String?
    public var reviewed: String?
    public var validUntil: String?
    public var changed: String?
    /// Where it was written: file:line:column, or the option.
    public var written: String?

    public init(path: String, value: String, given: Bool, provenance: Provenance, written: String?) {
      self.path = path
      self.value = value
      self.given = given
      self.written = written
      source = provenance.source
      assumption = provenance.assumption
      note = provenance.note
      owner = provenance.owner
      reviewed = provenance.reviewed?.description
      validUntil = provenance.validUntil?.description
      changed = provenance.changed
    }
  }

  /// The chance of a target in one month.
  public struct Target: Encodable, Sendable {
    public var grade: String
    public var month: String
    /// P(at or above target at that month's end), and its standard error.
    public var at: Double
    public var atError: Double
    /// P(at or above target at some month end up to it, the opening included), and its standard error.
    public var by: Double
    public var byError: Double
    /// P(held from some month end up to it), and its standard error; left out where no holding was asked for.
    public var held: Double?
    public var heldError: Double?
  }

  private struct Page: Encodable {
    var provenance: Origin
    var targets: [Target]
    var results: [ResultRow]
  }

  /// The rows of the outlooks on targets: by grade and month, from the opening.
  public static func targets(_ outlooks: [TargetOutlook]) -> [Target] {
    outlooks.flatMap { outlook in
      outlook.at.indices.map { step in
        let held = outlook.heldFor > 1 ? outlook.held[step] : nil
        return Target(
          grade: outlook.grade, month: (outlook.start + step).description, at: outlook.at[step].share,
          atError: outlook.at[step].reportedError, by: outlook.by[step].share,
          byError: outlook.by[step].reportedError,
          held: held?.share, heldError: held?.reportedError)
      }
    }
  }

  public init() {}

  public func render(_ rows: [ResultRow], targets: [Target], origin: Origin) throws -> String {
    try render(Page(provenance: origin, targets: targets, results: rows))
  }

  /// A page of any shape, its keys sorted, on one line.
  public func render(_ page: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(page), as: UTF8.self) + "\n"
  }
}
