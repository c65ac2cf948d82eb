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
    self.diagnostics = diagnostics.sorted { first, second in
      guard let one = first.range, let two = second.range, one.source == two.source else { return false }
      return (one.line, one.column) < (two.line, two.column)
    }
  }

  public init(_ message: String, at range: SourceRange? = nil, help: [String] = []) {
    diagnostics = [Diagnostic(message, at: range, help: help)]
  }
}
