#if os(Linux)
  import BuiltProgram

  /// A terminal's screen as a picture (SVG): text in runs of one style, blocks as rectangles, so that no seams show.
  enum TerminalPicture {
    private static let width = 8.4
    private static let height = 18.0
    private static let margin = 12.0
    private static let background = "#1b1e24"
    private static let ink = "#d8dce4"

    static func svg(of screen: TerminalScreen, title: String) -> String {
      let rows = screen.lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 1
      let (w, h) = (Double(screen.columns) * width + 2 * margin, Double(rows) * height + 2 * margin)
      var out = """
        <svg xmlns="http://www.w3.org/2000/svg" width="\(number(w))" height="\(number(h))" \
        viewBox="0 0 \(number(w)) \(number(h))" role="img"><title>\(escaped(title))</title>
        <rect width="100%" height="100%" rx="6" fill="\(background)"/>
        <g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14" xml:space="preserve">

        """
      for row in 0..<rows { out += line(screen, row) }
      let cursor = screen.cursor
      out += rectangle(cursor.column, cursor.row, fill: "#8a93a6", opacity: 0.6)
      return out + "</g></svg>\n"
    }

    private static func line(_ screen: TerminalScreen, _ row: Int) -> String {
      var out = ""
      var column = 0
      while column < screen.columns {
        let first = screen.cell(row, column)
        if first.style.background != .standard {
          out += rectangle(column, row, fill: colour(first.style.background, bright: false))
        }
        if let block = block(first.text) {
          out += rectangle(
            column, row, from: block.lowerBound, to: block.upperBound,
            fill: colour(first.style.foreground, bright: false))
          column += 1
          continue
        }
        var text = first.text
        var end = column + 1
        while end < screen.columns {
          let cell = screen.cell(row, end)
          guard cell.style == first.style, block(cell.text) == nil else { break }
          text += cell.text
          end += 1
        }
        let trimmed = text.drop { $0 == " " }
        let start = column + text.count - trimmed.count
        var kept = String(trimmed)
        while kept.last == " " { kept.removeLast() }
        if !kept.isEmpty {
          let bold = first.style.isBold ? " font-weight=\"bold\"" : ""
          let fill = colour(first.style.foreground, bright: first.style.isBold)
          let (x, y) = (margin + Double(start) * width, margin + Double(row) * height + 13.5)
          out +=
            "<text x=\"\(number(x))\" y=\"\(number(y))\" textLength=\"\(number(Double(kept.count) * width))\" "
            + "fill=\"\(fill)\"\(bold)>\(escaped(kept))</text>\n"
        }
        column = end
      }
      return out
    }

    /// The part of a cell that a block fills, from the top down, in eighths.
    private static func block(_ text: String) -> ClosedRange<Int>? {
      switch text {
      case "█": 0...8
      case "▀": 0...4
      case "▄": 4...8
      case "▁", "▂", "▃", "▅", "▆", "▇":
        text.unicodeScalars.first.map { (8 - Int($0.value - 0x2580))...8 }
      default: nil
      }
    }

    private static func rectangle(
      _ column: Int, _ row: Int, from top: Int = 0, to bottom: Int = 8, fill: String, opacity: Double? = nil
    ) -> String {
      let (x, y) = (margin + Double(column) * width, margin + (Double(row) + Double(top) / 8) * height)
      let seen = opacity.map { " fill-opacity=\"\($0)\"" } ?? ""
      return "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width + 0.3))\" "
        + "height=\"\(number(Double(bottom - top) / 8 * height + 0.3))\" fill=\"\(fill)\"\(seen)/>\n"
    }

    private static let named = [
      "#3b4048", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d8dce4",
      "#7a8291", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#ffffff",
    ]

    private static func colour(_ colour: TerminalStyle.Color, bright: Bool) -> String {
      switch colour {
      case .standard: return bright ? "#ffffff" : ink
      case .rgb(let red, let green, let blue): return "rgb(\(red),\(green),\(blue))"
      case .indexed(let index) where index < 16: return named[Int(index)]
      case .indexed(let index) where index >= 232:
        let level = 8 + (Int(index) - 232) * 10
        return "rgb(\(level),\(level),\(level))"
      case .indexed(let index):
        let levels = [0, 95, 135, 175, 215, 255]
        let place = Int(index) - 16
        return "rgb(\(levels[place / 36]),\(levels[place / 6 % 6]),\(levels[place % 6]))"
      }
    }

    /// With one decimal at most.
    private static func number(_ value: Double) -> String {
      let tenths = Int((value * 10).rounded())
      return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    private static func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
  }
#endif
