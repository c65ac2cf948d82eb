import Testing

@testable import WorkforceSimulation

/// Divisions over groups: drawn without replacement, and each person independently.
@Suite struct DivisionTests {
  private func choose(_ n: Int, _ k: Int) -> Double {
    k < 0 || k > n ? 0 : (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
  }

  @Test(arguments: [([3, 5, 4], 5), ([1, 1, 1, 1], 2), ([0, 6, 0, 2, 9], 7), ([12, 1, 7], 18), ([2, 30, 3], 9)])
  func withoutReplacementJointly(sizes: [Int], drawn: Int) {
    let joint = JointDistribution(groups: sizes.count, most: drawn) { uniform in
      MultivariateHypergeometric.counts(drawing: drawn, from: sizes, at: uniform)
    }
    let all = choose(sizes.reduce(0, +), drawn)
    for (counts, mass) in joint.masses {
      #expect(counts.reduce(0, +) == drawn)
      let exact = zip(sizes, counts).reduce(1) { $0 * choose($1.0, $1.1) } / all
      #expect(abs(mass - exact) < 1e-14, "\(counts)")
    }
    #expect(abs(joint.masses.values.reduce(0, +) - 1) < 1e-13)
  }

  @Test(arguments: [([40, 30, 50], 30), ([400, 120, 180], 90), ([5, 290, 5], 200), ([900, 60, 40], 100)])
  func withoutReplacementMargins(sizes: [Int], drawn: Int) {
    let joint = JointDistribution(groups: sizes.count, most: drawn) { uniform in
      MultivariateHypergeometric.counts(drawing: drawn, from: sizes, at: uniform)
    }
    for (group, size) in sizes.enumerated() {
      let exact = ExactDistribution.hypergeometric(sizes.reduce(0, +), size, drawn)
      #expect(joint.distance(ofGroup: group, from: exact) < 1e-12)
    }
  }

  @Test func withoutReplacementEndsAndUniformsAsked() {
    #expect(MultivariateHypergeometric.counts(drawing: 0, from: []) { _ in 0.5 } == [])
    var asked: [Int] = []
    func counts(_ drawn: Int, _ sizes: [Int]) -> [Int] {
      asked = []
      return MultivariateHypergeometric.counts(drawing: drawn, from: sizes) { group in
        asked.append(group)
        return 0.3
      }
    }
    #expect(counts(0, [3, 4]) == [0, 0] && asked.isEmpty)
    #expect(counts(7, [3, 4]) == [3, 4] && asked.isEmpty)
    #expect(counts(2, [0, 5, 0]) == [0, 2, 0] && asked.isEmpty)
    #expect(counts(4, [5, 0, 5, 7]).reduce(0, +) == 4 && asked.first == 0)
    #expect(!asked.contains(1) && !asked.contains(3))
    #expect(counts(30_000_000, [40_000_000, 1, 59_999_999]).reduce(0, +) == 30_000_000)
  }

  @Test(arguments: [([0.2, 0.5, 0.3], 4), ([0, 3, 0, 1, 2, 0], 5), ([1, 1e-9], 6), ([7, 7, 7, 7], 3)])
  func independentlyJointly(weights: [Double], n: Int) {
    let law = MultinomialInversion(weights: weights)
    let joint = JointDistribution(groups: weights.count, most: n) { law.counts(of: n, at: $0) }
    let sum = weights.reduce(0, +)
    for (counts, mass) in joint.masses {
      var exact = 1.0
      var left = n
      for (weight, count) in zip(weights, counts) {
        exact *= choose(left, count)
        for _ in 0..<count { exact *= weight / sum }
        left -= count
      }
      #expect(left == 0)
      #expect(abs(mass - exact) < 1e-14, "\(counts)")
    }
    #expect(abs(joint.masses.values.reduce(0, +) - 1) < 1e-13)
  }

  @Test(arguments: [([0.2, 0.5, 0.3], 100), ([50, 1, 4], 60), ([0.01, 0.01, 0.98], 200)])
  func independentlyMargins(weights: [Double], n: Int) {
    let law = MultinomialInversion(weights: weights)
    let joint = JointDistribution(groups: weights.count, most: n) { law.counts(of: n, at: $0) }
    for (group, weight) in weights.enumerated() {
      let exact = ExactDistribution.binomial(n, weight / weights.reduce(0, +))
      #expect(joint.distance(ofGroup: group, from: exact) < 1e-12)
    }
  }

  @Test func independentlyEndsAndUniformsAsked() {
    for u in Uniforms.spread(50) {
      #expect(MultinomialInversion(weights: [3]).counts(of: 9) { _ in u } == [9])
      #expect(MultinomialInversion(weights: [0, 0.1, 0]).counts(of: 9) { _ in u } == [0, 9, 0])
      #expect(MultinomialInversion(weights: [0.1, 0.7, 0.2]).counts(of: 0) { _ in u } == [0, 0, 0])
      // A small last weight behind large ones keeps all its digits, and nobody is lost.
      let behind = MultinomialInversion(weights: [1e16, 1, 0]).counts(of: 1_000_000_000) { _ in u }
      #expect(behind[2] == 0 && behind[0] + behind[1] == 1_000_000_000)
    }
    var asked: [Int] = []
    let counts = MultinomialInversion(weights: [1, 1, 1]).counts(of: 5) { part in
      asked.append(part)
      return 0.4
    }
    #expect(counts.reduce(0, +) == 5 && asked == [0, 1])
  }
}
