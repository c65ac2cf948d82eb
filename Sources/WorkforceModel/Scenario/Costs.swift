/// What applies to all money of a scenario.
public struct Costs: SchemaPart {
  public var prices: Entry<String>?
  public var onCosts = Entry<Quantity>.unset(.constant(0, .share))
  public var uplift = Entry<Profile>.unset(Profile(.constant(1, .multiplier)))

  public init() {}

  static let onCostsRule = QuantityRule([.share], "on-costs as a share of pay", range: 0...10)

  public static let schema = Schema<Costs>([
    Field.optional(
      "prices", \.prices, .free, "the year whose prices the money is in, such as 2024/25", isSimulated: false),
    Field.defaulted(
      "on-costs", \.onCosts, of: Costs(), Costs.onCostsRule, "what an employer pays on top of pay, as a share of it"),
    Field.defaulted(
      "uplift", \.uplift, of: Costs(),
      ProfileRule(
        QuantityRule([.multiplier], "an uplift", range: 0...1000, isCeilingSoft: true), bands: false, dates: true),
      "multiplies all money, from dates on"),
  ])
}
