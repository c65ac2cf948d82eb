/// A post that people hold and are counted in.
public struct Grade: SchemaPart {
  public var name: Entry<String>?
  /// People or FTE in post at the opening, learners not counted.
  public var opening = Entry<Quantity>.unset(.constant(0, .number))
  public var ftePerHead = Entry<Quantity>.unset(.constant(1, .number))
  public var service: Entry<ServiceSpread> = .unset(.unknown)
  public var leaving = Leaving()
  public var target: Entry<Profile>?
  /// Share of the time free for the work, by months of service.
  public var capacity = Entry<Profile>.unset(Profile(.constant(100, .share)))
  /// A year's pay for one FTE.
  public var pay: Entry<Profile>?
  public var onCosts: Entry<Quantity>?
  /// What the cells are divided by beside the month of entry: `origin`, the pathway that people qualified from.
  public var dividedBy: Entry<String>?

  public init() {}

  static let ftePerHeadRule = QuantityRule([.number], "FTE per head", range: 0...2, isPositive: true)
  static let capacityRule = ProfileRule(
    QuantityRule([.share], "the share of time free for the work"), bands: true, dates: false)

  public static let schema = Schema<Grade>([
    Field.optional("name", \.name, .free, "what the grade is called in reports", absent: "its key", isSimulated: false),
    Field.required(
      "opening", \.opening,
      QuantityRule([.number, .fte], "people or FTE in post", range: 0...1e8, isCeilingSoft: true, countsPeople: true),
      "those in post at the end of the start month, without learners"),
    Field.defaulted("fte-per-head", \.ftePerHead, of: Grade(), Grade.ftePerHeadRule, "hours worked per person"),
    Field.defaulted(
      "service", \.service, of: Grade(), (), "how those in post at the opening are spread over months of service"),
    GroupNode("leaving", \.leaving, "the leaving rate"),
    Field.optional(
      "target", \.target,
      ProfileRule(
        QuantityRule([.fte], "a target in FTE", range: 0...1e8, isCeilingSoft: true, isPositive: true),
        bands: false, dates: true),
      "the FTE that the grade should have"),
    Field.defaulted(
      "capacity", \.capacity, of: Grade(), Grade.capacityRule,
      "the share of working time that is free for the work, by service at the close of the month"),
    Field.optional(
      "pay", \.pay,
      ProfileRule(
        QuantityRule([.money], "a year's pay", range: 0...1e9, isCeilingSoft: true), bands: false, dates: true),
      "a year's pay for one FTE; learners are paid as the grade that they are employed in"),
    Field.optional(
      "on-costs", \.onCosts, Costs.onCostsRule, "what the employer pays on top of pay, as a share of it",
      absent: "costs.on-costs"),
    Field.optional(
      "divided-by", \.dividedBy, .word(["origin"]),
      "origin: people are told apart by the pathway that they qualified from, for leaving.by-origin"),
  ])
}

/// Who leaves a grade: a rate, with a multiplier on every band and date of it.
public struct Leaving: SchemaPart {
  public var rate = Entry<Profile>.unset(Profile(.constant(0, .annualRate)))
  public var multiplier: Entry<Quantity>?
  public var byOrigin: Entry<KeyedQuantities>?
  public var yearlyVariation: Entry<Quantity>?
  public var persistence: Entry<Quantity>?
  public var `in`: Entry<NamedMonths>?

  public init() {}

  public static let rateRule = QuantityRule(
    [.annualRate, .annualProbability, .monthlyProbability], "a rate of leaving", each: [.year])
  static let variationRule = QuantityRule([.share], "the variation from year to year", range: 0...2)
  static let persistenceRule = QuantityRule([.number], "persistence", range: 0...1)

  public static let schema = Schema<Leaving>(
    [
      Field.required(
        "rate", \.rate, ProfileRule(Leaving.rateRule, bands: true, dates: true),
        "leavers in twelve months ÷ average in post, for all or by service at the opening of the month"),
      Field.optional(
        "multiplier", \.multiplier, QuantityRule([.multiplier], "a multiplier", range: 0...Quantity.largest),
        "multiplies the rate in every band and at every date", absent: "×1"),
      Field.optional(
        "by-origin", \.byOrigin,
        KeyedRule(
          .names("a pathway"), QuantityRule([.multiplier], "a multiplier", range: 0...Quantity.largest),
          example: "{PQiP-15: ×1.2}"),
        "multiplies the rate of those who qualified from a pathway; the grade says divided-by: origin"),
      Field.optional(
        "yearly-variation", \.yearlyVariation, Leaving.variationRule,
        "how much the rate varies about its level from year to year: the standard deviation of a year's innovation"),
      Field.optional(
        "persistence", \.persistence, Leaving.persistenceRule,
        "how much of a year's deviation is left in the next: 0 none, 1 all", absent: "0"),
      Field.optional(
        "in", \.`in`, (), "the months in which an annual rate or probability acts, in equal parts",
        absent: "every month"),
    ], principal: "rate")
}
