import ArgumentParser
import Foundation
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

  private static func show(_ faults: Faults) {
    standardError(DiagnosticRenderer(texts: texts.withLock { $0 }).render(faults.diagnostics))
  }

  /// Texts that faults can point into.
  private static let texts = Mutex<[String: String]>([:])

  // MARK: files

  /// Reads a scenario from the file, or from those that ship, and makes the changes.
  static func load(_ file: String, sets: [String]) throws -> LoadedScenario {
    let found = try ScenarioLocator.find(file)
    texts.withLock { $0[found.source] = found.text }
    var loaded = try LoadedScenario(text: found.text, source: found.source, stem: found.stem)
    var faults: [Diagnostic] = []
    for (position, assignment) in sets.enumerated() {
      let option = sets.count == 1 ? "--set" : "--set \(position + 1)"
      texts.withLock { $0[option] = assignment }
      do throws(Faults) { try loaded.set(assignment, option: option) } catch { faults += error.diagnostics }
    }
    if !faults.isEmpty { throw Faults(faults) }
    for warning in loaded.read.warnings {
      standardError(DiagnosticRenderer(texts: texts.withLock { $0 }).render(warning))
    }
    return loaded
  }

  /// Sets a value by an option of its own.
  static func set(_ path: String, to text: String, option: String, in loaded: inout LoadedScenario) throws {
    texts.withLock { $0[option] = text }
    try loaded.set(path, to: text, option: option)
  }

  /// - Throws: where the result would replace the scenario that it is made from, or no file is named.
  static func check(output: String?, isNot input: String?) throws {
    if let output, output.isEmpty || output == "-" {
      throw Faults("--output names a file", help: ["without --output the result goes to standard output"])
    }
    func identity(_ path: String) -> (UInt, UInt)? {
      var status = stat()
      return stat(path, &status) == 0 ? (UInt(status.st_dev), UInt(status.st_ino)) : nil
    }
    guard let output, let input, let one = identity(output), let two = identity(input), one == two else { return }
    throw Faults("--output would replace the scenario \(input)", help: ["name another file"])
  }

  /// To a file, whole or not at all; or to standard output.
  static func output(_ text: String, to path: String?) throws {
    guard let path else {
      standardOutput(text)
      return
    }
    do {
      try Interruption.writing { try AtomicFile.write(text, to: path) }
    } catch let failure as AtomicFile.Failure {
      throw Faults("cannot write \(path): \(failure.words)")
    }
  }

  // MARK: simulations

  /// Simulates, with progress on a terminal, until done or interrupted.
  static func simulate(_ prepared: PreparedRun) throws -> Ensemble {
    let meter = ProgressMeter(replicates: prepared.replicates)
    do {
      let ensemble = try Interruption.simulating {
        try prepared.simulation.run(
          replicates: prepared.replicates, threads: prepared.request.threads, columns: prepared.columns,
          isCancelled: { Interruption.isRequested }, progress: meter.show)
      }
      meter.clear()
      guard Interruption.isRequested else { return ensemble }
      throw RunFault.cancelled(done: prepared.replicates)
    } catch let fault as RunFault {
      meter.clear()
      if let faults = prepared.faults(fault) {
        show(faults)
        throw ExitCode(1)
      }
      if case .cancelled(let done) = fault {
        standardError("interrupted after \(done) of \(prepared.replicates) futures; nothing was written\n")
      }
      throw ExitCode(130)
    }
  }

  // MARK: streams

  /// Columns of the terminal that results go to; else COLUMNS, else 100.
  static var width: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? 100
  }

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
