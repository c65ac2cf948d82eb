/// A row of a chart, in runs of one colour.
struct ChartLine: Sendable, Equatable {
  private struct Run: Sendable, Equatable {
    var text: String
    var ink: ChartInk
  }

  private var runs: [Run] = []
  /// Columns used so far.
  private(set) var width = 0

  init(_ text: String = "") {
    if !text.isEmpty { add(text) }
  }

  mutating func add(_ text: String, _ ink: ChartInk = .plain) {
    width += DisplayWidth.of(text)
    if let last = runs.last, last.ink == ink {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(text: text, ink: ink))
    }
  }

  mutating func add(_ text: String, times: Int, _ ink: ChartInk = .plain) {
    if times > 0 { add(String(repeating: text, count: times), ink) }
  }

  /// Fills up with blanks.
  mutating func pad(to column: Int) { add(" ", times: column - width) }

  /// The row as it is printed, without blanks at its end; colours are reset before it.
  func rendered(_ tier: ChartTier) -> String {
    var seen = runs
    while let last = seen.last, last.ink.ground == nil {
      let kept = String(last.text.reversed().drop { $0 == " " }.reversed())
      if kept.isEmpty {
        seen.removeLast()
        continue
      }
      seen[seen.count - 1].text = kept
      break
    }
    guard tier == .colour else { return seen.map(\.text).joined() }
    var (text, now) = ("", ChartInk.plain)
    for run in seen where !run.text.isEmpty {
      text += ChartLine.change(from: now, to: run.ink) + run.text
      now = run.ink
    }
    return text + ChartLine.change(from: now, to: .plain)
  }

  private static func change(from old: ChartInk, to new: ChartInk) -> String {
    guard old != new else { return "" }
    guard new != .plain else { return "\u{1B}[0m" }
    var codes: [String] = []
    if old.text != new.text { codes.append(new.text.map { "38;5;\($0)" } ?? "39") }
    if old.ground != new.ground { codes.append(new.ground.map { "48;5;\($0)" } ?? "49") }
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }
}
