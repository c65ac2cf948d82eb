import BuiltProgram
import Testing

/// What the options of `run` do.
@Suite struct OptionTests {
  private static let words = ["run", "benchmark", "--format", "csv", "--replicates", "80", "--metric", "PO.heads"]

  private func csv(_ options: String...) throws -> String {
    let outcome = try BuiltProgram.run(Self.words + options)
    #expect(outcome.code == 0)
    // What was changed is told; nothing else is.
    #expect(outcome.error.split(separator: "\n").allSatisfy { $0.hasPrefix("note: ") })
    return outcome.output
  }

  @Test func monthsWithAndWithoutTheirUnit() throws {
    let plain = try csv("--months", "24")
    #expect(try csv("--months", "24mo") == plain)
    #expect(try csv("--months", "2y") == plain)
    #expect(plain.contains(",2026-09,") && !plain.contains(",2026-10,"))
    // A shorter run is the beginning of the longer one.
    #expect(try csv().hasPrefix(plain))
  }

  @Test func theMonthsAskedForInAscendingOrderAndOnce() throws {
    let text = try csv("--at", "2026-09", "--at", "2025-03", "--at", "2026-09")
    let months = text.split(separator: "\n").dropFirst().filter { $0.contains(",mean,") }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false)[3] }
    #expect(months == ["2025-03", "2026-09"])
  }

  @Test func theSeedDecides() throws {
    #expect(try csv("--seed", "1") == csv())
    #expect(try csv("--seed", "2") != csv())
    #expect(try csv("--seed", "18446744073709551615") != csv())
  }

  @Test func threadsDoNot() throws {
    let alone = try csv("--threads", "1")
    for threads in ["2", "7", "1024"] { #expect(try csv("--threads", threads) == alone, "\(threads) threads") }
  }

  @Test func everySetIsMade() throws {
    let two = try csv("--set", "intakes.*.places=600", "--set", "grades.PO.opening=100", "--at", "2024-09")
    #expect(two.contains("2024-09,mean,100\n"))
    let places = try csv("--set", "intakes.*.places=600")
    #expect(places != (try csv()))
    // The later one holds; a value that is what it was changes nothing.
    #expect(try csv("--set", "grades.PO.opening=100", "--set", "grades.PO.opening=5436") == csv())
  }

  /// The last would win in silence.
  @Test(arguments: [
    ["--seed", "1", "--seed", "2"], ["--format", "csv", "--format=json"], ["--output", "a", "--output", "b"],
    ["--replicates", "5", "--replicates", "5"],
  ])
  func anOptionIsSaidOnce(options: [String]) throws {
    let outcome = try BuiltProgram.run(["run", "benchmark"] + options)
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains("\(options[0]) is given twice"), "\(outcome.error)")
  }

  @Test(arguments: ["--replicates", "--seed", "--months", "--threads"])
  func aNegativeNumberIsAWrongNumber(option: String) throws {
    let outcome = try BuiltProgram.run(["run", "benchmark", option, "-5"])
    #expect(outcome.code == (option == "--threads" ? 64 : 2))
    #expect(!outcome.error.contains("Missing value"))
    #expect(outcome.error.contains(option == "--threads" ? "1 to 1024" : "not '-5"), "\(outcome.error)")
  }

  @Test func aSetWithoutAPathIsRefused() throws {
    let outcome = try BuiltProgram.run(["run", "benchmark", "--set", "5"])
    #expect(outcome.code == 2)
    #expect(outcome.error.contains("PATH=VALUE"))
  }

  @Test func replicatesAreCounted() throws {
    let outcome = try BuiltProgram.run(["run", "benchmark", "--replicates", "123"])
    #expect(outcome.output.contains("123 futures"))
  }

  /// Bytes are the same every time, in every form.
  @Test(arguments: ["table", "csv", "json"])
  func equalRunsGiveEqualBytes(format: String) throws {
    let words = ["run", "national-2024", "--replicates", "60", "--format", format]
    let first = try BuiltProgram.run(words)
    #expect(try BuiltProgram.run(words).output == first.output)
    #expect(!first.output.isEmpty)
  }
}
