/// Integration of conditional moments over independent uncertain parameters.
public enum Quadrature {
  /// Total moments of several counts, given each one's moments at fixed parameters.
  ///
  /// The rules are of independent parameters; `body` gets one value of each, in the same order, and returns as many
  /// moments each time. Mean E[m]; variance E[v] + Var[m].
  public static func integrate(
    _ rules: [ProbabilityRule], _ body: ([Double]) -> [Moments]
  ) -> [IntegratedMoments] {
    var weights: [Double] = []
    var results: [[Moments]] = []
    visit(rules[...], values: [], weight: 1) { values, weight in
      weights.append(weight)
      results.append(body(values))
    }
    let width = results.first?.count ?? 0
    precondition(results.allSatisfy { $0.count == width }, "a body must return the same counts each time")
    return (0..<width).map { column in
      let mean = zip(weights, results).reduce(0) { $0 + $1.0 * $1.1[column].mean }
      let chance = zip(weights, results).reduce(0) { $0 + $1.0 * $1.1[column].variance }
      // About the mean, not E[m²] − E[m]², which would lose digits.
      let parameters = zip(weights, results).reduce(0.0) { sum, node in
        let distance = node.1[column].mean - mean
        return sum + node.0 * distance * distance
      }
      return IntegratedMoments(mean: mean, chanceVariance: chance, parameterVariance: parameters)
    }
  }

  /// The same for one count.
  public static func integrate(_ rules: [ProbabilityRule], _ body: ([Double]) -> Moments) -> IntegratedMoments {
    integrate(rules) { [body($0)] }[0]
  }

  private static func visit(
    _ rules: ArraySlice<ProbabilityRule>, values: [Double], weight: Double, _ action: ([Double], Double) -> Void
  ) {
    guard let rule = rules.first else { return action(values, weight) }
    for (node, share) in zip(rule.nodes, rule.weights) {
      visit(rules.dropFirst(), values: values + [node], weight: weight * share, action)
    }
  }
}
