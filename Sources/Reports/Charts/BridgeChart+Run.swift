public import WorkforceAnalysis
public import WorkforceModel
import WorkforceSimulation

/// Bridges of what was simulated.
extension BridgeChart {
  /// What changes the heads of a grade, in the order in which it is told.
  private static let flows: [(measure: String, sign: Double, label: String)] = [
    ("joiners", 1, "joiners"), ("qualifiers", 1, "qualifiers"), ("moves-in", 1, "moves in"),
    ("reverted", 1, "from withdrawal"), ("leavers", -1, "leavers"), ("moves-out", -1, "moves out"),
    ("to-training", -1, "to training"),
  ]

  /// The metrics that a run must be asked for, in every month, to draw the bridge of a grade.
  public static func metrics(of grade: String) -> [String] {
    ["\(grade).heads"] + flows.map { "\(grade).\($0.measure)" }
  }

  /// The heads of a grade from the end of one month to the end of another: means over replicates, which add up where
  /// medians would not. Flows that are nothing in every replicate are left out.
  /// - Returns: nil where the run was not asked for ``metrics(of:)`` in all of these months
  public init?(grade: String, from first: Month, to last: Month, _ summary: RunSummary) {
    let start = summary.selection.legend.start
    guard first < last else { return nil }
    func mean(_ measure: String, _ month: Month) -> Double? {
      let cell = summary.cell("\(grade).\(measure)", step: month - start)
      return cell?.value(.mean) ?? cell?.value(.expected)
    }
    guard let opening = mean("heads", first), mean("heads", last) != nil else { return nil }
    var steps: [Step] = []
    for flow in BridgeChart.flows {
      let months = (1...(last - first)).map { mean(flow.measure, first + $0) }
      guard months.allSatisfy({ $0 != nil }) else { return nil }
      let total = months.reduce(0) { $0 + ($1 ?? 0) }
      if total != 0 { steps.append(Step(flow.label, flow.sign * total)) }
    }
    self.init(
      "\(grade).heads, means", opening: Step(first.shown, opening), steps: steps, closing: last.shown)
  }
}
