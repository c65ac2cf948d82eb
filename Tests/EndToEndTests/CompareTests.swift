import BuiltProgram
import Foundation
import Testing

/// `cadre compare` and `cadre diff`, as they are typed.
@Suite struct CompareTests {
  private static func scenario(_ number: Int, from month: String = "2025-04", seed: Int = 1) -> String {
    """
    cadre: 1
    name: Streams of \(number)
    start: 2024-09
    months: 12mo
    replicates: 20
    seed: \(seed)
    grades:
      A: {opening: 100, leaving: 5%/yr, target: 130 fte}
    recruitment:
      A: {number: {2024-10: 2/mo, \(month): \(number)/mo}}

    """
  }

  private static func run(_ words: String...) throws -> Outcome {
    let folder = try TemporaryFolder()
    try folder.write(scenario(2), to: "one.yaml")
    try folder.write(scenario(9), to: "other.yaml")
    try folder.write(scenario(9, seed: 5), to: "seeded.yaml")
    return try BuiltProgram.run(words, in: folder.url)
  }

  /// Scenarios that are equal until April 2025.
  @Test func theTableHasExactZerosUntilTheDate() throws {
    let outcome = try Self.run(
      "compare", "one.yaml", "other.yaml", "--metric", "A.heads", "--at", "2024-12", "2025-03", "2025-04", "2025-09")
    #expect(outcome.code == 0 && outcome.error.isEmpty, "\(outcome.error)")
    let row = try #require(outcome.lines.first { $0.contains("B − A  ") })
    // Those who come more in April are exposed from May on.
    let cells = row.split(separator: " ").map(String.init)
    #expect(cells.dropLast() == ["B", "−", "A", "0", "0", "+7"] && cells.last?.hasPrefix("+4") == true, "\(row)")
    #expect(outcome.output.contains("recruitment.A.number.2025-04"))
    #expect(
      outcome.output.hasPrefix("With \"Streams of 9\" (B) instead of \"Streams of 2\" (A), A.heads in Sep 2025 is"))
  }

  @Test func theCSVHasZerosUntilTheDate() throws {
    let outcome = try Self.run("compare", "one.yaml", "other.yaml", "--format", "csv")
    #expect(outcome.code == 0, "\(outcome.error)")
    var (before, after) = (0, 0)
    for line in outcome.lines where line.hasPrefix("other - one,") {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard ["mean", "sd", "min", "max", "p5", "p95"].contains(fields[4]), !fields[2].contains("-fy") else { continue }
      if fields[3] < "2025-04" {
        #expect(fields[5] == "0", "\(line)")
        before += 1
      } else if fields[5] != "0" {
        after += 1
      }
    }
    #expect(before > 100 && after > 100)
  }

  @Test func faultsAreTold() throws {
    let seeds = try Self.run("compare", "one.yaml", "seeded.yaml")
    #expect(seeds.code == 2 && seeds.output.isEmpty)
    #expect(seeds.error.contains("one and seeded cannot be paired: their seeds are 1 and 5"))
    #expect(try Self.run("compare", "one.yaml", "seeded.yaml", "--seed", "3", "--metric", "A.fte").code == 0)
    #expect(try Self.run("compare", "one.yaml").error.contains("name two scenarios or more"))
    let missing = try Self.run("compare", "one.yaml", "nil.yaml", "none.yaml")
    #expect(missing.code == 2 && missing.error.contains("'nil.yaml'") && missing.error.contains("'none.yaml'"))
    // What is wrong with an option is told once.
    let option = try Self.run("compare", "one.yaml", "other.yaml", "--seed", "x")
    #expect(option.code == 2 && option.error.split(separator: "\n").count { $0.contains("error:") } == 1)
    let over = try Self.run("compare", "one.yaml", "other.yaml", "--output", "other.yaml")
    #expect(over.code == 2 && over.error.contains("would replace the scenario"))
  }

  @Test func diffShowsWhatDiffers() throws {
    let outcome = try Self.run("diff", "one.yaml", "seeded.yaml")
    #expect(outcome.code == 0 && outcome.error.isEmpty)
    let rows = outcome.lines.map { $0.split(separator: " ").joined(separator: " ") }
    #expect(rows.contains("seed 1 5") && rows.contains("recruitment.A.number.2025-04 2/mo 9/mo 2 a month → 9 a month"))
    #expect(!outcome.output.contains("Streams of"))
    #expect(try Self.run("diff", "one.yaml", "seeded.yaml", "--all").output.contains("Streams of 9"))
    let same = try Self.run("diff", "one.yaml", "one.yaml")
    #expect(same.code == 0 && same.lines.contains("no differences"))
    let csv = try Self.run("diff", "one.yaml", "seeded.yaml", "--format", "csv")
    #expect(
      csv.lines == [
        "path,scenario,value,given,meaning", "seed,one,1,true,", "seed,seeded,5,true,",
        "recruitment.A.number.2025-04,one,2/mo,true,2 a month",
        "recruitment.A.number.2025-04,seeded,9/mo,true,9 a month",
      ])
    let json = try Self.run("diff", "one.yaml", "seeded.yaml", "--format", "json")
    #expect(json.output.contains("\"path\":\"seed\"") && json.output.contains("\"provenance\":[{"))
  }
}
