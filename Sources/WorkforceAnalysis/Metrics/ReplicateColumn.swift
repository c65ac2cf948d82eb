/// One number for each replicate, in memory that is used again and again.
final class ReplicateColumn<Number: BitwiseCopyable> {
  let count: Int
  let start: UnsafeMutablePointer<Number>

  /// - Parameter first: what every number is at first
  init(_ count: Int, _ first: Number) {
    self.count = count
    start = .allocate(capacity: max(1, count))
    start.initialize(repeating: first, count: count)
  }

  deinit { start.deallocate() }

  var numbers: UnsafeMutableBufferPointer<Number> { UnsafeMutableBufferPointer(start: start, count: count) }

  func fill(_ number: Number) { numbers.update(repeating: number) }
}
