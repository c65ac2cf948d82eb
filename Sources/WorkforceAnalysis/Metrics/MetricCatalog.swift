public import WorkforceModel
public import WorkforceSimulation

/// The metrics of a compiled scenario, in the order in which they are reported: grades, pathways, families, `all`.
public struct MetricCatalog: Sendable {
  public let legend: Legend
  public let metrics: [Metric]
  private let index: [String: Int]

  /// The years n for which "share under n years" is reported unasked.
  public static let sharesShown = [1, 2, 5, 10]

  public init(_ legend: Legend) {
    self.legend = legend
    var metrics: [Metric] = []
    var families: [String] = []
    func add(_ subject: String, _ stocks: [Int], _ kind: MetricKind.Subject) {
      let builder = MetricBuilder(legend: legend, stocks: stocks, subject: kind)
      for entry in MetricKind.all where entry.subjects.contains(kind) {
        guard let formula = entry.build(builder) else { continue }
        metrics.append(
          Metric(
            name: "\(subject).\(entry.measure)", unit: entry.unit, isStock: entry.isStock, summary: entry.summary,
            formula: formula))
      }
    }
    for (position, stock) in legend.stocks.enumerated() {
      add(stock.key, [position], stock.isGrade ? .grade : .pathway)
      if stock.isGrade { metrics += MetricCatalog.shares(of: stock) }
      if let family = stock.family, !families.contains(family) { families.append(family) }
    }
    for family in families { add(family, legend.stocks.indices.filter { legend.stocks[$0].family == family }, .sum) }
    add("all", Array(legend.stocks.indices), .sum)
    self.metrics = metrics
    index = Dictionary(uniqueKeysWithValues: metrics.enumerated().map { ($1.name, $0) })
  }

  /// `share-under-2y`: for every boundary that the heads are divided at.
  private static func shares(of stock: Legend.Stock) -> [Metric] {
    stock.reportBounds.enumerated().dropFirst().map { position, bound in
      let under = (0..<position).map { stock.headsSeries + $0 }
      let everyone = stock.reportBounds.indices.map { stock.headsSeries + $0 }
      let name = bound % 12 == 0 ? "\(bound / 12)y" : "\(bound)mo"
      return Metric(
        name: "\(stock.key).share-under-\(name)", unit: .rate, isStock: true,
        summary: "share of the grade with less than \(name) of service at the close of the month",
        formula: .share(under, of: everyone))
    }
  }

  public subscript(_ name: String) -> Metric? { index[name].map { metrics[$0] } }

  /// The months of service that a scenario's heads must be divided at so that the metrics named can be reported.
  public static func shareBounds(naming names: [String]) -> [Int] {
    let asked = names.compactMap { name -> Int? in
      guard let measure = name.split(separator: ".").last, measure.hasPrefix("share-under-") else { return nil }
      return MonthSpan(measure.dropFirst("share-under-".count))?.months
    }
    return Set(asked.filter { $0 > 0 } + sharesShown.map { $0 * 12 }).sorted()
  }

  /// The metric, or what there is instead.
  public func metric(named name: String) throws(Faults) -> Metric {
    if let metric = self[name] { return metric }
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    let subjects = Set(metrics.compactMap { $0.name.split(separator: ".").first.map(String.init) })
    if parts.count == 2, subjects.contains(parts[0]) {
      let own = metrics.filter { $0.name.hasPrefix(parts[0] + ".") }.map(\.name)
      let help = Suggestion.help(for: name, among: own) ?? "metrics of \(parts[0]): \(Suggestion.list(own))"
      throw Faults("there is no metric '\(name)'", help: [help])
    }
    let help =
      Suggestion.help(for: name, among: metrics.map(\.name))
      ?? "a metric is subject.measure, with subjects \(Suggestion.list(subjects.sorted(by: String.byScalars)))"
    throw Faults("there is no metric '\(name)'", help: [help])
  }
}
