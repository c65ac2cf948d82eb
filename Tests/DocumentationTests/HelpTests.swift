import BuiltProgram
import Foundation
import Shell
import Testing

/// Help and the version are results: they go to standard output.
@Suite struct HelpTests {
  private static let commands = CommandTable.all.map(\.name)

  /// The parser offers the commands of the table, in its order, and no others.
  @Test func theParserAndTheTableAgree() throws {
    let help = try BuiltProgram.run(["--help"]).output
    let list = try #require(help.range(of: "SUBCOMMANDS:\n"))
    let names = help[list.upperBound...].split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
      .compactMap { $0.firstMatch(of: #/^  (\w+)\s/#).map { String($0.1) } }
    #expect(names == Self.commands)
  }

  @Test(arguments: [
    (["rum"], "there is no command 'rum': did you mean run?"),
    (["help", "varience"], "there is no command 'varience': did you mean variance?"),
    (["xyz"], "there is no command 'xyz': commands are run, targets, "),
  ])
  func anUnknownCommandGetsASuggestion(arguments: [String], words: String) throws {
    let outcome = try BuiltProgram.run(arguments)
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains(words), "\(outcome.error)")
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
      #expect(outcome.output.contains("  \(command) "), "\(command)")
    }
  }

  @Test(arguments: commands)
  func helpOnACommandHasExamples(command: String) throws {
    let outcome = try BuiltProgram.run([command, "--help"])
    #expect(outcome.code == 0)
    #expect(outcome.error.isEmpty)
    #expect(outcome.output.contains("cadre \(command) "))
    #expect(try BuiltProgram.run(["help", command]).output == outcome.output)
  }

  /// Whatever the help says may be repeated is taken more than once, and nothing else.
  @Test(arguments: CommandTable.all.map(\.name))
  func whatMayBeRepeatedCanBe(command: String) throws {
    let help = try BuiltProgram.run([command, "--help"]).output
    var told: [String: String] = [:]
    var option = ""
    for line in help.split(separator: "\n") where line.hasPrefix("  ") {
      if let match = line.firstMatch(of: /^  (?:-\w, )?(--[a-z-]+)/) { option = String(match.1) }
      if !option.isEmpty { told[option, default: ""] += line }
    }
    for (name, words) in told where name != "--help" && name != "--version" {
      let outcome = try BuiltProgram.run([command, "nothing", "\(name)=x", "\(name)=x"])
      let isRefused = outcome.error.contains("\(name) is given twice")
      let isRepeated = words.contains("May be repeated")
      #expect(isRefused != isRepeated, "\(command) \(name): \(outcome.error)")
    }
  }
}
