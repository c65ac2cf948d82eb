import WorkforceModel

/// What `run` was asked for.
public struct RunRequest: Sendable {
  public enum Format: String, CaseIterable, Sendable {
    case table, csv, json, markdown

    /// "table, csv, json or markdown"
    static let words = Suggestion.list(allCases.map(\.rawValue), conjunction: "or")

    /// Something to be read, not worked on.
    var isPage: Bool { self == .table || self == .markdown }
  }

  public var metrics: [String]
  public var months: [String]
  public var format: Format
  public var threads: Int
  public var variation: SourcesOfVariation
  /// Whether every value of every future is wanted too.
  public var isRaw: Bool
  /// The memory there is; nil where it is not known, and then no run is too large.
  public var memory: MemoryLimit?

  public init(
    metrics: [String], months: [String], format: Format, threads: Int,
    variation: SourcesOfVariation = SourcesOfVariation(), isRaw: Bool = false,
    memory: MemoryLimit? = nil
  ) {
    self.metrics = metrics
    self.months = months
    self.format = format
    self.threads = threads
    self.variation = variation
    self.isRaw = isRaw
    self.memory = memory
  }

  /// Targets are part of what is reported unasked; tidy CSV has no place for them.
  var showsOutlook: Bool { format != .csv && metrics.isEmpty }

  /// Months as given to `--at`.
  /// - Throws: ``Faults`` with every text that is no month
  static func months(_ texts: [String]) throws(Faults) -> [Month] {
    let faults = texts.filter { Month($0) == nil }.map {
      Diagnostic("a month is written 2027-03, not '\($0)'")
    }
    if !faults.isEmpty { throw Faults(faults) }
    return texts.compactMap { Month($0) }
  }
}
