public import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// Histograms of what was simulated.
extension HistogramChart {
  /// A metric in one month of a run (0 is the opening), over its replicates. FTE are held against the target of the
  /// grade, where it is the same in all replicates.
  /// - Returns: nil where the metric does not exist then
  public init?(_ name: String, step: Int, _ evaluation: MetricEvaluation) {
    let (catalog, legend) = (evaluation.catalog, evaluation.catalog.legend)
    guard let metric = catalog[name], (0...legend.months).contains(step), metric.exists(in: step, start: legend.start)
    else { return nil }
    let goal = FanChart.metrics(of: metric.name, catalog).dropFirst().first.flatMap { catalog[$0] }
    let targets = goal.map { Set(evaluation.numbers($0, step: step)) } ?? []
    self.init(
      "\(metric.name) in \((legend.start + step).shown)",
      values: evaluation.numbers(metric, step: step).compactMap(\.self), unit: ChartUnit(metric.unit),
      target: targets.count == 1 ? targets.first.flatMap(\.self) : nil)
  }
}
