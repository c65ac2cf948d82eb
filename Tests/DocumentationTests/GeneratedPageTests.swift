import BuiltProgram
import Foundation
import Shell
import Testing

/// Pages that the program prints are the ones in docs/, and the examples in its help run.
@Suite struct GeneratedPageTests {
  @Test(arguments: [("parameters", "parameters"), ("metrics", "metrics"), ("help", "commands")])
  func thePageIsTheOneThatTheProgramPrints(command: String, page name: String) throws {
    let outcome = try BuiltProgram.run([command, "--markdown"])
    #expect(outcome.code == 0)
    let file = try BuiltProgram.repository().appendingPathComponent("docs/\(name).md")
    let page = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
    #expect(
      page == outcome.output,
      "docs/\(name).md is not current: swift run -c release cadre \(command) --markdown > docs/\(name).md")
  }

  static let examples = CommandTable.all.flatMap(\.examples)

  @Test(arguments: examples)
  func everyExampleRuns(example: String) throws {
    // Some write files.
    let folder = try TemporaryFolder()
    let outcome = try BuiltProgram.run(["-c", example], in: folder.url)
    #expect(outcome.code == 0, "\(outcome.error)")
    let isSilent = example == "quit" || example.contains("assert")
    #expect(try isSilent || !outcome.output.isEmpty || !outcome.error.isEmpty || !folder.names().isEmpty)
  }

  @Test func everyCommandHasExamples() {
    for command in CommandTable.all {
      #expect(!command.examples.isEmpty)
      #expect(command.examples.allSatisfy { $0.contains(command.name) })
    }
  }
}
