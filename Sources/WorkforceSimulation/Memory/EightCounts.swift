/// Whole people in eight futures, below 2³¹ in each.
struct EightCounts: FutureCount {
  typealias One = Int32
  typealias Number = SIMD8<Double>

  var people: SIMD8<Int32>

  @inline(__always)
  init(_ people: SIMD8<Int32>) { self.people = people }

  @inline(__always)
  static var nobody: EightCounts { EightCounts(.zero) }

  @inline(__always)
  static func + (left: EightCounts, right: EightCounts) -> EightCounts { EightCounts(left.people &+ right.people) }

  @inline(__always)
  static func - (left: EightCounts, right: EightCounts) -> EightCounts { EightCounts(left.people &- right.people) }

  @inline(__always)
  static func smaller(_ left: EightCounts, _ right: EightCounts) -> EightCounts {
    EightCounts(left.people.replacing(with: right.people, where: right.people .< left.people))
  }

  @inline(__always)
  static func larger(_ left: EightCounts, _ right: EightCounts) -> EightCounts {
    EightCounts(left.people.replacing(with: right.people, where: right.people .> left.people))
  }

  /// Without a branch for each future, as a comparison of the vectors would have.
  @inline(__always)
  var isNone: Bool {
    let pairs = unsafeBitCast(people, to: SIMD4<UInt64>.self)
    return pairs[0] | pairs[1] | pairs[2] | pairs[3] == 0
  }

  @inline(__always)
  static func signs(_ left: EightCounts, _ right: EightCounts) -> EightCounts {
    EightCounts(left.people | right.people)
  }

  var firstNegative: Int? {
    guard any(people .< 0) else { return nil }
    return (0..<8).first { people[$0] < 0 }
  }

  @inline(__always)
  subscript(future: Int) -> Int32 {
    get { people[future] }
    set { people[future] = newValue }
  }
}

extension SIMD8: FutureNumber where Scalar == Double {
  static var futures: Int { 8 }
}
