import ScenarioFiles
import ShippedScenarios
import WorkforceModel

/// A text that may be a scenario, with lines of `PATH=VALUE` after the first line that is `=`.
///
/// Whatever the bytes are, reading ends with a scenario or with faults that can be shown; a scenario is written so that
/// it reads back as the same, whole and as differences, and writing it again gives the same text. Anything else traps.
struct FuzzedText {
  private let scenario: [UInt8]
  private let changes: [String]

  init(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let end = lines.firstIndex { $0.elementsEqual([UInt8(ascii: "=")]) } ?? lines.endIndex
    scenario = Array(lines[..<end].joined(separator: [UInt8(ascii: "\n")]))
    changes = lines[end...].dropFirst().prefix(4).map { String(decoding: $0, as: UTF8.self) }
  }

  func check() {
    do throws(Faults) {
      let text = try ScenarioText.decode(scenario, source: "own")
      let chain = try FuzzedText.chain(try ScenarioFile(text, source: "own"))
      var read: ReadScenario
      do throws(Faults) {
        read = try ScenarioText.scenario(chain)
      } catch {
        show(error, text: text)
        return
      }
      checkWriting(read.scenario, of: chain)
      for change in changes { read = changed(read, by: change) }
      checkWriting(read.scenario, of: chain)
      checkDifferences(read.scenario, over: chain)
    } catch {
      show(error, text: String(decoding: scenario, as: UTF8.self))
    }
  }

  /// Every fault can be rendered, and none is empty.
  private func show(_ faults: Faults, text: String) {
    precondition(!faults.diagnostics.isEmpty, "refused without a fault")
    let rendered = DiagnosticRenderer(texts: ["own": text]).render(faults.diagnostics)
    precondition(!rendered.isEmpty)
  }

  private func changed(_ read: ReadScenario, by change: String) -> ReadScenario {
    guard let equals = change.firstIndex(of: "=") else { return read }
    let path = String(change[..<equals])
    do throws(Faults) {
      let value = try ScenarioText.value(String(change[change.index(after: equals)...]), source: "--set", column: 1)
      return try read.setting(path, to: value, pathRange: SourceRange(source: "--set", line: 1, column: 1)).result
    } catch {
      show(error, text: change)
      return read
    }
  }

  // MARK: what must hold

  private func checkWriting(_ scenario: Scenario, of chain: ScenarioChain) {
    var whole = scenario
    whole.extends = nil
    let bare = ScenarioText.text(of: scenario.written)
    let again = FuzzedText.read(bare)
    precondition(again == whole, "another scenario is read from what was written:\n\(bare)")
    precondition(again.simulatedText == whole.simulatedText, "another scenario is simulated:\n\(bare)")
    precondition(ScenarioText.text(of: again.written) == bare, "written again it is another text:\n\(bare)")
    let commented = ScenarioText.text(of: scenario.written, comments: chain.comments)
    precondition(FuzzedText.read(commented) == whole, "comments change the scenario:\n\(commented)")
  }

  private func checkDifferences(_ scenario: Scenario, over chain: ScenarioChain) {
    let name = Entry("base")
    let node = scenario.differences(from: Scenario.incomplete(chain.layers), called: name)
    let text = ScenarioText.text(of: node)
    guard chain.files.count < ScenarioChain.longest else { return }
    do throws(Faults) {
      let file = try ScenarioFile(text, source: "differences")
      var again = try ScenarioText.scenario(ScenarioChain(file, over: chain)).scenario
      precondition(again.extends == name)
      again.extends = scenario.extends
      precondition(again == scenario, "the differences make another scenario:\n\(text)")
    } catch {
      fatalError("the differences cannot be read: \(DiagnosticRenderer().render(error.diagnostics))\n\(text)")
    }
  }

  private static func read(_ text: String) -> Scenario {
    do throws(Faults) {
      return try ScenarioText.scenario(text, source: "written").scenario
    } catch {
      fatalError("what was written cannot be read: \(DiagnosticRenderer().render(error.diagnostics))\n\(text)")
    }
  }

  // MARK: what may be extended

  /// Scenarios by name: those that ship, and one that is not whole.
  private static func base(_ name: String) -> String? {
    name == "part"
      ? "cadre: 1\nextends: benchmark\ngrades: {PO: {target: 5 fte}, PSO: {name: x}}\nmoves: none\n"
      : ShippedScenarios.text(named: name)
  }

  private static func chain(_ own: ScenarioFile) throws(Faults) -> ScenarioChain {
    try ScenarioChain(own) { (name, _) throws(Faults) in
      if name == "own" { return own }
      guard let text = base(name) else { throw Faults("there is no '\(name)'") }
      return try ScenarioFile(text, source: name)
    }
  }
}
