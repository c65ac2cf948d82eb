import Shell
import ShippedScenarios
import Testing
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// What a run will have in memory is told before it begins, and a run that does not fit is refused.
@Suite struct MemoryTests {
  private static func load(_ name: String, replicates: Int) throws -> LoadedScenario {
    var loaded = try LoadedScenario(text: Running.text(name), source: "\(name).yaml", stem: name)
    try loaded.set([TypedChange("replicates", to: "\(replicates)", option: "--replicates")])
    return loaded
  }

  private static func request(_ bytes: Int?, chance: Bool = true, format: RunRequest.Format = .csv) -> RunRequest {
    RunRequest(
      metrics: [], months: [], format: format, threads: 2, variation: SourcesOfVariation(chance: chance),
      memory: bytes.map { MemoryLimit(bytes: $0, origin: "what the test says") })
  }

  private static func words(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch {
      return ((error as? Faults)?.diagnostics ?? []).map { "\($0.message)\n\($0.help.joined(separator: "\n"))" }
        .joined()
    }
  }

  /// The bytes that are stored, counted, are those that were estimated: parameters to the byte, people within a fifth.
  @Test(arguments: ["national-2024", "benchmark"]) func estimatesAreWhatIsStored(name: String) throws {
    // A limit that the most bytes do not fit in, so that the expected path is asked.
    let run = try PreparedRun(Self.load(name, replicates: 600), Self.request(nil))
    let stored = try run.job.run().bytes
    #expect(run.job.memory.bytes(.parameters, futures: 600) == stored.parameters)
    let told = run.simulation.bytesEach(columns: run.columns) * 600
    #expect(Double(told) > 0.8 * Double(stored.people) && Double(told) < 1.2 * Double(stored.people))
    #expect(run.job.memory.bytes(.people, futures: 600) >= stored.people)

    let paths = try PreparedRun(Self.load(name, replicates: 20), Self.request(nil, chance: false))
    let exact = try paths.job.run().bytes
    #expect(paths.job.memory.bytes(.people, futures: 20) == exact.people)
    #expect(paths.job.memory.bytes(.parameters, futures: 20) == exact.parameters)
  }

  /// As many futures as are said to fit are let through, and one more is not.
  @Test func whatIsSaidToFitFits() throws {
    let limit = 200_000_000
    let words = Self.words {
      _ = try PreparedRun(Self.load("national-2024", replicates: 1_000_000), Self.request(limit))
    }
    let most = try #require(words.firstMatch(of: /at most --replicates (\d+) would fit/).flatMap { Int($0.1) })
    #expect(most > 1_000 && most < 1_000_000)
    let fitting = try PreparedRun(Self.load("national-2024", replicates: most), Self.request(limit))
    #expect(fitting.job.memory.bytes(futures: most) <= limit)
    #expect(throws: Faults.self) {
      try PreparedRun(Self.load("national-2024", replicates: most + 1), Self.request(limit))
    }
    // What is estimated to the byte fits, and a byte less does not.
    let needed = fitting.job.memory.bytes(futures: most)
    _ = try PreparedRun(Self.load("national-2024", replicates: most), Self.request(needed))
    #expect(throws: Faults.self) {
      try PreparedRun(Self.load("national-2024", replicates: most), Self.request(needed - 1))
    }
  }

  @Test func theRefusalSaysHowMuchAndWhy() throws {
    let words = Self.words {
      _ = try PreparedRun(Self.load("benchmark", replicates: 1_000_000), Self.request(1_500_000_000))
    }
    #expect(
      words.contains(
        /the run would need about \d+\.\d GB of memory, and 1\.5 GB are available: what the test says\n/))
    #expect(words.contains("would fit, or fewer metrics (--metric) or months (--at)"))
    #expect(words.contains(/the largest parts are \d+\.\d GB for people recorded,/))
    // Where not even one future fits, no number is promised.
    let none = Self.words { _ = try PreparedRun(Self.load("benchmark", replicates: 10), Self.request(1_000)) }
    #expect(none.contains("ask for fewer metrics") && !none.contains("would fit"))
  }

  /// A limit that is not known refuses nothing.
  @Test func withoutALimitNothingIsRefused() throws {
    _ = try PreparedRun(Self.load("national-2024", replicates: 1_000_000), Self.request(nil))
  }

  @Test func everyCommandAsks() throws {
    let (loaded, request) = (try Self.load("national-2024", replicates: 900_000), Self.request(50_000_000))
    let refusals = [
      Self.words { _ = try PreparedRun(loaded, request) },
      Self.words { _ = try PreparedRun(loaded, Self.request(50_000_000, format: .json)) },
      Self.words { _ = try PreparedRun(loaded, Self.request(50_000_000, chance: false)) },
      Self.words { _ = try PreparedTargets(loaded, request, held: nil) },
      Self.words { _ = try PreparedCohorts(loaded, request, started: [], pathways: []) },
      Self.words { _ = try PreparedReconciliation(loaded, request) },
      Self.words { _ = try PreparedVariance(loaded, request) },
    ]
    for refusal in refusals { #expect(refusal.contains("50 MB are available: what the test says")) }
  }

  /// Twins are a second run: what fits once need not fit twice.
  @Test func twinsTakeTwice() throws {
    let loaded = try Self.load("national-2024", replicates: 100_000)
    let once = try PreparedVariance(loaded, Self.request(nil)).run.job.memory.bytes(futures: 100_000)
    var request = Self.request(once)
    request.metrics = ["PO.fte"]
    request.months = ["2029-09"]
    _ = try PreparedRun(loaded, request)
    #expect(throws: Faults.self) { try PreparedVariance(loaded, request) }
  }
}
