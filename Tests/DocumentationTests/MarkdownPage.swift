import BuiltProgram
import Foundation
import Testing

/// A page of the documentation.
struct MarkdownPage: Sendable, CustomTestStringConvertible {
  /// A fenced block.
  struct Block: Sendable {
    /// What stands after the fence: `sh`, `sh setup`, `yaml`.
    var info: String
    /// Its content, with a line break after each line.
    var content: String
    /// The line of its opening fence, from 1.
    var line: Int
    /// Whether nothing but blank lines stands between it and the block before.
    var followsBlock: Bool
  }

  /// The path in the repository.
  let path: String
  let text: String

  var testDescription: String { path }

  /// Whether what it shows is a session that is played.
  var isTutorial: Bool { path.hasPrefix("docs/tutorial/") }

  /// README.md, where there is one, and every page below docs/.
  static func all() throws -> [MarkdownPage] {
    let root = try BuiltProgram.repository()
    let below = try FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent("docs").path)
    let paths = ["README.md"] + below.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
    return try paths.compactMap { path in
      let file = root.appendingPathComponent(path)
      guard FileManager.default.fileExists(atPath: file.path) else { return nil }
      return MarkdownPage(path: path, text: String(decoding: try Data(contentsOf: file), as: UTF8.self))
    }
  }

  private var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  var blocks: [Block] {
    var blocks: [Block] = []
    var open: Block?
    var followsBlock = false
    for (number, line) in lines.enumerated() {
      let words = line.drop { $0 == " " }
      guard words.hasPrefix("```") else {
        if open != nil { open?.content += line + "\n" } else if !words.isEmpty { followsBlock = false }
        continue
      }
      if let block = open {
        blocks.append(block)
        open = nil
        followsBlock = true
      } else {
        open = Block(
          info: String(words.drop { $0 == "`" }), content: "", line: number + 1, followsBlock: followsBlock)
      }
    }
    // A fence that nothing closes is shown as a block to the end, and its language is no language.
    if let open { blocks.append(Block(info: "not closed", content: "", line: open.line, followsBlock: false)) }
    return blocks
  }

  /// The targets of links, outside blocks and code, with their lines.
  var links: [(target: String, line: Int)] {
    var found: [(String, Int)] = []
    var isBlock = false
    for (number, line) in lines.enumerated() {
      if line.drop(while: { $0 == " " }).hasPrefix("```") { isBlock.toggle() }
      guard !isBlock else { continue }
      let prose = line.replacing(/`[^`]*`/, with: "")
      for match in prose.matches(of: /\]\(([^)\s]+)[^)]*\)/) { found.append((String(match.1), number + 1)) }
      for match in prose.matches(of: /^\[[^\]]+\]:\s*(\S+)/) { found.append((String(match.1), number + 1)) }
    }
    return found
  }

  /// The anchors of its headings, as GitHub makes them.
  var anchors: Set<String> {
    Set(
      lines.filter { $0.hasPrefix("#") }.map { heading in
        let words = heading.drop { $0 == "#" }.drop { $0 == " " }.lowercased()
        return String(words.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" })
          .replacing(" ", with: "-")
      })
  }
}
