/// People who enter one stock together: opening people of one age, an intake, a month's recruits.
public struct OracleGroup: Sendable {
  /// How many they are.
  public var size: GroupSize
  /// Key of the grade or pathway entered.
  public var stock: String
  /// Month index of entry. 0 or less is the opening position; m ≥ 1 is a start at step 4 of month m, exposed from
  /// month m + 1.
  public var month: Int
  /// Months of service, or of programme done, at the close of the month of entry (of month 0 for the opening).
  public var age: Int

  /// A group of `size` people in `stock` from `month`, with `age` months behind them.
  public init(_ size: GroupSize, in stock: String, month: Int, age: Int = 0) {
    self.size = size
    self.stock = stock
    self.month = month
    self.age = age
  }

  /// Whether the group is part of the opening position, which is a stock and no flow.
  public var isOpening: Bool { month <= 0 }

  /// First month index at whose close the group is counted.
  public var firstMonth: Int { max(0, month) }

  /// The starters of an intake by their lateness, for expectations: places filled with a probability, shares over months
  /// of lateness from none on. Each group has its exact law, but the groups of one intake are not independent.
  public static func late(
    _ places: Int, fill: Double, in stock: String, month: Int, shares: [Double]
  ) -> [OracleGroup] {
    shares.enumerated().filter { $0.element > 0 }.map {
      OracleGroup(.binomial(places, fill * $0.element), in: stock, month: month + $0.offset)
    }
  }
}
