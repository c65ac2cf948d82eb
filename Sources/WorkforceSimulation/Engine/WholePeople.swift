/// Turning numbers into whole people, in one place.
enum WholePeople {
  /// Rounded half up. Numbers that differ from a half by less than a billionth are taken as the half, so that 2.5
  /// reached by a product is not rounded down.
  static func rounded(_ number: Double) -> Int { Int(floor(number + 0.5)) }

  /// Rounded up, a number within a billionth above a whole one being taken as that; nothing below 0 is needed.
  static func roundedUp(_ number: Double) -> Int { max(0, -Int(floor(-number))) }

  /// How far from a whole number, or from a half, a number may be and be taken for it.
  static let tolerance = 1e-9

  /// Rounded down, a number within a billionth below a whole one being taken as that.
  static func floor(_ number: Double) -> Double { (number + tolerance).rounded(.down) }

  /// The largest remainder: everyone their share rounded down, and those left over to the largest remainders; ties to
  /// the earlier. Remainders that differ by less than a billionth are tied.
  static func divided(_ total: Int, by shares: [Double]) -> [Int] {
    var counts = [Int](repeating: 0, count: shares.count)
    var remainders = [Double](repeating: 0, count: shares.count)
    var left = total
    for (position, share) in shares.enumerated() {
      let part = Double(total) * share
      counts[position] = Int(floor(part))
      left -= counts[position]
      remainders[position] = ((part - Double(counts[position])) * 1e9).rounded() / 1e9
    }
    let order = shares.indices.sorted { (-remainders[$0], $0) < (-remainders[$1], $1) }
    for position in order.prefix(max(0, left)) { counts[position] += 1 }
    return counts
  }
}
