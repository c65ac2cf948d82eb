import ArgumentParser
import Shell
import WorkforceModel

/// What the parser of options lets pass: a command that there is not, and an option that is given twice.
enum Arguments {
  /// The options that may stand more than once; of any other the last would win in silence.
  static let repeatable: Set<String> = ["--set", "--metric", "--at", "--started", "--pathway"]

  /// - Parameter given: what was typed, without the name of the program
  /// - Throws: what the parser would, had it known
  static func check(_ given: [String]) throws {
    try checkCommand(given)
    var seen: Set<String> = []
    for argument in given.prefix(while: { $0 != "--" }) where argument.hasPrefix("--") {
      let name = argument.prefix { $0 != "=" }
      if repeatable.contains(String(name)) || seen.insert(String(name)).inserted { continue }
      throw ValidationError("\(name) is given twice; it is said once")
    }
  }

  private static func checkCommand(_ given: [String]) throws {
    let names = CommandTable.all.map(\.name) + ["help"]
    for (position, word) in given.prefix(2).enumerated() where !word.hasPrefix("-") && !names.contains(word) {
      guard position == 0 || given[0] == "help" else { return }
      let help = Suggestion.help(for: word, among: names) ?? "commands are \(Suggestion.list(names))"
      throw ValidationError("there is no command '\(word)': \(help)")
    }
  }
}
