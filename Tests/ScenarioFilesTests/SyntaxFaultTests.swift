import ScenarioFiles
import TestSupport
import Testing
import WorkforceModel

/// Texts that are not YAML, and parts of YAML that scenarios do without.
@Suite struct SyntaxFaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var message: String
    var testDescription: String { message }

    init(_ text: String, _ message: String) {
      self.text = text
      self.message = message
    }
  }

  private static let cases: [Case] = [
    Case("a: «{»b: 1\nc: 2\n", "the bracket '{' is not closed"),
    Case("a: «[»1, 2\n", "the bracket '[' is not closed"),
    Case("a: {b: 1 c«:» 2}\n", "expected ',' or '}' here"),
    Case("a: «\"»b\nc: 1\n", "a quote is not closed"),
    Case("a:\n«\t»b: 1\n", "a tab cannot be used for indentation"),
    Case("a: 1\n  b«:» 2\n", "a colon cannot stand here"),
    Case("a:\n    b: 1\n  «c»: 2\n", "the indentation of this line fits nothing above it"),
    Case("a: b«:» c: 1\n", "a colon cannot stand here"),
    Case("a: 1\n«b»\nc: 1\n", "expected 'key: value'"),
    Case("a: \"x\" «y»\n", "nothing may follow a closing quote or bracket"),
    Case("a: «%»/yr\n", "a text cannot begin with '%' unless quoted"),
    Case("a: «@»b\n", "a text cannot begin with '@' unless quoted"),
    Case("a: \"«\\q»\"\n", "unknown escape in a text in double quotes"),
    Case("a: 1\n«-»--\nb: 2\n", "a second document begins here, and a scenario file holds one"),
    Case("«»", "there is nothing in this text"),
    Case("# nothing\n", "there is nothing in this text"),
    Case("a: «!»!int 5\n", "tags such as !!int are not used: every value is a text"),
    Case("a: &x «!»y 5\n", "tags such as !!int are not used: every value is a text"),
    Case("a: «*nothing»\n", "there is no anchor '&nothing' before this"),
    Case("a: «* b»\n", "a text that begins with * is an alias unless quoted"),
    Case("a: &x 1\n«*x» : 2\n", "an alias cannot be a key"),
    Case("a: x«\u{7}»y\n", "the character U+0007 cannot stand in a scenario"),
    Case("a: «\"\\a\"»\n", "the character U+0007 cannot stand in a scenario"),
    Case("«»: 5\n", "a key is missing before the colon"),
    Case("? |\n  a\n: 5\n", "a key is a text, not a list or a mapping"),
  ]

  @Test(arguments: cases) func isTold(_ expected: Case) {
    let marked = MarkedText(expected.text)
    do throws(Faults) {
      _ = try ScenarioText.node(of: marked.text, source: "t.yaml")
      Issue.record("no fault")
    } catch {
      let shown = DiagnosticRenderer(texts: ["t.yaml": marked.text]).render(error.diagnostics)
      #expect(error.diagnostics.map(\.message) == [expected.message], "\(shown)")
      if let range = error.diagnostics.first?.range, let mark = marked.marks.first {
        #expect(range.line == mark.line && range.column == mark.column, "\(shown)")
      }
    }
  }

  @Test func bytes() throws {
    #expect(try ScenarioText.decode(Array("\u{FEFF}a: ä\n".utf8), source: "t") == "a: ä\n")
    func fault(_ bytes: [UInt8]) -> Diagnostic? {
      do throws(Faults) {
        _ = try ScenarioText.decode(bytes, source: "t")
        return nil
      } catch {
        return error.diagnostics.first
      }
    }
    let invalid = fault(Array("a: 1\nb: ä".utf8) + [0xE9, 0x0A])
    #expect(invalid?.message == "the file is not valid UTF-8")
    #expect(invalid?.range == SourceRange(source: "t", line: 2, column: 5))
    #expect(fault([0x61, 0x0A, 0x62, 0])?.range == SourceRange(source: "t", line: 2, column: 2))
    #expect(fault([0xFF, 0xFE, 0x61, 0])?.message == "the file is UTF-16")
    #expect(fault([UInt8](repeating: 0x61, count: 300_000))?.message == "a scenario file has at most 256 KiB")
  }
}
