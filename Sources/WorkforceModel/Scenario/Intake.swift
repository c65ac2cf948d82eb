public import OrderedCollections

/// A group that starts pathways or grades in one calendar month, once or on a schedule.
public struct Intake: SchemaPart {
  public var name: Entry<String>?
  public var starts = Entry<Schedule>.unset(.once(Month(year: 2000, month: 1)))
  public var places = Entry<Quantity>.unset(.constant(0, .number))
  public var fill = Entry<Quantity>.unset(.constant(100, .share))
  public var into = Entry<Split>.unset(Split(parts: []))
  /// Shares of the starters over months of lateness.
  public var late = Entry<Split>.unset(Split(all: "0mo"))
  public var from = Entry<StarterSources>.unset(.outside)
  /// Starts that differ, by month.
  public var differing: OrderedDictionary<String, StartOverride> = [:]

  public init() {}

  static let placesRule = QuantityRule(
    [.number], "places", range: 0...1e7, isCeilingSoft: true, countsPeople: true, each: [.intake])
  static let fillRule = QuantityRule([.share], "the share of places filled", each: [.intake])
  static let intoRule = SplitRule("pathway or grade", each: [.intake])
  static let lateRule = SplitRule("months of lateness", overMonths: 0...60, each: [.intake])

  public static let schema = Schema<Intake>([
    Field.optional(
      "name", \.name, .free, "what the intake is called in reports", absent: "its key", isSimulated: false),
    Field.required("starts", \.starts, (), "when the intake starts"),
    Field.required("places", \.places, Intake.placesRule, "places offered at each start"),
    Field.defaulted(
      "fill", \.fill, of: Intake(), Intake.fillRule,
      "the share of places that are filled: starters are Binomial(places, fill) for each pathway"),
    Field.required("into", \.into, Intake.intoRule, "how the places are split, in whole places"),
    Field.defaulted(
      "late", \.late, of: Intake(), Intake.lateRule, "how late the starters start, in months after the intake's own"),
    Field.defaulted(
      "from", \.from, of: Intake(), (), "the shares of the starters that come from grades; the rest from outside"),
    ThingsNode("", of: "month", \.differing, "a start that differs", naming: .months),
  ])
}

/// What is different about one start of an intake.
public struct StartOverride: SchemaPart {
  public var places: Entry<Quantity>?
  public var fill: Entry<Quantity>?
  public var into: Entry<Split>?
  public var late: Entry<Split>?
  public var from: Entry<StarterSources>?

  public init() {}

  public static let schema = Schema<StartOverride>([
    Field.optional("places", \.places, Intake.placesRule, "places offered at this start", absent: "the intake's"),
    Field.optional("fill", \.fill, Intake.fillRule, "the share of them that are filled", absent: "the intake's"),
    Field.optional("into", \.into, Intake.intoRule, "how the places of this start are split", absent: "the intake's"),
    Field.optional("late", \.late, Intake.lateRule, "how late these starters start", absent: "the intake's"),
    Field.optional("from", \.from, (), "the grades that these starters come from", absent: "the intake's"),
  ])
}
