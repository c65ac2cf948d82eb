/// Those of n who go, each with a probability p that is itself Beta(α, β) and the same for all: the smallest scenario
/// whose variance has two parts in closed form.
public struct BetaBinomial: Sendable {
  public var people: Int
  public var alpha: Double
  public var beta: Double

  public init(_ people: Int, alpha: Double, beta: Double) {
    self.people = people
    self.alpha = alpha
    self.beta = beta
  }

  /// Mean n E[p]; from chance E[n p (1 − p)] = n (E[p] − E[p²]); from the parameter n² Var(p).
  public var moments: IntegratedMoments {
    let total = alpha + beta
    let mean = alpha / total
    let spread = alpha * beta / (total * total * (total + 1))
    let count = Double(people)
    return IntegratedMoments(
      mean: count * mean, chanceVariance: count * (mean - spread - mean * mean),
      parameterVariance: count * count * spread)
  }
}
