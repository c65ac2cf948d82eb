/// A qualification programme.
public struct Pathway: SchemaPart {
  public var name: Entry<String>?
  public var family: Entry<String>?
  public var months = Entry<MonthSpan>.unset(MonthSpan(months: 12))
  public var employedAs = Entry<String>.unset("")
  public var qualifiesAs = Entry<String>.unset("")
  public var ftePerHead: Entry<Quantity>?
  public var attrition = Entry<Quantity>.unset(.constant(0, .overPathway))
  /// Where those who withdraw go: `leave`, or a grade, which they enter with service 0.
  public var withdrawn = Entry<Split>.unset(Split(all: "leave"))
  public var capacity = Entry<Profile>.unset(Profile(.constant(100, .share)))
  public var learners = Entry<OpeningLearners>.unset(.none)

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
      QuantityRule([.overPathway, .monthlyProbability, .annualRate, .annualProbability], "attrition"),
      "the probability of withdrawing over the whole programme, or a monthly or annual one"),
    Field.required(
      "withdrawn", \.withdrawn, SplitRule("where the withdrawn go", word: "leave"),
      "where those who withdraw go: leave, or a grade, entered at service 0"),
    Field.defaulted(
      "capacity", \.capacity, of: Pathway(), Grade.capacityRule,
      "the share of working time that is free for the work, by months on the programme"),
    Field.defaulted(
      "learners", \.learners, of: Pathway(), (),
      "learners at the opening, by start month, by months done, or by a band of months done, spread evenly"),
  ])
}
