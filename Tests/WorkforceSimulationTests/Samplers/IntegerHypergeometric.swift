/// Hypergeometric distribution functions in whole numbers, for populations up to 64: nothing is
/// rounded, and nothing is shared with what is tested.
struct IntegerHypergeometric {
  /// The number of samples with at most k marked, for k = 0, 1, …, drawn.
  let samplesUpTo: [UInt64]
  /// The number of all samples.
  let samples: UInt64

  init(population: Int, marked: Int, drawn: Int) {
    var sum: UInt64 = 0
    samplesUpTo = (0...drawn).map { k in
      if k <= marked, drawn - k <= population - marked {
        sum += Self.pascal[marked][k] * Self.pascal[population - marked][drawn - k]
      }
      return sum
    }
    samples = Self.pascal[population][drawn]
  }

  /// The smallest k with P(K ≤ k) ≥ `numerator` ÷ 2⁵³.
  func count(atNumerator numerator: UInt64) -> Int {
    let wanted = samples.multipliedFullWidth(by: numerator)
    return samplesUpTo.firstIndex { upTo in
      let reached = upTo.multipliedFullWidth(by: 1 << 53)
      return (reached.high, reached.low) >= (wanted.high, wanted.low)
    } ?? samplesUpTo.count
  }

  /// The uniforms on both sides of each step, as odd numerators over 2⁵³.
  var numeratorsAtSteps: [UInt64] {
    samplesUpTo.dropLast().flatMap { upTo in
      let step =
        samples.dividingFullWidth(
          ((upTo >> 11), upTo << 53)
        ).quotient | 1
      return [step &- 2 * Self.slack, step, step + 2 * Self.slack]
    }.filter { $0 > 0 && $0 < 1 << 53 }
  }

  /// Rounding allowed to a sampler, in numerators over 2⁵³: 4e-15 in probability.
  static let slack: UInt64 = 32

  /// Binomial coefficients, by additions.
  private static let pascal: [[UInt64]] = (0..<64).reduce(into: [[1]]) { rows, _ in
    let last = rows[rows.count - 1]
    rows.append(zip([0] + last, last + [0]).map(+))
  }
}
