/// A qualification programme.
public struct Pathway: SchemaPart {
  public var name: Entry<String>?
  public var family: Entry<String>?
  public var months = Entry<MonthSpan>.unset(MonthSpan(months: 12))
  public var employedAs = Entry<String>.unset("")
  public var qualifiesAs = Entry<String>.unset("")
  public var ftePerHead: Entry<Quantity>?
  public var attrition = Entry<Profile>.unset(Profile(.constant(0, .overPathway)))
  /// Where those who withdraw go: `leave`, or a grade, which they enter with service 0.
  public var withdrawn = Entry<Split>.unset(Split(all: "leave"))
  public var capacity = Entry<Profile>.unset(Profile(.constant(100, .share)))
  public var `extension` = PathwayExtension()
  /// Shares over the months from finishing to appointment; `0mo` for appointment in the month of finishing.
  public var waiting = Entry<Split>.unset(Split(all: "0mo"))
  public var learners = Entry<OpeningLearners>.unset(.none)
  /// Those who wait at the opening, by the month of their appointment.
  public var awaiting = Entry<KeyedQuantities>.unset(.none)
  public var costPerStarter: Entry<Quantity>?
  public var costPerLearnerMonth: Entry<Quantity>?

  public init() {}

  public static let schema = Schema<Pathway>([
    Field.optional(
      "name", \.name, .free, "what the pathway is called in reports", absent: "its key", isSimulated: false),
    Field.optional("family", \.family, .reference("a family of pathways"), "the family whose sums it counts in"),
    Field.required("months", \.months, 1...240, "the length of the programme"),
    Field.required("employed-as", \.employedAs, .reference("a grade"), "the grade that learners are employed in"),
    Field.required(
      "qualifies-as", \.qualifiesAs, .reference("a grade"), "the grade that they qualify into, at service 0"),
    Field.optional(
      "fte-per-head", \.ftePerHead, Grade.ftePerHeadRule, "hours worked per learner",
      absent: "that of the grade they are employed in"),
    Field.required(
      "attrition", \.attrition,
      ProfileRule(
        QuantityRule(
          [.overPathway, .monthlyProbability, .annualRate, .annualProbability], "attrition", each: [.intake, .year]),
        bands: true, dates: true),
      "the probability of withdrawing over the whole programme; or a monthly or annual one, for all or by months done"),
    Field.required(
      "withdrawn", \.withdrawn, SplitRule("where the withdrawn go", word: "leave", each: [.intake]),
      "where those who withdraw go: leave, or a grade, entered at service 0"),
    Field.defaulted(
      "capacity", \.capacity, of: Pathway(), Grade.capacityRule,
      "the share of working time that is free for the work, by months on the programme"),
    GroupNode("extension", \.extension, "those who take longer", isRequired: false),
    Field.defaulted(
      "waiting", \.waiting, of: Pathway(), SplitRule("months from finishing to appointment", overMonths: 0...60),
      "how long those who have finished wait for their appointment; meanwhile they leave at the employing grade's rate"),
    Field.defaulted(
      "learners", \.learners, of: Pathway(), (),
      "learners at the opening, by start month, by months done, or by a band of months done, spread evenly"),
    Field.defaulted(
      "awaiting", \.awaiting, of: Pathway(),
      KeyedRule(
        .months("the month of appointment"),
        QuantityRule([.number, .fte], "people who wait for their appointment", countsPeople: true),
        example: "{2024-10: 60, 2024-11: 40}"),
      "those who have finished before the opening and wait, by the month of their appointment"),
    Field.optional("cost-per-starter", \.costPerStarter, Pathway.costRule, "what each start costs", absent: "£0"),
    Field.optional(
      "cost-per-learner-month", \.costPerLearnerMonth, Pathway.costRule,
      "what each month of a learner costs, beside pay", absent: "£0"),
  ])

  private static let costRule = QuantityRule([.money], "a cost", range: 0...1e9, isCeilingSoft: true)
}

/// Those who take longer than the programme's length: a share of those who reach its end, by so many months.
public struct PathwayExtension: SchemaPart {
  public var share: Entry<Quantity>?
  public var months: Entry<MonthSpan>?

  public init() {}

  public static let schema = Schema<PathwayExtension>([
    Field.optional(
      "share", \.share, QuantityRule([.share], "the share who take longer"),
      "the share of those who reach the end of the programme who take longer"),
    Field.optional(
      "months", \.months, 1...60, "how much longer they take, exposed to the attrition of the last month"),
  ])
}
