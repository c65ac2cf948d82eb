import Reports
import Shell
import Testing
import WorkforceAnalysis
import WorkforceModel

/// What cannot be compared is said before the first replicate.
@Suite struct FaultTests {
  private static func scenario(
    _ grades: String = "A: {opening: 100, leaving: 5%/yr}", start: String = "2024-09", months: Int = 12,
    more: String = "",
    stem: String = "test"
  ) throws -> LoadedScenario {
    try Comparing.scenario(
      "cadre: 1\nname: t\nstart: \(start)\nmonths: \(months)mo\nreplicates: 50\n\(more)grades: {\(grades)}\n",
      stem: stem)
  }

  @Test func fewerThanTwo() throws {
    let faults = Comparing.faults([try Self.scenario()], Comparing.request())
    #expect(faults.map(\.message) == ["there is nothing to compare the scenario with"])
  }

  @Test func otherSeeds() throws {
    let loaded = [try Self.scenario(stem: "one"), try Self.scenario(more: "seed: 9\n", stem: "other")]
    let faults = Comparing.faults(loaded, Comparing.request())
    #expect(
      faults.map(\.message) == [
        "one and other cannot be paired: their seeds are 1 and 9, so that their futures are not the same"
      ])
    #expect(faults.first?.help == ["--seed 1 gives all of them one"])
  }

  @Test func noMonthInCommon() throws {
    let loaded = [try Self.scenario(), try Self.scenario(start: "2030-01")]
    #expect(
      Comparing.faults(loaded, Comparing.request()).map(\.message) == [
        "the runs have no month in common: they go from 2024-09 to 2025-09 and 2030-01 to 2031-01"
      ])
  }

  @Test func metricsAndMonthsThatThereAreNot() throws {
    let loaded = [
      try Self.scenario("A: {opening: 9, leaving: 5%/yr}, B: {opening: 9, leaving: 5%/yr}"),
      try Self.scenario(months: 6),
    ]
    let faults = Comparing.faults(loaded, Comparing.request("A.heds", "A.heads", at: ["2025-06", "2024-11", "soon"]))
    #expect(
      faults.map(\.message) == [
        "a month is written 2027-03, not 'soon'",
        "not every run has a month 2025-06: all of them go from 2024-09 to 2025-03", "there is no metric 'A.heds'",
      ])
    #expect(faults.last?.help.first?.contains("A.heads") == true)
    let absent = Comparing.faults(loaded, Comparing.request("A.leavers-12mo"))
    #expect(absent.map(\.message) == ["A.leavers-12mo does not exist in the months asked for"])
    let only = Comparing.faults(loaded, Comparing.request("B.heads"))
    #expect(
      only.map(\.message) == ["B.heads: not in the runs that are to be compared, so there is nothing to compare"])
  }

  /// Both runs are in memory together: what fits once need not fit twice.
  @Test func memoryOfBoth() throws {
    let one = try Comparing.shipped("national-2024", "replicates=100000")
    let other = try Comparing.shipped("intake-bigger", "replicates=100000")
    var request = Comparing.request("PO.fte", "PO.leavers-12mo", "all.cost-12mo")
    func isRefused(_ bytes: Int) -> Bool {
      request.memory = MemoryLimit(bytes: bytes, origin: "a test")
      return Comparing.faults([one, other], request).first?.message.hasPrefix("the runs would need about") ?? false
    }
    func isRefusedAlone(_ bytes: Int) -> Bool {
      request.memory = MemoryLimit(bytes: bytes, origin: "a test")
      return (try? PreparedRun(one, request)) == nil
    }
    let limits = stride(from: 100_000_000, through: 3_000_000_000, by: 50_000_000)
    let alone = try #require(limits.first { !isRefusedAlone($0) })
    let both = try #require(limits.first { !isRefused($0) })
    #expect(Double(both) > 1.5 * Double(alone) && Double(both) < 2.2 * Double(alone), "\(alone) and \(both)")
  }

  /// What is in one scenario alone is told, and what both have is compared.
  @Test func metricsOfOneScenarioAlone() throws {
    let loaded = [
      try Self.scenario(), try Self.scenario("A: {opening: 90, leaving: 5%/yr}, B: {opening: 9, leaving: 5%/yr}"),
    ]
    let prepared = try PreparedComparison(loaded, Comparing.request("B.heads", "A.heads"))
    #expect(prepared.selection.metrics == ["A.heads"])
    #expect(prepared.selection.missing.map(\.metric) == ["B.heads"] && prepared.selection.missing.map(\.runs) == [[1]])
  }

  /// Scenarios in which the same is simulated need one run.
  @Test func oneRunForTheSame() throws {
    let one = try Self.scenario()
    var named = one
    try named.set([try TypedChange("name=Another")])
    var other = one
    try other.set([try TypedChange("grades.A.opening=101")])
    let prepared = try PreparedComparison([one, named, other], Comparing.request())
    #expect(prepared.runs.count == 2)
    let report = try prepared.result(try prepared.runs.map { try $0.job.run() })
    #expect(report.document.blocks.count > 3)
    // A longer run that records more serves a shorter one, and not the other way round.
    var longer = one
    try longer.set([try TypedChange("replicates=60")])
    let most = try PreparedComparison([longer, longer], Comparing.request()).runs[0].key
    let fewer = try PreparedComparison([one, other], Comparing.request("A.heads")).runs[0].key
    #expect(most.serves(fewer) && !fewer.serves(most) && !most.serves(prepared.runs[1].key))
  }

  /// The lesser number of futures is paired, and that is said.
  @Test func differentNumbersOfFutures() throws {
    var fewer = try Self.scenario(stem: "fewer")
    try fewer.set([try TypedChange("replicates=20")])
    let loaded = [try Self.scenario(), fewer]
    let prepared = try PreparedComparison(loaded, Comparing.request())
    #expect(prepared.pairs == 20 && prepared.runs.map(\.job.replicates) == [20])
    let report = try prepared.result(try prepared.runs.map { try $0.job.run() })
    #expect(
      report.document.blocks.contains(
        .note(
          "The scenarios ask for different numbers of futures, 50 in A and 20 in B: the first 20 of each are paired.")))
  }

  /// Only months that both have, and what is left out is said.
  @Test func differentHorizons() throws {
    let loaded = [try Self.scenario(), try Self.scenario(start: "2024-11", months: 24)]
    let prepared = try PreparedComparison(loaded, Comparing.request("A.heads"))
    #expect(prepared.selection.common == (try Comparing.month("2024-11"))...(try Comparing.month("2025-09")))
    #expect(prepared.selection.months.count == 11)
    let report = try prepared.result(try prepared.runs.map { try $0.job.run() })
    let notes = report.document.blocks
    #expect(
      notes.contains(.note("A has months that another has not: left out are its months before Nov 2024.")))
    #expect(notes.contains(.note("B has months that another has not: left out are its months after Sep 2025.")))
  }
}
