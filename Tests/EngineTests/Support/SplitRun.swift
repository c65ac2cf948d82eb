import Testing
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// A run of twins, with one metric in one month divided by where its variance comes from.
struct SplitRun {
  let twins: Twins
  let cell: VarianceSummary.Cell
  let groups: [String]

  init(
    _ text: String, _ metric: String, at month: String, replicates: Int, seed: UInt64, threads: Int = 2
  ) throws {
    let read = try Running.scenario(text)
    let selection = try Selection(read, metrics: [metric], months: [try #require(Month(month))])
    let simulation = Simulation(plan: selection.compiled.plan, seed: seed)
    twins = try simulation.runTwins(
      replicates: replicates, threads: threads, columns: selection.columns(outlook: false))
    cell = try #require(VarianceSummary(selection, twins).cells.first)
    groups = selection.legend.groups
  }

  func split() throws -> VarianceSplit { try #require(cell.split) }

  /// The share of one group.
  func share(_ path: String) throws -> VarianceSplit.Share {
    let index = try #require(groups.firstIndex(of: path), "\(groups)")
    return try #require(try split().groups[index])
  }
}

extension VarianceSplit.Share {
  /// Whether the true share lies within 5 standard errors, which fails once in 1.7 million times.
  /// - Parameter slack: by how much the closed form itself is off
  func agrees(with truth: Double, slack: Double = 0) -> Bool { abs(value - truth) <= 5 * error + slack }
}
