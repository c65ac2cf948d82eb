import ScenarioFiles
import TestSupport
import Testing
import WorkforceModel

/// Yams stops at the first mapping with a duplicate key; here each is a fault of its own, at its second occurrence.
@Suite struct DuplicateKeyTests {
  private static let texts: [String] = [
    "a: 1\nb: 2\n«a»: 3\n",
    "a: 1\n«a»: 2\n«a»: 3\n",
    "a: {x: 1, y: 2, «x»: 3}\nb: {x: 1}\n",
    "\"a b\": 1\n«'a b'»: 2\n",
    "a: 1\n«\"a\"»: 2\n",
    "1: 1\n«\"1\"»: 2\n",
    "note: a\nx: \"a: 1, a: 2\" # a: 5\na: [a, a]\n«a»: a\n",
    "a: {b: 1, «b»: 2}\nc: {d: 1, «d»: 2}\n«a»: 3\n",
    "a:\n- a: 1\n  «a»: 2\n- a: 3\n",
    "<5y: 1\n5y+: 2\n«<5y»: 3\n",
    "it's: 1\n«it's»: 2\n",
    "x: |\n  a: 1\n  a: 2\na: &a 1\nb: *a\n«a»: 2\n",
    "\"\\x41b\": 1\nAb: 2\n«\"A b\"»: 2\n\"A b\": 1\n",
  ]

  @Test(arguments: texts.dropLast()) func isReportedWhereItStandsAgain(_ marked: String) {
    let text = MarkedText(marked)
    #expect(throws: Faults.self) { try ScenarioText.node(of: text.text, source: "t") }
    let faults = Self.faults(text.text)
    let places = faults.compactMap(\.range).map { MarkedText.Mark(line: $0.line, column: $0.column, length: $0.length) }
    #expect(places == text.marks)
    #expect(faults.allSatisfy { $0.message.hasPrefix("duplicate key '") && $0.label?.hasPrefix("first given") == true })
  }

  /// A key hidden in escapes cannot be masked: it is still refused, where it stands first.
  @Test func escapedKeys() {
    let faults = Self.faults("\"\\x41\": 1\n\"\\x41\": 2\n")
    #expect(faults.map(\.message) == ["duplicate key 'A'"])
    #expect(faults.first?.range == SourceRange(source: "t", line: 1, column: 1))
  }

  @Test func syntaxFaultAfterADuplicate() {
    #expect(Self.faults("a: {x: 1, x: 2}\nb: [1\n").map(\.message) == ["the bracket '[' is not closed"])
  }

  private static func faults(_ text: String) -> [Diagnostic] {
    do throws(Faults) {
      _ = try ScenarioText.node(of: text, source: "t")
      return []
    } catch {
      return error.diagnostics
    }
  }
}
