import Testing
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// The errors told beside shares of variance, and what is told where there is nothing to divide.
@Suite struct VarianceErrorTests {
  /// Heads × FTE per head, a beta number of leavers, and a number that has no effect: shares in closed form, and 200
  /// seeds of 400 futures.
  private static let text = VarianceTests.scenario(
    grades: """
        A: {opening: 40, leaving: beta(4 36)/mo}
        B: {opening: normal(1000 100) within 500..1500, leaving: uniform(2% 9%)/yr}
      """)

  /// Over 200 seeds estimates are right on average, to 5 standard errors of their mean, and their mean squared deviation
  /// is that of the errors told. Of normal estimates the ratio of the two has the standard error √(2 ÷ 200) = 0.1; of a
  /// share that is nothing it is 0.17, and errors are told up to a quarter too large there, never too small.
  @Test func errorsAreWhatTheySay() throws {
    let truths = ["chance": 0.5, "grades.A.leaving.rate": 0.5, "grades.B.opening": 0.0, "together": 0.0]
    var told: [String: [(deviation: Double, error: Double)]] = [:]
    for seed in 1...200 {
      let run = try SplitRun(Self.text, "A.leavers", at: "2024-10", replicates: 400, seed: UInt64(seed))
      let split = try run.split()
      for (name, truth) in truths {
        let share =
          switch name {
          case "chance": split.chance
          case "together": split.together
          default: try run.share(name)
          }
        told[name, default: []].append((share.value - truth, share.error))
      }
    }
    for (name, told) in told {
      let count = Double(told.count)
      let mean = told.reduce(0) { $0 + $1.deviation } / count
      let square = told.reduce(0) { $0 + $1.deviation * $1.deviation } / count
      let promised = told.reduce(0) { $0 + $1.error * $1.error } / count
      #expect(abs(mean) < 5 * (square / count).squareRoot(), "\(name): \(mean)")
      let ratio = square / promised
      let allowed = name == "grades.B.opening" ? 0.2...1.6 : 0.5...1.6
      #expect(allowed.contains(ratio), "\(name): \(ratio)")
    }
  }

  @Test func theSharesMakeUpTheWhole() throws {
    let run = try SplitRun(Self.text, "all.fte", at: "2024-10", replicates: 1_000, seed: 3)
    let split = try run.split()
    let groups = split.groups.compactMap(\.self)
    #expect(groups.count == run.groups.count)
    let sum = groups.reduce(split.chance.value + split.together.value) { $0 + $1.value }
    #expect(abs(sum - 1) < 1e-12)
    #expect(abs(split.chance.value + split.parameters.value - 1) < 1e-12)
  }

  /// The textbook estimates: half the mean squared difference, and the covariance of the two futures.
  @Test func theTotalAgreesWithThePlainOne() throws {
    let read = try Running.scenario(Self.text)
    let selection = try Selection(read, metrics: ["A.leavers"], months: [Month(year: 2024, month: 10)])
    let simulation = Simulation(plan: selection.compiled.plan, seed: 9)
    let twins = try simulation.runTwins(replicates: 20_000, threads: 2, columns: selection.columns(outlook: false))
    func values(_ ensemble: Ensemble) -> [Double] {
      MetricEvaluation(selection.catalog, ensemble).values(selection.metrics[0], step: 1).map { Double($0 ?? -1) }
    }
    let (first, second) = (values(twins.ordinary), values(twins.twin))
    let count = 20_000.0
    let firstMean = first.reduce(0, +) / count
    let secondMean = second.reduce(0, +) / count
    var half = 0.0
    var shared = 0.0
    for (one, other) in zip(first, second) {
      half += (one - other) * (one - other) / (2 * count)
      shared += (one - firstMean) * (other - secondMean) / (count - 1)
    }
    let summary = VarianceSummary(selection, twins)
    let split = try #require(summary.cells.first?.split)
    #expect(abs(split.chance.value * split.total - half) < 1e-9 * half)
    // The plain total is noisier; its own relative error is about √(2 ÷ R).
    #expect(abs((half + shared) / split.total - 1) < 5 * (2 / count).squareRoot())
    #expect(abs(shared / (half + shared) - split.parameters.value) < 5 * (2 / count).squareRoot())
  }

  @Test func whatDoesNotVaryHasNoShares() throws {
    let run = try SplitRun(Self.text, "A.heads", at: "2024-09", replicates: 200, seed: 3)
    #expect(run.cell.split == nil && run.cell.isEnough && run.cell.variance == 0)
  }

  /// Without uncertain numbers all is chance, whatever the sample says.
  @Test func certainNumbersLeaveChanceAlone() throws {
    let text = VarianceTests.scenario(grades: "  A: {opening: 100, leaving: 10%/mo}")
    let run = try SplitRun(text, "A.leavers", at: "2024-10", replicates: 5_000, seed: 3)
    let split = try run.split()
    #expect(run.groups.isEmpty)
    #expect(split.chance.value == 1 && split.chance.error == 0)
    // n p (1 − p) = 9; the mean square of 5,000 differences has a relative error of √(2 ÷ 5,000).
    #expect(abs(split.total / 9 - 1) < 5 * (2.0 / 5_000).squareRoot())
  }

  /// A share of a grade that is often empty: pairs without the number are left out, and counted.
  @Test func pairsWithoutTheNumberAreLeftOut() throws {
    let text = VarianceTests.scenario(
      grades: "  A: {opening: 3, service: {<1y: 60%, 1y+: {share: 40%, to: 5y}}, leaving: beta(12 8)/mo}")
    let few = try SplitRun(text, "A.share-under-1y", at: "2024-10", replicates: 2_000, seed: 3)
    // Nobody is left in E[p³] = 12·13·14 ÷ (20·21·22) of the futures, and in about a third of the pairs in one or both.
    #expect(few.cell.absent > 500 && few.cell.absent < 1_100, "\(few.cell.absent)")
    #expect(few.cell.isEnough)
    let none = try SplitRun(text, "A.share-under-1y", at: "2024-10", replicates: 120, seed: 3)
    #expect(!none.cell.isEnough && none.cell.split == nil && none.cell.variance == nil)
  }
}
