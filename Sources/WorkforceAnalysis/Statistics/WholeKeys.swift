/// Numbers rounded to whole multiples of a unit, and told by how far they lie above the smallest.
enum WholeKeys {
  /// 1.5 · 2⁵²: added to a number, what is left of the sum's digits is the whole number, rounded half to even as the
  /// processor rounds sums.
  static let magic = 0x1.8p52
  /// Up to here it has all its digits.
  private static let most = 0x1p50

  /// - Parameters:
  ///   - keys: room for as many as there are numbers
  ///   - numbers: at least one; each is one
  ///   - scale: how many whole numbers are one of the unit
  /// - Returns: the smallest and the largest whole number; nil, and no keys, where they lie 2³² apart or are too large
  static func fill(
    _ keys: UnsafeMutablePointer<UInt32>, _ numbers: UnsafeBufferPointer<Double>, scale: Double
  ) -> (low: Int64, high: Int64)? {
    let (least, most) = extremes(numbers)
    guard (least * scale).magnitude <= WholeKeys.most, (most * scale).magnitude <= WholeKeys.most else { return nil }
    let low = whole(least * scale)
    let high = whole(most * scale)
    guard high - low < 1 << 32 else { return nil }
    let origin = (least * scale + magic).bitPattern
    for place in numbers.indices {
      keys[place] = UInt32(truncatingIfNeeded: (numbers[place] * scale + magic).bitPattern &- origin)
    }
    return (low, high)
  }

  /// Rounds each number to a whole multiple of the unit, half to even.
  static func round(_ numbers: UnsafeMutableBufferPointer<Double>, scale: Double) {
    for place in numbers.indices {
      let value = numbers[place] * scale
      let whole = value.magnitude <= most ? (value + magic) - magic : value.rounded(.toNearestOrEven)
      numbers[place] = whole / scale
    }
  }

  /// Whether some number does not exist, or is infinite.
  static func hasAbsent(_ numbers: UnsafeMutableBufferPointer<Double>) -> Bool {
    typealias Lanes = SIMD8<Double>
    // A product by 0 of what is no number is none, nor is a sum with it; of any other finite number it is 0.
    var products = Lanes.zero
    let whole = numbers.count / Lanes.scalarCount * Lanes.scalarCount
    let bytes = UnsafeRawBufferPointer(numbers)
    for place in stride(from: 0, to: whole, by: Lanes.scalarCount) {
      products += bytes.loadUnaligned(fromByteOffset: place * MemoryLayout<Double>.stride, as: Lanes.self) * 0
    }
    var product = products.sum()
    for place in whole..<numbers.count { product += numbers[place] * 0 }
    return product.isNaN
  }

  private static func whole(_ value: Double) -> Int64 {
    Int64(bitPattern: (value + magic).bitPattern) - Int64(bitPattern: magic.bitPattern)
  }

  private static func extremes(_ numbers: UnsafeBufferPointer<Double>) -> (least: Double, most: Double) {
    typealias Lanes = SIMD4<Double>
    var (least, most) = (Lanes(repeating: numbers[0]), Lanes(repeating: numbers[0]))
    let whole = numbers.count / Lanes.scalarCount * Lanes.scalarCount
    for place in stride(from: 0, to: whole, by: Lanes.scalarCount) {
      let next = Lanes(numbers[place], numbers[place + 1], numbers[place + 2], numbers[place + 3])
      least = least.replacing(with: next, where: next .< least)
      most = most.replacing(with: next, where: next .> most)
    }
    var (low, high) = (least.min(), most.max())
    for place in whole..<numbers.count {
      low = numbers[place] < low ? numbers[place] : low
      high = numbers[place] > high ? numbers[place] : high
    }
    return (low, high)
  }
}
