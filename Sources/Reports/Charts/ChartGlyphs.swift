/// The signs that a chart is made of. Whatever differs in meaning differs in sign, not in colour alone.
struct ChartGlyphs: Sendable {
  /// Bands of a fan, the widest first.
  var bands: [String]
  var middle: String
  var target: String
  var zero: String
  /// The value axis: a row, one with a tick, one with the tick at zero.
  var side: String
  var tick: String
  var zeroTick: String
  /// The axis of months: its corner, a column, one with a label below.
  var corner: String
  var base: String
  var baseTick: String
  /// A bar in eighths of a cell from the left, the full one last.
  var across: [String]
  /// A column in steps from the bottom, the full one last.
  var upward: [String]
  /// Bars of a bridge.
  var total: String
  var rise: String
  var fall: String
  /// Where a bar is cut because its scale does not begin at zero.
  var cut: String
  /// No number.
  var gap: String
  /// Points at a row from its right, and at a column from below.
  var pointsLeft: String
  var pointsUp: String
  /// Stands for the end of a text that does not fit.
  var ellipsis: String

  static let unicode = ChartGlyphs(
    bands: ["░", "▒", "▓"], middle: "●", target: "═", zero: "─", side: "│", tick: "┤", zeroTick: "┼", corner: "└",
    base: "─", baseTick: "┬", across: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
    upward: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], total: "█", rise: "▓", fall: "░", cut: "≈", gap: "·",
    pointsLeft: "◂", pointsUp: "▴", ellipsis: "…")

  static let ascii = ChartGlyphs(
    bands: [".", ":", "%"], middle: "o", target: "=", zero: "-", side: "|", tick: "+", zeroTick: "+", corner: "+",
    base: "-", baseTick: "+", across: ["#"], upward: ["_", ".", "-", "~", "=", "+", "*", "#"], total: "#", rise: "+",
    fall: "-", cut: "~", gap: ",", pointsLeft: "<", pointsUp: "^", ellipsis: ".")
}
