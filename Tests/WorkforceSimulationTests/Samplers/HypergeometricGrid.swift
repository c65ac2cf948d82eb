/// Populations, the marked among them and the drawn, on both sides of everything at which the hypergeometric sampler
/// changes its way.
enum HypergeometricGrid {
  static let populations = [
    2, 3, 4, 5, 9, 20, 63, 64, 65, 68, 100, 128, 255, 256, 257, 258, 300, 1000, 4096, 10_000, 1_000_000, 100_000_000,
  ]

  /// The fewest of the marked, the unmarked, the drawn and the left: products of factors end at 128.
  private static let fewest = [1, 2, 3, 5, 9, 20, 32, 60, 127, 128, 129, 130, 500, 5000, 50_000]

  /// Expected numbers: dense about 4 and about twice that, where the expansion begins, at a variance of 4.
  private static let means = [0.05, 1, 3, 3.9, 4, 4.1, 5, 6, 7, 7.9, 8, 8.1, 9, 12, 20, 64, 65, 200, 1000, 5000]

  /// The marked and the drawn of a population: each pair of parts, and with the rest in the place of either or both.
  static func parts(of population: Int) -> [(marked: Int, drawn: Int)] {
    var pairs: Set<[Int]> = []
    for fewer in fewest where fewer <= population / 2 {
      for mean in means {
        let more = mean * Double(population) / Double(fewer)
        for more in [more.rounded(.down), more.rounded(.up)].map({ Int($0) }) {
          if fewer <= more, more <= population / 2 { pairs.insert([fewer, more]) }
        }
      }
      pairs.insert([fewer, population / 2])
    }
    return pairs.flatMap { pair in
      let (fewer, more) = (pair[0], pair[1])
      return [
        (fewer, more), (more, population - fewer), (population - fewer, more), (population - more, population - fewer),
      ]
    }
  }
}
