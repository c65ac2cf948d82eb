import Reports
import ScenarioFiles
import Shell
import ShippedScenarios
import Testing
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// Short ways for tests to read, run and compare scenarios.
enum Comparing {
  /// A scenario that ships, with those that it extends, after changes as `--set` takes them.
  static func shipped(_ name: String, _ changes: String...) throws -> LoadedScenario {
    func file(_ name: String) throws -> ScenarioFile {
      try ScenarioFile(try #require(ShippedScenarios.text(named: name)), source: name)
    }
    let chain = try ScenarioChain(file(name)) { (base, _) throws(Faults) in
      try ScenarioFile(ShippedScenarios.text(named: base) ?? "", source: base)
    }
    var loaded = try LoadedScenario(chain, stem: name)
    try loaded.set(changes.map { try TypedChange($0) })
    return loaded
  }

  static func scenario(_ text: String, stem: String = "test") throws -> LoadedScenario {
    try LoadedScenario(text: text, source: "\(stem).yaml", stem: stem)
  }

  static func request(
    _ metrics: String..., at months: [String] = [], format: RunRequest.Format = .csv,
    variation: SourcesOfVariation = SourcesOfVariation()
  ) -> RunRequest {
    RunRequest(metrics: metrics, months: months, format: format, threads: 2, variation: variation)
  }

  /// Runs what is needed, and compares.
  static func report(
    _ loaded: [LoadedScenario], _ request: RunRequest, extent: PreparedComparison.Extent = .full
  ) throws -> ComparisonReport {
    let prepared = try PreparedComparison(loaded, request, extent: extent)
    return try prepared.result(try prepared.runs.map { try $0.job.run() })
  }

  /// The comparison of two scenarios.
  static func pair(
    _ one: LoadedScenario, _ other: LoadedScenario, _ request: RunRequest, extent: PreparedComparison.Extent = .full
  ) throws -> Comparison {
    let prepared = try PreparedComparison([one, other], request, extent: extent)
    return try comparison(prepared, try prepared.runs.map { try $0.job.run() })
  }

  /// The comparison of a prepared pair, of which the scenarios may have their run in common.
  static func comparison(_ prepared: PreparedComparison, _ ensembles: [Ensemble]) throws -> Comparison {
    let runs = prepared.loaded.enumerated().map { place, loaded in
      ComparedRun(
        name: loaded.stem, ensembles[min(place, ensembles.count - 1)], seed: loaded.scenario.seed.value,
        parameters: prepared.request.variation.parameters ? .drawn : .means)
    }
    let isWhole = prepared.request.metrics.isEmpty
    return try Comparison(
      prepared.selection, runs, with: 1, outlook: isWhole && prepared.selection.hasTargets, years: isWhole, threads: 2)
  }

  /// The faults of a request, in words.
  static func faults(_ loaded: [LoadedScenario], _ request: RunRequest) -> [Diagnostic] {
    do throws(Faults) {
      _ = try PreparedComparison(loaded, request)
      return []
    } catch {
      return error.diagnostics
    }
  }

  static func month(_ text: String) throws -> Month { try #require(Month(text)) }
}
