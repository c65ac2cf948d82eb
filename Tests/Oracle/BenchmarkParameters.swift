/// The uncertain numbers of the benchmark model, at one value each.
public struct BenchmarkParameters: Sendable, Equatable {
  /// Multiplier on every central leaving rate of PO.
  public var poMultiplier: Double
  /// Multiplier on every central leaving rate of PSO.
  public var psoMultiplier: Double
  /// Cumulative attrition over a pathway's length, the same for all three.
  public var attrition: Double

  /// Values of the three parameters; the defaults are the fixed ones, multipliers of 1 and 20 %.
  public init(poMultiplier: Double = 1, psoMultiplier: Double = 1, attrition: Double = 0.20) {
    self.poMultiplier = poMultiplier
    self.psoMultiplier = psoMultiplier
    self.attrition = attrition
  }
}
