import BuiltProgram
import Foundation
import Testing

/// Ctrl-C: exit code 130, soon, and nothing half done. The aim is 100 ms; a loaded machine is given two seconds.
@Suite(.serialized) struct InterruptionTests {
  /// A run that would take minutes.
  private static let long = [
    "run", "national-2024", "--replicates", "2000000", "--metric", "PO.heads", "--at", "2029-09", "--threads", "2",
  ]

  /// Starts the program, interrupts it after a while, and waits for its end.
  /// - Returns: how it ended, and how many seconds after the interruption.
  private func interrupted(
    _ words: [String], after seconds: Double, in folder: URL? = nil
  ) throws -> (outcome: Outcome, seconds: Double) {
    let process = try BuiltProgram.prepared(try BuiltProgram.executable(), words, in: folder)
    // A file takes whatever is written; a pipe that nobody reads does not.
    let results = try TemporaryFolder()
    let output = try results.write("", to: "output")
    let error = Pipe()
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = error
    try BuiltProgram.launch(process)
    Thread.sleep(forTimeInterval: seconds)
    let sent = ProcessInfo.processInfo.systemUptime
    process.interrupt()
    process.waitUntilExit()
    let passed = ProcessInfo.processInfo.systemUptime - sent
    let outcome = BuiltProgram.outcome(
      of: process, output: try Data(contentsOf: output),
      error: error.fileHandleForReading.readDataToEndOfFile())
    return (outcome, passed)
  }

  @Test(arguments: ["table", "csv", "json"])
  func aRunStops(format: String) throws {
    let (outcome, seconds) = try interrupted(Self.long + ["--format", format], after: 0.8)
    #expect(outcome.code == 130)
    #expect(!outcome.wasKilled)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.hasPrefix("interrupted after "))
    #expect(outcome.error.hasSuffix(" futures; nothing was written\n"))
    #expect(seconds < 2)
  }

  @Test func noFileIsLeft() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "there.csv")
    for name in ["there.csv", "new.csv"] {
      let (outcome, _) = try interrupted(Self.long + ["--output", name], after: 0.8, in: folder.url)
      #expect(outcome.code == 130)
    }
    #expect(try folder.names() == ["there.csv"])
    #expect(try folder.text(of: "there.csv") == "old")
  }

  /// The statistics of every metric take as long as the simulation, and stop as soon. That they have begun is seen by
  /// the progress being taken away.
  @Test func theStatisticsStopToo() throws {
    let words = ["run", "national-2024", "--replicates", "16000", "--format", "csv", "--threads", "1"]
    let results = try TemporaryFolder()
    let output = try results.write("", to: "output")
    let terminal = try PseudoTerminal()
    let process = try BuiltProgram.prepared(try BuiltProgram.executable(), words)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try terminal.line()
    try BuiltProgram.launch(process)
    terminal.release()
    let shown = terminal.read { $0.hasSuffix("\r\u{1B}[K") }
    #expect(shown.contains("futures"))
    process.interrupt()
    let sent = ProcessInfo.processInfo.systemUptime
    process.waitUntilExit()
    #expect(ProcessInfo.processInfo.systemUptime - sent < 2)
    #expect(process.terminationStatus == 130)
    #expect(terminal.readToEnd() == "interrupted\r\n")
    #expect(try results.text(of: "output").isEmpty)
  }

  /// The runtime would print a backtrace and go on.
  @Test func quittingEndsTheProgram() throws {
    let process = try BuiltProgram.prepared(try BuiltProgram.executable(), Self.long)
    let results = try TemporaryFolder()
    process.standardOutput = try FileHandle(forWritingTo: try results.write("", to: "output"))
    process.standardError = try FileHandle(forWritingTo: try results.write("", to: "error"))
    process.currentDirectoryURL = results.url
    try BuiltProgram.launch(process)
    Thread.sleep(forTimeInterval: 0.5)
    kill(process.processIdentifier, SIGQUIT)
    for _ in 0..<100 where process.isRunning { Thread.sleep(forTimeInterval: 0.05) }
    let goesOn = process.isRunning
    #expect(!goesOn)
    if goesOn { process.terminate() }
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGQUIT)
    #expect(try results.text(of: "error").isEmpty)
  }

  /// A reader that does not read, as a pager that waits, must not hold the program.
  @Test func aWriteThatWaitsStops() throws {
    let words = ["run", "national-2024", "--replicates", "40", "--format", "csv"]
    let process = try BuiltProgram.prepared(try BuiltProgram.executable(), words)
    let (output, error) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    try BuiltProgram.launch(process)
    Thread.sleep(forTimeInterval: 2)
    #expect(process.isRunning, "the pipe holds less than the result")
    process.interrupt()
    for _ in 0..<40 where process.isRunning { Thread.sleep(forTimeInterval: 0.05) }
    let hangs = process.isRunning
    #expect(!hangs)
    if hangs { process.terminate() }
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
  }
}
