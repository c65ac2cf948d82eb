public import WorkforceAnalysis
public import WorkforceModel

/// Scenarios compared pair by pair, the first (A) with each of the others: a sentence to quote, what is assumed
/// differently, metrics side by side with their differences, dates of targets, financial years; as table, CSV and JSON.
public struct ComparisonReport: Sendable {
  /// A scenario of those compared.
  public struct Side: Sendable {
    /// What it is called in files: a word of its own.
    public var stem: String
    public var scenario: Scenario
    /// What was changed after the file was read, as typed.
    public var changes: [String]

    public init(stem: String, scenario: Scenario, changes: [String]) {
      self.stem = stem
      self.scenario = scenario
      self.changes = changes
    }
  }

  let comparisons: [Comparison]
  let selection: ComparedSelection
  let sides: [Side]
  let assumptions: DifferencesReport
  /// Whether every uncertain number stood at its mean.
  let isCertain: Bool
  /// Whether metrics were asked for by name: then none is left out for being the same.
  let isNamed: Bool

  /// - Parameters:
  ///   - comparisons: of the first side with each of the others, in their order
  ///   - isCertain: whether every uncertain number stood at its mean
  ///   - isNamed: whether metrics were asked for by name
  public init(
    _ comparisons: [Comparison], _ selection: ComparedSelection, _ sides: [Side], isCertain: Bool, isNamed: Bool
  ) {
    precondition(sides.count == comparisons.count + 1, "a comparison for every side but the first")
    self.comparisons = comparisons
    self.selection = selection
    self.sides = sides
    self.isCertain = isCertain
    self.isNamed = isNamed
    assumptions = DifferencesReport(sides.map(\.scenario), names: sides.map(\.stem))
  }

  var isOnePath: Bool { comparisons.contains(where: \.isOnePath) }

  var isExpected: Bool { comparisons.contains(where: \.isExpected) }

  /// What replicates are: without chance a draw of the uncertain numbers makes no future.
  var noun: String { isExpected ? "draw" : "future" }

  var pairs: Int { comparisons.map(\.pairs).min() ?? 0 }

  public var document: Document {
    let sentences = ComparisonSentences(report: self)
    let tables = ComparisonTables(report: self)
    var blocks: [Document.Block] = comparisons.indices.map { .paragraph(sentences.briefing($0)) }
    blocks.append(.heading(sentences.heading))
    blocks += sides.indices.map { .paragraph(sentences.side($0)) }
    if assumptions.differences.isEmpty {
      blocks.append(.paragraph("Assumptions: \(DifferencesReport.none)."))
    } else {
      blocks += [.heading("Assumptions that differ"), .table(assumptions.table(short: true))]
    }
    let metrics = tables.metrics
    if !metrics.rows.isEmpty {
      let heading =
        isOnePath ? "Expected paths" : "Means over the \(noun)s, and differences \(noun) by \(noun)"
      blocks += [.heading(heading), .table(metrics)]
    }
    for place in comparisons.indices {
      let between = comparisons.count > 1 ? ", \(DifferencesReport.letter(place + 1)) against A" : ""
      if let table = tables.targets(place) { blocks += [.heading("Targets\(between)"), .table(table)] }
      if let table = tables.years(place) {
        blocks += [.heading("Financial years\(between)\(tables.parts(place))"), .table(table)]
      }
    }
    blocks += sentences.notes(same: tables.same).map { .note($0) }
    return Document(blocks)
  }
}
