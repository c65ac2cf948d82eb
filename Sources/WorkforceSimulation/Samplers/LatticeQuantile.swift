/// A continuous approximation to the quantile of a binomial or Poisson count, with a bound on
/// its error.
///
/// The fourth-order expansion of E. A. Cornish and R. A. Fisher (Revue de l'Institut International
/// de Statistique 5, 1938, 307–320) of the distribution smoothed over the lattice: the cumulants
/// of count + uniform(−½, ½) formally divided out (Sheppard's corrections −1/12 and +1/120), so
/// that the count is the k with k − ½ < quantile ≤ k + ½. Derived for this package by inverting
/// Edgeworth's series symbolically; for the Poisson distribution the terms are those of M. B.
/// Giles, "Algorithm 955: approximation of the inverse Poisson cumulative distribution
/// function", ACM Transactions on Mathematical Software 42 (2016). The use made of the bound, to
/// evaluate the distribution function only where the approximation cannot decide, is his as well.
struct LatticeQuantile {
  /// The smoothed quantile, on the scale of the count.
  let value: Double
  /// No less than the distance of `value` from the quantile of the smoothed distribution.
  let uncertainty: Double

  /// - Parameters:
  ///   - mean: the mean of the count, 4 or more.
  ///   - variance: its variance.
  ///   - spread: p(1 − p) of a binomial, 0 for a Poisson count.
  ///   - skew: 1 − 2p, or 1.
  ///   - u: the probability, strictly between 0 and 1.
  @inline(__always)
  init(mean: Double, variance: Double, spread v: Double, skew s: Double, at u: Double) {
    let w = Portable.normalQuantile(u)
    let sigma = variance.squareRoot()
    let e = 1 / sigma
    let w2 = w * w
    let first = s * (w2 - 1) * (1.0 / 6)
    let second = w * ((14 * v - 2) - (1 + 2 * v) * w2) * (1.0 / 72)
    let third = s * (v + 2) * ((3 * w2 + 7) * w2 - 16) * (1.0 / 1620)
    let a = (36 * v + 468) * v - 207
    let b = (1024 * v + 1612) * v - 548
    let c = (1732 * v + 5416) * v - 2684
    let fourth = w * ((a * w2 + b) * w2 - c) * (1.0 / 155_520)
    value = mean + (sigma * w + (first + e * (second + e * (third + e * fourth))))
    // The first term left out is of order σ⁻⁴ and of degree 6 in w. The constants are about
    // three times what comparison with exact quantiles asks for (worst 0.35 of the bound, for
    // means 4…1e6, p 0…½, |w| ≤ 8.25, wherever the bound is below ½). The rest is rounding.
    let order = e * e
    uncertainty = order * order * (0.1 + 0.01 * w2 * w2 * w2) + mean * 1e-15
  }

  /// The count, where every value within the uncertainty leads to the same one.
  @inline(__always)
  var decided: Int? {
    let position = value - 0.5
    guard position > 0 else { return nil }
    let floor = Int(position)
    let fraction = position - Double(floor)
    return fraction > uncertainty && fraction < 1 - uncertainty ? floor + 1 : nil
  }
}
