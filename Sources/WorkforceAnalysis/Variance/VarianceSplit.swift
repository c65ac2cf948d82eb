/// Where the variance of one number comes from: chance, each group of parameters, and parameters together.
///
/// With Y and Y′ the two futures that share a replicate's parameters, Ȳ = (Y + Y′) ÷ 2 and D = Y − Y′:
///
///     chance    W = mean(D²) ÷ 2
///     group     V = Σ (β̂² − its variance), over the coefficients of Ȳ on the group's Hermite terms
///     together  s² − W ÷ 2, with s² the mean square of what the terms leave of Ȳ
///     total     T = W + Σ V + together
///
/// so the shares sum to 1. W + cov(Y, Y′) estimates the same total; T has less error, since the sample's own spread of
/// the inputs cancels from it. Standard errors are from the delta method, over the influences of the replicates on the
/// estimates. Nothing is clamped: a contribution near 0 can be estimated as a negative one.
public struct VarianceSplit: Sendable, Equatable {
  /// An estimated share of the total variance, with its standard error.
  public struct Share: Sendable, Equatable {
    public var value: Double
    public var error: Double

    /// Half the width of an interval that holds the true share with probability about 95 %.
    public var margin: Double { 1.959963984540054 * error }
  }

  /// Variance of one future, in the square of the unit that the results were given in.
  public let total: Double
  public let chance: Share
  /// Everything but chance: the groups and what they do together.
  public let parameters: Share
  /// By group; nil for a group with no input.
  public let groups: [Share?]
  /// Interactions of groups, and what the terms do not catch of single ones.
  public let together: Share

  /// - Parameters:
  ///   - first: the ordinary futures of the regression's rows
  ///   - second: their twins
  ///   - groupCount: how many groups there are
  /// - Returns: nil where the number does not vary
  init?(_ first: [Int64], _ second: [Int64], _ regression: HermiteRegression, groupCount: Int) {
    let count = Double(first.count)
    // Exact: whole numbers, until the division.
    let sum = zip(first, second).reduce(Int128(0)) { $0 + Int128($1.0) + Int128($1.1) }
    let mean = Double(sum) / (2 * count)
    let distances = zip(first, second).map { Double($0 - $1) }
    let means = zip(first, second).map { ((Double($0) - mean) + (Double($1) - mean)) / 2 }
    let chance = distances.reduce(0) { $0 + $1 * $1 } / (2 * count)
    guard !regression.groups.isEmpty else {
      // Nothing is uncertain: all variance is chance, whatever the sample says.
      guard chance > 0 else { return nil }
      total = chance
      self.chance = Share(value: 1, error: 0)
      parameters = Share(value: 0, error: 0)
      groups = [Share?](repeating: nil, count: groupCount)
      together = Share(value: 0, error: 0)
      return
    }
    let fit = regression.fit(means)
    let left = fit.residuals.reduce(0) { $0 + $1 * $1 } / count
    var contributions = [Double](repeating: 0, count: groupCount)
    // Twice the sum of squared variances: the variance that a contribution of 0 is estimated with.
    var floors = contributions
    for (term, group) in regression.groups.enumerated() {
      contributions[group] += fit.coefficients[term] * fit.coefficients[term] - fit.variances[term]
      floors[group] += 2 * fit.variances[term] * fit.variances[term]
    }
    let total = contributions.reduce(0, +) + left + chance / 2
    guard total > 0 else { return nil }
    let chanceShare = chance / total
    let togetherShare = (left - chance / 2) / total
    let shares = contributions.map { $0 / total }

    var influences = contributions
    var squares = [Double](repeating: 0, count: groupCount)
    var (chanceSquares, togetherSquares) = (0.0, 0.0)
    for row in distances.indices {
      regression.influence(of: row, fit, on: &influences)
      let onChance = distances[row] * distances[row] / 2 - chance
      let onLeft = fit.residuals[row] * fit.residuals[row] - left
      let onTotal = influences.reduce(0, +) + onLeft + onChance / 2
      let chanceShift = onChance - chanceShare * onTotal
      let togetherShift = onLeft - onChance / 2 - togetherShare * onTotal
      chanceSquares += chanceShift * chanceShift
      togetherSquares += togetherShift * togetherShift
      for group in 0..<groupCount {
        let shift = influences[group] - shares[group] * onTotal
        squares[group] += shift * shift
      }
    }
    let scale = count * total
    var known = [Bool](repeating: false, count: groupCount)
    for group in regression.groups { known[group] = true }
    self.total = total
    self.chance = Share(value: chanceShare, error: chanceSquares.squareRoot() / scale)
    parameters = Share(value: 1 - chanceShare, error: self.chance.error)
    together = Share(value: togetherShare, error: togetherSquares.squareRoot() / scale)
    groups = (0..<groupCount).map { group in
      guard known[group] else { return nil }
      // The square of an estimated coefficient is larger than the true one by its variance, on average; without this
      // the error of a small share would be told too large. It is never told smaller than that of a share of 0.
      let floor = floors[group] / (total * total)
      let variance = max(squares[group] / (scale * scale) - floor, floor)
      return Share(value: shares[group], error: variance.squareRoot())
    }
  }

  /// The sum of the shares of some groups; the squares of errors add.
  public func sum(_ chosen: [Int]) -> Share {
    let shares = chosen.compactMap { groups[$0] }
    return Share(
      value: shares.reduce(0) { $0 + $1.value },
      error: shares.reduce(0) { $0 + $1.error * $1.error }.squareRoot())
  }
}
