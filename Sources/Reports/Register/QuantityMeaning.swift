import OrderedCollections
import WorkforceModel
import WorkforceSimulation

/// What a number was taken to mean, in words: `7.8%/yr` is 0.648 % a month.
struct QuantityMeaning {
  let scenario: Scenario

  /// What the numbers of a value were taken to mean, each behind its path where the value has several.
  func words(_ value: ParameterValue) -> String {
    let words = value.quantities.compactMap { part in
      let own = self.words(part.quantity, path: value.path)
      return own.isEmpty ? nil : part.path.isEmpty ? own : "\(part.path): \(own)"
    }
    return words.joined(separator: "; ")
  }

  /// - Parameter path: of the value; of an attrition it tells the length that it is over
  func words(_ quantity: Quantity, path: String) -> String {
    let suffix = quantity.isCertain ? "" : " at the mean"
    let mean = ParameterMean.of(quantity)
    switch quantity.measure {
    case .annualRate, .annualProbability, .monthlyProbability, .overPathway:
      if quantity.measure.isBounded, mean > 1 { return "above 100 %" }
      let months = scenario.namedMonths(at: path)
      let hazard = MonthlyHazard.hazard(
        mean, quantity.measure, span: span(path), parts: months?.months.count ?? 12)
      return Shown.percent(MonthlyHazard.probability(hazard), decimals: 3) + QuantityMeaning.when(months) + suffix
    case .perMonth, .perYear:
      let months = scenario.namedMonths(at: path)
      let monthly = quantity.measure == .perYear ? mean / Double(months?.months.count ?? 12) : mean
      return QuantityMeaning.plain(monthly) + QuantityMeaning.when(months) + suffix
        + (quantity.isPoisson ? ", drawn" : "")
    case .share: return quantity.isCertain ? "" : Shown.percent(mean) + suffix
    case .fte: return QuantityMeaning.plain(mean) + " FTE" + suffix
    case .money: return "£" + QuantityMeaning.plain(mean) + suffix
    case .months: return QuantityMeaning.plain(mean) + " months" + suffix
    case .multiplier: return quantity.isCertain ? "" : "×" + QuantityMeaning.plain(mean) + suffix
    case .number: return quantity.isCertain ? "" : QuantityMeaning.plain(mean) + suffix
    }
  }

  private static func when(_ months: NamedMonths?) -> String { months.map { " in \($0.words)" } ?? " a month" }

  private func span(_ path: String) -> Int {
    let segments = path.split(separator: ".")
    guard segments.count > 1, segments[0] == "pathways" else { return 1 }
    return scenario.pathways[String(segments[1])]?.months.value.months ?? 1
  }

  /// Four digits at least, and no more decimals than say something.
  private static func plain(_ value: Double) -> String {
    if value == value.rounded() || value.magnitude >= 1000 { return Shown.whole(value) }
    let decimals = value.magnitude >= 100 ? 1 : value.magnitude >= 10 ? 2 : 3
    return Shown.fixed(value, decimals: decimals)
  }
}
