/// What stands under a chart: a sign and what it means.
struct ChartKey {
  var sign: String
  var ink: ChartInk
  var text: String

  init(_ sign: String, _ text: String, _ ink: ChartInk = .plain) {
    self.sign = sign
    self.ink = ink
    self.text = text
  }

  /// Keys in rows that are not wider than so many columns, after blanks.
  static func lines(_ keys: [ChartKey], indent: Int, width: Int, _ tier: ChartTier) -> [ChartLine] {
    var lines: [ChartLine] = []
    for key in keys {
      let text = tier.spelled(key.text)
      let needed = DisplayWidth.of(key.sign) + 1 + DisplayWidth.of(text)
      let indent = min(indent, max(0, width - needed))
      if var last = lines.last, last.width + 3 + needed <= width {
        last.pad(to: last.width + 3)
        last.add(key.sign, key.ink)
        last.add(" " + text)
        lines[lines.count - 1] = last
      } else {
        var line = ChartLine()
        line.pad(to: indent)
        line.add(key.sign, key.ink)
        line.add(" " + tier.fitted(key.text, columns: width - line.width - 1))
        lines.append(line)
      }
    }
    return lines
  }
}
