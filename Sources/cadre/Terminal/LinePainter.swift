import Reports
import Shell

/// What is written over an input that libedit has drawn: the same characters in the same places, in colours, and a hint
/// behind them; then the cursor goes back to where libedit believes it to be.
struct LinePainter {
  /// nil where nothing is to be painted.
  private(set) var text: String?
  private(set) var shownHint = ""

  private static let reset = "\u{1B}[0m"

  /// - Parameters:
  ///   - size: of the screen
  ///   - spans: nil where nothing is to be written anew; else all is, or what was something else before would stay so
  ///   - hint: how the line could go on; empty for none
  init(
    _ draft: LineEditor.Draft, _ layout: LineLayout, promptWidth: Int, size: (columns: Int, rows: Int),
    spans: [LineSpan]?, hint: String, hasColour: Bool
  ) {
    // Taller than the screen its first rows are gone, and what has no sure place is left as it is.
    guard layout.isExact, layout.rows <= size.rows, !draft.text.isEmpty else { return }
    let scalars = Array(draft.text.unicodeScalars)
    let cursor = layout.places[draft.cursor]
    var out = ""
    if let spans {
      if cursor.row > 0 { out += "\u{1B}[\(cursor.row)A" }
      var codes = [String?](repeating: nil, count: scalars.count)
      for span in spans {
        for index in span.range where index < codes.count { codes[index] = LinePainter.code(span.kind) }
      }
      for row in 0..<layout.rows {
        if row > 0 { out += "\u{1B}[1B" }
        let range = layout.scalars(ofRow: row)
        guard let first = range.first else { continue }
        out += LinePainter.column(layout.places[first].column)
        var now: String?
        for index in range where scalars[index] != "\n" {
          if codes[index] != now {
            out += LinePainter.reset + (codes[index] ?? "")
            now = codes[index]
          }
          out.unicodeScalars.append(scalars[index])
        }
        if now != nil { out += LinePainter.reset }
      }
      out += LinePainter.column(layout.end.column)
      // A full row leaves the cursor at its end, not on the next.
      let up = layout.rows - 1 - cursor.row
      if up > 0, hint.isEmpty { out += "\u{1B}[\(up)A" }
    }
    // The hint keeps to the last row, so that nothing scrolls.
    let room = size.columns - layout.end.column - 1
    if !hint.isEmpty, room > 0 {
      shownHint = LinePainter.cut(hint, to: room)
      out += (hasColour ? "\u{1B}[90m" : "\u{1B}[2m") + shownHint + LinePainter.reset
    }
    guard !out.isEmpty else { return }
    out += LinePainter.column(cursor.column)
    text = out
  }

  private static func column(_ column: Int) -> String { column > 0 ? "\r\u{1B}[\(column)C" : "\r" }

  private static func cut(_ text: String, to columns: Int) -> String {
    DisplayWidth.of(text) < columns ? text : DisplayWidth.prefix(text, columns: max(0, columns - 1)) + "…"
  }

  private static func code(_ kind: LineSpan.Kind) -> String {
    switch kind {
    case .command: "\u{1B}[1m"
    case .mistake: "\u{1B}[31m"
    case .keyword: "\u{1B}[35m"
    case .option: "\u{1B}[34m"
    case .name: "\u{1B}[36m"
    case .number: "\u{1B}[32m"
    case .quoted: "\u{1B}[33m"
    case .comment: "\u{1B}[90m"
    }
  }
}
