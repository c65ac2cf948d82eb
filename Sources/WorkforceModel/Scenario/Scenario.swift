public import OrderedCollections

/// Everything that a run depends on. A value: a change makes another scenario, and undo is keeping the one before.
public struct Scenario: SchemaPart {
  /// The version of the file format.
  public var cadre = Entry<UInt64>.unset(1)
  /// The scenario that this one was read over: what a file gives is only what differs from it.
  public var extends: Entry<String>?
  public var name = Entry<String>.unset("")
  public var note: Entry<String>?
  /// The month at whose end the opening position stands.
  public var start = Entry<Month>.unset(Month(year: 2000, month: 1))
  public var months = Entry<MonthSpan>.unset(MonthSpan(months: 12))
  public var replicates = Entry<UInt64>.unset(10_000)
  public var seed = Entry<UInt64>.unset(1)
  public var yearBegins = Entry<String>.unset("april")
  public var costs = Costs()
  public var grades: OrderedDictionary<String, Grade> = [:]
  public var moves: OrderedDictionary<String, Move> = [:]
  public var pathways: OrderedDictionary<String, Pathway> = [:]
  public var intakes: OrderedDictionary<String, Intake> = [:]
  public var recruitment: OrderedDictionary<String, Recruitment> = [:]
  public var factors: OrderedDictionary<String, Factor> = [:]
  public var published: [PublishedFigure] = []

  public init() {}

  /// The longest horizon, in months.
  public static let longestHorizon = 600
  public static let mostReplicates: UInt64 = 10_000_000

  public static let extendsKey = "extends"

  public static let schema = Schema<Scenario>([
    Field.required(
      "cadre", \.cadre, 1...1, "the version of the file format", isSimulated: false),
    Field.optional(
      extendsKey, \.extends, .free,
      "the scenario that this one changes: a file, its path relative to this file's folder, or the name of a scenario "
        + "that ships", isSimulated: false),
    Field.required("name", \.name, .free, "what the scenario is called in reports", isSimulated: false),
    Field.optional("note", \.note, .free, "what a reader should know about the scenario", isSimulated: false),
    Field.required("start", \.start, (), "the month at whose end the opening position stands"),
    Field.required(
      "months", \.months, 1...Scenario.longestHorizon, "the horizon: how many months are simulated after the start"),
    Field.defaulted(
      "replicates", \.replicates, of: Scenario(), 1...Scenario.mostReplicates, "how many futures are simulated",
      isSimulated: false),
    Field.defaulted(
      "seed", \.seed, of: Scenario(), 0...UInt64.max, "the number that all randomness is drawn from",
      isSimulated: false),
    Field.defaulted(
      "year-begins", \.yearBegins, of: Scenario(), .word(NamedMonths.names),
      "the month from which years are counted, for yearly-variation and for numbers drawn anew for each year"),
    GroupNode("costs", \.costs, "what applies to all money", isRequired: false),
    ThingsNode("grades", of: "grade", \.grades, "the posts that people hold and are counted in", isRequired: true),
    ThingsNode("moves", of: "move", \.moves, "changes of grade, at a rate or as a number"),
    ThingsNode("pathways", of: "pathway", \.pathways, "qualification programmes"),
    ThingsNode("intakes", of: "intake", \.intakes, "groups that start a pathway or a grade in one month"),
    ThingsNode("recruitment", of: "recruitment", \.recruitment, "recruits and returners straight into a grade"),
    ThingsNode("factors", of: "factor", \.factors, "shared factors that move several uncertain numbers together"),
    ListNode(
      "published", \.published, "figures that were published, for reconcile to hold beside the model's",
      isSimulated: false),
  ])

  /// The first month simulated.
  public var firstMonth: Month { start.value + 1 }
  /// The last month simulated.
  public var lastMonth: Month { start.value + months.value.months }

  /// The month with which the year begins that holds a month: see `year-begins`.
  public func yearBeginning(_ month: Month) -> Month {
    let first = (NamedMonths.names.firstIndex(of: yearBegins.value) ?? 3) + 1
    return month - (month.month - first + 12) % 12
  }
}
