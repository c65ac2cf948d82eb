/// A figure that somebody published, to be held beside the model's own. Nothing that is simulated depends on it.
public struct PublishedFigure: SchemaPart {
  public var metric = Entry<String>.unset("")
  public var at = Entry<PublishedPeriod>.unset(.month(Month(year: 2000, month: 1)))
  public var value = Entry<Quantity>.unset(.constant(0, .number))

  public init() {}

  /// Vacancies are negative where there are more than enough people.
  private static let valueRule = QuantityRule(
    [.number, .share, .fte, .money], "a published figure", range: -Quantity.largest...Quantity.largest,
    mayBeUncertain: false)

  public static let schema = Schema<PublishedFigure>(
    [
      Field.required(
        "metric", \.metric, .free, "the metric that was published, such as PO.leavers-12mo", isSimulated: false),
      Field.required(
        "at", \.at, (), "the month that the figure is of, or the financial year of a flow", isSimulated: false),
      Field.required(
        "value", \.value, PublishedFigure.valueRule,
        "what was published, in the unit of the metric: people, FTE, money; rates and shares with a percent sign",
        isSimulated: false),
    ], principal: "value")
}
