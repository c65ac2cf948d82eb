/// Colours of a run of text, as indices of the 256; nil is the terminal's own.
struct ChartInk: Sendable, Equatable {
  var text: UInt8?
  var ground: UInt8?

  static let plain = ChartInk()
  /// One hue in three steps: the bands of a fan, the widest first.
  static let bands: [UInt8] = [153, 110, 68]
  /// Orange, which those who see few colours tell from the blue.
  static let orange: UInt8 = 208

  /// The colour of a level, 1 the palest; of fewer than three bands the darker ones are used.
  static func band(_ level: Int, of count: Int) -> UInt8? {
    level == 0 ? nil : bands[min(max(0, level + 2 - min(count, 3)), 2)]
  }
}
