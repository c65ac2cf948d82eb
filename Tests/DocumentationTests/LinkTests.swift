import BuiltProgram
import Foundation
import Testing

/// Links between the pages, and to files of the repository, lead somewhere.
@Suite struct LinkTests {
  @Test(arguments: BlockTests.pages)
  func everyRelativeLinkLeadsToAFile(page: MarkdownPage) throws {
    let root = try BuiltProgram.repository()
    let pages = try MarkdownPage.all()
    let folder = root.appendingPathComponent(page.path).deletingLastPathComponent()
    for link in page.links where link.target.firstMatch(of: /^[a-z]+:/) == nil {
      let parts = link.target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let file =
        parts[0].isEmpty
        ? root.appendingPathComponent(page.path) : folder.appendingPathComponent(parts[0]).standardizedFileURL
      #expect(
        FileManager.default.fileExists(atPath: file.path), "\(page.path):\(link.line): there is no \(link.target)")
      guard parts.count == 2,
        let target = pages.first(where: { root.appendingPathComponent($0.path).path == file.path })
      else { continue }
      #expect(target.anchors.contains(parts[1]), "\(page.path):\(link.line): no heading is \(link.target)")
    }
  }
}
