public import Foundation

/// How a program ended, and what it wrote.
public struct Outcome: Sendable {
  /// The exit code, or 128 + the signal that ended it, as shells tell it.
  public var code: Int32
  public var wasKilled: Bool
  public var output: String
  public var error: String

  /// The lines of the output, without line breaks.
  public var lines: [String] {
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

extension BuiltProgram {
  /// Starts the program, waits for its end, and gathers what it writes into pipes.
  /// - Parameters:
  ///   - directory: where it works; a folder of no interest when nil
  ///   - environment: added to that of the tests
  public static func run(
    _ arguments: [String], in directory: URL? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    try start(executable(), arguments, in: directory, environment: environment)
  }

  /// Runs a line of shell in which `cadre` is the program as it was built.
  public static func shell(
    _ line: String, in directory: URL? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    let folder = try executable().deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"].map { "\(folder):\($0)" } ?? folder
    return try start(
      URL(fileURLWithPath: "/bin/sh"), ["-c", line], in: directory,
      environment: environment.merging(["PATH": path]) { given, _ in given })
  }

  private static func start(
    _ executable: URL, _ arguments: [String], in directory: URL?, environment: [String: String]
  ) throws -> Outcome {
    let process = try prepared(executable, arguments, in: directory, environment: environment)
    let (output, error) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    try launch(process)
    // Both pipes are read at once, so that neither fills while the other is waited for.
    let gathered = Gathered()
    let queue = DispatchQueue(label: "standard error")
    queue.async { gathered.data = error.fileHandleForReading.readDataToEndOfFile() }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    queue.sync {}
    process.waitUntilExit()
    return outcome(of: process, output: data, error: gathered.data)
  }

  /// A process that has not been started, with nothing on standard input.
  public static func prepared(
    _ executable: URL, _ arguments: [String], in directory: URL? = nil, environment: [String: String] = [:]
  ) throws -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = directory ?? FileManager.default.temporaryDirectory
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// Starts a process with no signal blocked: threads that tests run on block them, and a program inherits that.
  public static func launch(_ process: Process) throws {
    var (none, before) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
  }

  /// How a process that has ended did so.
  public static func outcome(of process: Process, output: Data, error: Data) -> Outcome {
    let wasKilled = process.terminationReason == .uncaughtSignal
    return Outcome(
      code: process.terminationStatus + (wasKilled ? 128 : 0), wasKilled: wasKilled,
      output: String(decoding: output, as: UTF8.self), error: String(decoding: error, as: UTF8.self))
  }
}

/// Written by one queue, read after it has ended.
private final class Gathered: @unchecked Sendable {
  var data = Data()
}
