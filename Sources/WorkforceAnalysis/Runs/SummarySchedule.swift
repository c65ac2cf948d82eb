/// How the metrics of a run are shared out: those that have numbers in common are worked out together, those that are
/// worked out alike once.
struct SummarySchedule {
  private struct Alike: Hashable {
    var formula: Metric.Formula
    var unit: Metric.Unit
    var isStock: Bool
  }

  /// Places of metrics that are worked out together, each metric or its twin once. Sums over everything, which take
  /// longest and stand last, begin first, so that no thread is left with one.
  let groups: [[Int]]
  /// For each metric the place of the one that is worked out in its stead, or its own.
  let twins: [Int]

  init(_ metrics: [Metric], _ catalog: MetricCatalog) {
    var known: [Alike: Int] = [:]
    var twins: [Int] = []
    var groups: [[Int]] = []
    for (place, metric) in metrics.enumerated() {
      let alike = Alike(formula: metric.formula, unit: metric.unit, isStock: metric.isStock)
      // Against a target each is held by itself.
      if catalog.target(of: metric) == nil, let twin = known[alike] {
        twins.append(twin)
        continue
      }
      twins.append(place)
      if catalog.target(of: metric) == nil { known[alike] = place }
      if let last = groups.last?.last, metric.formula.root != .none, metrics[last].formula.root == metric.formula.root {
        groups[groups.count - 1].append(place)
      } else {
        groups.append([place])
      }
    }
    self.groups = groups.reversed()
    self.twins = twins
  }
}
