/// Whether something happens in A and in B, pair by pair.
public struct PairedProbability: Sendable, Equatable {
  public var both: Int
  public var onlyA: Int
  public var onlyB: Int
  public var pairs: Int

  public init(both: Int, onlyA: Int, onlyB: Int, pairs: Int) {
    self.both = both
    self.onlyA = onlyA
    self.onlyB = onlyB
    self.pairs = pairs
  }

  init(_ one: [Bool], _ other: [Bool]) {
    self.init(both: 0, onlyA: 0, onlyB: 0, pairs: one.count)
    for (a, b) in zip(one, other) {
      both += a && b ? 1 : 0
      onlyA += a && !b ? 1 : 0
      onlyB += b && !a ? 1 : 0
    }
  }

  public var a: ProbabilityEstimate { ProbabilityEstimate(hits: both + onlyA, replicates: pairs) }
  public var b: ProbabilityEstimate { ProbabilityEstimate(hits: both + onlyB, replicates: pairs) }

  /// P(B) − P(A).
  public var difference: Double { pairs == 0 ? 0 : Double(onlyB - onlyA) / Double(pairs) }

  /// The standard error of the difference: √((p₁ + p₂ − (p₂ − p₁)²) ÷ R), where p₁ and p₂ are the shares of the pairs in
  /// which it happens in A alone and in B alone (Agresti, Categorical Data Analysis, 3rd edition, §11.1).
  public var error: Double {
    guard pairs > 0 else { return 0 }
    let changed = Double(onlyA + onlyB) / Double(pairs)
    return ((changed - difference * difference) / Double(pairs)).squareRoot()
  }

  /// What results carry as the error: the standard error, or, where all pairs agree, 1 ÷ R, which it is below.
  public var reportedError: Double { onlyA + onlyB == 0 ? 1 / Double(max(1, pairs)) : error }
}
