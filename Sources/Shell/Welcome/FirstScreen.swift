import OrderedCollections
import Reports
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// What is seen before anything has been typed: where the scenario is going, from a few futures, and what could be asked.
public struct FirstScreen {
  /// So few that they are there before anybody could have asked.
  static let futures = 100

  /// Columns and rows below which there is no picture.
  private static let smallest = (columns: 50, rows: 20)
  private static let chartHeight = 7

  private let session: Session
  private let surroundings: any Surroundings

  public init(_ session: Session, _ surroundings: any Surroundings) {
    self.session = session
    self.surroundings = surroundings
  }

  /// The scenario's first look. Empty where there is nothing to look at; a scenario that cannot be simulated says so when
  /// it is asked to.
  /// - Parameter rows: of the screen
  public func text(rows: Int) -> String {
    guard let current = session.current else { return "" }
    let display = surroundings.display
    var settings = session.settings
    settings.height = FirstScreen.chartHeight
    let page = PageRenderer(
      display: Display(width: display.width, folds: true, charts: display.charts), settings: settings, format: .table)
    var blocks = (try? look(at: current)) ?? []
    if display.width < FirstScreen.smallest.columns || rows < FirstScreen.smallest.rows || !page.hasPictures {
      blocks.removeAll { if case .chart = $0 { true } else { false } }
    }
    return page(Document(blocks), showsNumbers: false)
  }

  private func look(at located: LocatedScenario) throws -> [Document.Block] {
    let scenario = located.scenario
    let grade = scenario.grades.first { $0.value.target != nil }?.key ?? scenario.grades.keys.first
    guard let grade else { return [] }
    let futures = min(FirstScreen.futures, Int(scenario.replicates.value))
    // An uncertain target is a metric of its own.
    let metric = "\(grade).fte"
    let selection =
      try (try? Selection(located.loaded.read, metrics: [metric, "\(grade).target"], months: nil))
      ?? Selection(located.loaded.read, metrics: [metric], months: nil)
    var job = SimulationJob(
      selection.compiled, scenario, columns: selection.columns(outlook: true), threads: surroundings.processors,
      replicates: futures)
    try job.checkMemory(surroundings.memory, narrower: PreparedRun.narrower)
    let ensemble = try surroundings.simulate(futures: futures, faults: job.faults) { [job] isCancelled, progress in
      try job.run(isCancelled: isCancelled, progress: progress)
    }
    let summary = RunSummary(
      selection, ensemble, outlook: true, shortfalls: false, threads: surroundings.processors)
    var blocks: [Document.Block] = []
    if let headline = RunReport(summary, scenario, changes: []).headline ?? range(of: metric, grade, summary) {
      blocks.append(.paragraph("\(headline) (A first look, from \(Shown.count(futures, "future")).)"))
    }
    if let fan = FanChart(metric, summary) { blocks.append(.chart(.fan(fan))) }
    return blocks
  }

  /// The same of a grade without a target.
  private func range(of metric: String, _ grade: String, _ summary: RunSummary) -> String? {
    let steps = summary.selection.steps
    guard let first = steps.first, let last = steps.last, let opening = summary.cell(metric, step: first)?.value(.p50),
      let end = summary.cell(metric, step: last), let low = end.value(.p5), let middle = end.value(.p50),
      let high = end.value(.p95)
    else { return nil }
    let start = summary.selection.legend.start
    return
      "\(grade) stands at \(Shown.whole(opening)) FTE in \((start + first).shown) and at \(Shown.whole(middle)) in "
      + "\((start + last).shown) (median; nine futures in ten lie between \(Shown.whole(low)) and \(Shown.whole(high)))."
  }

  /// Three statements that this scenario can answer, with what they ask.
  public var suggestions: [(line: String, question: String)] {
    guard let scenario = session.current?.scenario else { return [] }
    let targeted = scenario.grades.first { $0.value.target != nil }?.key
    var found: [(line: String, question: String)] = []
    if !scenario.intakes.isEmpty { found.append(("what if intakes.*.places +20%", "a fifth more places")) }
    if let grade = targeted ?? scenario.grades.keys.first {
      found.append(("what if grades.\(grade).leaving -1pt", "a point less leaving"))
    }
    if targeted != nil { found.append(("targets", "when is the target reached, and how sure is that?")) }
    if !scenario.pathways.isEmpty { found.append(("cohorts", "what becomes of those who start")) }
    if let grade = scenario.grades.keys.first { found.append(("plot \(grade).fte", "the range over the months")) }
    found.append(("assumptions", "what the numbers rest on"))
    return Array(found.prefix(3))
  }
}
