import BuiltProgram
import Foundation
import Testing

/// The language behind -c, in scripts and on standard input: one grammar, and the right exit code.
@Suite struct LineTests {
  @Test func aVerbAndALineAreTheSame() throws {
    let verb = try BuiltProgram.run(["run", "national-2024", "60", "PO.fte", "at", "2027-03", "--format", "csv"])
    #expect(verb.code == 0)
    #expect(!verb.output.isEmpty)
    for arguments in [
      ["-c", "run 60 PO.fte at 2027-03 --format csv"],
      ["national-2024", "-c", "format csv", "-c", "run 60 PO.fte at 2027-03"],
      ["run", "national-2024", "--replicates", "60", "--metric=PO.fte", "--at", "2027-03", "--format=csv"],
    ] {
      #expect(try BuiltProgram.run(arguments).output.contains("national-2024,,PO.fte,2027-03,mean,"), "\(arguments)")
    }
    #expect(try BuiltProgram.run(["-c", "run 60 PO.fte at 2027-03 --format csv"]).output == verb.output)
    let piped = try BuiltProgram.shell("printf 'format csv\\nrun 60 PO.fte at 2027-03' | cadre national-2024")
    #expect(piped.output == verb.output)
    #expect(piped.code == 0)
  }

  @Test func aScriptHasArgumentsAndPlaces() throws {
    let folder = try TemporaryFolder()
    try folder.write("get seed\nset seed $1\nget seed; set months $2\n", to: "a.cadre")
    let sound = try BuiltProgram.run(["a.cadre", "12", "24mo"], in: folder.url)
    #expect(sound.output == "20240930\n12\n")
    #expect(sound.code == 0)
    let wrong = try BuiltProgram.run(["a.cadre", "12", "24"], in: folder.url)
    #expect(wrong.output == "20240930\n12\n")
    #expect(wrong.error.contains("a.cadre:3:"))
    #expect(wrong.code == 2)
    for words in [["--keep-going", "a.cadre", "x", "24mo"], ["a.cadre", "x", "24mo", "--keep-going"]] {
      let goesOn = try BuiltProgram.run(words, in: folder.url)
      #expect(goesOn.output == "20240930\n20240930\n")
      #expect(goesOn.code == 2)
    }
    #expect(try BuiltProgram.run(["a.cadre", "12", "24mo", "more"], in: folder.url).code == 2)
  }

  @Test func standardInputIsCountedByLines() throws {
    let outcome = try BuiltProgram.shell(
      "printf 'get seed\\n\\nset grades.PO.target {2024-09: 7000 fte,\\n 2026-04: 7100 fte}\\n  frob\\nget seed\\n' | cadre"
    )
    #expect(outcome.output == "20240930\n")
    #expect(outcome.error.contains("stdin:5:3: error: there is no command 'frob'"), "\(outcome.error)")
    #expect(outcome.code == 2)
    let goesOn = try BuiltProgram.shell("printf 'frob\\nget seed\\nquit\\nget seed\\n' | cadre --keep-going")
    #expect(goesOn.output == "20240930\n")
    #expect(goesOn.code == 2)
  }

  struct Exit: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var code: Int32
    var testDescription: String { arguments.joined(separator: " ") }
  }

  private static func exit(_ code: Int32, _ arguments: String...) -> Exit { Exit(arguments: arguments, code: code) }

  static let exits: [Exit] = [
    exit(2, "-c", "assert seed = 1"), exit(1, "-c", "run 40; assert PO.fte at 2024-09 = 1"),
    exit(0, "-c", "run 40; assert PO.fte at 2024-09 >= 5400"), exit(2, "-c", "run 5 --formt csv"),
    exit(64, "run", "national-2024", "--formt", "csv"), exit(64, "-c"), exit(64, "national-2024", "--frob"),
    exit(2, "nothing.yaml"), exit(1, "-c", "run 40 PO.fte at 2029-09 | exit 3"),
    exit(0, "-c", "run 40 PO.fte at 2029-09 | cat >/dev/null"), exit(2, "-c", "quit; frob"),
    exit(0, "-c", "quit", "-c", "frob"), exit(64, "undo", "national-2024"),
    exit(64, "set", "national-2024", "seed", "5"),
    exit(0, "parameters", "--kinds"), exit(0, "metrics", "--kinds"),
  ]

  @Test(arguments: exits)
  func exitCodesAreThoseThatAreSaid(given: Exit) throws {
    let outcome = try BuiltProgram.run(given.arguments)
    #expect(outcome.code == given.code, "\(outcome.error)")
  }

  @Test func filesMayHaveAnyName() throws {
    let folder = try TemporaryFolder()
    let saved = try BuiltProgram.run(
      ["save", "national-2024", "--set", "seed=5", "--output", "my plan; b.yaml"], in: folder.url)
    #expect(saved.code == 0, "\(saved.error)")
    for words in [
      ["check", "my plan; b.yaml"], ["diff", "national-2024", "my plan; b.yaml"], ["run", "my plan; b.yaml", "20"],
    ] {
      let outcome = try BuiltProgram.run(words, in: folder.url)
      #expect(outcome.code == 0, "\(outcome.error)")
    }
    let over = try BuiltProgram.run(
      ["diff", "national-2024", "my plan; b.yaml", "--output", "my plan; b.yaml"], in: folder.url)
    #expect(over.code == 2)
  }

  @Test func resultsGoToFilesAndPrograms() throws {
    let folder = try TemporaryFolder()
    let outcome = try BuiltProgram.run(
      [
        "-c",
        "run 40 PO.fte at 2029-09 --format csv > a.csv; last | wc -l; set seed 5; save as b.yaml; open b.yaml; get seed",
      ],
      in: folder.url)
    #expect(outcome.code == 0, "\(outcome.error)")
    let lines = try folder.text(of: "a.csv").split(separator: "\n").count
    #expect(outcome.output.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } } == ["\(lines)", "5"])
    #expect(try folder.text(of: "b.yaml").contains("extends: national-2024"))
    // A scenario's own file is no place for a result.
    let refused = try BuiltProgram.run(["b.yaml", "-c", "get seed > b.yaml"], in: folder.url)
    #expect(refused.code == 2)
    #expect(try folder.text(of: "b.yaml").contains("extends: national-2024"))
  }
}
