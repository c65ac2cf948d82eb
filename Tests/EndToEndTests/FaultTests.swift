import BuiltProgram
import Testing

/// What is wrong with the input: the exit code, the message, the place, what would mend it.
@Suite struct FaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var words: [String]
    /// What the message must hold.
    var parts: [String]
    var testDescription: String { words.joined(separator: " ") }
  }

  static let wrongInput = [
    Case(words: ["run", "nationl-2024"], parts: ["'nationl-2024'", "did you mean national-2024?"]),
    Case(words: ["check", "nothing-like-it"], parts: ["'nothing-like-it'", "scenarios that ship: national-2024, "]),
    Case(words: ["run", "benchmark", "--metric", "PO.hedas"], parts: ["'PO.hedas'", "did you mean PO.heads?"]),
    Case(words: ["run", "benchmark", "--metric", "heads"], parts: ["'heads'", "subject.measure"]),
    Case(words: ["run", "benchmark", "--at", "2031-01"], parts: ["2031-01", "2024-09 to 2029-09"]),
    Case(words: ["run", "benchmark", "--at", "2027-13"], parts: ["'2027-13'"]),
    Case(words: ["run", "benchmark", "--metric", "PO.leavers", "--at", "2024-09"], parts: ["2024-10 on"]),
    Case(words: ["run", "benchmark", "--metric", "PO.wastage", "--at", "2025-08"], parts: ["from 2025-09 on"]),
    Case(words: ["run", "benchmark", "--metric", "PO.leavers-fy", "--at", "2026-09"], parts: ["each March"]),
    Case(words: ["run", "benchmark", "--replicates", "0"], parts: ["--replicates:1:1: error: ", "1 to 10000000"]),
    Case(words: ["run", "benchmark", "--replicates", "many"], parts: ["'many'"]),
    Case(words: ["run", "benchmark", "--months", "601"], parts: ["--months:1:1: error: ", "1 to 600 months"]),
    Case(words: ["run", "benchmark", "--seed", "x"], parts: ["--seed:1:1: error: "]),
    // More than any machine that tests are run on has.
    Case(
      words: ["run", "national-2024", "--replicates", "9999999", "--months", "600", "--format", "csv"],
      parts: ["would need about", " GB of memory", "available: ", "--metric"]),
    Case(words: ["plan", "benchmark", "--set", "grades.PO.leaving"], parts: ["PATH=VALUE"]),
  ]

  @Test(arguments: wrongInput)
  func wrongInputIsTwo(_ given: Case) throws {
    let outcome = try BuiltProgram.run(given.words)
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    for part in given.parts { #expect(outcome.error.contains(part), "\(outcome.error)") }
  }

  @Test(arguments: [
    ["frob"], ["run"], ["check"], ["run", "benchmark", "--formt", "csv"], ["run", "benchmark", "--format", "xml"],
    ["run", "benchmark", "--threads", "0"], ["run", "benchmark", "--threads", "many"], ["run", "benchmark", "--set"],
    ["undo", "benchmark", "national-2024"], ["plan", "benchmark", "--at", "2027-03"],
  ])
  func wrongOptionsAreSixtyFour(words: [String]) throws {
    let outcome = try BuiltProgram.run(words)
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains("Usage: cadre"))
  }

  @Test func everyFaultOfAFileIsToldAtOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      cadre: 1
      name: Faults
      start: 2024-13
      months: 60mo
      grades:
        PO: {opening: 5436, leavin: 7.8%/yr}
        PSO: {opening: -5, leaving: 7.8%}
      """, to: "faults.yaml")
    for command in ["check", "run", "plan"] {
      let outcome = try BuiltProgram.run([command, "faults.yaml"], in: folder.url)
      #expect(outcome.code == 2)
      #expect(outcome.output.isEmpty)
      let places = outcome.error.split(separator: "\n").filter { $0.contains(": error: ") }
        .compactMap { $0.split(separator: " ").first }
      let found = places.joined(separator: "\n")
      for place in ["faults.yaml:3:8:", "faults.yaml:6:23:", "faults.yaml:7:18:", "faults.yaml:7:31:"] {
        #expect(found.contains(place), "\(outcome.error)")
      }
      #expect(outcome.error.contains("did you mean leaving?"))
    }
  }

  /// Every month that is wrong is told, whatever is wrong with it.
  @Test func everyMonthAskedForInVainIsToldAtOnce() throws {
    let outcome = try BuiltProgram.run(["run", "benchmark", "--at", "2031-01", "--at", "2027-13", "--at", "soon"])
    #expect(outcome.code == 2)
    for month in ["2031-01", "2027-13", "soon"] { #expect(outcome.error.contains(month), "\(outcome.error)") }
  }
}
