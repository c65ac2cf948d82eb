import BuiltProgram
import Foundation
import Testing

/// Results: what stands in the table, the CSV and the JSON of a run, and where they go.
@Suite struct ResultTests {
  /// Metrics that exist in no month that a table shows unasked are shown in those in which they do.
  @Test func aFinancialYearIsShownAtItsEnd() throws {
    let run = ["run", "national-2024", "--replicates", "5"]
    let outcome = try BuiltProgram.run(run + ["--metric", "PO.leavers-fy"])
    #expect(outcome.code == 0, "\(outcome.error)")
    let header = try #require(outcome.lines.first { $0.contains("Mar 2026") })
    #expect(
      header.split(separator: "  ").map { $0.trimmingPrefix(" ") } == ["Mar 2026", "Mar 2027", "Mar 2028", "Mar 2029"])
    let both = try BuiltProgram.run(run + ["--metric", "PO.leavers-fy", "PO.heads"], environment: ["COLUMNS": "200"])
    #expect(both.lines.contains { $0.contains("Sep 2025") && $0.contains("Mar 2026") })
    let variance = try BuiltProgram.run(
      ["variance", "national-2024", "--replicates", "2000", "--metric", "PO.leavers-fy", "--format", "csv"])
    #expect(variance.output.contains(",PO.leavers-fy,2029-03,"), "\(variance.error)")
    // Where months are named, those that there are can be pasted.
    let refused = try BuiltProgram.run(run + ["--metric", "PO.leavers-fy", "--at", "2029-09"])
    #expect(refused.code == 2)
    let offer = try #require(refused.error.firstMatch(of: /--at ([0-9 -]+)/)?.1)
    let pasted = try BuiltProgram.run(
      run + ["--metric", "PO.leavers-fy", "--at"] + offer.split(separator: " ").map(String.init))
    #expect(pasted.code == 0)
    #expect(offer == "2026-03 2027-03 2028-03 2029-03")
  }

  static let statistics = [
    "mean", "sd", "mean-error", "min", "max", "p5", "p10", "p25", "p50", "p75", "p90", "p95",
  ]

  @Test func theTableStandsAlone() throws {
    let outcome = try BuiltProgram.run(["run", "national-2024", "--replicates", "200"])
    #expect(outcome.code == 0)
    #expect(outcome.error.isEmpty)
    #expect(!outcome.output.contains("\u{1B}"))
    for words in ["200 futures", "seed 20240930", "Sep 2029", "PO.fte", "median", "at target", "stream version 3"] {
      #expect(outcome.output.contains(words), "\(words)")
    }
  }

  @Test func theRowsOfTheCSVAreInOrder() throws {
    let outcome = try BuiltProgram.run([
      "run", "benchmark", "--replicates", "50", "--format", "csv", "--metric", "PSO.leavers", "--metric", "PO.heads",
      "--months", "3",
    ])
    #expect(outcome.code == 0)
    #expect(outcome.error.isEmpty)
    #expect(!outcome.output.contains("\r"))
    #expect(outcome.lines.first == "scenario,place,metric,month,statistic,value")
    // A flow has no opening; metrics stand as asked, then months, then statistics.
    let months = ["2024-10", "2024-11", "2024-12"]
    let places = months.map { "PSO.leavers,\($0)" } + (["2024-09"] + months).map { "PO.heads,\($0)" }
    let expected = places.flatMap { place in Self.statistics.map { "benchmark,,\(place),\($0)" } }
    let found = outcome.lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(found.map { $0.dropLast().joined(separator: ",") } == expected)
    #expect(found.allSatisfy { $0.count == 6 && $0.last.flatMap { Double($0) } != nil })
  }

  @Test func onlyTheFTEOfAGradeWithATargetHasTheChanceOfReachingIt() throws {
    let outcome = try BuiltProgram.run(["run", "national-2024", "--replicates", "50", "--format", "csv"])
    let rows = outcome.lines.filter { $0.contains(",p-at-target,") }
    #expect(rows.count == 122)
    #expect(rows.allSatisfy { $0.hasPrefix("national-2024,,PO.fte,") || $0.hasPrefix("national-2024,,PSO.fte,") })
    #expect(rows.compactMap { $0.split(separator: ",").last.flatMap { Double($0) } }.allSatisfy { 0...1 ~= $0 })
  }

  @Test func theJSONSaysWhereItComesFrom() throws {
    let outcome = try BuiltProgram.run([
      "run", "national-2024", "--replicates", "40", "--format", "json", "--metric", "PO.fte", "--at", "2027-03",
      "--set", "intakes.autumn.places=600", "--seed", "7",
    ])
    #expect(outcome.code == 0)
    #expect(outcome.error == "note: intakes.autumn.places: 550 → 600; its mark as an assumption dropped\n")
    let page = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let origin = try #require(page["provenance"] as? [String: Any])
    #expect(origin["scenario"] as? String == "national-2024")
    #expect(origin["streamVersion"] as? Int == 3)
    #expect(origin["replicates"] as? Int == 40)
    #expect(origin["seed"] as? Int == 7)
    #expect((origin["simulated"] as? String)?.count == 64)
    #expect((origin["text"] as? String)?.count == 64)
    #expect((origin["changes"] as? [String])?.first == "intakes.autumn.places=600")
    let values = try #require(origin["values"] as? [[String: Any]])
    let places = try #require(values.first { $0["path"] as? String == "intakes.autumn.places" })
    #expect(places["value"] as? String == "600")
    let opening = try #require(values.first { $0["path"] as? String == "grades.PO.opening" })
    #expect((opening["source"] as? String)?.isEmpty == false)
    let results = try #require(page["results"] as? [[String: Any]])
    #expect(results.compactMap { $0["statistic"] as? String } == Self.statistics + ["p-at-target"])
    #expect(results.allSatisfy { $0["month"] as? String == "2027-03" && $0["value"] is NSNumber })
  }

  /// The same numbers in both, to the last digit.
  @Test func theJSONHoldsTheValuesOfTheCSV() throws {
    let words = ["run", "benchmark", "--replicates", "60", "--metric", "PO.wastage", "--metric", "all.fte"]
    let csv = try BuiltProgram.run(words + ["--format", "csv"])
    let json = try BuiltProgram.run(words + ["--format", "json"])
    struct Page: Decodable {
      struct Row: Decodable { var value: Double }
      var results: [Row]
    }
    let page = try JSONDecoder().decode(Page.self, from: Data(json.output.utf8))
    let values = csv.lines.dropFirst().compactMap { $0.split(separator: ",").last.flatMap { Double($0) } }
    #expect(page.results.map(\.value) == values)
    #expect(values.count == (49 + 61) * Self.statistics.count)
  }
}
