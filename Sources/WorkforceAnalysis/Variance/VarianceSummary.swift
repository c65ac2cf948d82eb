public import WorkforceSimulation

/// For each metric and month asked for, where its variance comes from.
public struct VarianceSummary: Sendable {
  public struct Cell: Sendable {
    public let metric: Metric
    public let step: Int
    /// Pairs of futures in which the number does not exist in both; they are left out.
    public let absent: Int
    /// Nil where the number does not vary, or exists in too few pairs.
    public let split: VarianceSplit?
    /// Whether the number exists in enough pairs.
    public let isEnough: Bool

    /// The variance over futures, in the square of the metric's unit; nil where it cannot be told.
    public var variance: Double? {
      guard isEnough else { return nil }
      return split.map { $0.total / (metric.unit.scale * metric.unit.scale) } ?? 0
    }
  }

  public let selection: Selection
  /// How many pairs of futures there are.
  public let pairs: Int
  /// By metric as asked for, then by month.
  public let cells: [Cell]

  /// Fewest replicates that a plan's parameters can be told apart by.
  /// - Parameter groups: the group of each input; see ``Simulation/inputGroups``
  public static func fewestReplicates(groups: [Int]) -> Int {
    HermiteRegression.fewestRows(terms: termCount(groups: groups))
  }

  /// How many terms the parameters are told apart by.
  public static func termCount(groups: [Int]) -> Int { HermiteBasis(inputs: groups).count }

  /// - Parameter twins: of a run of the selection's plan, with the columns that the selection needs
  public init(_ selection: Selection, _ twins: Twins) {
    let start = selection.legend.start
    let evaluations = [twins.ordinary, twins.twin].map { MetricEvaluation(selection.catalog, $0) }
    let basis = HermiteBasis(inputs: twins.inputs.map(\.group))
    let pairs = twins.ordinary.replicates
    let whole = HermiteRegression(basis, twins.inputs, rows: Array(0..<pairs))
    self.selection = selection
    self.pairs = pairs
    cells = selection.metrics.flatMap { metric in
      selection.steps.filter { metric.exists(in: $0, start: start) }.map { step in
        let values = evaluations.map { $0.values(metric, step: step) }
        let rows = (0..<pairs).filter { values[0][$0] != nil && values[1][$0] != nil }
        // Where some pairs are missing the rest have a regression of their own.
        let regression = rows.count == pairs ? whole : HermiteRegression(basis, twins.inputs, rows: rows)
        let split = regression.flatMap { regression in
          VarianceSplit(
            rows.compactMap { values[0][$0] }, rows.compactMap { values[1][$0] }, regression,
            groupCount: selection.legend.groups.count)
        }
        return Cell(
          metric: metric, step: step, absent: pairs - rows.count, split: split, isEnough: regression != nil)
      }
    }
  }
}
