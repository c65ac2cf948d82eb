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

  public init() {}

  static let ftePerHeadRule = QuantityRule([.number], "FTE per head", range: 0...2, isPositive: true)
  static let capacityRule = ProfileRule(
    QuantityRule([.share], "the share of time free for the work"), bands: true, dates: false)

  public static let schema = Schema<Grade>([
    Field.optional("name", \.name, .free, "what the grade is called in reports", absent: "its key", isSimulated: false),
    Field.required(
      "opening", \.opening,
      QuantityRule([.number, .fte], "people or FTE in post", range: 0...1e8, isCeilingSoft: true),
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
  ])
}

/// Who leaves a grade: a rate, with a multiplier on every band and date of it.
public struct Leaving: SchemaPart {
  public var rate = Entry<Profile>.unset(Profile(.constant(0, .annualRate)))
  public var multiplier: Entry<Quantity>?

  public init() {}

  public static let rateRule = QuantityRule(
    [.annualRate, .annualProbability, .monthlyProbability], "a rate of leaving")

  public static let schema = Schema<Leaving>(
    [
      Field.required(
        "rate", \.rate, ProfileRule(Leaving.rateRule, bands: true, dates: true),
        "leavers in twelve months ÷ average in post, for all or by service at the opening of the month"),
      Field.optional(
        "multiplier", \.multiplier, QuantityRule([.multiplier], "a multiplier", range: 0...Quantity.largest),
        "multiplies the rate in every band and at every date", absent: "×1"),
    ], principal: "rate")
}

/// A change of grade at a rate, such as promotion; a loss to the one grade and a gain to the other, not a leaver.
public struct Move: SchemaPart {
  public var from = Entry<String>.unset("")
  public var to = Entry<String>.unset("")
  public var rate = Entry<Profile>.unset(Profile(.constant(0, .annualRate)))
  public var atService = Entry<MonthSpan>.unset(MonthSpan(months: 0))

  public init() {}

  public static let schema = Schema<Move>([
    Field.required("from", \.from, .reference("a grade"), "the grade that people move out of"),
    Field.required("to", \.to, .reference("a grade"), "the grade that they move into"),
    Field.required(
      "rate", \.rate,
      ProfileRule(
        QuantityRule([.annualRate, .annualProbability, .monthlyProbability], "a rate of moving"), bands: true,
        dates: true),
      "movers in twelve months ÷ average in post, for all or by service at the opening of the month"),
    Field.defaulted(
      "at-service", \.atService, of: Move(), 0...600, "the service with which they enter the new grade"),
  ])
}
