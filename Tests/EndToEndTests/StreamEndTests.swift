import BuiltProgram
import Foundation
import Testing

/// Standard output that ends early, is full, or is closed.
@Suite struct StreamEndTests {
  /// What the program's own end was, and what reached standard error, when `head` closed the pipe.
  private func readingOneLine(of command: String) throws -> Outcome {
    try BuiltProgram.shell("{ \(command); echo \"code $?\" >&2; } | head -n 1")
  }

  @Test(arguments: [
    "cadre run national-2024 --replicates 60 --format csv", "cadre run national-2024 --replicates 60 --format json",
    "cadre run national-2024 --replicates 60", "cadre parameters national-2024", "cadre metrics national-2024",
    "cadre plan national-2024", "cadre check national-2024 benchmark", "cadre parameters --markdown",
  ])
  func aReaderThatStopsIsNoFault(command: String) throws {
    let outcome = try readingOneLine(of: command)
    #expect(outcome.code == 0)
    #expect(outcome.lines.count == 1)
    // Ended in silence: by itself, or by the signal that says so (128 + 13).
    #expect(["code 0\n", "code 141\n"].contains(outcome.error), "\(outcome.error)")
  }

  @Test(arguments: ["run benchmark --replicates 20", "--help", "run --help", "--version", "metrics"])
  func aFullDeviceIsSaid(command: String) throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let outcome = try BuiltProgram.shell("cadre \(command) > /dev/full")
    #expect(outcome.code == 1)
    #expect(outcome.error.contains("error: "), "nothing says that the result was lost")
  }

  @Test func aClosedStandardOutputIsNoCrash() throws {
    let outcome = try BuiltProgram.shell("cadre run benchmark --replicates 20 >&-")
    #expect(outcome.code < 128)
  }

  @Test func resultsAndMessagesAreApart() throws {
    let folder = try TemporaryFolder()
    let words = "cadre check benchmark nothing national-2024"
    let outcome = try BuiltProgram.shell("\(words) > results 2> messages", in: folder.url)
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty && outcome.error.isEmpty)
    #expect(try folder.text(of: "results").split(separator: "\n").count == 2)
    #expect(try folder.text(of: "messages").hasPrefix("error: there is no file 'nothing'"))
  }
}
