import ArgumentParser
import Foundation
import Reports
import ScenarioFiles
import Shell
import Synchronization
import WorkforceModel
import WorkforceSimulation

/// Performs the effects that the rest only describes: files, simulations, standard output and error, exit codes.
enum Performer {
  static var processors: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

  // MARK: faults

  /// Runs a command; faults of the input go to standard error, with exit code 2.
  static func reporting(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let faults as Faults {
      show(faults)
      throw ExitCode(2)
    }
  }

  /// - Returns: false where there were faults, which have been shown.
  static func reportingFaults(_ body: () throws -> Void) -> Bool {
    do {
      try body()
      return true
    } catch let faults as Faults {
      show(faults)
    } catch {
      standardError("error: \(error)\n")
    }
    return false
  }

  private static func show(_ faults: Faults) { tell(faults.diagnostics) }

  /// Faults, warnings and notes, on standard error.
  static func tell(_ diagnostics: [Diagnostic]) {
    standardError(DiagnosticRenderer(texts: texts.withLock { $0 }).render(diagnostics))
  }

  /// Texts that faults can point into.
  private static let texts = Mutex<[String: String]>([:])

  // MARK: files

  /// A value that an option of its own gives, such as `--seed`.
  struct OptionValue {
    var path: String
    var text: String
    var option: String
  }

  /// Reads a scenario from the file, or from those that ship, and makes the changes, as one step.
  static func load(_ file: String, sets: [String]) throws -> LoadedScenario { try locate(file, sets: sets).loaded }

  /// Reads a scenario and those that it extends, and makes the changes, as one step.
  static func locate(_ file: String, sets: [String], options: [OptionValue] = []) throws -> LocatedScenario {
    let own = try ScenarioLocator.find(file)
    var files = [own]
    texts.withLock { $0[own.source] = own.text }
    let chain = try ScenarioChain(own.file()) { (name, _) throws(Faults) in
      let next = try ScenarioLocator.find(base: name, of: files[files.count - 1])
      files.append(next)
      texts.withLock { $0[next.source] = next.text }
      return try next.file()
    }
    var loaded = try LoadedScenario(chain, stem: own.stem)
    var faults: [Diagnostic] = []
    var changes: [TypedChange] = []
    for (position, assignment) in sets.enumerated() {
      let option = sets.count == 1 ? "--set" : "--set \(position + 1)"
      texts.withLock { $0[option] = assignment }
      do throws(Faults) { changes.append(try TypedChange(assignment, option: option)) } catch {
        faults += error.diagnostics
      }
    }
    for value in options {
      texts.withLock { $0[value.option] = value.text }
      changes.append(TypedChange(value.path, to: value.text, option: value.option))
    }
    var notes: [Diagnostic] = []
    do throws(Faults) { notes = try loaded.set(changes) } catch { faults += error.diagnostics }
    if !faults.isEmpty { throw Faults(faults) }
    tell(files.compactMap(\.hiding) + loaded.read.warnings + notes)
    return LocatedScenario(loaded: loaded, files: files)
  }

  /// Makes an option's own text one that faults can point into.
  static func show(_ text: String, of option: String) { texts.withLock { $0[option] = text } }

  /// Text that is made part by part, to a file, whole or not at all; or to standard output.
  static func output(to path: String?, _ body: ((String) throws -> Void) throws -> Void) throws {
    guard let path else {
      try body(standardOutput)
      return
    }
    do {
      try Interruption.writing { try AtomicFile.write(to: path, body) }
    } catch let failure as AtomicFile.Failure {
      throw Faults("cannot write \(path): \(failure.words)")
    }
  }

  /// To a file, whole or not at all; or to standard output.
  static func output(_ text: String, to path: String?) throws { try output(to: path) { take in try take(text) } }

  // MARK: simulations

  /// Simulates, with progress on a terminal, until done or interrupted.
  static func simulate(_ job: SimulationJob) throws -> Ensemble {
    try simulate(futures: job.replicates, faults: job.faults) { isCancelled, progress in
      try job.run(isCancelled: isCancelled, progress: progress)
    }
  }

  /// Runs a simulation, with progress on a terminal, until done or interrupted.
  /// - Parameters:
  ///   - futures: how many it simulates in all
  ///   - faults: what is wrong, in words; nil where it was interrupted
  static func simulate<Result>(
    futures: Int, faults: (RunFault) -> Faults?,
    _ run: (_ isCancelled: @escaping @Sendable () -> Bool, _ progress: @escaping @Sendable (Double) -> Void) throws ->
      Result
  ) throws -> Result {
    let meter = ProgressMeter(replicates: futures)
    do {
      let result = try Interruption.simulating { try run({ Interruption.isRequested }, meter.show) }
      meter.clear()
      guard Interruption.isRequested else { return result }
      throw RunFault.cancelled(done: futures)
    } catch let fault as RunFault {
      meter.clear()
      if let faults = faults(fault) {
        show(faults)
        throw ExitCode(1)
      }
      if case .cancelled(let done) = fault {
        standardError("interrupted after \(done) of \(futures) futures; nothing was written\n")
      }
      throw ExitCode(130)
    }
  }

  // MARK: streams

  /// Columns of the terminal that results go to; else COLUMNS, else 100.
  static var width: Int { knownWidth ?? 100 }

  /// Nil where results go to no terminal and nobody has said how wide they may be.
  private static var knownWidth: Int? {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// For pages of words: folded for a terminal, a row on a line for a program.
  static var pages: TextRenderer { TextRenderer(width: width, foldsTables: knownWidth != nil) }

  static func standardOutput(_ text: String) { write(text, to: STDOUT_FILENO) }
  static func standardError(_ text: String) { write(text, to: STDERR_FILENO) }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        // Messages that nobody can read change nothing.
        if descriptor == STDERR_FILENO { return }
        // Nobody reads any more: a broken pipe is silent.
        if errno == EPIPE { exit(0) }
        standardError("error: cannot write to standard output: \(String(cString: strerror(errno)))\n")
        exit(1)
      }
      bytes = bytes.dropFirst(written)
    }
  }
}
