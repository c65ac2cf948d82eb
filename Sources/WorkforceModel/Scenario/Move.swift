/// A change of grade, such as promotion: at a rate, or as a number of people; a loss to the one grade and a gain to the
/// other, not a leaver.
public struct Move: SchemaPart {
  public var name: Entry<String>?
  public var from = Entry<String>.unset("")
  public var to = Entry<String>.unset("")
  public var rate: Entry<Profile>?
  public var yearlyVariation: Entry<Quantity>?
  public var persistence: Entry<Quantity>?
  public var number: Entry<Profile>?
  public var `in`: Entry<NamedMonths>?
  public var atService = Entry<MonthSpan>.unset(MonthSpan(months: 0))

  public init() {}

  public static let schema = Schema<Move>([
    Field.optional("name", \.name, .free, "what the move is called in reports", absent: "its key", isSimulated: false),
    Field.required("from", \.from, .reference("a grade"), "the grade that people move out of"),
    Field.required("to", \.to, .reference("a grade"), "the grade that they move into"),
    Field.optional(
      "rate", \.rate,
      ProfileRule(
        QuantityRule(
          [.annualRate, .annualProbability, .monthlyProbability], "a rate of moving", each: [.year]), bands: true,
        dates: true),
      "movers in twelve months ÷ average in post, for all or by service at the opening of the month"),
    Field.optional(
      "yearly-variation", \.yearlyVariation, Leaving.variationRule,
      "how much the rate varies about its level from year to year: the standard deviation of a year's innovation"),
    Field.optional(
      "persistence", \.persistence, Leaving.persistenceRule,
      "how much of a year's deviation is left in the next: 0 none, 1 all", absent: "0"),
    Field.optional(
      "number", \.number, Recruitment.numberRule,
      "instead of a rate: how many move, whatever their service, taken from those left after the month's exits"),
    Field.optional(
      "in", \.`in`, (), "the months in which an annual rate, probability or number acts, in equal parts",
      absent: "every month"),
    Field.defaulted(
      "at-service", \.atService, of: Move(), 0...600, "the service with which they enter the new grade"),
  ])
}
