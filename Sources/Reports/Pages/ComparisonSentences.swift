import WorkforceAnalysis
import WorkforceModel

/// What a comparison says in sentences.
struct ComparisonSentences {
  let report: ComparisonReport

  private var selection: ComparedSelection { report.selection }
  private var sides: [ComparisonReport.Side] { report.sides }

  /// What was compared, on one line.
  var heading: String {
    let (first, last) = (selection.common.lowerBound, selection.common.upperBound)
    var words = ["\(Shown.count(last - first, "month")) from \(first.shown)"]
    if report.isOnePath {
      words.append("expected paths, every uncertain number at its mean")
    } else {
      let count = Shown.count(report.pairs, "pair")
      words.append("\(count) of \(report.isExpected ? "expected paths" : "futures")")
      words.append("seed \(sides[0].scenario.seed.value)")
      if report.isCertain { words.append("every uncertain number at its mean") }
    }
    return words.joined(separator: " · ")
  }

  /// "B: intake-bigger · National, every intake a fifth bigger".
  func side(_ place: Int) -> String {
    let side = sides[place]
    var words = ["\(DifferencesReport.letter(place)): \(side.stem)", side.scenario.name.value]
    if !side.changes.isEmpty { words.append("changed: " + side.changes.joined(separator: ", ")) }
    return words.joined(separator: " · ")
  }

  /// What a scenario is called in a sentence: by its name, or where that is another's too by its letter.
  private func name(_ place: Int) -> String {
    let own = sides[place].scenario.name.value
    let letter = DifferencesReport.letter(place)
    return sides.filter { $0.scenario.name.value == own }.count > 1 ? letter : "\"\(own)\" (\(letter))"
  }

  /// What was changed in a scenario that is the first, changed further: "grades.PO.leaving −1pt"; nil for another.
  private func changes(_ place: Int) -> String? {
    let (own, first) = (sides[place], sides[0])
    guard own.scenario.name.value == first.scenario.name.value, own.changes.count > first.changes.count,
      own.changes.starts(with: first.changes)
    else { return nil }
    let words = own.changes.dropFirst(first.changes.count).map { change in
      change.split(separator: "=", maxSplits: 1).joined(separator: " ")
    }
    return Suggestion.list(Array(words))
  }

  // MARK: briefing

  /// One or two sentences that can be quoted: the headline metric in the last month, and when its target is met.
  func briefing(_ place: Int) -> String {
    let comparison = report.comparisons[place]
    let names = (a: name(0), b: name(place + 1))
    guard let cell = headline(comparison) else { return "\(names.b) and \(names.a) have no metric in common." }
    let (unit, summary) = (cell.metric.unit, cell.summary)
    let what = "\(cell.metric.name) in \(cell.month.shown)"
    let about = report.isOnePath ? "≈ " : ""
    func mean(_ side: NumberSummary) -> String { side.mean.map { about + Shown.value($0, unit) } ?? "–" }
    var text: String
    if summary.isSame {
      text =
        (changes(place + 1).map { "With \($0) \(what) is what it was" }
          ?? "With \(names.b) \(what) is the same as with \(names.a)")
        + (report.isOnePath ? " on the expected path" : " in every \(report.noun)") + ": \(mean(summary.a))"
        + (report.isOnePath || summary.a.minimum == summary.a.maximum ? "" : " on average")
    } else {
      let cause = changes(place + 1).map { "With \($0)" } ?? "With \(names.b) instead of \(names.a)"
      text = "\(cause), \(what) is \(mean(summary.b)) instead of \(mean(summary.a))"
      text += report.isOnePath ? " on the expected path: " : " on average: "
      text += Shown.mean(summary, unit)
      if !report.isOnePath {
        text += " (nine \(report.noun)s in ten: \(Shown.interval(summary.difference, unit)))"
        if isWithinError(summary.difference) { text += ", which is less than its Monte Carlo error" }
      }
    }
    if let target = comparison.targets.first(where: { "\($0.grade).fte" == cell.metric.name }), !report.isOnePath {
      text += "; " + self.target(target, cell.month)
    }
    return text + "."
  }

  /// The metric that a comparison is told by: FTE of the first grade with a target in both, else the first that was
  /// asked for; in the last month that both have it.
  private func headline(_ comparison: Comparison) -> Comparison.Cell? {
    let names = comparison.targets.map { "\($0.grade).fte" } + selection.metrics
    return names.lazy.compactMap { name in
      selection.months.reversed().lazy.compactMap { comparison.cell(name, $0) }.first
    }.first
  }

  private func isWithinError(_ difference: NumberSummary) -> Bool {
    guard let mean = difference.mean, let error = difference.meanError else { return false }
    return mean.magnitude < Shown.halfWidth(error)
  }

  private func target(_ target: TargetComparison, _ month: Month) -> String {
    let goals = [target.lastTargets.a, target.lastTargets.b].map { $0.map { Shown.whole($0) } ?? "" }
    let goal = goals[0] == goals[1] ? "the target of \(goals[0])" : "the target (\(goals[0]) in A, \(goals[1]) in B)"
    guard let chances = target.chances(month) else { return "" }
    let (one, other) = (Shown.probability(chances.at.a), Shown.probability(chances.at.b))
    var text = "\(goal) is then met in \(other) of \(report.noun)s"
    text += one == other ? " in both" : " instead of \(one)"
    let months = target.months(sure: 0.8)
    switch target.shift(sure: 0.8) {
    case .unknown: text += ", and neither is 80 % sure of it by \(target.last.shown)"
    case .months(0): text += ", and both are 80 % sure of it by \(months.b?.shown ?? "")"
    case .laterByAtLeast: text += ", and no month up to \(target.last.shown) is 80 % sure any more"
    case let shift:
      text += ", and is 80 % sure by \(months.b?.shown ?? "")"
      text += months.a.map { " instead of \($0.shown)" } ?? ""
      text += " (\(Shown.shift(shift)))"
    }
    return text
  }

  // MARK: notes

  /// What qualifies the results, each a note.
  /// - Parameter same: metrics that are the same in every pair, which have no rows
  func notes(same: [String]) -> [String] {
    var notes: [String] = []
    if !same.isEmpty { notes.append("The same in every \(report.noun) and month shown: \(Suggestion.list(same)).") }
    if let missing { notes.append(missing) }
    notes += spans
    if let firsts { notes.append(firsts) }
    if report.isOnePath {
      notes.append(
        "The expected path moves people by expectations, in fractions, at the mean of every uncertain number: one path "
          + "each, without a range and without probabilities.")
    } else {
      notes.append(key)
    }
    let limits = sides.map { ModelLimit.words($0.scenario, isCertain: report.isCertain && !report.isOnePath) }
    notes += limits.indices.filter { limits.firstIndex(of: limits[$0]) == $0 }.map {
      Set(limits).count == 1 ? limits[$0] : "\(DifferencesReport.letter($0)): \(limits[$0])"
    }
    return notes
  }

  /// How a difference is to be read, and what pairing did for it.
  private var key: String {
    var text =
      "Differences are taken in pairs: each \(report.noun) of one with the same \(report.noun) of the other, on the same "
      + "random numbers. Nine in ten lie in the 90 % range; ± is the 95 % Monte Carlo error of the mean"
    if let comparison = report.comparisons.first, let cell = headline(comparison), !cell.summary.isSame,
      let error = cell.summary.difference.meanError, let apart = cell.summary.independentDeviation
    {
      let unit = cell.metric.unit
      let other = apart / Double(cell.summary.difference.total).squareRoot()
      text +=
        ": of \(cell.metric.name) at \(cell.month.shown) \(Shown.margin(Shown.halfWidth(error), unit)), where separate "
        + "random numbers would give \(Shown.margin(Shown.halfWidth(other), unit))"
    }
    return text + ". 0 is exactly nothing; pt are percentage points; stream version \(RunReport.streamVersion)."
  }

  /// Metrics that not every scenario has, by what comes before the point.
  private var missing: String? {
    guard !selection.missing.isEmpty else { return nil }
    var groups: [(runs: [Int], names: [String])] = []
    for missing in selection.missing {
      if let place = groups.firstIndex(where: { $0.runs == missing.runs }) {
        groups[place].names.append(missing.metric)
      } else {
        groups.append((missing.runs, [missing.metric]))
      }
    }
    return groups.map { group in
      let subjects = Set(group.names.map { $0.prefix { $0 != "." } }).sorted().map { "\($0).…" }
      let names = group.names.count > 6 ? subjects : group.names
      return "Only in \(Suggestion.list(group.runs.map(DifferencesReport.letter))): \(Suggestion.list(names))."
    }.joined(separator: " ")
  }

  /// Months that not every scenario has.
  private var spans: [String] {
    sides.indices.compactMap { place in
      let scenario = sides[place].scenario
      let letter = DifferencesReport.letter(place)
      var words: [String] = []
      if scenario.start.value < selection.common.lowerBound {
        words.append("its months before \(selection.common.lowerBound.shown)")
      }
      if scenario.lastMonth > selection.common.upperBound {
        words.append("its months after \(selection.common.upperBound.shown)")
      }
      return words.isEmpty ? nil : "\(letter) has months that another has not: left out are \(Suggestion.list(words))."
    }
  }

  /// Futures that found no partner.
  private var firsts: String? {
    guard !report.isOnePath else { return nil }
    let asked = sides.map { Int($0.scenario.replicates.value) }
    guard asked.contains(where: { $0 != report.pairs }) else { return nil }
    let words = asked.enumerated().map { "\(Shown.whole(Double($1))) in \(DifferencesReport.letter($0))" }
    return "The scenarios ask for different numbers of futures, \(Suggestion.list(words)): the first "
      + "\(Shown.whole(Double(report.pairs))) of each are paired."
  }
}
