import BuiltProgram
import Testing

/// The commands that simulate nothing.
@Suite struct PageTests {
  @Test func checkSaysThatAFileIsSound() throws {
    let outcome = try BuiltProgram.run(["check", "benchmark", "national-2024"])
    #expect(outcome.code == 0)
    #expect(outcome.error.isEmpty)
    #expect(outcome.lines.count == 2)
    #expect(outcome.lines.allSatisfy { $0.contains("no faults") })
  }

  @Test func checkReadsEveryFileWhateverIsWrongWithOne() throws {
    let folder = try TemporaryFolder()
    try folder.write("cadre: 1\nname: Nothing in it\n", to: "empty.yaml")
    let outcome = try BuiltProgram.run(["check", "benchmark", "empty.yaml", "national-2024"], in: folder.url)
    #expect(outcome.code == 2)
    #expect(outcome.lines.count == 2)
    #expect(outcome.error.contains("empty.yaml:1:1: error: "))
  }

  @Test func planTellsEveryFlow() throws {
    let outcome = try BuiltProgram.run(["plan", "national-2024"])
    #expect(outcome.code == 0)
    #expect(outcome.error.isEmpty)
    for words in ["PO", "PSO", "SPO", "PQiP-15", "PQiP-21", "PQiP-27", "promotion", "%"] {
      #expect(outcome.output.contains(words), "\(words)")
    }
    let changes = ["--set", "grades.PO.leaving.rate=50%/yr", "--set", "grades.PO.leaving.multiplier=×1"]
    let changed = try BuiltProgram.run(["plan", "benchmark"] + changes)
    #expect(changed.code == 0)
    // 1 − exp(−0.5 ÷ 12)
    #expect(changed.output.contains("4.081 %"))
  }

  /// Where somebody looks at it, nothing is wider than the terminal; a program gets a row on a line.
  @Test(arguments: [
    ["plan", "national-2024"], ["parameters"], ["parameters", "national-2024"], ["assumptions", "national-2024"],
    ["metrics"], ["metrics", "national-2024"],
  ])
  func pagesKeepToTheWidth(command: [String]) throws {
    for width in [40, 60, 100] {
      let outcome = try BuiltProgram.run(command, environment: ["COLUMNS": "\(width)"])
      #expect(outcome.code == 0)
      let longest = outcome.lines.map(\.count).max() ?? 0
      #expect(longest <= width && longest > width / 2, "\(width)")
    }
    let whole = try BuiltProgram.shell("env -u COLUMNS cadre \(command.joined(separator: " "))")
    let narrow = try BuiltProgram.run(command, environment: ["COLUMNS": "40"])
    #expect(whole.lines.count < narrow.lines.count)
    // No letter is lost: the words are the same, wherever lines are broken.
    func letters(_ text: String) -> Int { text.count { $0 == "v" || $0 == "(" || $0 == "%" } }
    let headers = narrow.lines.filter { $0.hasPrefix("  ") && $0.contains(": ") }.count
    #expect(
      letters(narrow.output) >= letters(whole.output) - 2 && letters(narrow.output) <= letters(whole.output) + headers)
  }

  @Test(arguments: ["parameters", "metrics"])
  func theListsStandAloneAndOfAScenario(command: String) throws {
    let plain = try BuiltProgram.run([command])
    let markdown = try BuiltProgram.run([command, "--markdown"])
    let own = try BuiltProgram.run([command, "national-2024"])
    for outcome in [plain, markdown, own] {
      #expect(outcome.code == 0)
      #expect(outcome.error.isEmpty)
      #expect(outcome.lines.count > 20)
    }
    #expect(markdown.output.contains("| --- |"))
    #expect(own.output.contains(command == "metrics" ? "PO.share-under-2y" : "intakes.autumn.places"))
  }

  @Test func parametersSayWhereAValueStands() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "cadre: 1\nname: One\nstart: 2024-09\nmonths: 5mo\ngrades:\n  A: {opening: 20, leaving: 5%/yr}\n", to: "one.yaml")
    let outcome = try BuiltProgram.run(["parameters", "one.yaml"], in: folder.url)
    let row = try #require(outcome.lines.first { $0.hasPrefix("grades.A.opening ") })
    #expect(row.contains("20") && row.hasSuffix("one.yaml:6:16"))
    #expect(outcome.lines.contains { $0.hasPrefix("seed ") && $0.contains("default") })
  }
}
