/// The mean and variance of a count over uncertain parameters, the variance in its two parts.
public struct IntegratedMoments: Sendable, Equatable {
  /// E[m]: expected number of people.
  public var mean: Double
  /// E[v]: mean of the variance that chance leaves at fixed parameters, in people².
  public var chanceVariance: Double
  /// Var[m]: variance of the conditional mean over the parameters, in people².
  public var parameterVariance: Double

  /// From the mean and the two parts of the variance.
  public init(mean: Double, chanceVariance: Double, parameterVariance: Double) {
    self.mean = mean
    self.chanceVariance = chanceVariance
    self.parameterVariance = parameterVariance
  }

  /// Total variance: E[v] + Var[m].
  public var variance: Double { chanceVariance + parameterVariance }

  /// Square root of the total variance, in people.
  public var standardDeviation: Double { max(0, variance).squareRoot() }

  /// Share of the variance that comes from chance, 0 to 1; nought where nothing varies.
  public var chanceShare: Double { variance > 0 ? chanceVariance / variance : 0 }
}
