import BuiltProgram
import Foundation
import Testing

/// Progress is for people at a terminal: on standard error, after half a second, and gone at the end.
@Suite(.serialized) struct ProgressTests {
  /// Takes some seconds on any machine.
  private static let long = [
    "run", "national-2024", "--replicates", "6000", "--metric", "PO.heads", "--at", "2029-09", "--threads", "1",
  ]

  @Test func noneWithoutATerminal() throws {
    let outcome = try BuiltProgram.run(Self.long)
    #expect(outcome.code == 0)
    #expect(outcome.error.isEmpty)
    #expect(!outcome.output.contains("\u{1B}") && !outcome.output.contains("\r"))
  }

  @Test func shownOnATerminalAndTakenAway() throws {
    let terminal = try PseudoTerminal()
    let process = try BuiltProgram.prepared(try BuiltProgram.executable(), Self.long)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = try terminal.line()
    try BuiltProgram.launch(process)
    terminal.release()
    let shown = terminal.readToEnd()
    let result = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(shown.contains(/\d+ % · \d+ of 6000 futures · \d+ s left/))
    #expect(shown.hasSuffix("\r\u{1B}[K"), "the line is still there")
    #expect(!shown.contains("\n"))
    #expect(!result.contains("\u{1B}") && result.contains("PO.heads"))
  }

  @Test func goneBeforeTheWordsAfterAnInterruption() throws {
    let terminal = try PseudoTerminal()
    let words = Self.long.map { $0 == "6000" ? "2000000" : $0 }
    let process = try BuiltProgram.prepared(try BuiltProgram.executable(), words)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try terminal.line()
    try BuiltProgram.launch(process)
    terminal.release()
    let first = terminal.read { $0.contains("futures") }
    process.interrupt()
    let rest = terminal.readToEnd()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(first.contains("futures"))
    #expect(rest.contains("\r\u{1B}[Kinterrupted after "), "\(rest.debugDescription)")
    #expect(rest.hasSuffix("nothing was written\r\n"))
  }

  @Test func noneWhereTheRunIsShort() throws {
    let terminal = try PseudoTerminal()
    let words = ["run", "benchmark", "--replicates", "10", "--metric", "PO.heads", "--at", "2029-09"]
    let process = try BuiltProgram.prepared(try BuiltProgram.executable(), words)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try terminal.line()
    try BuiltProgram.launch(process)
    terminal.release()
    let shown = terminal.readToEnd()
    process.waitUntilExit()
    #expect(shown.isEmpty, "\(shown.debugDescription)")
  }
}
