import WorkforceAnalysis
import WorkforceModel

/// What a run says about itself and about targets, in sentences.
struct RunSentences {
  let scenario: Scenario
  let outlooks: [TargetOutlook]
  /// Whether people moved by expectations.
  let isExpected: Bool
  /// Whether every uncertain number stood at its mean.
  let isCertain: Bool
  let replicates: Int

  /// With neither chance nor uncertain numbers there is one path, and no probability.
  var isOnePath: Bool { isExpected && isCertain }
  private var first: String { scenario.start.value.shown }
  private var last: String { scenario.lastMonth.shown }

  /// What replicates are: without chance a draw of the uncertain numbers makes no future.
  var noun: String { isExpected ? "draw" : "future" }

  /// What was simulated, on one line.
  var heading: String {
    var words = [scenario.name.value, "\(Shown.count(scenario.months.value.months, "month")) from \(first)"]
    if isOnePath {
      words.append("the expected path, every uncertain number at its mean")
    } else {
      let count = Shown.count(replicates, noun)
      words += [isExpected ? "the expected paths of \(count)" : count, "seed \(scenario.seed.value)"]
      if isCertain { words.append("every uncertain number at its mean") }
    }
    return words.joined(separator: " · ")
  }

  /// The first grade with a target in one sentence: where it is, where it is going, whether that is enough.
  var headline: String? {
    guard let outlook = outlooks.first, let now = outlook.opening.percentile(50),
      let low = outlook.closing.percentile(5), let middle = outlook.closing.percentile(50),
      let high = outlook.closing.percentile(95), let target = outlook.lastTarget, let at = outlook.at.last
    else { return nil }
    let begin = "\(outlook.grade) stands at \(Shown.whole(now)) FTE in \(first) and"
    if isOnePath {
      return "\(begin), on the expected path, at ≈ \(Shown.whole(middle)) in \(last), when its target is "
        + "\(Shown.whole(target))."
    }
    let goal = outlook.isUncertain ? "its target" : "its target of \(Shown.whole(target))"
    return
      "\(begin) at \(Shown.whole(middle)) in \(last) (median; nine \(noun)s in ten lie between \(Shown.whole(low)) "
      + "and \(Shown.whole(high))); it is then at \(goal) in \(Shown.probability(at)) of \(noun)s."
  }

  /// One sentence for each grade with a target.
  var targets: [String] { outlooks.map(isOnePath ? path : reached) }

  private func path(_ outlook: TargetOutlook) -> String {
    let met =
      switch outlook.month(sure: 1) {
      case scenario.start.value: "is met at the opening"
      case .some(let month): "is first met in \(month.shown)"
      case .none: "is not met by \(last)"
      }
    return "On the expected path \(target(outlook)) of \(outlook.grade) \(met)."
  }

  private func reached(_ outlook: TargetOutlook) -> String {
    let by = outlook.by.last.map { Shown.probability($0) } ?? "–"
    let goal = outlook.isUncertain ? "its target, which is uncertain (median \(size(outlook)))," : target(outlook)
    let sure =
      switch outlook.month(sure: 0.8) {
      case scenario.start.value:
        outlook.by.first?.share == 1 ? "it is met at the opening" : "80 % sure at the opening"
      case .some(let month): "80 % sure by \(month.shown)"
      case .none: "no month by then is 80 % sure"
      }
    return "\(outlook.grade) reaches \(goal) by \(last): \(by); \(sure)."
  }

  /// "7,115 FTE", "6,160 to 7,115 FTE".
  func size(_ outlook: TargetOutlook) -> String {
    guard let range = outlook.targets else { return "" }
    let (low, high) = (Shown.whole(range.lowerBound), Shown.whole(range.upperBound))
    return low == high ? "\(low) FTE" : "\(low) to \(high) FTE"
  }

  private func target(_ outlook: TargetOutlook) -> String {
    let isSteady = outlook.targets.map { Shown.whole($0.lowerBound) == Shown.whole($0.upperBound) } ?? true
    return isSteady ? "the target of \(size(outlook))" : "the target of the month (\(size(outlook)))"
  }
}
