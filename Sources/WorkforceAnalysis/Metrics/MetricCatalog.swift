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
    // Sums are added in the order of keys, so that the order in the file cannot reach their last digit.
    let ordered = legend.stocks.indices.sorted { String.byScalars(legend.stocks[$0].key, legend.stocks[$1].key) }
    for family in families { add(family, ordered.filter { legend.stocks[$0].family == family }, .sum) }
    add("all", ordered, .sum)
    self.metrics = metrics
    index = Dictionary(uniqueKeysWithValues: metrics.enumerated().map { ($1.name, $0) })
  }

  /// `share-under-2y`: for every boundary that the heads are divided at.
  private static func shares(of stock: Legend.Stock) -> [Metric] {
    stock.reportBounds.enumerated().dropFirst().map { position, bound in
      let under = (0..<position).map { stock.headsSeries + $0 }
      let everyone = stock.reportBounds.indices.map { stock.headsSeries + $0 }
      let name = shareName(bound)
      return Metric(
        name: "\(stock.key).\(sharePrefix)\(name)", unit: .rate, isStock: true,
        summary: "share of the grade with less than \(name) of service at the close of the month",
        formula: .share(under, of: everyone))
    }
  }

  /// What the measure begins with that is the share of a grade with less than some service.
  public static let sharePrefix = "share-under-"

  private static func shareName(_ months: Int) -> String { months % 12 == 0 ? "\(months / 12)y" : "\(months)mo" }

  /// The grade and the months of service of a share asked for by name.
  private static func share(_ name: String) -> (grade: Substring, months: Int)? {
    let parts = name.split(separator: ".", maxSplits: 1)
    guard parts.count == 2, parts[1].hasPrefix(sharePrefix),
      let span = MonthSpan(parts[1].dropFirst(sharePrefix.count)), span.months > 0
    else { return nil }
    return (parts[0], span.months)
  }

  /// `share-under-24mo` and `share-under-2y` are one metric.
  private static func canonical(_ name: String) -> String {
    share(name).map { "\($0.grade).\(sharePrefix)\(shareName($0.months))" } ?? name
  }

  public subscript(_ name: String) -> Metric? { index[MetricCatalog.canonical(name)].map { metrics[$0] } }

  /// The target that a metric is measured against: for the FTE of a grade with a target.
  func target(of metric: Metric) -> Metric? {
    let parts = metric.name.split(separator: ".")
    return parts.count == 2 && parts[1] == "fte" ? self["\(parts[0]).target"] : nil
  }

  /// The months of service that a scenario's heads must be divided at so that the metrics named can be reported.
  public static func shareBounds(naming names: [String]) -> [Int] {
    let asked = names.compactMap { share($0)?.months }
    return Set(asked + sharesShown.map { $0 * 12 }).sorted()
  }

  /// The metric, or what there is instead.
  public func metric(named name: String) throws(Faults) -> Metric {
    if let metric = self[name] { return metric }
    if let (grade, months) = MetricCatalog.share(name),
      let openFrom = legend.grades.first(where: { $0.key == grade })?.openFrom, months > openFrom
    {
      let open = Band(lower: openFrom, upper: nil)
      throw Faults(
        "there is no metric '\(name)': the opening heads of \(open) are one group of unknown service",
        help: ["say how far the group reaches: grades.\(grade).service: {…, \(open): {share: …, to: 30y}}"])
    }
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
