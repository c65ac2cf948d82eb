import WorkforceModel

/// Months along a chart, each as wide as the others.
///
/// The months are as far apart as they are in the calendar; one that is not given is a gap. Where there are fewer columns
/// than months, each column shows one of them, the first and the last included.
struct TimeAxis: Sendable {
  private let first: Month
  /// Months from one place to the next.
  private let step: Int
  private let places: Int
  let columns: Int
  /// For each place the index of its month among those given.
  private let indices: [Int?]

  /// The most columns that a month is drawn over.
  private static let widest = 12

  /// - Parameters:
  ///   - months: ascending; at least one
  ///   - columns: those that there is room for
  init(_ months: [Month], columns: Int) {
    let start = months.first ?? Month(index: 0)
    let gaps = zip(months.dropFirst(), months).map { $0 - $1 }
    let step = max(1, gaps.reduce(0, TimeAxis.divisor))
    let places = ((months.last ?? start) - start) / step + 1
    var indices = [Int?](repeating: nil, count: places)
    for (index, month) in months.enumerated() { indices[(month - start) / step] = index }
    first = start
    self.step = step
    self.places = places
    self.columns = max(1, min(columns, places * TimeAxis.widest))
    self.indices = indices
  }

  private static func divisor(_ first: Int, _ second: Int) -> Int {
    second == 0 ? first : divisor(second, first % second)
  }

  /// Which of the months given a column shows; nil for a gap.
  func index(column: Int) -> Int? { indices[place(column: column)] }

  private func place(column: Int) -> Int {
    guard columns < places else { return min(places - 1, (2 * column + 1) * places / (2 * columns)) }
    return columns == 1 ? places - 1 : (2 * column * (places - 1) + columns - 1) / (2 * (columns - 1))
  }

  /// The column in the middle of a month's.
  func column(_ month: Month) -> Int {
    let place = (month - first) / step
    guard columns < places else { return min(columns - 1, (2 * place + 1) * columns / (2 * places)) }
    return (2 * place * (columns - 1) + places - 1) / (2 * (places - 1))
  }

  /// The months that are labelled, evenly spaced, so that labels have room.
  var labelled: [Month] {
    let room = Double(columns) / Double(places)
    let every = TimeAxis.spacings.first { $0 % step == 0 && Double($0 / step) * room >= 10 }
    guard let every else { return [first] }
    return stride(from: 0, to: places, by: every / step).map { first + $0 * step }
  }

  /// Months between labels.
  private static let spacings = [1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600, 1200]

  /// The axis's line and its labels, for a plot that begins in a column of a row.
  func lines(from start: Int, corner: Bool, width: Int, _ tier: ChartTier) -> [ChartLine] {
    let glyphs = tier.glyphs
    var marks = [String](repeating: glyphs.base, count: columns)
    var labels = ChartLine()
    for month in labelled {
      let column = column(month)
      let text = month.shown
      let begin = min(max(0, start + column - text.count / 2), width - text.count)
      guard begin >= (labels.width == 0 ? 0 : labels.width + 1) else { continue }
      marks[column] = glyphs.baseTick
      labels.pad(to: begin)
      labels.add(text)
    }
    var base = ChartLine()
    base.pad(to: start - (corner ? 1 : 0))
    base.add((corner ? glyphs.corner : "") + marks.joined())
    return [base, labels]
  }
}
