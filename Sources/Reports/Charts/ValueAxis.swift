/// The vertical scale of a chart in rows: every tick lies in the middle of one.
///
/// Between two ticks lie two to five rows, and ticks are a round step apart (``RoundStep``). Of all such scales the one
/// is taken that fits the range into the rows with the least room left over.
struct ValueAxis: Sendable {
  let rows: Int
  /// From tick to tick.
  let step: Double
  private let rowsPerTick: Int
  /// The lowest row, counted in rows from zero.
  private let first: Int

  /// What a row covers.
  var unit: Double { step / Double(rowsPerTick) }

  /// - Parameters:
  ///   - low: the least value that must be seen, below 1e100
  ///   - rows: 5 at least
  init(low: Double, high: Double, rows: Int) {
    var (low, high) = (low, high)
    let largest = max(low.magnitude, high.magnitude)
    // Numbers that are all but equal get some room around them.
    if high - low <= largest * 1e-9 {
      let room = largest == 0 ? 1 : largest * 0.05
      if largest > 0 { low -= room }
      high += room
    }
    let finest = max((high - low) / Double(rows), largest * 1e-7)
    var best: (unit: Double, step: Double, perTick: Int)?
    let exponent = RoundStep.exponent(finest)
    for power in exponent...(exponent + 2) {
      for mantissa in RoundStep.mantissas {
        let step = RoundStep.step(mantissa, power)
        for perTick in 2...min(5, max(2, (rows - 1) / 2)) {
          let unit = step / Double(perTick)
          guard unit >= finest * 0.5, (high / unit).rounded() - (low / unit).rounded() < Double(rows) else { continue }
          if let best, best.unit < unit * (1 - 1e-9) { continue }
          // Of equal ones that with four rows from tick to tick, or nearly.
          if let best, best.unit <= unit * (1 + 1e-9), abs(best.perTick - 4) <= abs(perTick - 4) { continue }
          best = (unit, step, perTick)
        }
      }
    }
    let chosen = best ?? (high - low, (high - low) * 2, 2)
    let lowest = Int((low / chosen.unit).rounded())
    let needed = Int((high / chosen.unit).rounded()) - lowest + 1
    let below = lowest - (rows - needed) / 2
    self.rows = rows
    step = chosen.step
    rowsPerTick = chosen.perTick
    // Room that is left over does not make an axis of people go below zero.
    first = low >= 0 ? max(0, below) : below
  }

  /// Halves of rows from the bottom, 0…2 × rows − 1: where a value lies.
  func half(_ value: Double) -> Int {
    let place = ((value / unit - Double(first) + 0.5) * 2).rounded(.down)
    return Int(min(max(place, 0), Double(2 * rows - 1)))
  }

  /// The value in the middle of a half of a row.
  func value(half: Int) -> Double { (Double(first) - 0.25 + Double(half) / 2) * unit }

  /// The row from the bottom that a value lies in.
  func row(_ value: Double) -> Int { half(value) / 2 }

  /// The value of the tick in the middle of a row; nil where there is none.
  func tick(row: Int) -> Double? {
    let place = first + row
    return place.isMultiple(of: rowsPerTick) ? Double(place / rowsPerTick) * step : nil
  }

  var ticks: [Double] { (0..<rows).compactMap { tick(row: $0) } }
}
