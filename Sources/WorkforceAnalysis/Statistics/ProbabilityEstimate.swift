/// A probability estimated as the share of replicates in which something holds.
public struct ProbabilityEstimate: Equatable, Sendable {
  public var hits: Int
  public var replicates: Int

  public init(hits: Int, replicates: Int) {
    self.hits = hits
    self.replicates = replicates
  }

  public var share: Double { replicates == 0 ? 0 : Double(hits) / Double(replicates) }

  /// Standard error √(p (1 − p) ÷ R); 0 where every replicate agrees, which ``bound`` then qualifies.
  public var error: Double { replicates == 0 ? 0 : (share * (1 - share) / Double(replicates)).squareRoot() }

  /// What results carry as the error: the standard error, or the bound.
  public var reportedError: Double { bound ?? error }

  /// Where all replicates agree: what the probability of the other outcome is below, 1 ÷ R.
  public var bound: Double? { hits == 0 || hits == replicates ? 1 / Double(max(1, replicates)) : nil }
}
