/// What a fan shows in each cell: two halves, one above the other, with a band each, and the lines through them.
struct FanCells {
  /// By column, then by half from the bottom: 0 outside, 1 in the widest band, and so on.
  private var levels: [[Int]] = []
  /// By column the half that the middle lies in.
  private var middles: [Int?] = []
  /// By column the row of the target.
  private var targets: [Int?] = []
  /// The row of zero, where it is drawn.
  private let zero: Int?
  private let bandCount: Int
  private let tier: ChartTier
  private let glyphs: ChartGlyphs

  static let upper = "▀"
  static let lower = "▄"

  init(_ fan: FanChart, _ axis: ValueAxis, _ time: TimeAxis, _ tier: ChartTier) {
    self.tier = tier
    glyphs = tier.glyphs
    bandCount = min(fan.bands.count, 3)
    let below = fan.range?.lowerBound ?? 0
    let above = fan.range?.upperBound ?? 0
    zero = fan.isDifference || (below < 0 && above > 0) ? axis.row(0) : nil
    for column in 0..<time.columns {
      guard let index = time.index(column: column) else {
        levels.append([])
        middles.append(nil)
        targets.append(nil)
        continue
      }
      var halves = [Int](repeating: 0, count: 2 * axis.rows)
      for (position, band) in fan.bands.enumerated() {
        guard let low = band.low[index], let high = band.high[index] else { continue }
        for half in halves.indices {
          let value = axis.value(half: half)
          if value >= low * fan.scale, value <= high * fan.scale { halves[half] = min(position + 1, 3) }
        }
      }
      levels.append(halves)
      middles.append(fan.middle[index].map { axis.half($0 * fan.scale) })
      targets.append(fan.target[index].map { axis.row($0 * fan.scale) })
    }
  }

  /// The sign of a band where there is no colour; of fewer than three the denser ones.
  static func glyph(_ level: Int, of count: Int, _ glyphs: ChartGlyphs) -> String {
    level == 0 ? " " : glyphs.bands[min(max(0, level + 2 - min(count, 3)), 2)]
  }

  /// Adds a cell: the middle before the target, the target before zero, zero before bands. Without colour a cell shows
  /// the innermost band that one of its halves lies in.
  func draw(row: Int, column: Int, into line: inout ChartLine) {
    let halves = levels[column]
    let low = halves.isEmpty ? 0 : halves[2 * row]
    let high = halves.isEmpty ? 0 : halves[2 * row + 1]
    let inner = max(low, high)
    func colour(_ level: Int) -> UInt8? { ChartInk.band(level, of: bandCount) }
    if let middle = middles[column], middle / 2 == row {
      guard tier == .colour else { return line.add(glyphs.middle) }
      // In the terminal's own colour, which is seen on every ground.
      let isUpper = middle % 2 == 1
      return line.add(isUpper ? FanCells.upper : FanCells.lower, ChartInk(ground: colour(isUpper ? low : high)))
    }
    if targets[column] == row {
      guard tier == .colour else { return line.add(glyphs.target) }
      return line.add(glyphs.target, ChartInk(text: ChartInk.orange, ground: colour(inner)))
    }
    if zero == row {
      return line.add(glyphs.zero, tier == .colour ? ChartInk(ground: colour(inner)) : .plain)
    }
    guard inner > 0 else { return line.add(" ") }
    guard tier == .colour else { return line.add(FanCells.glyph(inner, of: bandCount, glyphs)) }
    if high == 0 { return line.add(FanCells.lower, ChartInk(text: colour(low))) }
    line.add(FanCells.upper, ChartInk(text: colour(high), ground: colour(low)))
  }
}
