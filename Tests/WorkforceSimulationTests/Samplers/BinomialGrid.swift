/// Numbers of people and probabilities on both sides of everything at which the binomial sampler, or who calls it,
/// changes its way.
enum BinomialGrid {
  /// Products up to 8 people, tables up to 63 and 4,095, then any number.
  static let sizes = [
    1, 2, 3, 4, 5, 7, 8, 9, 10, 16, 30, 59, 60, 61, 62, 63, 64, 65, 127, 128, 300, 1000, 4095, 4096, 4097, 20_000,
    100_000, 300_000, 1_000_000, 100_000_000,
  ]

  /// Expected numbers of the rarer outcome, n·min(p, 1 − p): dense about 4, where the expansion begins, 10, to which
  /// the model promises the uniform's own resolution, and 30, where sums end.
  static let means = [
    0.01, 0.1, 0.5, 1, 2, 3, 3.9, 3.999, 3.999999, 4, 4.000001, 4.001, 4.1, 5, 7, 9.99, 10, 10.01, 15, 22, 29.9, 29.999,
    29.999999, 30, 30.000001, 30.001, 30.1, 60, 300, 1000, 10_000, 100_000,
  ]

  /// Of so many people: those that give the means, some that do not depend on the number, and their mirror images.
  static func probabilities(of n: Int) -> [Double] {
    let rare = means.map { $0 / Double(n) } + [1e-6, 0.0075, 0.1, 0.31, 0.49999, 0.5]
    let kept = rare.filter { $0 <= 0.5 && ($0 >= 1e-6 || n > 1_000_000) && $0 * Double(n) <= 100_001 }
    return Set(kept + kept.map { 1 - $0 }).sorted()
  }
}
