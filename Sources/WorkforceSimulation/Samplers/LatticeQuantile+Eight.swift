extension LatticeQuantile {
  /// Eight quantiles side by side, by the same operations in the same order as each alone.
  struct Eight {
    let value: SIMD8<Double>
    let uncertainty: SIMD8<Double>

    /// The parameters are those of ``LatticeQuantile/init(mean:variance:spread:skew:at:)``.
    @inline(__always)
    init(
      mean: SIMD8<Double>, variance: SIMD8<Double>, spread v: SIMD8<Double>, skew s: SIMD8<Double>, at u: SIMD8<Double>
    ) {
      let w = Portable.normalQuantiles(u)
      let sigma = variance.squareRoot()
      let e = 1 / sigma
      let w2 = w * w
      typealias Numbers = SIMD8<Double>
      let first: Numbers = s * (w2 - 1) * (1.0 / 6)
      let slope: Numbers = 1 + 2 * v
      let level: Numbers = 14 * v - 2
      let second: Numbers = w * (level - slope * w2) * (1.0 / 72)
      let square: Numbers = (3 * w2 + 7) * w2 - 16
      let third: Numbers = s * (v + 2) * square * (1.0 / 1620)
      let a: Numbers = (36 * v + 468) * v - 207
      let b: Numbers = (1024 * v + 1612) * v - 548
      let c: Numbers = (1732 * v + 5416) * v - 2684
      let inner: Numbers = (a * w2 + b) * w2 - c
      let fourth: Numbers = w * inner * (1.0 / 155_520)
      let rest: Numbers = second + e * (third + e * fourth)
      value = mean + (sigma * w + (first + e * rest))
      let order: Numbers = e * e
      let sixth: Numbers = 0.01 * w2 * w2 * w2
      uncertainty = order * order * (0.1 + sixth) + mean * 1e-15
    }

    /// The counts, and where every value within the uncertainty leads to the same one.
    @inline(__always)
    var decided: (count: SIMD8<Double>, isKnown: SIMDMask<SIMD8<Int64>>) {
      let position = value - 0.5
      // Rounded to a whole number, and then down: positions of interest are above 0 and far below 2⁵¹.
      let near = (position + 0x1p52) - 0x1p52
      let floor = near - SIMD8<Double>(repeating: 0).replacing(with: 1, where: near .> position)
      let fraction = position - floor
      return (floor + 1, (position .> 0) .& (fraction .> uncertainty) .& (fraction .< 1 - uncertainty))
    }
  }
}

extension Portable {
  /// Eight values of ``normalQuantile(_:)``, by the same operations in the same order.
  @inline(__always)
  static func normalQuantiles(_ p: SIMD8<Double>) -> SIMD8<Double> {
    let q = p - 0.5
    let r = 0.180625 - q * q
    let s = r * r
    typealias Numbers = SIMD8<Double>
    let a01: Numbers = 3.3871328727963666080 + r * 133.14166789178437745
    let a23: Numbers = 1971.5909503065514427 + r * 13731.693765509461125
    let a45: Numbers = 45921.953931549871457 + r * 67265.770927008700853
    let a67: Numbers = 33430.575583588128105 + r * 2509.0809287301226727
    let b01: Numbers = 1 + r * 42.313330701600911252
    let b23: Numbers = 687.18700749205790830 + r * 5394.1960214247511077
    let b45: Numbers = 21213.794301586595867 + r * 39307.895800092710610
    let b67: Numbers = 28729.085735721942674 + r * 5226.4952788528545610
    let top: Numbers = a01 + s * (a23 + s * (a45 + s * a67))
    let bottom: Numbers = b01 + s * (b23 + s * (b45 + s * b67))
    var quantiles = q * top / bottom
    let isOuter = (q .> 0.425) .| (q .< -0.425)
    if isOuter != SIMDMask(repeating: false) {
      for place in 0..<8 where isOuter[place] { quantiles[place] = normalQuantile(p[place]) }
    }
    return quantiles
  }
}
