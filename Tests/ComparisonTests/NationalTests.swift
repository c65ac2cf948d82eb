import Shell
import Testing
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// The national scenario against itself with a change.
@Suite struct NationalTests {
  /// Scenarios that are equal until a date have differences of exactly nothing until it, for every metric.
  @Test func exactZerosUntilTheDate() throws {
    let one = try Comparing.shipped("national-2024", "replicates=200")
    let other = try Comparing.shipped(
      "national-2024", "replicates=200", "grades.PO.leaving=+20% from 2026-04",
      "intakes.autumn.places=+10% from 2026-09")
    let comparison = try Comparing.pair(one, other, Comparing.request(at: [], format: .csv))
    let date = try Comparing.month("2026-04")
    var (before, after) = (0, 0)
    for cell in comparison.cells where cell.summary.equal.replicates > 0 {
      if cell.month < date {
        before += 1
        #expect(cell.summary.isSame && cell.summary.difference.minimum == 0 && cell.summary.difference.maximum == 0)
      } else if !cell.summary.isSame {
        after += 1
      }
    }
    #expect(before > 1_000 && after > 1_000)
    #expect(comparison.cell("PO.leavers", date)?.summary.isSame == false)
    // Every year that ended before is the same too.
    let flow = try #require(comparison.flows.first { $0.metric.name == "PO.leavers" })
    #expect(flow.summaries.map(\.isSame) == [true, true, false, false, false, false])
  }

  /// Five per cent more places at every intake: the variance of the paired difference of PO FTE after five years is at
  /// most a hundredth of that of runs with seeds of their own.
  ///
  /// With 2,000 replicates an estimated ratio of variances of normal numbers has a standard error of 4.5 %.
  @Test func pairingIsWorthAHundredTimesTheFutures() throws {
    func run(_ seed: Int, _ change: String...) throws -> LoadedScenario {
      var loaded = try Comparing.shipped("national-2024", "replicates=2000", "seed=\(seed)")
      try loaded.set(change.map { try TypedChange($0) })
      return loaded
    }
    let request = Comparing.request("PO.fte", at: ["2029-09"])
    let comparison = try Comparing.pair(run(1), run(1, "intakes.*.places=+5%"), request)
    let last = try Comparing.month("2029-09")
    let paired = try #require(comparison.cell("PO.fte", last)).summary
    let deviation = try #require(paired.difference.standardDeviation)

    // Replicate by replicate against a run with another seed.
    let base = try PreparedComparison([run(1), run(1)], request)
    let more = try PreparedComparison([run(2, "intakes.*.places=+5%"), run(2)], request)
    func numbers(_ prepared: PreparedComparison) throws -> [Double] {
      let catalog = prepared.selection.catalogs[0]
      let evaluation = MetricEvaluation(catalog, try prepared.runs[0].job.run())
      return evaluation.numbers(try catalog.metric(named: "PO.fte"), step: 60).compactMap(\.self)
    }
    let differences = zip(try numbers(base), try numbers(more)).map { $1 - $0 }
    let mean = differences.reduce(0, +) / Double(differences.count)
    let variance = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(differences.count - 1)
    let ratio = variance / (deviation * deviation)
    #expect(differences.count == 2000 && ratio >= 100, "ratio \(ratio)")
    // What is told of separate numbers is what they give, and the two means agree.
    let told = try #require(paired.independentDeviation)
    #expect(abs(told * told / variance - 1) < 0.2)
    let error = (variance / Double(differences.count)).squareRoot()
    #expect(abs(try #require(paired.difference.mean) - mean) < 4.5 * error)
  }

  /// Both sides are what a run of each says, and the difference of the means is the mean of the differences.
  @Test func theSidesAreThoseOfARun() throws {
    let (one, other) = (
      try Comparing.shipped("national-2024", "replicates=300"), try Comparing.shipped("intake-bigger", "replicates=300")
    )
    let metrics = ["PO.fte", "PO.leavers-12mo", "PO.wastage", "all.cost-fy"]
    let request = RunRequest(metrics: metrics, months: ["2027-03", "2029-03"], format: .csv, threads: 2)
    let comparison = try Comparing.pair(one, other, request)
    for (loaded, isFirst) in [(one, true), (other, false)] {
      let prepared = try PreparedRun(loaded, request)
      let summary = RunSummary(prepared.selection, try prepared.job.run(), outlook: false, threads: 2)
      for cell in summary.cells {
        let month = loaded.scenario.start.value + cell.step
        let own = try #require(comparison.cell(cell.metric.name, month)).summary
        for statistic in Statistic.allCases where statistic != .pAtTarget {
          #expect(
            (isFirst ? own.a : own.b).value(statistic) == cell.value(statistic), "\(cell.metric.name) \(statistic)")
        }
      }
    }
    #expect(comparison.cells.count == 8)
    for cell in comparison.cells {
      let (a, b) = (try #require(cell.summary.a.mean), try #require(cell.summary.b.mean))
      #expect(abs(try #require(cell.summary.difference.mean) - (b - a)) <= 1e-9 * max(1, abs(b)))
    }
  }

  /// The sums of a whole financial year are the metric of that year.
  @Test func wholeYearsAreTheMetric() throws {
    let (one, other) = (
      try Comparing.shipped("national-2024", "replicates=100"), try Comparing.shipped("intake-bigger", "replicates=100")
    )
    let comparison = try Comparing.pair(one, other, Comparing.request())
    #expect(comparison.flows.map(\.metric.name).contains("PO.qualifiers"))
    for flow in comparison.flows {
      for (year, summary) in zip(comparison.years, flow.summaries) where year.isWhole {
        #expect(comparison.cell("\(flow.metric.name)-fy", year.last)?.summary == summary)
      }
    }
  }

  /// One path each: a number, and no probability, whatever the seeds.
  @Test func expectedPaths() throws {
    let one = try Comparing.shipped("national-2024", "seed=4")
    let other = try Comparing.shipped("intake-bigger", "seed=5")
    let variation = SourcesOfVariation(chance: false, parameters: false)
    let comparison = try Comparing.pair(one, other, Comparing.request("PO.fte", variation: variation))
    #expect(comparison.isOnePath && comparison.pairs == 1)
    let first = try #require(comparison.cell("PO.fte", try Comparing.month("2025-09"))).summary
    let last = try #require(comparison.cell("PO.fte", try Comparing.month("2029-09"))).summary
    #expect(first.isSame && first.difference.mean == 0)
    #expect(try #require(last.difference.mean) > 300 && last.difference.standardDeviation == nil)
  }
}
