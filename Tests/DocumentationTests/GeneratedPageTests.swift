import BuiltProgram
import Foundation
import Shell
import Testing

/// Pages that the program prints are the ones in docs/, and the examples in its help run.
@Suite struct GeneratedPageTests {
  @Test(arguments: ["parameters", "metrics"])
  func thePageIsTheOneThatTheProgramPrints(command: String) throws {
    let outcome = try BuiltProgram.run([command, "--markdown"])
    #expect(outcome.code == 0)
    let file = try BuiltProgram.repository().appendingPathComponent("docs/\(command).md")
    let page = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
    #expect(
      page == outcome.output,
      "docs/\(command).md is not current: swift run -c release cadre \(command) --markdown > docs/\(command).md")
  }

  static let examples = CommandTable.all.flatMap(\.examples)

  @Test(arguments: examples)
  func everyExampleRuns(example: String) throws {
    #expect(example.hasPrefix("cadre "))
    // Some write files.
    let folder = try TemporaryFolder()
    let outcome = try BuiltProgram.shell(example, in: folder.url)
    #expect(outcome.code == 0, "\(outcome.error)")
    #expect(try !outcome.output.isEmpty || !folder.names().isEmpty)
  }

  /// Shells other than sh refuse a `*` that matches no file: it must stand in quotes.
  @Test(arguments: examples)
  func everyExampleRunsInEveryShell(example: String) {
    let unquoted = example.replacing(/'[^']*'/, with: "")
    #expect(!unquoted.contains { "*?[]{}<>()$&;|".contains($0) }, "quote what a shell would take for itself")
  }

  @Test func everyCommandHasExamples() {
    for command in CommandTable.all {
      #expect(!command.examples.isEmpty)
      #expect(command.examples.allSatisfy { $0.hasPrefix("cadre \(command.name)") })
    }
  }
}
