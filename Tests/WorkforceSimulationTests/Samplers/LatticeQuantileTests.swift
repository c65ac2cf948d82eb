import Testing

@testable import WorkforceSimulation

/// The expansion's error bound is what makes the large branch exact, so it is tested on its own:
/// the smoothed quantile is found by bisection on the distribution function at real counts.
@Suite struct LatticeQuantileTests {
  /// A probability below ½ and the side on which it lies.
  static let deviates = (-33...33).map { Double($0) * 0.25 }

  @Test(arguments: [4.0, 5, 8, 14, 20, 30, 60, 300, 1e4, 1e6])
  func binomialErrorIsHalfTheBoundAtMost(mean: Double) {
    for p in [1e-6, 0.0075, 0.1, 0.3, 0.45, 0.5] {
      let n = mean / p
      check(mean: mean, variance: mean * (1 - p), spread: p * (1 - p), skew: 1 - 2 * p) { k in
        BetaTails(k + 1, n - k).upper(p, 1 - p)
      } upper: { k in
        BetaTails(k + 1, n - k).lower(p, 1 - p)
      }
    }
  }

  @Test(arguments: [4.0, 5, 8, 14, 20, 30, 60, 300, 1e4, 1e6])
  func poissonErrorIsHalfTheBoundAtMost(mean: Double) {
    check(mean: mean, variance: mean, spread: 0, skew: 1) { k in
      GammaTails(shape: k + 1).upper(mean)
    } upper: { k in
      GammaTails(shape: k + 1).lower(mean)
    }
  }

  private func check(
    mean: Double, variance: Double, spread: Double, skew: Double,
    lower: (Double) -> Tail, upper: (Double) -> Tail
  ) {
    for w in Self.deviates {
      let tail = Portable.normalCDF(-abs(w))
      let u = w < 0 ? tail : 1 - tail
      let quantile = LatticeQuantile(
        mean: mean, variance: variance, spread: spread, skew: skew, at: u)
      // Beyond ½ nothing is decided by the expansion.
      guard u > 0, u < 1, quantile.uncertainty < 0.5, quantile.value > 0.5 else { continue }
      let target = Portable.log(w < 0 ? u : 1 - u)
      var low = max(quantile.value - 1, -0.3)  // the smoothed count is above −½
      var high = quantile.value + 1
      for _ in 0..<60 {
        let middle = low + (high - low) / 2
        let k = middle - 0.5
        let isBeyond =
          w < 0
          ? lower(k).logProbability > target : upper(k).logProbability < target
        if isBeyond { high = middle } else { low = middle }
      }
      #expect(abs(low - quantile.value) <= 0.5 * quantile.uncertainty, "w = \(w)")
    }
  }

  @Test func decidesNearlyAlways() {
    // The point of the expansion: undecided draws cost fifty times as much.
    for (mean, share) in [(4.0, 0.05), (8, 0.015), (30, 0.001), (1000, 1e-5)] {
      let undecided = (0..<20_000).count { i in
        let u = (Double(i) + 0.5) / 20_000
        return LatticeQuantile(mean: mean, variance: mean, spread: 0, skew: 1, at: u)
          .decided == nil
      }
      #expect(Double(undecided) <= share * 20_000, "\(undecided) at mean \(mean)")
    }
  }
}
