internal import ScenarioFiles
public import WorkforceModel

/// What a faulty text should be told.
public struct ExpectedFault: Sendable, CustomStringConvertible {
  /// The text, with the fault's place marked.
  public var text: String
  public var message: String
  public var help: [String]

  public init(_ text: String, _ message: String, help: String...) {
    self.text = text
    self.message = message
    self.help = help
  }

  public var description: String { message }

  /// A scenario's faults, in order; empty when it reads.
  public static func faults(in text: String, source: String = "test.yaml") -> [Diagnostic] {
    do throws(Faults) {
      _ = try ScenarioText.scenario(text, source: source)
      return []
    } catch {
      return error.diagnostics
    }
  }

  /// How the first fault differs from what is expected; nil when it does not.
  public func difference() -> String? {
    let marked = MarkedText(text)
    let faults = Self.faults(in: marked.text)
    let rendered = DiagnosticRenderer(texts: ["test.yaml": marked.text]).render(faults)
    guard let fault = faults.first else { return "no fault in:\n\(marked.text)" }
    let mark = fault.range.map { MarkedText.Mark(line: $0.line, column: $0.column, length: $0.length) }
    if faults.count != marked.marks.count { return "\(faults.count) faults:\n\(rendered)" }
    if fault.message != message { return "another message:\n\(rendered)" }
    if fault.help != help { return "another help: \(fault.help)\n\(rendered)" }
    if mark != marked.marks.first {
      return "another place \(mark.map(\.description) ?? "none"), not \(marked.marks)\n\(rendered)"
    }
    return nil
  }
}
