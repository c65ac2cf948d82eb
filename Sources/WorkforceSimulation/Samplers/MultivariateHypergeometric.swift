/// People drawn without replacement from a population in several groups: how many of each.
enum MultivariateHypergeometric {
  /// Divides `drawn` over the groups, in their order: each has a hypergeometric part of those whom
  /// the groups before it leave, out of itself and the groups after it.
  ///
  /// - Parameters:
  ///   - drawn: 0…the sum of the sizes.
  ///   - sizes: of the groups, 0 or more each, 1e8 together at most.
  ///   - uniform: the uniform of a group by its index, as `HypergeometricInversion` takes it.
  ///     It is asked at most once for each, in order, and not where only one count is possible.
  /// - Returns: one count for each group, none above its size, `drawn` together.
  static func counts(drawing drawn: Int, from sizes: [Int], at uniform: (Int) -> Double) -> [Int] {
    var population = sizes.reduce(0, +)
    var left = drawn
    precondition(drawn >= 0 && drawn <= population, "those drawn are part of the population")
    var counts = sizes
    for (group, size) in sizes.enumerated() {
      let law = HypergeometricInversion(population: population, marked: size, drawn: left)
      counts[group] = law.certain ?? law.count(at: uniform(group))
      left -= counts[group]
      population -= size
    }
    return counts
  }
}
