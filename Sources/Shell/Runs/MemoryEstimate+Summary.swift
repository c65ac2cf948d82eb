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

  /// What a comparison has in memory beside its runs.
  mutating func addComparison(_ selection: ComparedSelection, _ request: RunRequest, outlook: Bool) {
    // Of each pair both sides and the difference.
    let cells = 3 * selection.metrics.count * selection.months.count * (selection.catalogs.count - 1)
    add(.statistics, fixed: cells * (request.format == .json ? MemoryEstimate.cellAsJSON : MemoryEstimate.cell))
    let metrics = selection.metrics.compactMap { selection.catalogs[0][$0] }
    let workers = max(1, min(request.threads, selection.metrics.count))
    // Two workspaces, and three columns for the pairs.
    add(.statistics, each: workers * (2 * RunSummary.bytesEach(metrics) + 3 * 8))
    if outlook { add(.statistics, each: TargetComparison.bytesEach) }
  }
}
