import BuiltProgram
import Testing

/// Faults of `--set` point into the option's own text.
@Suite struct SetFaultTests {
  private func faults(_ assignments: String..., of scenario: String = "benchmark") throws -> [String] {
    let options = assignments.flatMap { ["--set", $0] }
    let outcome = try BuiltProgram.run(["run", scenario, "--replicates", "10"] + options)
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    return outcome.error.split(separator: "\n").map(String.init)
  }

  @Test func anUnknownPathIsMarked() throws {
    let lines = try faults("grades.PO.leavin=7%/yr")
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("--set:1:1: error: "))
    #expect(lines[1] == "    1 | grades.PO.leavin=7%/yr")
    #expect(lines[2] == "      | ^~~~~~~~~~~~~~~~")
    #expect(lines[3] == "  help: did you mean leaving?")
  }

  @Test func aWrongValueIsMarked() throws {
    let lines = try faults("grades.PO.leaving=7%")
    #expect(lines[0].hasPrefix("--set:1:19: error: "))
    #expect(lines[1] == "    1 | grades.PO.leaving=7%")
    #expect(lines[2].hasPrefix("      |                   ^~"))
    #expect(lines[3] == "  help: did you mean 7%/yr?")
  }

  @Test func aPlaceInsideAMappingIsMarked() throws {
    let lines = try faults("grades.PO.leaving={<5y: 7%/yr, 5y+: 8}")
    #expect(lines[0].hasPrefix("--set:1:37: error: "))
    #expect(lines[2].hasPrefix("      |                                     ^"))
  }

  @Test func aWildcardThatMatchesNothingIsSaid() throws {
    let lines = try faults("intakes.*.plcaes=5")
    #expect(lines[0].hasPrefix("--set:1:1: error: "))
  }

  /// The second is at fault together with the first: what is marked stands in the text that is shown.
  @Test func withSeveralTheTextShownIsTheOneAtFault() throws {
    let lines = try faults("grades.PO.leaving.multiplier=×2", "grades.PO.leaving=70%/mo")
    let text = try #require(lines.first { $0.contains(" | ") })
    let marker = try #require(lines.first { $0.contains("| ") && $0.contains("^") })
    let column = try #require(marker.firstIndex(of: "^").map { marker.distance(from: marker.startIndex, to: $0) })
    #expect(column < text.count, "\(lines.joined(separator: "\n"))")
  }

  /// Two that are right only together.
  @Test func aSumIsCheckedAfterAllChanges() throws {
    let two = ["--set", "pathways.PQiP-15.withdrawn={leave: 50%, PSO: 50%}"]
    let parts = ["--set", "pathways.PQiP-15.withdrawn.leave=40%", "--set", "pathways.PQiP-15.withdrawn.PSO=60%"]
    let sound = try BuiltProgram.run(
      ["run", "national-2024", "--replicates", "2", "--metric", "PO.heads"] + two + parts)
    #expect(sound.code == 0, "\(sound.error)")
    let lines = try faults(
      "pathways.PQiP-15.withdrawn={leave: 50%, PSO: 50%}", "pathways.PQiP-15.withdrawn.leave=+20pt", of: "national-2024"
    )
    #expect(lines[0] == "--set 2:1:34: error: the shares sum to 120%, not 100%")
    #expect(lines[1].hasSuffix(" | pathways.PQiP-15.withdrawn.leave=+20pt"))
  }

  @Test func aShiftInAnotherUnitIsMarked() throws {
    let lines = try faults("grades.PO.opening=+50 from 2026-01", "grades.PO.opening=+50/yr", of: "national-2024")
    #expect(lines[0] == "--set 1:1:28: error: people or FTE in post cannot change with time")
    #expect(lines.contains("  help: did you mean +50 fte?"))
  }

  /// What a rate was taken to mean, what was dropped and what stays.
  @Test func aReplacedRateSaysWhatWentWithIt() throws {
    let outcome = try BuiltProgram.run([
      "run", "national-2024", "--replicates", "2", "--metric", "PO.heads", "--set", "grades.SPO.leaving=7%/yr",
    ])
    let note = try #require(outcome.error.split(separator: "\n").first { $0.hasPrefix("note: ") })
    #expect(note.hasPrefix("note: grades.SPO.leaving.rate: lognormal(4.9% 0.2)/yr → 7%/yr; 0.582 % a month; source "))
    #expect(note.hasSuffix(" dropped; factor labour-market no longer moves it"))
  }

  @Test func theSecondOfSeveralIsShown() throws {
    let lines = try faults("grades.PO.opening=100", "grades.PSO.opening=-4000")
    #expect(lines[1].hasSuffix(" | grades.PSO.opening=-4000"))
  }

  /// A rate that a shared factor moves can be replaced by a certain one: the factor then has nothing to move.
  @Test func aCertainValueMayReplaceOneThatAFactorMoves() throws {
    let outcome = try BuiltProgram.run([
      "run", "national-2024", "--replicates", "10", "--set", "grades.PO.leaving=7.0%/yr", "--metric", "PO.heads",
      "--at", "2029-09",
    ])
    #expect(outcome.code == 0, "\(outcome.error)")
    // Said with the change, not as a warning about a file that is as it was.
    #expect(!outcome.error.contains("warning"))
    #expect(outcome.error.contains("; factor labour-market no longer moves it"))
  }

  /// What comes of a change is told in the change, whichever line of the file it shows in.
  @Test func aFaultThatAChangeBringsAboutIsTheChanges() throws {
    let lines = try faults("months=48mo", "grades.PSO.target=none", of: "national-2024")
    #expect(lines[0] == "--set 2:1:19: error: PSO has no target, so it has no vacancies to fill")
    #expect(lines.last?.hasPrefix("  help: it shows at national-2024 (ships with cadre):") == true)
  }
}
