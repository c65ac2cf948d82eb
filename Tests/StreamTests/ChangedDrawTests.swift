import ScenarioFiles
import Testing
import WorkforceModel

/// A change of a number leaves its draw alone: the same uniform gives the changed value.
@Suite struct ChangedDrawTests {
  private func values(_ path: String, _ changes: [(path: String, value: String)]) throws -> [Double] {
    let read = try Running.shipped("national-2024")
    return try #require(try Futures(Running.setting(read, changes), replicates: 60).parameter(path))
  }

  @Test func scaledAndShifted() throws {
    let path = "grades.PSO.leaving.rate"
    let before = try values(path, [])
    let scaled = try values(path, [("grades.PSO.leaving", "+20%")])
    let both = try values(path, [("grades.PSO.leaving", "+20%"), ("grades.PSO.leaving", "+1pt")])
    #expect(Set(before).count == before.count)
    for position in before.indices {
      #expect(scaled[position] == before[position] * 1.2)
      #expect(abs(both[position] - (before[position] * 1.2 + 0.01)) < 1e-15)
    }
  }

  @Test func scaledBandsShareTheirDraw() throws {
    // Without limits, whose inverse function rounds.
    let plain = "{<5y: lognormal(7.6% 0.13)/yr, 5y+: lognormal(7.9% 0.13)/yr}"
    let changes = [
      (path: "grades.PO.leaving", value: plain), (path: "grades.PO.leaving", value: "+20%"),
      (path: "grades.PO.leaving.<5y", value: "-50%"),
    ]
    let low = try values("grades.PO.leaving.rate.<5y", changes)
    let high = try values("grades.PO.leaving.rate.5y+", changes)
    // Both are lognormal with the same spread: their ratio is that of their changed medians.
    for (x, y) in zip(low, high) { #expect(abs(y / x - 7.9 / 3.8) < 1e-12) }
  }

  /// From a month on: before it nothing is different, and the later value has the earlier one's draw.
  @Test func dated() throws {
    let changes = [(path: "grades.PSO.leaving", value: "+20% from 2026-04")]
    let before = try values("grades.PSO.leaving.rate", [])
    #expect(try values("grades.PSO.leaving.rate.2024-09", changes) == before)
    #expect(try values("grades.PSO.leaving.rate.2026-04", changes) == before.map { $0 * 1.2 })
  }

  /// Nothing that is drawn elsewhere moves.
  @Test func othersStay() throws {
    let read = try Running.shipped("national-2024")
    let one = try Futures(read.scenario, replicates: 60)
    let two = try Futures(Running.setting(read, [("pathways.PQiP-15.attrition", "-10%")]), replicates: 60)
    let changed = one.parameterPaths.filter { one.parameter($0) != two.parameter($0) }
    #expect(changed == ["pathways.PQiP-15.attrition"])
  }

  /// A change of one start leaves that start's draw alone too: a change of nothing changes nothing.
  @Test(arguments: ["intakes.a.2026-01.fill", "intakes.*.2026-01.fill"], ["uniform(10% 90%)", "10%..90% each intake"])
  func oneStartKeepsTheDrawOfItsIntake(path: String, fill: String) throws {
    let text = """
      cadre: 1
      name: One start
      start: 2024-09
      months: 24mo
      grades: {A: {opening: 10, leaving: 5%/yr}}
      intakes: {a: {starts: every 12mo from 2025-01, places: 500, fill: \(fill), into: A}}
      """
    let read = try ScenarioText.scenario(text, source: "test.yaml")
    let before = try Futures(read.scenario, replicates: 60)
    let same = try Futures(Running.setting(read, [(path, "+0%")]), replicates: 60)
    #expect(before.firstDifference(from: same) == nil)
    let lower = try Futures(Running.setting(read, [(path, "-10%")]), replicates: 60)
    #expect(before.firstDifference(from: lower) == 16)
    for (old, new) in zip(before.values("A.joiners", month: 16) ?? [], lower.values("A.joiners", month: 16) ?? []) {
      #expect(new <= old)
    }
  }
}
