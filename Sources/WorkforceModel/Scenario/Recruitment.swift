/// Recruits or returners who join a grade from outside.
public struct Recruitment: SchemaPart {
  public var name: Entry<String>?
  public var into: Entry<String>?
  public var number = Entry<Profile>.unset(Profile(.constant(0, .perMonth)))
  public var kind = Entry<String>.unset("recruits")
  public var atService: Entry<MonthSpan>?

  public init() {}

  public static let schema = Schema<Recruitment>([
    Field.optional("name", \.name, .free, "what it is called in reports", absent: "its key", isSimulated: false),
    Field.optional(
      "into", \.into, .reference("a grade"), "the grade that they join", absent: "the grade whose name is its key"),
    Field.required(
      "number", \.number,
      ProfileRule(
        QuantityRule(
          [.perMonth, .perYear], "a number in time", range: 0...1e7, isCeilingSoft: true, mayBePoisson: true),
        bands: false,
        dates: true),
      "how many join: a plan, spread evenly over the months as whole people, or poisson(…) for a draw"),
    Field.defaulted(
      "kind", \.kind, of: Recruitment(), .word(["recruits", "returners"]),
      "recruits are new to the grade; returners have been in it before"),
    Field.optional(
      "at-service", \.atService, 0...600, "the service with which they join",
      absent: "0mo for recruits, 60mo for returners"),
  ])

  /// The service with which they join, in months.
  public var joiningService: Int { atService?.value.months ?? (kind.value == "returners" ? 60 : 0) }
}

/// A shared factor: a standard normal that moves several uncertain numbers together.
public struct Factor: SchemaPart {
  public var name: Entry<String>?
  public var moves = Entry<[String]>.unset([])
  public var weight = Entry<Quantity>.unset(.constant(0, .number))

  public init() {}

  public static let schema = Schema<Factor>([
    Field.optional(
      "name", \.name, .free, "what the factor is called in reports", absent: "its key", isSimulated: false),
    Field.required("moves", \.moves, "paths of uncertain numbers", "the uncertain numbers that the factor moves"),
    Field.required(
      "weight", \.weight, QuantityRule([.number], "a weight", range: 0...1, mayBeUncertain: false),
      "how closely they follow the factor: 0 not at all, 1 entirely"),
  ])
}
