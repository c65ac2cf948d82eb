/// The benchmark model, written by hand from its description, with its exact moments at fixed parameters.
public struct BenchmarkOracle: Sendable {
  /// The solved model.
  public let oracle: GroupOracle

  /// Lengths of the pathways, in months.
  public static let lengths = [15, 21, 27]
  /// Keys of the pathways, in the order of their lengths.
  public static let pathwayKeys = lengths.map { "PQiP-\($0)" }
  /// Months that the benchmark runs for.
  public static let months = 60

  /// Solves the benchmark at one value of each parameter, with so many times its people.
  public init(
    _ parameters: BenchmarkParameters = BenchmarkParameters(), spread: BenchmarkSpread, times factor: Int = 1
  ) {
    oracle = GroupOracle(Self.model(parameters, spread: spread, times: factor))
  }

  /// A series at the close of, or during, one month (stocks 0...60, flows 1...60).
  public func moments(_ series: BenchmarkSeries, month: Int) -> Moments {
    if let keys = series.stockKeys { return oracle.stocks(keys, month: month) }
    return moments(series, months: month...month)
  }

  /// A flow summed over some months; a stock has no such sum.
  public func moments(_ series: BenchmarkSeries, months: ClosedRange<Int>) -> Moments {
    guard let flow = series.flow else { preconditionFailure("\(series) is not a flow") }
    return oracle.flow(flow, months: months)
  }

  /// The model itself: PO, PSO, three pathways; everyone in it by group.
  ///
  /// - Parameter factor: by what the people of the opening and all who start are multiplied
  public static func model(
    _ parameters: BenchmarkParameters = BenchmarkParameters(), spread: BenchmarkSpread, times factor: Int = 1
  ) -> OracleModel {
    let grades = [
      OracleGrade(key: "PO", leaving: leaving([0.10, 0.09, 0.075, 0.065], times: parameters.poMultiplier)),
      OracleGrade(key: "PSO", leaving: leaving([0.20, 0.13, 0.10, 0.09], times: parameters.psoMultiplier)),
    ]
    let pathways = lengths.map { length in
      OraclePathway(
        key: "PQiP-\(length)", length: length,
        withdrawal: Monthly.constant(Monthly.cumulative(parameters.attrition, overMonths: length)),
        withdrawnTo: ["PSO": 0.4], qualifiesAs: "PO", employedAs: "PSO")
    }
    let opening =
      opening(grade: "PO", heads: 5436 * factor, spread) + opening(grade: "PSO", heads: 3945 * factor, spread)
      + openingLearners(spread, times: factor)
    return OracleModel(
      months: months, grades: grades, pathways: pathways, groups: opening + starts(times: factor))
  }

  /// Central annual rates for service under 1 year, 1–4, 5–9, and 10 and over, as monthly probabilities.
  private static func leaving(_ rates: [Double], times multiplier: Double) -> MonthlyProbability {
    let monthly = rates.map { Monthly.central($0 * multiplier) }
    return { service, _ in
      switch service {
      case ..<12: monthly[0]
      case ..<60: monthly[1]
      case ..<120: monthly[2]
      default: monthly[3]
      }
    }
  }

  /// 36 % over months 0–59 of service, 29 % over 60–119, 35 % over 120–359.
  private static func opening(grade: String, heads: Int, _ spread: BenchmarkSpread) -> [OracleGroup] {
    let bands = Apportionment.largestRemainder(heads, shares: [0.36, 0.29, 0.35])
    let services = zip(bands, [60, 60, 240]).flatMap { spread.months($0, over: $1) }
    return services.enumerated().map { OracleGroup(.fixed($1), in: grade, month: 0, age: $0) }
  }

  /// 1,641 learners, 60/30/10 % over the pathways, even over the months done.
  private static func openingLearners(_ spread: BenchmarkSpread, times factor: Int) -> [OracleGroup] {
    let learners = Apportionment.largestRemainder(1641, shares: [0.6, 0.3, 0.1])
    return zip(lengths, learners).flatMap { length, count in
      spread.months(count * factor, over: length).enumerated().map {
        OracleGroup(.fixed($1), in: "PQiP-\(length)", month: 0, age: $0)
      }
    }
  }

  /// 60 PSOs and 4 POs each month; 500 learners in months 3, 9, … 57, 60/30/10 %.
  private static func starts(times factor: Int) -> [OracleGroup] {
    var groups: [OracleGroup] = []
    for month in 1...months {
      groups.append(OracleGroup(.fixed(60 * factor), in: "PSO", month: month))
      groups.append(OracleGroup(.fixed(4 * factor), in: "PO", month: month))
      guard month % 6 == 3 else { continue }
      let places = Apportionment.largestRemainder(500 * factor, shares: [0.6, 0.3, 0.1])
      for (key, count) in zip(pathwayKeys, places) {
        groups.append(OracleGroup(.fixed(count), in: key, month: month))
      }
    }
    return groups
  }
}
