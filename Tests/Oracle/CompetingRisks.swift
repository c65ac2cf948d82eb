import Foundation

/// One month's competing exits (model, section 2).
enum CompetingRisks {
  /// Probability of each exit when all of them compete, in the order given.
  ///
  /// Each p becomes a hazard h = −ln(1 − p); the total exit 1 − exp(−Σh) is split in proportion to h. One certain
  /// exit takes everyone; two certain ones have no meaning.
  static func split(_ probabilities: [Double]) -> [Double] {
    for probability in probabilities {
      precondition((0...1).contains(probability), "a monthly probability is \(probability)")
    }
    if probabilities.count == 1 { return probabilities }
    let certain = probabilities.filter { $0 == 1 }.count
    precondition(certain < 2, "two exits are certain in the same month")
    if certain == 1 { return probabilities.map { $0 == 1 ? 1 : 0 } }
    let hazards = probabilities.map { -log1p(-$0) }
    let total = hazards.reduce(0, +)
    if total == 0 { return hazards }
    let exit = -expm1(-total)
    return hazards.map { exit * $0 / total }
  }
}
