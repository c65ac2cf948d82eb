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
