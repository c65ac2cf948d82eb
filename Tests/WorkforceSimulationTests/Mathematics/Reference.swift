import Testing

@testable import WorkforceSimulation

/// Values computed at 40 digits or more and rounded once, of exactly the arguments written.
enum Reference {
  /// |value − expected| ÷ |expected|.
  static func relativeError(_ value: Double, _ expected: Double) -> Double {
    value == expected ? 0 : abs(value - expected) / abs(expected)
  }

  /// |value − expected| in units in the last place of the expected value.
  static func unitsInLastPlace(_ value: Double, _ expected: Double) -> Double {
    value == expected ? 0 : abs(value - expected) / expected.ulp
  }

  /// The largest fall from one element to the next, relative to the element; 0 when there is none.
  static func largestFall(_ values: [Double]) -> Double {
    zip(values, values.dropFirst()).map { $0 > $1 ? ($0 - $1) / abs($0) : 0 }.max() ?? .nan
  }
}
