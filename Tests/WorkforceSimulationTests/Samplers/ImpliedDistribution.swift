/// The distribution that a count has if its uniform number is one of 2ᵇ, (w + ½) 2⁻ᵇ for w = 0, 1 …, each as
/// likely as the others: computed, not sampled. The count must not fall in the uniform.
struct ImpliedDistribution {
  private let exact: ExactDistribution
  private let all: Int
  /// By count, from the first one that `exact` has: how many of the uniform numbers give it or less.
  let upTo: [Int]
  /// How many of them give less than the first.
  let before: Int
  /// Counts that were not found in the middle of their uniform numbers: the count falls somewhere.
  let strays: [Int]

  init(bits: Int, near exact: ExactDistribution, of count: (Double) -> Int) {
    let all = 1 << bits
    let size = Double(all)
    func countAt(_ word: Int) -> Int { count((Double(word) + 0.5) / size) }
    self.exact = exact
    self.all = all
    before = Self.number(of: all, near: 0) { countAt($0) < exact.first }
    var upTo: [Int] = []
    var strays: [Int] = []
    var last = before
    for i in exact.masses.indices {
      let k = exact.first + i
      let guess = exact.lower[i] < 0.5 ? Int(exact.lower[i] * size + 0.5) : all - Int(exact.upper[i] * size + 0.5)
      let next = Self.number(of: all, near: guess) { countAt($0) <= k }
      if next > last, countAt(last + (next - last) / 2) != k { strays.append(k) }
      upTo.append(next)
      last = next
    }
    self.upTo = upTo
    self.strays = strays
  }

  /// How many of the words 0, 1 … hold, which are the first ones: by steps that double from a guess, then by bisection.
  private static func number(of all: Int, near guess: Int, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, all)
    var word = min(max(guess, 0), all - 1)
    var width = 1
    let isBelow = holds(word)
    repeat {
      if isBelow {
        low = word + 1
        word = min(word + width, all - 1)
      } else {
        high = word
        word = max(word - width, 0)
      }
      width *= 2
    } while low < high && holds(word) == isBelow
    if low < high { if isBelow { high = word } else { low = word + 1 } }
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How many counts can come out.
  var distinctCounts: Int {
    let ends = [0, before] + upTo + [all]
    return zip(ends, ends.dropFirst()).count { $0 < $1 }
  }

  /// Half the sum of the absolute differences of the probabilities from the exact ones.
  var totalVariation: Double {
    var distance = Double(before) / Double(all)
    var last = before
    for (next, mass) in zip(upTo, exact.masses) {
      distance += abs(Double(next - last) / Double(all) - mass)
      last = next
    }
    return (distance + Double(all - last) / Double(all)) / 2
  }

  /// The largest distance of a P(K ≤ k) from the exact one.
  var farthestStep: Double {
    upTo.indices.reduce(0) { farthest, i in
      let distance =
        exact.lower[i] < 0.5
        ? Double(upTo[i]) / Double(all) - exact.lower[i] : Double(all - upTo[i]) / Double(all) - exact.upper[i]
      return max(farthest, abs(distance))
    }
  }
}
