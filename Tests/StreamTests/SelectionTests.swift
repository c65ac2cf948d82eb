import Testing
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// What is asked for changes nothing in what is computed.
@Suite struct SelectionTests {
  @Test(arguments: Running.shippedNames)
  func columnsLeftOutChangeNoOther(name: String) throws {
    let scenario = try Running.shipped(name).scenario
    let every = try Futures(scenario, replicates: 130)
    let plan = try PlanCompiler.compile(scenario).plan
    let count = every.legend.seriesCount * (every.legend.months + 1)
    let some = Array(stride(from: 5, to: count, by: 7))
    let part = try Simulation(plan: plan, seed: scenario.seed.value).run(replicates: 130, threads: 2, columns: some)
    for (slot, column) in some.enumerated() {
      for (block, whole) in zip(part.blocks, every.ensemble.blocks) {
        #expect(Array(block.column(slot)) == Array(whole.column(column)), "column \(column)")
      }
    }
  }

  @Test(arguments: ["national-2024", "benchmark", Running.wholeModel])
  func theRowsOfAMetricDoNotDependOnTheOthers(name: String) throws {
    let text = try Running.text(name)
    let all = try Running.csv(text, replicates: 70, threads: 2).split(separator: "\n")
    for metric in ["PO.heads", "PSO.fte", "PO.wastage", "PO.share-under-2y", "all.leavers-fy"] {
      let alone = try Running.csv(text, replicates: 70, threads: 2, metrics: [metric]).split(separator: "\n")
      #expect(alone.count > 1)
      #expect(Array(alone.dropFirst()) == all.filter { $0.contains(",\(metric),") }, "\(metric)")
    }
  }

  /// A share under so many years divides the heads more finely.
  @Test func anotherShareChangesNoOtherMetric() throws {
    let text = try Running.text("benchmark")
    let plain = try Running.csv(text, replicates: 70, threads: 2, metrics: ["PO.heads", "PO.share-under-5y"])
    let finer = try Running.csv(
      text, replicates: 70, threads: 2, metrics: ["PO.heads", "PO.share-under-5y", "PO.share-under-37mo"])
    #expect(finer.hasPrefix(plain))
    #expect(finer.utf8.count > plain.utf8.count)
  }

  @Test func rowsOfOneMonthAreThoseOfAllMonths() throws {
    let text = try Running.text("national-2024")
    let all = try Running.csv(text, replicates: 70, threads: 2).split(separator: "\n")
    let one = try Running.csv(text, replicates: 70, threads: 2, months: ["2027-03"]).split(separator: "\n")
    #expect(Array(one.dropFirst()) == all.filter { $0.contains(",2027-03,") })
  }
}
