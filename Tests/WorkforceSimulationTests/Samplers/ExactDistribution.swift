@testable import WorkforceSimulation

/// Distribution functions summed term by term from the mode, in numbers of 106 bits: independent of
/// everything that is tested.
struct ExactDistribution {
  /// P(K = k) ÷ P(K = k − 1), as two numbers to be divided.
  typealias Ratio = (_ k: Double) -> (DoubleDouble, DoubleDouble)

  /// The first count that is represented; below, and beyond the last, there is less than 1e-40.
  let first: Int
  let masses: [Double]
  /// P(K ≤ first + i).
  let lower: [Double]
  /// P(K > first + i).
  let upper: [Double]

  static func binomial(_ n: Int, _ p: Double) -> ExactDistribution {
    let size = Double(n)
    let other = DoubleDouble.sum(1, -p)
    return ExactDistribution(mode: min(n, Int((size + 1) * p)), limit: n) { k in
      (.product(size - k + 1, p), DoubleDouble(k) * other)
    }
  }

  static func poisson(_ mean: Double) -> ExactDistribution {
    ExactDistribution(mode: Int(mean), limit: .max) { k in (DoubleDouble(mean), DoubleDouble(k)) }
  }

  static func hypergeometric(_ population: Int, _ marked: Int, _ drawn: Int) -> ExactDistribution {
    let mode = (drawn + 1) * (marked + 1) / (population + 2)
    let others = Double(population - marked - drawn)
    return ExactDistribution(mode: mode, limit: min(marked, drawn)) { k in
      // Divided by nought at the least possible count: there is nothing below it.
      (.product(Double(marked) - k + 1, Double(drawn) - k + 1), .product(k, others + k))
    }
  }

  /// Terms relative to the one at the mode, divided by their sum: no normalising constant, and
  /// so no rounding of one, is needed.
  init(mode: Int, limit: Int, ratio: Ratio) {
    var terms = [DoubleDouble(1)]
    var k = mode
    while k < limit, let last = terms.last, last.value > 1e-60 {
      k += 1
      let (times, by) = ratio(Double(k))
      terms.append(last * times / by)
    }
    terms.reverse()
    k = mode
    while k > 0, let last = terms.last, last.value > 1e-60 {
      let (by, times) = ratio(Double(k))
      terms.append(last * times / by)
      k -= 1
    }
    terms.reverse()
    first = k
    let total = terms.reduce(DoubleDouble(0), +)
    let parts = terms.map { $0 / total }
    masses = parts.map(\.value)
    lower = Self.running(parts)
    upper = Array(Self.running(parts.reversed()).reversed().dropFirst()) + [0]
  }

  private static func running(_ terms: [DoubleDouble]) -> [Double] {
    var sum = DoubleDouble(0)
    return terms.map { term in
      sum = sum + term
      return sum.value
    }
  }

  /// How far u is from the interval (P(K < k), P(K ≤ k)] in which k is the right count, in the
  /// smaller of the two tails, relative to u or 1 − u and at most 1; 0 inside.
  func miss(_ k: Int, _ u: Double) -> Double {
    let i = k - first
    guard i >= 0, i < masses.count else { return 1 }
    if u < 0.5 {
      let before = i > 0 ? lower[i - 1] : 0
      return max(0, before - u, u - lower[i]) / u
    }
    let before = i > 0 ? upper[i - 1] : 1
    return max(0, upper[i] - (1 - u), (1 - u) - before) / (1 - u)
  }

  /// The end of the cell of the last of the 2⁵² uniforms for which `holds`, 0 if for none.
  static func lastUniform(where holds: (Double) -> Bool) -> Double {
    var low = -1
    var high = 1 << 52
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if holds((Double(middle) + 0.5) * 0x1p-52) { low = middle } else { high = middle }
    }
    return Double(low + 1) * 0x1p-52
  }
}
