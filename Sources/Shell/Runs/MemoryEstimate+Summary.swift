import Reports
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

extension MemoryEstimate {
  /// Bytes of a metric in a month with its statistics, and, as JSON, with the rows and the text that are made of it;
  /// measured.
  private static let cell = 800
  private static let cellAsJSON = 10_000

  /// What the statistics of a run have in memory.
  mutating func addSummary(_ selection: Selection, _ request: RunRequest) {
    let start = selection.legend.start
    let cells = selection.metrics.reduce(0) { sum, metric in
      sum + selection.steps.count { metric.exists(in: $0, start: start) }
    }
    add(.statistics, fixed: cells * (request.format == .json ? MemoryEstimate.cellAsJSON : MemoryEstimate.cell))
    let workers = max(1, min(request.threads, selection.metrics.count))
    add(.statistics, each: workers * RunSummary.bytesEach(selection.metrics))
    if request.showsOutlook, !selection.targets.isEmpty { add(.statistics, each: TargetOutlook.bytesEach) }
  }
}
