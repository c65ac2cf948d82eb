/// One fault or remark, located, as a value: rendered late, by one renderer, for files, typed lines and `--set` alike.
public struct Diagnostic: Error, Equatable, Sendable {
  public enum Severity: String, Sendable {
    case error, warning, note
  }

  public var severity: Severity
  /// One sentence without a full stop: what is wrong, with what was found and what is allowed.
  public var message: String
  /// Where; nil when the fault has no place in a text (a file that cannot be opened).
  public var range: SourceRange?
  /// What stands there, in words, beside the marker: "a probability over 15 months".
  public var label: String?
  /// What would probably mend it, one line each.
  public var help: [String]

  public init(
    _ message: String, at range: SourceRange? = nil, severity: Severity = .error, label: String? = nil,
    help: [String] = []
  ) {
    self.severity = severity
    self.message = message
    self.range = range
    self.label = label
    self.help = help
  }
}

/// Why something could not be done: every fault found, in the order in which they stand.
public struct Faults: Error, Sendable {
  public var diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) {
    // By text in the order in which texts come up, then by place; faults without a place last.
    var texts: [String] = []
    for range in diagnostics.compactMap(\.range) where !texts.contains(range.source) { texts.append(range.source) }
    func key(_ diagnostic: Diagnostic) -> (Int, Int, Int) {
      guard let range = diagnostic.range else { return (texts.count, 0, 0) }
      return (texts.firstIndex(of: range.source) ?? texts.count, range.line, range.column)
    }
    self.diagnostics = diagnostics.enumerated()
      .sorted { first, second in
        let (one, two) = (key(first.element), key(second.element))
        return one == two ? first.offset < second.offset : one < two
      }
      .map(\.element)
  }

  public init(_ message: String, at range: SourceRange? = nil, help: [String] = []) {
    diagnostics = [Diagnostic(message, at: range, help: help)]
  }
}
