/// What is gathered while a scenario is read: every fault, and where each value stands.
public struct Reading: Sendable {
  public var diagnostics: [Diagnostic] = []
  /// Path of a value or of a named thing → where it was written.
  public var origins: [String: SourceRange] = [:]

  /// Where the path stands that is being set; nil while a file is read.
  public var pathRange: SourceRange?

  public init() {}

  public mutating func fault(_ message: String, at range: SourceRange?, label: String? = nil, help: [String?] = []) {
    // A message quotes what it found; a text of a thousand characters says no more than its beginning.
    let shown = message.utf8.count > 600 ? String(message.unicodeScalars.prefix(400)) + "…" : message
    diagnostics.append(Diagnostic(shown, at: range, label: label, help: help.compactMap(\.self)))
  }

  public mutating func warn(_ message: String, at range: SourceRange?, help: [String] = []) {
    diagnostics.append(Diagnostic(message, at: range, severity: .warning, help: help))
  }

  /// "did you mean …?", as long as there are few faults: a suggestion costs time for every name there is, and nobody
  /// reads the fiftieth.
  func suggestion(for word: String, among names: some Sequence<String>) -> String? {
    diagnostics.count < 50 ? Suggestion.help(for: word, among: names) : nil
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
