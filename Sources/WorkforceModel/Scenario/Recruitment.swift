/// Recruits or returners who join a grade from outside.
public struct Recruitment: SchemaPart {
  public var name: Entry<String>?
  public var into: Entry<String>?
  public var number: Entry<Profile>?
  public var `in`: Entry<NamedMonths>?
  /// `vacancies`: as many are ordered as the grade lacks.
  public var fill: Entry<String>?
  public var counts: Entry<String>?
  public var after: Entry<MonthSpan>?
  public var atMost: Entry<Profile>?
  public var kind = Entry<String>.unset("recruits")
  public var atService: Entry<MonthSpan>?

  public init() {}

  static let numberRule = ProfileRule(
    QuantityRule(
      [.perMonth, .perYear], "a number in time", range: 0...1e7, isCeilingSoft: true, mayBePoisson: true,
      each: [.year]),
    bands: false, dates: true)

  public static let withoutLearners = "without-learners"
  public static let withLearners = "with-learners"

  public static let schema = Schema<Recruitment>([
    Field.optional("name", \.name, .free, "what it is called in reports", absent: "its key", isSimulated: false),
    Field.optional(
      "into", \.into, .reference("a grade"), "the grade that they join", absent: "the grade whose name is its key"),
    Field.optional(
      "number", \.number, Recruitment.numberRule,
      "how many join: a plan, spread evenly over the months as whole people, or poisson(…) for a draw"),
    Field.optional(
      "in", \.`in`, (), "the months in which a number a year joins, in equal parts", absent: "every month"),
    Field.optional(
      "fill", \.fill, .word(["vacancies"]),
      "instead of a number: at the close of each month as many are ordered as the grade lacks to its target"),
    Field.optional(
      "counts", \.counts, .word([Recruitment.withoutLearners, Recruitment.withLearners]),
      "whether the FTE set against the target includes learners employed in the grade",
      absent: Recruitment.withoutLearners),
    Field.optional("after", \.after, 1...60, "how long it takes from the order to the start", absent: "1mo"),
    Field.optional(
      "at-most", \.atMost,
      ProfileRule(
        QuantityRule([.perMonth], "the most that can be ordered a month", range: 0...1e7, isCeilingSoft: true),
        bands: false, dates: true), "the most that can be ordered in a month", absent: "no limit"),
    Field.defaulted(
      "kind", \.kind, of: Recruitment(), .word(["recruits", "returners"]),
      "recruits are new to the grade; returners have been in it before"),
    Field.optional(
      "at-service", \.atService, 0...600, "the service with which they join",
      absent: "0mo for recruits, 60mo for returners"),
  ])

  /// Months from an order to the start.
  public var delay: Int { after?.value.months ?? 1 }

  /// The service with which they join, in months.
  public var joiningService: Int { atService?.value.months ?? (kind.value == "returners" ? 60 : 0) }
}
