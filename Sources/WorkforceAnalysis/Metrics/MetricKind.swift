import WorkforceSimulation

/// The one list of metrics: what can follow the point in `PO.fte`, for which subjects, and what it means.
public struct MetricKind: Sendable {
  public enum Subject: String, Sendable {
    case grade, pathway
    /// Families of pathways and `all` too, as sums.
    case sum
  }

  public let measure: String
  public let subjects: [Subject]
  public let unit: Metric.Unit
  public let isStock: Bool
  public let summary: String
  let build: @Sendable (MetricBuilder) -> Metric.Formula?

  init(
    _ measure: String, _ subjects: [Subject], _ unit: Metric.Unit, stock: Bool, _ summary: String,
    build: @escaping @Sendable (MetricBuilder) -> Metric.Formula?
  ) {
    self.measure = measure
    self.subjects = subjects
    self.unit = unit
    isStock = stock
    self.summary = summary
    self.build = build
  }

  private static func flow(
    _ measure: String, _ subjects: [Subject], _ summary: String,
    series: @escaping @Sendable (MetricBuilder) -> [Int]?
  ) -> [MetricKind] {
    [
      MetricKind(measure, subjects, .heads, stock: false, summary) { series($0).map { .sum($0) } },
      MetricKind("\(measure)-12mo", subjects, .heads, stock: false, "\(summary), last twelve months") {
        series($0).map { .twelveMonths($0) }
      },
      MetricKind("\(measure)-quarter", subjects, .heads, stock: false, "\(summary), calendar quarter ending that month")
      {
        series($0).map { .quarter($0) }
      },
      MetricKind(
        "\(measure)-fy", subjects, .heads, stock: false, "\(summary), financial year (April to March) ending that month"
      ) { series($0).map { .financialYear($0) } },
    ]
  }

  /// Money spent in a month, with its sums over windows.
  private static func money(_ measure: String, _ subjects: [Subject], _ summary: String) -> [MetricKind] {
    let windows: [(suffix: String, words: String, window: Metric.Window)] = [
      ("", "", .month), ("-12mo", ", last twelve months", .twelveMonths),
      ("-quarter", ", calendar quarter ending that month", .quarter),
      ("-fy", ", financial year (April to March) ending that month", .financialYear),
    ]
    return windows.map { entry in
      MetricKind(measure + entry.suffix, subjects, .money, stock: false, summary + entry.words) {
        $0.costs.map { .cost($0, entry.window) }
      }
    }
  }

  public static let all: [MetricKind] = stocks + withLearners + grades + pathways + costs

  private static let stocks: [MetricKind] = [
    MetricKind(
      "heads", [.grade, .sum], .heads, stock: true,
      "people in the grade, without learners; all.heads is everyone, learners included"
    ) {
      $0.gradeHeads.map { .sum($0) }
    },
    MetricKind("fte", [.grade, .pathway, .sum], .fte, stock: true, "people × hours worked") {
      $0.fte.map { .weighted($0) }
    },
    MetricKind(
      "capacity", [.grade, .pathway, .sum], .fte, stock: true, "FTE × the share of time free for the work"
    ) { $0.capacity.map { .weighted($0) } },
    MetricKind("learners", [.pathway, .sum], .heads, stock: true, "people on the programme") {
      $0.learnerHeads.map { .sum($0) }
    },
    MetricKind(
      "awaiting", [.pathway, .sum], .heads, stock: true, "people who have finished the programme and await appointment"
    ) { $0.awaitingHeads.map { .sum($0) } },
    MetricKind("target", [.grade], .fte, stock: true, "the FTE that the grade should have") { builder in
      builder.targetStock.map { .target(stock: $0) }
    },
    MetricKind("vacancies", [.grade], .fte, stock: true, "target − FTE; negative when over") { builder in
      guard let stock = builder.targetStock, let fte = builder.fte else { return nil }
      return .vacancies(stock: stock, fte: fte)
    },
    MetricKind("vacancy-rate", [.grade], .rate, stock: true, "vacancies ÷ target") { builder in
      guard let stock = builder.targetStock, let fte = builder.fte else { return nil }
      return .vacancyRate(stock: stock, fte: fte)
    },
  ]

  private static let withLearners: [MetricKind] =
    [
      MetricKind(
        "heads-with-learners", [.grade], .heads, stock: true, "people in the grade and learners employed in it"
      ) { builder in builder.headsWithLearners.map { .sum($0) } },
      MetricKind("fte-with-learners", [.grade], .fte, stock: true, "FTE of the grade and of learners employed in it") {
        $0.fteWithLearners.map { .weighted($0) }
      },
      MetricKind(
        "wastage-with-learners", [.grade], .rate, stock: true,
        "leavers of the last twelve months ÷ mean of the thirteen month-end heads, learners employed in the grade included"
      ) { builder in
        guard let leavers = builder.leaversWithLearners, let heads = builder.headsWithLearners else { return nil }
        return .wastage(leavers: leavers, heads: heads)
      },
    ]
    + flow("leavers-with-learners", [.grade], "leavers of the grade and from learners employed in it") {
      $0.leaversWithLearners
    }

  private static let grades: [MetricKind] =
    [
      MetricKind(
        "wastage", [.grade], .rate, stock: true,
        "leavers of the last twelve months ÷ mean of the thirteen month-end heads"
      ) { builder in
        guard let leavers = builder.flow(.leavers), let heads = builder.gradeHeads else { return nil }
        return .wastage(leavers: leavers, heads: heads)
      }
    ]
    + flow("joiners", [.grade, .sum], "people who join the grade from outside") { $0.flow(.joiners) }
    + flow("qualifiers", [.grade, .pathway, .sum], "people who are appointed on qualifying from a pathway") {
      $0.qualifiers
    }
    + flow("moves-in", [.grade], "people who move into the grade from another") { $0.flow(.movesIn) }
    + flow("reverted", [.grade, .pathway, .sum], "withdrawn learners who go to a grade") { $0.reverted }
    + flow("leavers", [.grade, .sum], "people who leave the service from the grade") { $0.flow(.leavers) }
    + flow("moves-out", [.grade], "people who move from the grade to another") { $0.flow(.movesOut) }
    + flow("to-training", [.grade, .sum], "people of the grade who start a pathway") { $0.flow(.toTraining) }
    + flow("moves-out-not-met", [.grade], "people wanted for moves by number whom the grade did not have") {
      $0.flow(.movesOutNotMet)
    }
    + flow("to-training-not-met", [.grade, .sum], "starters wanted from the grade whom it did not have") {
      $0.flow(.toTrainingNotMet)
    }

  private static let pathways: [MetricKind] =
    flow("starts", [.pathway, .sum], "people who start the programme") { $0.flow(.starts) }
    + flow("withdrawals", [.pathway, .sum], "learners who withdraw: left + reverted") { $0.withdrawals }
    + flow("left", [.pathway, .sum], "withdrawn learners who leave the service") { $0.flow(.left) }
    + flow("extended", [.pathway, .sum], "learners who take longer than the programme's length") { $0.flow(.extended) }
    + flow("finished", [.pathway, .sum], "learners whose programme ends") { $0.flow(.finished) }
    + flow("left-awaiting", [.pathway, .sum], "people who leave the service while they await appointment") {
      $0.flow(.leftAwaiting)
    }

  private static let costs: [MetricKind] =
    money(
      "cost", [.grade, .pathway, .sum],
      "pay with on-costs; for pathways of learners and those awaiting, with the cost of starts and learner-months")
    + [
      MetricKind(
        "cost-per-qualified", [.pathway, .sum], .money, stock: true,
        "cost of learners and those awaiting ÷ those who qualified, over the last twelve months"
      ) { builder in
        guard let costs = builder.learnerCosts, let qualifiers = builder.flow(Legend.PathwayFlow.qualifiers) else {
          return nil
        }
        return .costPerQualified(costs, qualifiers: qualifiers)
      }
    ]
}
