import Foundation

/// Random numbers of the simulator of individuals, sampled in the plainest way: xoshiro256** (Blackman and Vigna, 2018),
/// filled from SplitMix64.
public struct PeopleDice: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// A generator of its own for each replicate of a seed.
  public init(seed: UInt64, replicate: Int) {
    var mixed = seed &+ UInt64(replicate) &* 0xd134_2543_de82_ef95
    func scramble() -> UInt64 {
      mixed &+= 0x9e37_79b9_7f4a_7c15
      var word = mixed
      word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
      word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
      return word ^ (word >> 31)
    }
    state = (scramble(), scramble(), scramble(), scramble())
  }

  public mutating func next() -> UInt64 {
    let five = state.1 &* 5
    let result = ((five << 7) | (five >> 57)) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }

  /// Uniform, strictly between 0 and 1.
  public mutating func uniform() -> Double { (Double(next() >> 11) + 0.5) * 0x1p-53 }

  /// True with a probability.
  public mutating func chance(_ probability: Double) -> Bool { uniform() < probability }

  /// How many of `count` happen, each with the same probability, one by one.
  public mutating func binomial(_ count: Int, _ probability: Double) -> Int {
    (0..<count).reduce(0) { sum, _ in sum + (chance(probability) ? 1 : 0) }
  }

  /// A Poisson number: how many exponential gaps fit into the mean.
  public mutating func poisson(_ mean: Double) -> Int {
    var count = 0
    var reached = -log(uniform())
    while reached < mean {
      count += 1
      reached -= log(uniform())
    }
    return count
  }

  /// A standard normal (Box and Muller, 1958).
  public mutating func normal() -> Double {
    (-2 * log(uniform())).squareRoot() * cos(2 * Double.pi * uniform())
  }

  /// A gamma with scale 1 (Marsaglia and Tsang, 2000).
  public mutating func gamma(_ shape: Double) -> Double {
    if shape < 1 { return gamma(shape + 1) * pow(uniform(), 1 / shape) }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let z = normal()
      let base = 1 + c * z
      guard base > 0 else { continue }
      let cube = base * base * base
      if log(uniform()) < z * z / 2 + d - d * cube + d * log(cube) { return d * cube }
    }
  }

  /// A beta, from two gammas.
  public mutating func beta(_ alpha: Double, _ beta: Double) -> Double {
    let first = gamma(alpha)
    return first / (first + gamma(beta))
  }

  /// The index of one part, with probabilities in proportion to the weights.
  public mutating func pick(_ weights: [Double]) -> Int {
    var left = uniform() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      left -= weight
      if left < 0 { return index }
    }
    return weights.lastIndex { $0 > 0 } ?? 0
  }
}
