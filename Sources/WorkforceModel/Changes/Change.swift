/// A change of a value as it is typed: `7%/yr` replaces, `+20%` scales, `+2pt` adds percentage points, `+0.5%/yr` shifts
/// in the value's own unit; with `from 2026-04` the change holds from that month on.
public struct Change: Sendable {
  /// What stands before `from`.
  public let value: SourceNode
  /// The text of the month after `from`; nil where there is none.
  public let from: SourceNode?
  /// All of it, for values to whose text `from` belongs, such as a schedule.
  let whole: SourceNode

  /// Takes a plain text apart; a mapping, a list or a quoted text is a replacement as it stands.
  public init(_ node: SourceNode) {
    whole = node
    guard let text = node.scalar, !node.isQuoted, let (front, month) = Change.splitFrom(text) else {
      (value, from) = (node, nil)
      return
    }
    let total = text.unicodeScalars.count
    let length = month.unicodeScalars.count
    value = SourceNode(
      .scalar(front), range: node.part(offset: 0, length: front.unicodeScalars.count), textOffset: 0)
    from = SourceNode(.scalar(month), range: node.part(offset: total - length, length: length))
  }

  /// A replacement, from a month on where one is given.
  public init(replacing node: SourceNode, from: SourceNode?) {
    (value, whole, self.from) = (node, node, from)
  }

  private init(value: SourceNode, from: SourceNode?, whole: SourceNode) {
    (self.value, self.from, self.whole) = (value, from, whole)
  }

  /// `7%/yr from 2026-04` → `7%/yr` and `2026-04`.
  private static func splitFrom(_ text: String) -> (front: String, month: String)? {
    guard let last = text.lastIndex(of: " ") else { return nil }
    let month = text[text.index(after: last)...]
    var front = text[..<last]
    guard front.hasSuffix(" from"), !month.isEmpty else { return nil }
    front = front.dropLast(5)
    while front.last == " " { front.removeLast() }
    return front.isEmpty ? nil : (String(front), String(month))
  }

  public var range: SourceRange { value.range }
  /// Takes something out, for the whole run.
  var isNone: Bool { value.isNone && from == nil }
  /// As typed, for messages and for what is kept beside a source.
  var typed: String { value.flowText + (from.map { " from \($0.flowText)" } ?? "") }

  /// The same change without its month.
  var always: Change { Change(value: value, from: nil, whole: value) }

  /// The month from which it holds; reports a text that is none.
  func month(in reading: inout Reading) -> Month? {
    guard let from, let month = Month.read(from, rule: (), path: "", in: &reading) else { return nil }
    reading.monthsNamed.append((from.range, month))
    return month
  }
}

extension Change {
  /// A month behind a mapping, a list or a quoted text cannot be a part of it.
  var hasMonthApart: Bool { from != nil && (value.scalar == nil || value.isQuoted) }

  /// `×1.2` is a value, of a multiplier; on anything else it was meant to scale.
  var helpForMultiplier: String? {
    guard let text = value.scalar, text.hasPrefix("×"), let factor = Double(text.dropFirst()), factor.isFinite else {
      return nil
    }
    let percent = NumberText.decimal((factor - 1) * 100)
    return "to scale what is there write \(percent < 0 ? "" : "+")\(NumberText.shortest(percent))%"
  }
}
