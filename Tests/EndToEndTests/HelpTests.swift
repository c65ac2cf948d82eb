import BuiltProgram
import Testing

/// Help and the version are results: they go to standard output.
@Suite struct HelpTests {
  private static let commands = [
    "run", "targets", "cohorts", "variance", "reconcile", "check", "plan", "assumptions", "parameters", "metrics",
    "save",
  ]

  @Test func theVersionIsThreeNumbers() throws {
    let outcome = try BuiltProgram.run(["--version"])
    #expect(outcome.code == 0)
    #expect(outcome.error.isEmpty)
    #expect(outcome.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil, "\(outcome.output)")
  }

  @Test(arguments: [["--help"], ["-h"], ["help"]])
  func helpNamesEveryCommand(arguments: [String]) throws {
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.code == 0)
    #expect(outcome.error.isEmpty)
    for command in Self.commands {
      #expect(outcome.output.contains("  \(command) "), "\(command)")
    }
  }

  @Test(arguments: commands)
  func helpOnACommandHasExamples(command: String) throws {
    let outcome = try BuiltProgram.run([command, "--help"])
    #expect(outcome.code == 0)
    #expect(outcome.error.isEmpty)
    #expect(outcome.output.contains("cadre \(command) "))
    #expect(try BuiltProgram.run(["help", command]).output == outcome.output)
  }
}
