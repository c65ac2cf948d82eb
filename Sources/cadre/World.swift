import CLineEditor
import Foundation
import Reports
import ScenarioFiles
import Shell
import ShippedScenarios
import WorkforceModel
import WorkforceSimulation

/// The world around the language: the machine's files, processors, streams.
struct World: Surroundings, Sendable {
  let keepsResults: Bool
  /// Says that nothing of what is asked here is wanted any more; nil where it always is.
  var token: AbandonToken?

  var display: Display { Display(width: Performer.width, folds: Performer.folds, charts: Performer.chartTier) }
  var showsPreviews: Bool { Performer.isWatched }
  func preview(_ text: String) {
    if token?.isAbandoned != true { Performer.standardError(text) }
  }
  var processors: Int { Performer.processors }
  var memory: MemoryLimit? { Performer.memory }
  var version: String { Cadre.version }
  var seconds: Double { ProcessInfo.processInfo.systemUptime }

  /// The scenario that the program was started with, with what is to be said of it.
  func opened(_ name: String) throws -> LocatedScenario {
    let located = try open(name)
    tell(located.warnings)
    return located
  }

  func open(_ name: String) throws -> LocatedScenario {
    let own = try ScenarioLocator.find(name)
    var files = [own]
    know(own.text, as: own.source)
    let chain = try ScenarioChain(own.file()) { (name, _) throws(Faults) in
      let next = try ScenarioLocator.find(base: name, of: files[files.count - 1])
      files.append(next)
      know(next.text, as: next.source)
      return try next.file()
    }
    return LocatedScenario(loaded: try LoadedScenario(chain, stem: own.stem), files: files)
  }

  func scenarios() -> [ScenarioListing] {
    listed { name, _ in (try? open(name))?.loaded.scenario.name.value }
  }

  func scenarioNames() -> [ScenarioListing] {
    listed { name, kind in
      switch kind {
      case .shipped: Titles.title(ofShipped: name)
      case .file: Titles.title(ofFile: name)
      }
    }
  }

  private func listed(_ title: (String, ScenarioListing.Kind) -> String?) -> [ScenarioListing] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: ".")) ?? []
    return ShippedScenarios.names.map { ScenarioListing(name: $0, title: title($0, .shipped), kind: .shipped) }
      + files.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted().map {
        ScenarioListing(name: $0, title: title($0, .file), kind: .file)
      }
  }

  func text(of path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Faults("cannot read \(path): \(String(cString: strerror(errno)))")
    }
    return try ScenarioText.decode(Array(data), source: path)
  }

  func isUnchanged(_ source: ScenarioSource) -> Bool {
    // Nothing but a file can change.
    guard let path = source.path else { return true }
    guard let found = try? ScenarioLocator.find(path) else { return false }
    return found.text == source.text
  }

  func state(of path: String) -> UInt64 { cle_file_state(path) }

  /// How often files are looked at, in microseconds.
  private static let glance: UInt32 = 20_000

  func wait(forChangeOf states: [String: UInt64]) -> Bool {
    // Where nobody looks, nothing is waited for.
    guard isatty(STDOUT_FILENO) == 1 || isatty(STDERR_FILENO) == 1 else { return false }
    func now() -> [String: UInt64] { Dictionary(uniqueKeysWithValues: states.keys.map { ($0, state(of: $0)) }) }
    while !Interruption.isRequested, token?.isAbandoned != true {
      let seen = now()
      // A file that is being written is not there, or not whole, for a moment.
      usleep(World.glance)
      guard seen != states else { continue }
      // What is gone is given time to come back.
      usleep((seen.values.contains(0) ? 25 : 5) * World.glance)
      if now() == seen { return true }
    }
    if token?.isAbandoned != true { Interruption.settle() }
    return false
  }

  func abandonedSessions() -> [String] { SessionLog.abandoned() }
  func forget(abandoned path: String) { if token?.isAbandoned != true { unlink(path) } }

  func files(beginningWith prefix: String) -> [String] {
    let folder = prefix.lastIndex(of: "/").map { String(prefix[...$0]) } ?? ""
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    return names.sorted().map { folder + $0 }.filter { $0.hasPrefix(prefix) }
  }

  func simulate<Result>(
    futures: Int, faults: (RunFault) -> Faults?,
    _ run: (_ isCancelled: @escaping @Sendable () -> Bool, _ progress: @escaping @Sendable (Double) -> Void) throws ->
      Result
  ) throws -> Result { try Performer.simulate(futures: futures, faults: faults, unless: token, run) }

  /// The same, which ends where nobody wants it any more.
  private func guarded(_ report: @escaping Report) -> Report {
    { [token] take in
      try report { part in
        try token?.check()
        try take(part)
      }
      try token?.check()
    }
  }

  func show(_ report: @escaping Report, paged: Bool) throws {
    let report = guarded(report)
    guard Performer.isConversing else { return try report(Performer.standardOutput) }
    if paged, isatty(STDOUT_FILENO) == 1 { try Pager.show(report) } else { try report(Performer.interruptibleOutput) }
  }

  func send(_ report: @escaping Report, to program: String) throws {
    try token?.check()
    try Performer.send(guarded(report), to: program)
  }

  func write(_ report: @escaping Report, to path: String) throws {
    try token?.check()
    try Performer.output(to: path, guarded(report))
  }

  func tell(_ diagnostics: [Diagnostic]) {
    if token?.isAbandoned != true { Performer.tell(diagnostics) }
  }

  func know(_ text: String, as source: String) { Performer.know(text, as: source) }

  func check(destination path: String, isNone files: [ScenarioSource], option: String) throws {
    try Performer.check(output: path, isNot: nil, option: option)
    for file in files { try Performer.check(output: path, isNot: file.path, option: option) }
  }

  func check(raw: String, output: String?) throws {
    if let output, Performer.destination(of: raw) == Performer.destination(of: output) {
      throw Faults("\(OptionRecord.raw.name) and the result name one file")
    }
    try Performer.check(raw: raw, output: output)
  }

  func check(absence path: String) throws {
    var status = stat()
    // In an empty file, such as a shell makes for `>`, there is nothing to lose.
    if AtomicFile.stream(named: path) == nil, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size > 0
    {
      throw Faults("there is a file \(path)", help: ["--force replaces it"])
    }
  }

  func name(of base: ScenarioSource, for output: String) throws -> String {
    try ScenarioLocator.name(of: base, for: output)
  }
}
