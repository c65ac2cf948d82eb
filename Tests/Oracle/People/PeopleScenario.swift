/// One scenario twice: as a file in the syntax of scenarios, and as plain values for the simulator of individuals.
public struct PeopleScenario: Sendable {
  /// What it exercises.
  public var name: String
  /// The file.
  public var text: String
  /// The same as plain values.
  public var model: PeopleModel
  /// Month indices in which everything is compared.
  public var months: [Int]
  /// Pairs of a series in one month and a series in another, whose covariance is compared too.
  public var pairs: [Pair]

  /// A count of one month and a count of another.
  public struct Pair: Sendable {
    public var first: String
    public var firstMonth: Int
    public var second: String
    public var secondMonth: Int

    public init(_ first: String, _ firstMonth: Int, _ second: String, _ secondMonth: Int) {
      self.first = first
      self.firstMonth = firstMonth
      self.second = second
      self.secondMonth = secondMonth
    }
  }

  /// `body` is the file after its head, which is made from the model's start and length.
  public init(_ name: String, _ model: PeopleModel, months: [Int], pairs: [Pair] = [], body: String) {
    self.name = name
    self.model = model
    self.months = months
    self.pairs = pairs
    text = """
      cadre: 1
      name: \(name)
      start: \(PeopleMonth.text(model.start))
      months: \(model.months)mo

      """ + body + "\n"
  }

  /// Compares two sets of values, each by series name and month; both must know the same series.
  public func compare(
    falseAlarm: Double, left: (String, Int) -> [Double]?, right: (String, Int) -> [Double]?
  ) -> TwoSamples {
    let names = PeopleSeries(model).names
    var result = TwoSamples(comparisons: 2 * names.count * months.count + pairs.count, falseAlarm: falseAlarm)
    for name in names {
      for month in months {
        guard let first = left(name, month), let second = right(name, month) else { continue }
        result.compare("\(name), month \(month)", first, second)
      }
    }
    for pair in pairs {
      guard
        let first = left(pair.first, pair.firstMonth), let second = left(pair.second, pair.secondMonth),
        let third = right(pair.first, pair.firstMonth), let fourth = right(pair.second, pair.secondMonth)
      else { continue }
      result.covariance(
        "\(pair.first), month \(pair.firstMonth), with \(pair.second), month \(pair.secondMonth)", (first, second),
        (third, fourth))
    }
    return result
  }

  /// Months to simulate: those compared, and those of the pairs.
  public var monthsNeeded: [Int] { Set(months + pairs.flatMap { [$0.firstMonth, $0.secondMonth] }).sorted() }

  /// Two simulations of individuals against each other, such as one with errors planted.
  public static func compare(
    _ scenario: PeopleScenario, with other: PeopleModel, replicates: Int, seeds: (UInt64, UInt64), falseAlarm: Double
  ) -> TwoSamples {
    let left = PeopleSample(scenario.model, replicates: replicates, seed: seeds.0, months: scenario.monthsNeeded)
    let right = PeopleSample(other, replicates: replicates, seed: seeds.1, months: scenario.monthsNeeded)
    return scenario.compare(
      falseAlarm: falseAlarm, left: { left.values($0, month: $1) }, right: { right.values($0, month: $1) })
  }
}
