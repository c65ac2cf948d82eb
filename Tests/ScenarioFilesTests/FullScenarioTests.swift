import OrderedCollections
import ScenarioFiles
import TestSupport
import Testing
import WorkforceModel

@Suite struct FullScenarioTests {
  @Test func everythingReads() throws {
    do {
      let read = try Samples.read(Samples.full)
      #expect(read.warnings.isEmpty)
      #expect(read.scenario.grades.count == 3)
      #expect(read.origins["grades.PO.opening"]?.line == 14)
      #expect(read.origins["grades.PO.opening"]?.column == 14)
    } catch let error as Faults {
      Issue.record("\(DiagnosticRenderer(texts: ["test.yaml": Samples.full]).render(error.diagnostics))")
    }
  }

  @Test func whatIsWrittenReadsBack() throws {
    let scenario = try Samples.read(Samples.full).scenario
    let text = ScenarioText.text(of: scenario.written)
    #expect(try Samples.read(text).scenario == scenario)
    // Writing is a fixed point, and the lines stay readable.
    let again = try Samples.read(text).scenario
    #expect(ScenarioText.text(of: again.written) == text)
    let long = text.split(separator: "\n").filter { $0.unicodeScalars.count > 110 }
    #expect(long.isEmpty, "\(long)")
  }

  @Test func wordsOfTheFileSurviveAllLineEndings() throws {
    let scenario = try Samples.read(Samples.full).scenario
    let crlf = Samples.full.replacing("\n", with: "\r\n")
    #expect(try Samples.read(crlf).scenario == scenario)
    #expect(try Samples.read("\u{FEFF}" + Samples.full).scenario == scenario)
    #expect(try Samples.read(String(Samples.full.dropLast())).scenario == scenario)
  }
}
