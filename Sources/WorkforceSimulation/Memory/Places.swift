/// A half-open range of places, as plain numbers that a ``Room`` can hold.
struct Places {
  var lower: Int
  var upper: Int

  init(_ range: Range<Int>) {
    lower = range.lowerBound
    upper = range.upperBound
  }

  @inline(__always)
  var range: Range<Int> { lower..<upper }

  @inline(__always)
  var count: Int { upper - lower }
}
