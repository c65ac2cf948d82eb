public import WorkforceAnalysis
public import WorkforceModel

/// The distribution of a number over months: nested bands between percentiles, the median, and a target through it.
public struct FanChart: Sendable, Equatable {
  /// What lies between two percentiles: of 90 %, from the 5 % to the 95 % point.
  public struct Band: Sendable, Equatable {
    /// 0…100
    public var percent: Double
    /// By month; nil where the number does not exist.
    public var low: [Double?]
    public var high: [Double?]

    public init(percent: Double, low: [Double?], high: [Double?]) {
      self.percent = percent
      self.low = low.map(RoundStep.shown)
      self.high = high.map(RoundStep.shown)
    }

    /// The names of its ends: "p5" and "p95".
    var names: (low: String, high: String) {
      ("p\(NumberText.shortest(50 - percent / 2))", "p\(NumberText.shortest(50 + percent / 2))")
    }
  }

  public let title: String
  public let months: [Month]
  /// The widest first; three at most are told apart.
  public let bands: [Band]
  /// By month, in the middle of the bands.
  public let middle: [Double?]
  /// What it is called: "median", or "expected" where there is one path.
  public let middleName: String
  /// By month; nil where there is no target.
  public let target: [Double?]
  public let unit: ChartUnit
  /// Whether the numbers are differences: zero is then always seen, and numbers have signs.
  public let isDifference: Bool

  /// - Parameters:
  ///   - months: ascending, each once
  ///   - bands: of as many numbers as there are months; what is not finite is a gap
  ///   - middle: as many numbers as there are months
  ///   - target: as many numbers as there are months, or none at all
  public init(
    _ title: String, months: [Month], bands: [Band], middle: [Double?], middleName: String = "median",
    target: [Double?] = [], unit: ChartUnit = .number, isDifference: Bool = false
  ) {
    precondition(zip(months, months.dropFirst()).allSatisfy(<), "the months of a chart ascend")
    let counts = [middle.count] + bands.flatMap { [$0.low.count, $0.high.count] }
    precondition(counts.allSatisfy { $0 == months.count }, "a chart has a number for each of its months")
    precondition(target.isEmpty || target.count == months.count, "a target has a number for each month of the chart")
    self.title = title
    self.months = months
    self.bands = bands.sorted { $0.percent > $1.percent }
    self.middle = middle.map(RoundStep.shown)
    self.middleName = middleName
    self.target = target.isEmpty ? months.map { _ in nil } : target.map(RoundStep.shown)
    self.unit = unit
    self.isDifference = isDifference
  }

  /// From statistics by month: bands of 90, 80 and 50 % where both of their ends are given.
  /// - Parameter statistics: for each, as many numbers as there are months; `p50`, or else `expected`, is the middle
  public init(
    _ title: String, months: [Month], statistics: [Statistic: [Double?]], target: [Double?] = [],
    unit: ChartUnit = .number, isDifference: Bool = false
  ) {
    let ends: [(Double, Statistic, Statistic)] = [(90, .p5, .p95), (80, .p10, .p90), (50, .p25, .p75)]
    let bands = ends.compactMap { percent, low, high in
      statistics[low].flatMap { low in statistics[high].map { Band(percent: percent, low: low, high: $0) } }
    }
    let isPath = statistics[.p50] == nil && statistics[.expected] != nil
    self.init(
      title, months: months, bands: bands,
      middle: statistics[.p50] ?? statistics[.expected] ?? months.map { _ in nil },
      middleName: isPath ? "expected" : "median", target: target, unit: unit, isDifference: isDifference)
  }

  /// The months in which there is a number.
  var filled: [Int] {
    months.indices.filter { index in
      middle[index] != nil || bands.contains { $0.low[index] != nil && $0.high[index] != nil }
    }
  }

  /// Everything that the chart must show, in the numbers that are written: shares in percent.
  var range: ClosedRange<Double>? {
    let values = (bands.flatMap { $0.low + $0.high } + middle + target).compactMap(\.self)
    guard !filled.isEmpty, let low = values.min(), let high = values.max() else { return nil }
    return isDifference ? min(0, low) * scale...max(0, high) * scale : low * scale...high * scale
  }

  /// What a number is multiplied by before it is written.
  var scale: Double { unit == .share ? 100 : 1 }

  /// Numbers as they are written in tables and sentences.
  var number: ChartNumber {
    let values = (bands.flatMap { $0.low + $0.high } + middle + target).compactMap { $0.map { $0 * scale } }
    let spread = (values.max() ?? 1) - (values.min() ?? 0)
    let largest = values.map(\.magnitude).max() ?? 1
    let tick = RoundStep.atLeast(spread > largest * 1e-7 ? spread / 4 : max(largest / 10, 1e-100))
    return ChartNumber(labels: values, tick: tick, unit, isSigned: isDifference)
  }

  func text(_ value: Double?, _ number: ChartNumber) -> String { value.map { number.text($0 * scale) } ?? "–" }
}
