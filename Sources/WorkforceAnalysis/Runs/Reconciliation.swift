import WorkforceModel
public import WorkforceSimulation

/// Published figures beside the model's own.
public struct Reconciliation: Sendable {
  /// A figure with what the futures say about it.
  public struct Row: Sendable {
    public let figure: ComparedFigure
    /// Nil where the model has no such figure, or no future has.
    public let model: Model?
  }

  /// In the metric's unit.
  public struct Model: Sendable {
    public let mean: Double
    /// Nine in ten futures lie between the two.
    public let p5: Double
    public let p95: Double
    /// The mean less the published value.
    public let difference: Double
    /// The share of futures below the published value; of those that agree with it to its last digit, one half.
    public let below: ProbabilityEstimate
  }

  public let rows: [Row]

  /// The columns that a run must record.
  public static func columns(_ figures: [ComparedFigure], _ legend: Legend) -> [Int] {
    let columns = figures.flatMap { figure in
      figure.step.map { MetricEvaluation.columns([figure.metric], steps: [$0], legend) } ?? []
    }
    return Set(columns).sorted()
  }

  public init(_ figures: [ComparedFigure], _ evaluation: MetricEvaluation) {
    rows = figures.map { figure in
      Row(figure: figure, model: figure.step.flatMap { Reconciliation.model(figure, step: $0, evaluation) })
    }
  }

  private static func model(_ figure: ComparedFigure, step: Int, _ evaluation: MetricEvaluation) -> Model? {
    let workspace = MetricWorkspace(evaluation)
    // It has the memory that its numbers stand in.
    defer { withExtendedLifetime(workspace) {} }
    let cell = RunSummary.Cell(figure.metric, step: step, workspace, target: nil)
    guard let mean = cell.value(.mean), let p5 = cell.value(.p5), let p95 = cell.value(.p95) else { return nil }
    let numbers = evaluation.numbers(figure.metric, step: step).compactMap(\.self)
    // Both are whole multiples of what the metric is reported in, but for what a published value says more exactly.
    // Half of the futures that agree with a rounded figure, because it may stand for more as well as for less.
    let below = numbers.count { $0 < figure.value - figure.halfDigit }
    let agreeing = numbers.count { ($0 - figure.value).magnitude <= figure.halfDigit }
    return Model(
      mean: mean, p5: p5, p95: p95, difference: mean - figure.value,
      below: ProbabilityEstimate(hits: below + agreeing / 2, replicates: numbers.count))
  }
}
