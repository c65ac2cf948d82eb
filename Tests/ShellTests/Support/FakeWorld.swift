import ScenarioFiles
public import Shell
import ShippedScenarios
import Synchronization
public import WorkforceModel
public import WorkforceSimulation

/// A world in memory: files are texts by path, and what is shown is kept.
public final class FakeWorld: Surroundings {
  private struct State {
    var files: [String: String] = [:]
    var output = ""
    var told: [Diagnostic] = []
    var sent: [String: String] = [:]
    var texts: [String: String] = [:]
    var runs = 0
    var isCancelled = false
  }

  private let state: Mutex<State>
  public let display = Display(width: 100, folds: false)
  public let processors = 2
  public let memory: MemoryLimit? = nil
  public let version = "test"
  public let keepsResults: Bool
  public var seconds: Double { 0 }

  /// Futures that a simulation may have; more are as if they were interrupted.
  private let most: Int

  public init(files: [String: String] = [:], keepsResults: Bool = true, most: Int = .max) {
    state = Mutex(State(files: files))
    self.most = most
    self.keepsResults = keepsResults
  }

  public var files: [String: String] { state.withLock { $0.files } }
  /// What results showed since it was last taken.
  public func takeOutput() -> String {
    state.withLock { state in
      defer { state.output = "" }
      return state.output
    }
  }

  public func takeTold() -> [Diagnostic] {
    state.withLock { state in
      defer { state.told = [] }
      return state.told
    }
  }

  public var sent: [String: String] { state.withLock { $0.sent } }
  /// Simulations that were run.
  public var runs: Int { state.withLock { $0.runs } }
  public func put(_ text: String, at path: String) { state.withLock { $0.files[path] = text } }
  /// The next simulation is interrupted.
  public func cancelNext() { state.withLock { $0.isCancelled = true } }

  public func rendered(_ diagnostics: [Diagnostic]) -> String {
    DiagnosticRenderer(texts: state.withLock { $0.texts }).render(diagnostics)
  }

  private func source(_ name: String) throws(Faults) -> ScenarioSource {
    if let text = files[name] {
      let stem = name.split(separator: "/").last.map(String.init) ?? name
      return ScenarioSource(
        place: .file(path: name), text: text, source: name,
        stem: stem.hasSuffix(".yaml") ? String(stem.dropLast(5)) : stem, identity: "file:\(name)")
    }
    guard let text = ShippedScenarios.text(named: name) else {
      throw Faults("there is no file '\(name)', and no scenario of that name ships with cadre")
    }
    return ScenarioSource(
      place: .shipped(name: name), text: text, source: name, stem: name, identity: "shipped:\(name)")
  }

  public func open(_ name: String) throws -> LocatedScenario {
    let own = try source(name)
    var sources = [own]
    let chain = try ScenarioChain(own.file()) { (name, _) throws(Faults) in
      let next = try source(name)
      sources.append(next)
      return try next.file()
    }
    return LocatedScenario(loaded: try LoadedScenario(chain, stem: own.stem), files: sources)
  }

  public func scenarios() -> [ScenarioListing] {
    ShippedScenarios.names.map { ScenarioListing(name: $0, title: $0, kind: .shipped) }
      + files.keys.filter { $0.hasSuffix(".yaml") }.sorted().map { ScenarioListing(name: $0, title: nil, kind: .file) }
  }

  public func scenarioNames() -> [ScenarioListing] { scenarios() }

  public func text(of path: String) throws -> String {
    guard let text = files[path] else { throw Faults("cannot read \(path): there is none") }
    return text
  }

  public func isUnchanged(_ source: ScenarioSource) -> Bool { source.path.map { files[$0] == source.text } ?? true }
  /// Nobody waits here.
  public func wait(forChangeOf states: [String: UInt64]) -> Bool { false }
  public func state(of path: String) -> UInt64 { files[path].map { UInt64($0.utf8.count) } ?? 0 }
  public func abandonedSessions() -> [String] { files.keys.filter { $0.hasPrefix("left/") }.sorted() }
  public func forget(abandoned path: String) { state.withLock { $0.files[path] = nil } }
  public func files(beginningWith prefix: String) -> [String] { files.keys.filter { $0.hasPrefix(prefix) }.sorted() }

  public func simulate<Result>(
    futures: Int, faults: (RunFault) -> Faults?,
    _ run: (_ isCancelled: @escaping @Sendable () -> Bool, _ progress: @escaping @Sendable (Double) -> Void) throws ->
      Result
  ) throws -> Result {
    let isCancelled = state.withLock { state in
      defer { state.isCancelled = false }
      state.runs += 1
      return state.isCancelled
    }
    if isCancelled || futures > most { throw RunFailure.interrupted(done: 0, of: futures) }
    do {
      return try run({ false }, { _ in })
    } catch let fault as RunFault {
      throw RunFailure.failed(faults(fault) ?? Faults("cancelled"))
    }
  }

  private func text(_ report: Report) throws -> String {
    var text = ""
    try report { text += $0 }
    return text
  }

  public let showsPreviews = false
  public func preview(_ text: String) {}

  public func show(_ report: @escaping Report, paged: Bool) throws {
    let text = try text(report)
    state.withLock { $0.output += text }
  }

  public func send(_ report: @escaping Report, to program: String) throws {
    let text = try text(report)
    state.withLock { $0.sent[program] = text }
  }

  public func write(_ report: @escaping Report, to path: String) throws {
    let text = try text(report)
    state.withLock { $0.files[path] = text }
  }

  public func tell(_ diagnostics: [Diagnostic]) { state.withLock { $0.told += diagnostics } }
  public func know(_ text: String, as source: String) { state.withLock { $0.texts[source] = text } }

  public func check(destination path: String, isNone files: [ScenarioSource], option: String) throws {
    if files.contains(where: { $0.path == path }) {
      throw Faults("\(option) would replace the scenario \(path)")
    }
  }

  public func check(raw: String, output: String?) throws {}

  public func check(absence path: String) throws {
    if let text = files[path], !text.isEmpty { throw Faults("there is a file \(path)", help: ["--force replaces it"]) }
  }

  public func name(of base: ScenarioSource, for output: String) throws -> String { base.path ?? base.stem }
}
