/// A picture of results, before it is known how it will be shown: as blocks, as ASCII, as sentences, or as its numbers.
public enum Chart: Sendable, Equatable {
  case fan(FanChart)
  case histogram(HistogramChart)
  case strip(StripChart)
  case bridge(BridgeChart)

  /// Its numbers, since shading cannot be read to the decimal.
  public var numbers: Table {
    switch self {
    case .fan(let chart): chart.numbers
    case .histogram(let chart): chart.numbers
    case .strip(let chart): chart.numbers
    case .bridge(let chart): chart.numbers
    }
  }

  /// Whether its picture tells them too, so that they need not follow it.
  public var picturesNumbers: Bool {
    if case .fan = self { false } else { true }
  }

  /// What it shows, in sentences; each is a paragraph.
  public var words: [String] {
    switch self {
    case .fan(let chart): chart.words
    case .histogram(let chart): chart.words
    case .strip(let chart): chart.words
    case .bridge(let chart): chart.words
    }
  }

  /// The picture, row by row, without line ends; for ``ChartTier/words`` the sentences, one a row.
  ///
  /// No row is wider than `width`. Where there is little room, parts are left out in a documented order
  /// (docs/charts.md); what they say stands in the numbers.
  /// - Parameter width: columns, 20 at least
  public func rows(width: Int, _ style: ChartStyle) -> [String] {
    let width = max(20, width)
    guard style.tier != .words else { return words.flatMap { TextRenderer.lines(of: $0, width: width) } }
    let lines =
      switch self {
      case .fan(let chart): chart.lines(width: width, style)
      case .histogram(let chart): chart.lines(width: width, style)
      case .strip(let chart): chart.lines(width: width, style.tier)
      case .bridge(let chart): chart.lines(width: width, style.tier)
      }
    return (Chart.title(title, width: width, style.tier) + lines).map { $0.rendered(style.tier) }
  }

  public var title: String {
    switch self {
    case .fan(let chart): chart.title
    case .histogram(let chart): chart.title
    case .strip(let chart): chart.title
    case .bridge(let chart): chart.title
    }
  }

  private static func title(_ text: String, width: Int, _ tier: ChartTier) -> [ChartLine] {
    guard !text.isEmpty else { return [] }
    return TextRenderer.lines(of: tier.spelled(text), width: width).map { ChartLine($0) }
  }

  /// What stands where there is nothing to draw.
  static func empty(_ tier: ChartTier) -> [ChartLine] { [ChartLine(nothing)] }

  static let nothing = "no numbers"
}
