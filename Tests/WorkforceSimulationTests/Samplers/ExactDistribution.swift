import Foundation

@testable import WorkforceSimulation

/// Distribution functions summed term by term, with the C library's log Γ for the largest term
/// and compensated sums: independent of everything that is tested.
struct ExactDistribution {
  /// The first count that is represented; below, and beyond the last, there is less than 1e-40.
  let first: Int
  let masses: [Double]
  /// P(K ≤ first + i).
  let lower: [Double]
  /// P(K > first + i).
  let upper: [Double]

  static func binomial(_ n: Int, _ p: Double) -> ExactDistribution {
    let size = Double(n)
    return ExactDistribution(mode: min(n, Int((size + 1) * p)), limit: n) { k in
      (size - k + 1) * p / (k * (1 - p))
    }
  }

  static func poisson(_ mean: Double) -> ExactDistribution {
    ExactDistribution(mode: Int(mean), limit: .max) { k in mean / k }
  }

  static func hypergeometric(_ population: Int, _ marked: Int, _ drawn: Int) -> ExactDistribution {
    let mode = (drawn + 1) * (marked + 1) / (population + 2)
    let others = Double(population - marked - drawn)
    return ExactDistribution(mode: mode, limit: min(marked, drawn)) { k in
      // Infinite at the least possible count: there is nothing below it.
      (Double(marked) - k + 1) * (Double(drawn) - k + 1) / (k * (others + k))
    }
  }

  /// Terms relative to the one at the mode, divided by their sum: no normalising constant, and
  /// so no rounding of one, is needed.
  init(mode: Int, limit: Int, ratio: (Double) -> Double) {
    var above = [1.0]
    var k = mode
    while k < limit, let last = above.last, last > 1e-60 {
      k += 1
      above.append(last * ratio(Double(k)))
    }
    var below: [Double] = []
    var term = 1.0
    k = mode
    while k > 0, term > 1e-60 {
      term /= ratio(Double(k))
      k -= 1
      below.append(term)
    }
    first = mode - below.count
    let terms = below.reversed() + above
    let total = Self.running(terms.sorted()).last ?? 1
    masses = terms.map { $0 / total }
    lower = Self.running(masses)
    upper = Array(Self.running(masses.reversed()).reversed().dropFirst()) + [0]
  }

  /// Running sums after Neumaier (1974), each as precise as its last digit.
  private static func running(_ terms: [Double]) -> [Double] {
    var sum = 0.0
    var lost = 0.0
    return terms.map { term in
      let next = sum + term
      lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
      sum = next
      return sum + lost
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

  /// Half the sum of the absolute differences between these masses and those implied by a
  /// non-decreasing `count(u)`, whose steps are found by bisection on the uniforms it can get.
  func totalVariation(of count: (Double) -> Int) -> Double {
    var distance = 0.0
    var previous = 0.0
    for (i, mass) in masses.enumerated() where mass > 1e-14 {
      // Compare up to the median from below, and beyond it in the same order.
      let step = Self.lastUniform(where: { count($0) <= first + i })
      let start = i > 0 && previous == 0 ? Self.lastUniform { count($0) < first + i } : previous
      distance += abs((step - start) - mass)
      previous = step
    }
    return distance / 2
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
