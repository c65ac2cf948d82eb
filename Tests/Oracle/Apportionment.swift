/// Whole people divided over parts.
public enum Apportionment {
  /// Largest remainder, ties to the earlier part: the model's rule for heads, places and learners (section 3).
  public static func largestRemainder(_ total: Int, shares: [Double]) -> [Int] {
    // Rounded to 10⁻⁹ of a person, so that 0.35 × 20 is 7 and equal remainders are equal in spite of binary fractions.
    let exact = shares.map { (Double(total) * $0 * 1e9).rounded() / 1e9 }
    var parts = exact.map { Int($0.rounded(.down)) }
    let byRemainder = exact.indices.sorted {
      let left = ((exact[$0] - Double(parts[$0])) * 1e6).rounded()
      let right = ((exact[$1] - Double(parts[$1])) * 1e6).rounded()
      return left == right ? $0 < $1 : left > right
    }
    for index in byRemainder.prefix(max(0, total - parts.reduce(0, +))) { parts[index] += 1 }
    return parts
  }

  /// Equal parts by largest remainder: the odd ones go to the first parts.
  public static func evenly(_ total: Int, over count: Int) -> [Int] {
    (0..<count).map { total / count + ($0 < total % count ? 1 : 0) }
  }

  /// Equal parts by running floors: part i is ⌊(i + 1) n / k⌋ − ⌊i n / k⌋, which spreads the odd ones out.
  public static func runningFloors(_ total: Int, over count: Int) -> [Int] {
    (0..<count).map { ($0 + 1) * total / count - $0 * total / count }
  }
}
