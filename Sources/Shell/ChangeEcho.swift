import Reports
import WorkforceModel
import WorkforceSimulation

/// What a change came to, told in one line: the value before and after, what a rate was taken to mean, and what went
/// with it.
enum ChangeEcho {
  static func note(_ change: AppliedChange, _ scenario: Scenario) -> Diagnostic {
    let meaning = meaning(change, scenario)
    let remarks = ([meaning].compactMap(\.self) + change.remarks).map { "; \($0)" }.joined()
    return Diagnostic(
      "\(change.path): \(change.before ?? "none") → \(change.after)\(remarks)", severity: .note,
      help: [change.help].compactMap(\.self))
  }

  /// "0.582 % a month"; of an uncertain rate at its mean. Nil for what is no rate.
  private static func meaning(_ change: AppliedChange, _ scenario: Scenario) -> String? {
    let rates = change.numbers.filter {
      [.annualRate, .annualProbability, .monthlyProbability, .overPathway].contains($0.measure)
    }
    guard !rates.isEmpty, rates.count <= 6 else { return nil }
    let segments = change.path.split(separator: ".").map(String.init)
    let months = "pathways.\(segments.dropFirst().first ?? "").months"
    let span = scenario.values.first { $0.path == months }.flatMap { MonthSpan($0.text) }
    // A pathway that was changed and then taken out has no length any more.
    guard span != nil || !rates.contains(where: { $0.measure == .overPathway }) else { return nil }
    let named = scenario.namedMonths(at: change.path)
    let monthly = rates.map { rate in
      let hazard = MonthlyHazard.hazard(
        ParameterMean.of(rate), rate.measure, span: span?.months ?? 1, parts: named?.months.count ?? 12)
      return Shown.percent(MonthlyHazard.probability(hazard), decimals: 3)
    }
    let isMean = rates.contains { !$0.isCertain }
    let when = named.map { "in \($0.words)" } ?? "a month"
    return "\(Suggestion.list(monthly)) \(when)" + (isMean ? " at the mean" : "")
  }
}
