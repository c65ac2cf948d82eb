import BuiltProgram
import Foundation
import Shell
import Testing

/// Help and the version are results: they go to standard output.
@Suite struct HelpTests {
  private static let commands = CommandTable.all.map(\.name)

  @Test(arguments: [
    (["rum"], Int32(64), "there is no command 'rum'", "did you mean run?"),
    (["xyz"], 64, "there is no command 'xyz'", "help lists the commands"),
    (["help", "varience"], 2, "there is no help on 'varience'", "did you mean variance?"),
  ])
  func anUnknownCommandGetsASuggestion(arguments: [String], code: Int32, words: String, help: String) throws {
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.code == code)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains(words) && outcome.error.contains(help), "\(outcome.error)")
  }

  @Test func theVersionIsThreeNumbers() throws {
    let outcome = try BuiltProgram.run(["--version"])
    #expect(outcome.code == 0)
    #expect(outcome.error.isEmpty)
    #expect(outcome.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil, "\(outcome.output)")
  }

  @Test(arguments: [["--help"], ["-h"], ["help"]])
  func helpNamesEveryCommand(arguments: [String]) throws {
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.code == 0)
    #expect(outcome.error.isEmpty)
    for command in Self.commands {
      #expect(outcome.output.contains("\n  \(command) "), "\(command)")
    }
  }

  @Test(arguments: commands)
  func helpOnACommandHasExamples(command: String) throws {
    let outcome = try BuiltProgram.run([command, "--help"])
    #expect(outcome.code == 0)
    #expect(outcome.error.isEmpty)
    let record = try #require(CommandTable.named(command))
    for example in record.examples { #expect(outcome.output.contains("  \(example)\n")) }
    #expect(try BuiltProgram.run(["help", command]).output == outcome.output)
  }

  /// Whatever the help says may be repeated is taken more than once, and nothing else.
  @Test(
    arguments: CommandTable.all.filter {
      !$0.options.isEmpty && $0.file != .session && $0.name != CommandRecord.sourceName
    }.map(\.name))
  func whatMayBeRepeatedCanBe(command: String) throws {
    let record = try #require(CommandTable.named(command))
    for option in record.options {
      let value = option.arity == .flag ? [] : ["x"]
      let once = [option.name] + value
      // The file comes first; what else the command needs is not looked at before its options.
      let outcome = try BuiltProgram.run([command, "nothing"] + once + once)
      let isRefused = outcome.error.contains("\(option.name) is given twice")
      #expect(isRefused == (option.arity != .several), "\(command) \(option.name): \(outcome.error)")
      #expect(option.summary.contains("May be repeated") == (option.arity == .several))
    }
  }
}
