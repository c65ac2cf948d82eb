import BuiltProgram
import Foundation
import Testing

/// Chance and uncertain numbers switched off, and the number of futures chosen for a precision.
@Suite struct VariationTests {
  private static func run(_ words: String...) throws -> Outcome {
    try BuiltProgram.run(["run", "national-2024"] + words)
  }

  @Test func theExpectedPathIsOnePath() throws {
    let words = ["--no-chance", "--no-parameter-uncertainty"]
    let table = try BuiltProgram.run(["run", "national-2024"] + words)
    #expect(table.code == 0 && table.error.isEmpty)
    #expect(table.output.contains("expected path") && table.output.contains("≈ "))
    #expect(!table.output.contains("median") && !table.output.contains(" mean of PO"))
    let csv = try BuiltProgram.run(["run", "national-2024", "--format", "csv", "--metric", "PO.heads"] + words)
    #expect(csv.lines.count == 62)
    #expect(csv.lines.dropFirst().allSatisfy { $0.contains(",expected,") })
    // Fractions of people, and no seed in them.
    #expect(csv.lines.dropFirst(2).allSatisfy { $0.contains(".") })
    let other = try BuiltProgram.run(
      ["run", "national-2024", "--format", "csv", "--metric", "PO.heads", "--seed", "9", "--replicates", "3"] + words)
    #expect(other.output == csv.output)
    let json = try BuiltProgram.run(["run", "national-2024", "--format", "json"] + words)
    let page = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let origin = try #require(page["provenance"] as? [String: Any])
    #expect(origin["chance"] as? Bool == false && origin["parameterUncertainty"] as? Bool == false)
    #expect(origin["replicates"] as? Int == 1)
    #expect((page["targets"] as? [Any])?.isEmpty == true)
  }

  /// Each source alone gives less spread than both.
  @Test func eachSourceAloneVariesLess() throws {
    func deviation(_ words: String...) throws -> Double {
      let all = ["run", "national-2024", "--replicates", "400", "--metric", "PO.fte", "--at", "2029-09"]
      let outcome = try BuiltProgram.run(all + ["--format", "csv"] + words)
      let row = outcome.lines.first { $0.contains(",sd,") }
      return try #require(row?.split(separator: ",").last.flatMap { Double($0) })
    }
    let (both, chance) = (try deviation(), try deviation("--no-parameter-uncertainty"))
    let parameters = try deviation("--no-chance")
    #expect(chance > 20 && chance < both && parameters < both * 1.05)
    // Variances add, nearly: a standard deviation from 400 futures has a standard error of 1 ÷ √800 = 3.5 %.
    let sum = (chance * chance + parameters * parameters).squareRoot()
    #expect(abs(sum / both - 1) < 5 * 0.035 * 1.5)
  }

  @Test func aPrecisionChoosesTheFutures() throws {
    let outcome = try Self.run("--precision", "PO.fte=15", "--metric", "PO.fte", "--at", "2029-09", "--format", "csv")
    #expect(outcome.code == 0, "\(outcome.error)")
    let error = outcome.lines.first { $0.contains(",mean-error,") }?.split(separator: ",").last
    let half = 1.96 * (try #require(error.flatMap { Double($0) }))
    // The pilot's standard deviation has a standard error of 1 ÷ √2000 = 2.2 %.
    #expect(half < 15 * 1.12 && half > 10)
    #expect(
      try Self.run("--precision", "PO.fte=15 at 2029-09", "--metric", "PO.fte", "--at", "2029-09", "--format", "csv")
        .output == outcome.output)
    let table = try Self.run("--precision", "PO.wastage=0.2%", "--at", "2026-09")
    #expect(table.output.contains("The mean of PO.wastage at Sep 2026 was to be known to ± 0.2 % (95 %)."))
    // Nobody changed it: the program chose it.
    #expect(table.output.contains("· 1,000 futures ·") && !table.output.contains("Changed:"))
  }

  @Test func faultsOfAPrecision() throws {
    #expect(try Self.run("--precision", "PO.fte=9", "--replicates", "5").code == 64)
    #expect(try Self.run("--precision", "PO.fte=9", "--no-chance", "--no-parameter-uncertainty").code == 64)
    for (text, words) in [
      ("PO.fte", "--precision:1:1: error: expected METRIC=HALF-WIDTH, not 'PO.fte'"),
      ("PO.fte=0", "--precision:1:8: error: a half-width of PO.fte is a number above 0, such as 10, not '0'"),
      ("PO.fte=9%", "--precision:1:8: error: a half-width of PO.fte is a number above 0, such as 10, not '9%'"),
      ("PO.ft=9", "--precision:1:1: error: there is no metric 'PO.ft'"),
      ("PO.fte=9 at May", "--precision:1:13: error: expected a month such as 2027-03, not 'May'"),
      ("PO.fte=0.1", "error: a precision of ± 0.1 of PO.fte at Sep 2029 takes about "),
    ] {
      let outcome = try Self.run("--precision", text)
      #expect(outcome.code == 2 && outcome.output.isEmpty)
      #expect(outcome.error.hasPrefix(words), "\(outcome.error)")
    }
  }

  @Test func theTableSaysWhereItIsGoingAndWhatIsNotInIt() throws {
    let outcome = try Self.run("--replicates", "200")
    #expect(outcome.lines.dropFirst(2).first?.hasPrefix("PO stands at 5,4") == true)
    #expect(outcome.output.contains("Not in the model: "))
    let named = try Self.run("--replicates", "200", "--metric", "PO.fte")
    #expect(!named.output.contains("stands at"))
  }
}
