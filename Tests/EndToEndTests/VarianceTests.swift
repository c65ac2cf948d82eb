import BuiltProgram
import Foundation
import Testing

/// `cadre variance`, as it is typed.
@Suite struct VarianceTests {
  private static let words = ["variance", "national-2024", "--replicates", "1200"]

  @Test func theTableHasChanceAndParameters() throws {
    let outcome = try BuiltProgram.run(Self.words + ["--metric", "PO.fte"])
    #expect(outcome.code == 0 && outcome.error.isEmpty)
    for words in ["1,200 pairs of futures", "PO.fte at Sep 2029", "chance", "grades.PO.leaving.rate", "together"] {
      #expect(outcome.output.contains(words), "\(words)")
    }
    #expect(!outcome.output.contains("PSO.fte at"))
    // By descending share.
    let rows = outcome.lines.filter { $0.hasPrefix("  ") && $0.hasSuffix(" %") }
    let single = rows.filter { !$0.contains("below") && !$0.contains("together") }
    let shares = single.compactMap { $0.split(separator: " ").dropLast(3).last.flatMap { Double($0) } }
    #expect(shares.count > 3 && shares == shares.sorted(by: >), "\(shares)")
  }

  @Test func theRowsOfTheCSVMakeUpTheWhole() throws {
    let outcome = try BuiltProgram.run(
      Self.words + ["--metric", "PSO.fte", "PO.leavers", "--at", "2027-03", "2025-03", "--format", "csv"])
    #expect(outcome.code == 0 && outcome.error.isEmpty)
    #expect(outcome.lines.first == "scenario,place,metric,month,statistic,value")
    var sums: [String: Double] = [:]
    for line in outcome.lines.dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      #expect(fields.count == 6 && fields[0] == "national-2024" && fields[1].isEmpty)
      let isPart = ["share-chance", "share-together"].contains(fields[4]) || fields[4].hasPrefix("share:")
      if isPart { sums["\(fields[2]) \(fields[3])", default: 0] += try #require(Double(fields[5])) }
    }
    #expect(Set(sums.keys) == ["PSO.fte 2025-03", "PSO.fte 2027-03", "PO.leavers 2025-03", "PO.leavers 2027-03"])
    #expect(sums.values.allSatisfy { abs($0 - 1) < 1e-9 })
    for statistic in ["variance", "share-parameters", "share-chance-error", "share-error:grades.PO.leaving.rate"] {
      #expect(outcome.output.contains(",\(statistic),"), "\(statistic)")
    }
  }

  @Test func theJSONHoldsTheSameRowsWithTheirOrigin() throws {
    let outcome = try BuiltProgram.run(Self.words + ["--format", "json", "--threads", "1"])
    let csv = try BuiltProgram.run(Self.words + ["--format", "csv", "--threads", "2"])
    struct Page: Decodable {
      struct Origin: Decodable { var replicates: Int }
      struct Row: Decodable { var value: Double }
      var provenance: Origin
      var results: [Row]
    }
    let page = try JSONDecoder().decode(Page.self, from: Data(outcome.output.utf8))
    #expect(page.provenance.replicates == 1200)
    #expect(
      page.results.map(\.value)
        == csv.lines.dropFirst().compactMap { $0.split(separator: ",").last.flatMap { Double($0) } })
    #expect(!page.results.isEmpty)
  }

  @Test func tooFewReplicatesAreRefused() throws {
    let outcome = try BuiltProgram.run(["variance", "national-2024", "--replicates", "100"])
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(outcome.error.contains("too few to tell") && outcome.error.contains("--replicates 9"))
    // The number named is enough.
    let fewest = try #require(outcome.error.split(separator: " ").last.flatMap { Int($0.filter(\.isNumber)) })
    #expect(try BuiltProgram.run(["variance", "national-2024", "--replicates", "\(fewest)"]).code == 0)
    #expect(try BuiltProgram.run(["variance", "national-2024", "--replicates", "\(fewest - 1)"]).code == 2)
  }

  @Test func helpAndFaultsAreThoseOfTheOtherCommands() throws {
    #expect(try BuiltProgram.run(["--help"]).output.contains("  variance "))
    #expect(try BuiltProgram.run(["variance", "--help"]).output.contains("cadre variance FILE"))
    let unknown = try BuiltProgram.run(Self.words + ["--metric", "PO.ftee"])
    #expect(unknown.code == 2 && unknown.error.contains("there is no metric 'PO.ftee'"))
    let opening = try BuiltProgram.run(Self.words + ["--metric", "PO.leavers", "--at", "2024-09"])
    #expect(opening.code == 2 && opening.error.contains("does not exist"))
  }
}
