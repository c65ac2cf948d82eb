import BuiltProgram
import ScenarioFiles
import Testing

/// Every fenced block of the documentation does what it says.
@Suite struct BlockTests {
  static let pages = (try? MarkdownPage.all()) ?? []

  @Test func thereAreBlocks() throws {
    #expect(try MarkdownPage.all().contains { !$0.blocks.isEmpty })
  }

  @Test(arguments: pages)
  func everyBlockHasALanguageThatIsTested(page: MarkdownPage) {
    for block in page.blocks {
      // Sessions are played by TutorialTests, which also writes the files that stand between them.
      let isPlayed = page.isTutorial && (block.info == "session" || TutorialPage.file(block.info) != nil)
      #expect(
        isPlayed || ["sh", "sh setup", "yaml", "text"].contains(block.info),
        "\(page.path):\(block.line): '\(block.info)' is none of sh, sh setup, yaml and text")
    }
  }

  /// Lines that start with `cadre ` are run in the repository; what a text block after them shows is what they print.
  /// Setup blocks are run by .ci/run.
  @Test(arguments: pages)
  func everyCommandRuns(page: MarkdownPage) throws {
    let root = try BuiltProgram.repository()
    let blocks = page.blocks
    for (position, block) in blocks.enumerated() where block.info == "sh" {
      var printed = ""
      for command in Self.commands(block.content) {
        let outcome = try BuiltProgram.shell("\(command) 2>&1", in: root)
        #expect(outcome.code == 0, "\(page.path):\(block.line): \(command)\n\(outcome.output)")
        printed += outcome.output
      }
      guard blocks.indices.contains(position + 1) else { continue }
      let next = blocks[position + 1]
      if next.info == "text", next.followsBlock {
        #expect(next.content == printed, "\(page.path):\(next.line): this is not what the block before it prints")
      }
    }
  }

  /// The commands of a block; a line that ends with `\` goes on in the next.
  private static func commands(_ content: String) -> [String] {
    content.replacing("\\\n", with: " ").split(separator: "\n").map(String.init).filter { $0.hasPrefix("cadre ") }
  }

  /// A whole scenario is checked; a piece of one is YAML at least.
  @Test(arguments: pages)
  func everyScenarioCanBeRead(page: MarkdownPage) {
    for block in page.blocks where block.info == "yaml" {
      let source = "\(page.path):\(block.line)"
      #expect(throws: Never.self, "\(source)") {
        if block.content.hasPrefix("cadre:") {
          _ = try ScenarioText.scenario(block.content, source: source)
        } else {
          _ = try ScenarioText.node(of: block.content, source: source)
        }
      }
    }
  }
}
