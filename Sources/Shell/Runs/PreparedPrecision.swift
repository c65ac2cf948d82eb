import Reports
import WorkforceAnalysis
public import WorkforceModel
public import WorkforceSimulation

/// How many futures a precision takes: `PO.fte=10`, `PO.wastage=0.1% at 2027-03`. A pilot tells.
public struct PreparedPrecision: Sendable {
  public let job: SimulationJob
  private let goal: PrecisionGoal
  private let compiled: CompiledScenario
  private let month: Month

  /// - Parameters:
  ///   - text: a metric, `=`, the half-width of the 95 % interval of its mean, and perhaps `at` a month; by default the
  ///     last month asked for
  ///   - source: the name by which faults in the text are located
  /// - Throws: ``Faults``
  public init(
    _ loaded: LoadedScenario, _ text: String, option source: String, _ request: RunRequest
  ) throws(Faults) {
    func range(_ part: Substring) -> SourceRange {
      let column = text[..<part.startIndex].unicodeScalars.count + 1
      return SourceRange(source: source, line: 1, column: column, length: part.unicodeScalars.count)
    }
    let help = ["for example \(source) 'PO.fte=10', or \(source) 'PO.fte=10 at 2027-03'"]
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      throw Faults("expected METRIC=HALF-WIDTH, not '\(text)'", at: range(text[...]), help: help)
    }
    let name = text[..<equals].trimmingPrefix { $0 == " " }.prefix { $0 != " " }
    let words = text[text.index(after: equals)...].split(separator: " ")
    guard words.count == 1 || words.count == 3 && words[1] == "at" else {
      throw Faults("expected METRIC=HALF-WIDTH at MONTH, not '\(text)'", at: range(text[...]), help: help)
    }
    let scenario = loaded.scenario
    let asked = try RunRequest.months(request.months).max()
    func selection(in months: [Month]?) throws(Faults) -> Selection {
      do {
        return try Selection(loaded.read, metrics: [String(name)], months: months)
      } catch {
        throw Faults(error.diagnostics.map { Diagnostic($0.message, at: range(text[...]), help: $0.help) })
      }
    }
    var given = words.count == 3 ? Month(words[2]) : asked
    if words.count == 1, asked == nil {
      // The last month in which the metric exists: of a financial year a March.
      given = try selection(in: nil).metrics[0].lastStep(in: scenario).map { scenario.start.value + $0 }
    }
    guard let given else {
      throw Faults("expected a month such as 2027-03, not '\(words[2])'", at: range(words[2]), help: help)
    }
    let selection = try selection(in: [given])
    let metric = selection.metrics[0]
    let isRate = metric.unit == .rate
    let number = words[0].hasSuffix("%") == isRate ? Double(isRate ? words[0].dropLast() : words[0]) : nil
    guard let number, number > 0, number.isFinite else {
      let example = isRate ? "0.1%" : "10"
      throw Faults(
        "a half-width of \(metric.name) is a number above 0, such as \(example), not '\(words[0])'",
        at: range(words[0]), help: help)
    }
    goal = PrecisionGoal(metric, step: given - scenario.start.value, halfWidth: isRate ? number / 100 : number)
    compiled = selection.compiled
    month = given
    job = SimulationJob(
      compiled, scenario, columns: selection.columns(outlook: false), threads: request.threads,
      variation: request.variation, replicates: PrecisionGoal.pilot)
  }

  /// How many futures give the precision, and that in words.
  /// - Throws: ``Faults`` where it takes more than the most, or cannot be told
  public func replicates(_ pilot: Ensemble) throws(Faults) -> (number: Int, words: String) {
    let name = "\(goal.metric.name) at \(month.shown)"
    let evaluation = MetricEvaluation(MetricCatalog(compiled.legend), pilot)
    guard let estimate = goal.estimate(evaluation) else {
      throw Faults("no precision can be reached: \(name) exists in fewer than two futures of a pilot")
    }
    let most = Double(PrecisionGoal.most)
    guard estimate.needed <= most else {
      let needed = estimate.needed < 1e15 ? "about \(Shown.whole(estimate.needed)) futures" : "futures without number"
      throw Faults(
        "a precision of ± \(shown(goal.halfWidth)) of \(name) takes \(needed); there are at most "
          + Shown.count(PrecisionGoal.most, "future"),
        help: ["with that many it is ± \(shown(estimate.halfWidth(most)))"])
    }
    let words =
      "The mean of \(name) was to be known to ± \(shown(goal.halfWidth)) (95 %). A pilot of "
      + "\(Shown.count(PrecisionGoal.pilot, "future")) had a standard deviation of \(shown(estimate.deviation)), so "
      + "\(Shown.count(Int(estimate.needed), "future")) give ± \(shown(estimate.halfWidth(estimate.needed)))."
    return (Int(estimate.needed), words)
  }

  /// With three digits: a half-width is a small number.
  private func shown(_ value: Double) -> String {
    let isRate = goal.metric.unit == .rate
    let used = isRate ? value * 100 : value
    var (decimals, digits) = (0, used)
    while digits > 0, digits < 100, decimals < 6 { (digits, decimals) = (digits * 10, decimals + 1) }
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let rounded = (used * scale).rounded() / scale
    return (rounded < 1e6 ? NumberText.shortest(rounded) : Shown.whole(rounded)) + (isRate ? " %" : "")
  }
}
