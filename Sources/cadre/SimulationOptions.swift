public import ArgumentParser
public import Shell
import WorkforceModel

extension RunRequest.Format: ExpressibleByArgument {}

/// How long a run is, from which seed, and on how many threads.
struct HorizonOptions: ParsableArguments {
  // Unconditional: a negative number is a wrong number, not an option.
  @Option(
    parsing: .unconditional, help: "How many months to simulate, such as 60 or 60mo, instead of the scenario's number.")
  var months: String?
  @Option(parsing: .unconditional, help: "The seed, instead of the scenario's.") var seed: String?
  @Option(parsing: .unconditional, help: "How many threads to work on; results do not depend on it.") var threads: Int?

  func validate() throws {
    if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads takes 1 to 1024") }
  }

  var workers: Int { threads ?? Performer.processors }

  /// What the options set.
  func values(replicates: String?) -> [Performer.OptionValue] {
    let isNumber = months?.allSatisfy(\.isNumber) == true
    let given = [
      ("replicates", "--replicates", replicates), ("seed", "--seed", seed),
      ("months", "--months", isNumber ? months.map { "\($0)mo" } : months),
    ]
    return given.compactMap { path, option, text in
      text.map { Performer.OptionValue(path: path, text: $0, option: option) }
    }
  }
}

/// The options of whatever simulates: how many futures, how long, from which seed.
struct SimulationOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "How many futures to simulate, instead of the scenario's number.")
  var replicates: String?
  @OptionGroup var horizon: HorizonOptions
  @Flag(help: "Put every uncertain number at its mean.") var noParameterUncertainty = false

  /// What the options set.
  var values: [Performer.OptionValue] { horizon.values(replicates: replicates) }

  /// What is asked for of a run of these options.
  func request(
    metrics: [String] = [], months: [String] = [], format: RunRequest.Format, chance: Bool = true, isRaw: Bool = false
  ) -> RunRequest {
    RunRequest(
      metrics: metrics, months: months, format: format, threads: horizon.workers,
      variation: SourcesOfVariation(chance: chance, parameters: !noParameterUncertainty), isRaw: isRaw,
      memory: Performer.memory)
  }
}

/// Where a result goes, and how it is written.
struct ResultOptions: ParsableArguments {
  @Option(help: "table, csv or json.") var format: RunRequest.Format = .table
  @Option(help: "Write the result to a file, whole or not at all.") var output: String?
}
