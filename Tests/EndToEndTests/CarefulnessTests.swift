import BuiltProgram
import Foundation
import Testing

/// Small slips that must not do harm.
@Suite struct CarefulnessTests {
  @Test(arguments: ["x", "*", "é", "x/", "/", "."])
  func aNameThatIsNoFileIsToldInWords(name: String) throws {
    let outcome = try BuiltProgram.run(["check", name])
    #expect(outcome.code == 2)
    #expect(outcome.error.contains("error: "))
  }

  @Test func theScenarioIsNotReplacedByItsResult() throws {
    let folder = try TemporaryFolder()
    let text = "cadre: 1\nname: t\nstart: 2024-12\nmonths: 2mo\ngrades: {A: {opening: 5, leaving: 0%/yr}}\n"
    try folder.write(text, to: "s.yaml")
    let outcome = try BuiltProgram.run(["run", "s.yaml", "--output", "./s.yaml"], in: folder.url)
    #expect(outcome.code == 2)
    #expect(try folder.text(of: "s.yaml") == text)
  }

  @Test(arguments: ["-", ""])
  func anOutputIsAFile(name: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try BuiltProgram.run(["run", "benchmark", "--replicates", "2", "--output", name], in: folder.url)
    #expect(outcome.code == 2)
    #expect(outcome.error.contains("--output names a file"))
    #expect(try folder.names() == [])
  }

  /// All that is wrong with several changes, each in its own text.
  @Test func everyChangeIsTold() throws {
    let outcome = try BuiltProgram.run([
      "run", "benchmark", "--set", "grades.PO.opening=many", "--set", "grades.PX.opening=5",
    ])
    #expect(outcome.code == 2)
    #expect(outcome.error.contains("--set 1:1:"))
    #expect(outcome.error.contains("--set 2:1:1: error: there is no grade 'PX'"))
  }

  @Test func theTableSaysWhatWasChanged() throws {
    let outcome = try BuiltProgram.run([
      "run", "benchmark", "--replicates", "20", "--set", "intakes.*.places=550", "--metric", "PO.heads",
    ])
    #expect(outcome.output.contains("Changed: intakes.*.places=550 · replicates=20\n"))
  }

  /// What a change came to is told on standard error, a line for each value that `*` matched.
  @Test func everyChangeIsEchoed() throws {
    let outcome = try BuiltProgram.run([
      "run", "benchmark", "--replicates", "2", "--metric", "PO.heads", "--set", "intakes.*.places=+20%",
    ])
    #expect(outcome.code == 0)
    #expect(outcome.error.contains("note: intakes."))
    #expect(outcome.error.contains(".places: 500 → 600\n"))
    #expect(outcome.output.contains("Changed: intakes.*.places=+20%"))
  }
}
