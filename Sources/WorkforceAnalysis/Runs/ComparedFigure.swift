public import WorkforceModel

/// A published figure as the model understands it: which metric, which month of the run, how much.
public struct ComparedFigure: Sendable {
  /// Its place in the scenario's list, from 1.
  public let number: Int
  public let metric: Metric
  public let month: Month
  /// In the metric's unit; rates as fractions.
  public let value: Double
  /// Half of the last digit that the figure is published with: closer than this nothing differs from it.
  public let halfDigit: Double
  public let provenance: Provenance
  /// The month of the run; nil where the model has no such figure.
  public let step: Int?
  /// Why the model has none.
  public let remark: String?

  /// The figures of a scenario, in its order.
  /// - Throws: ``Faults`` for every name that is no metric, value of another kind, and year of what is not a flow.
  public static func all(_ read: ReadScenario, _ catalog: MetricCatalog) throws(Faults) -> [ComparedFigure] {
    var faults: [Diagnostic] = []
    var figures: [ComparedFigure] = []
    for (position, published) in read.scenario.published.enumerated() {
      do throws(Faults) {
        figures.append(try ComparedFigure(published, number: position + 1, read, catalog))
      } catch {
        faults += error.diagnostics
      }
    }
    if !faults.isEmpty { throw Faults(faults) }
    return figures
  }

  private init(
    _ published: PublishedFigure, number: Int, _ read: ReadScenario, _ catalog: MetricCatalog
  ) throws(Faults) {
    let base = "published.\(number)"
    func place(_ key: String) -> SourceRange? { read.origins["\(base).\(key)"] ?? read.origins[base] }
    let name = published.metric.value
    let period = published.at.value
    let found: Metric
    if case .financialYear = period, let year = catalog["\(name)\(ComparedFigure.yearly)"] {
      found = year
    } else {
      do throws(Faults) {
        found = try catalog.metric(named: name)
      } catch {
        throw Faults(error.diagnostics.map { Diagnostic($0.message, at: place("metric"), help: $0.help) })
      }
      if case .financialYear = period, !found.isOfTwelveMonths {
        throw Faults(
          "\(name) is not counted over a financial year", at: place("at"),
          help: ["name a month, such as \(period.month)"])
      }
    }
    let given = published.value.value
    guard found.unit.takes(given.measure) else {
      throw Faults(
        "\(found.name) is \(found.unit.noun), not \(given)", at: place("value"),
        help: [ComparedFigure.meant(given, found.unit)].compactMap(\.self))
    }
    metric = found
    month = period.month
    value = given.certainValue ?? 0
    let decimals = given.description.drop { $0 != "." }.dropFirst().prefix(while: \.isNumber).count
    var half = given.measure.isPercent ? 0.005 : 0.5
    for _ in 0..<decimals { half /= 10 }
    halfDigit = half
    self.number = number
    provenance = published.value.provenance
    let (start, last) = (read.scenario.start.value, read.scenario.lastMonth)
    let step = month - start
    if month < start || month > last {
      (self.step, remark) = (nil, "outside the run, which goes from \(start) to \(last)")
    } else if !found.exists(in: step, start: start) {
      (self.step, remark) = (nil, found.when(start))
    } else {
      (self.step, remark) = (step, nil)
    }
  }

  /// What the measure of a flow ends with over a financial year.
  private static let yearly = "-fy"

  private static func meant(_ given: Quantity, _ unit: Metric.Unit) -> String? {
    guard case .constant(let value) = given.distribution else { return nil }
    guard unit == .rate else { return "did you mean \(Quantity.constant(value, .number))?" }
    let percent = value.magnitude < 1 ? (value * 1e8).rounded() / 1e6 : value
    return "did you mean \(Quantity.constant(percent, .share))?"
  }
}

extension Metric {
  /// Whether a figure of it covers the twelve months that end with its month.
  var isOfTwelveMonths: Bool { needs.back >= 11 }
}

extension Metric.Unit {
  /// Whether a published figure of this kind can be one of the unit.
  func takes(_ measure: Measure) -> Bool {
    switch measure {
    case .share: self == .rate
    case .fte: self == .fte
    case .money: self == .money
    default: self != .rate
    }
  }

  /// "a number of people".
  public var noun: String {
    switch self {
    case .heads: "a number of people"
    case .fte: "a number of full-time equivalents"
    case .rate: "a share, written with a percent sign"
    case .money: "money"
    }
  }
}
