extension LatticeQuantile {
  /// The expansion broken off after its second order, for a count of which four cumulants are at
  /// hand: a hypergeometric one, whose fifth and sixth are long.
  ///
  /// - Parameters:
  ///   - mean: the mean of the count.
  ///   - variance: its variance, 4 or more.
  ///   - third: the third cumulant ÷ the variance.
  ///   - fourth: the fourth cumulant ÷ the variance.
  ///   - u: the probability, strictly between 0 and 1.
  @inline(__always)
  init(mean: Double, variance: Double, third: Double, fourth: Double, at u: Double) {
    let w = Portable.normalQuantile(u)
    let sigma = variance.squareRoot()
    let w2 = w * w
    let square = third * third
    let first = third * (w2 - 1) * (1.0 / 6)
    // −1/24 is Sheppard's correction of the standard deviation.
    let second = w * ((10 * square - 9 * fourth - 3) + (3 * fourth - 4 * square) * w2) * (1.0 / 72)
    value = mean + (sigma * w + (first + second / sigma))
    // The first term left out is of order σ⁻² and of degree 4 in w. The constants are about three
    // times what comparison with exact steps asks for (worst 0.40 of the bound, for populations
    // 66…1e8, variances 4…1e6, |w| ≤ 8.25, wherever the bound is below ½). The rest is rounding.
    uncertainty = (0.06 + 0.02 * w2 * w2) / variance + mean * 1e-15
  }
}
