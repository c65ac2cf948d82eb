import ArgumentParser

/// Runs the engine inside one process, as `scripts/benchmark` asks, and prints what it took as JSON.
@main
struct EngineBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures the engine; run by scripts/benchmark.",
    subcommands: [Simulate.self, WhatIf.self, Summarise.self, Exact.self, Spin.self])
}
