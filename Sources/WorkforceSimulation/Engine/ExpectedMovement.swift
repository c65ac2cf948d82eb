/// No chance: real-numbered people move by expectations, through the same steps.
struct ExpectedMovement: Movement {
  func law(_ probability: Double) -> Double { probability }

  func happening(to count: Double, _ law: Double, site: UInt64, entry: Int, month: Int) -> Double { count * law }

  func happeningBetween(to count: Double, _ law: Double, site: UInt64, entry: Int, month: Int) -> Double { count * law }

  func taken(_ drawn: Double, from population: Double, marked: Double, site: UInt64, entry: Int, month: Int) -> Double {
    // Everybody, where everybody is drawn: a quotient could round above them.
    drawn >= population ? marked : min(marked, drawn * marked / population)
  }

  func spread(_ total: Double, by weights: [Double], sites: (Int) -> UInt64, entry: Int, month: Int) -> [Double] {
    let sum = weights.reduce(0, +)
    return weights.map { total * $0 / sum }
  }

  func poisson(_ mean: Double, site: UInt64, month: Int) -> Double { mean }

  func planned(from: Double, upTo: Double) -> Double { upTo - from }

  func people(_ number: Double) -> Double { number }

  func needed(_ number: Double) -> Double { max(0, number) }

  func number(_ people: Double) -> Double { people }

  func divided(_ total: Double, by shares: [Double]) -> [Double] { shares.map { total * $0 } }

  func divided(_ total: Double, evenly parts: Int) -> [Double] {
    [Double](repeating: total / Double(parts), count: parts)
  }
}
