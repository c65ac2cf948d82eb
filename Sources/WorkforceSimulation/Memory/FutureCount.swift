/// Numbers of people in the futures that are simulated side by side: one number for each.
///
/// With chance there are eight futures and whole people (``EightCounts``); without it there is one, the expected path, and
/// people are real numbers. The month's steps are written once, over this.
protocol FutureCount: Sendable, BitwiseCopyable {
  /// The people of one future.
  associatedtype One: SignedNumeric, Comparable, Sendable, BitwiseCopyable
  /// Real numbers of the same futures.
  associatedtype Number: FutureNumber

  static var nobody: Self { get }
  static func + (left: Self, right: Self) -> Self
  static func - (left: Self, right: Self) -> Self
  /// In each future the smaller number, or the larger.
  static func smaller(_ left: Self, _ right: Self) -> Self
  static func larger(_ left: Self, _ right: Self) -> Self
  /// Whether nobody is counted in any future.
  var isNone: Bool { get }
  /// In each future a number that is negative if either is.
  static func signs(_ left: Self, _ right: Self) -> Self
  /// The first future whose number is negative: more people than the numbers can count.
  var firstNegative: Int? { get }
  subscript(future: Int) -> One { get set }
}

extension FutureCount {
  /// How many futures there are side by side.
  static var futures: Int { Number.futures }

  @inline(__always)
  static func += (left: inout Self, right: Self) { left = left + right }

  @inline(__always)
  static func -= (left: inout Self, right: Self) { left = left - right }

  /// The number of each future, worked out one after another.
  @inline(__always)
  static func each(_ number: (Int) -> One) -> Self {
    var all = Self.nobody
    for future in 0..<futures { all[future] = number(future) }
    return all
  }
}

/// Real numbers of the futures that are simulated side by side.
protocol FutureNumber: Sendable, BitwiseCopyable {
  static var futures: Int { get }
  init(repeating number: Double)
  static func + (left: Self, right: Self) -> Self
  static func - (left: Self, right: Self) -> Self
  static func * (left: Self, right: Self) -> Self
  static func / (left: Self, right: Self) -> Self
  subscript(future: Int) -> Double { get set }
}

extension FutureNumber {
  @inline(__always)
  static var nought: Self { Self(repeating: 0) }

  /// A function of each future's number.
  @inline(__always)
  func mapped(_ function: (Double) -> Double) -> Self {
    var all = self
    for future in 0..<Self.futures { all[future] = function(self[future]) }
    return all
  }

  /// The first future whose number is so.
  @inline(__always)
  func first(where isSo: (Double) -> Bool) -> Int? {
    for future in 0..<Self.futures where isSo(self[future]) { return future }
    return nil
  }

  /// In each future the part divided by the whole; 0 where the whole is not above 0.
  @inline(__always)
  static func share(_ part: Self, of whole: Self) -> Self {
    var quotient = part / whole
    for future in 0..<futures where !(whole[future] > 0) { quotient[future] = 0 }
    return quotient
  }
}

extension Double: FutureCount, FutureNumber {
  typealias One = Double
  typealias Number = Double

  static var futures: Int { 1 }
  static var nobody: Double { 0 }
  init(repeating number: Double) { self = number }
  static func smaller(_ left: Double, _ right: Double) -> Double { Swift.min(left, right) }
  static func larger(_ left: Double, _ right: Double) -> Double { Swift.max(left, right) }
  var isNone: Bool { !(self > 0) }
  /// Real numbers have no end.
  static func signs(_ left: Double, _ right: Double) -> Double { 0 }
  var firstNegative: Int? { nil }

  subscript(future: Int) -> Double {
    get { self }
    set { self = newValue }
  }
}
