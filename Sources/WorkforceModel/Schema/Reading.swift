/// What is gathered while a scenario is read: every fault, and where each value stands.
public struct Reading: Sendable {
  public var diagnostics: [Diagnostic] = []
  /// Path of a value or of a named thing → where it was written.
  public var origins: [String: SourceRange] = [:]

  /// Where the path stands that is being set; nil while a file is read.
  public var pathRange: SourceRange?

  public init() {}

  public mutating func fault(_ message: String, at range: SourceRange?, label: String? = nil, help: [String?] = []) {
    diagnostics.append(Diagnostic(message, at: range, label: label, help: help.compactMap(\.self)))
  }

  public mutating func warn(_ message: String, at range: SourceRange?, help: [String] = []) {
    diagnostics.append(Diagnostic(message, at: range, severity: .warning, help: help))
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
