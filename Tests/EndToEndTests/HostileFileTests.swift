import BuiltProgram
import Foundation
import Testing

/// Files that are no scenarios are refused, without a crash and without end.
@Suite struct HostileFileTests {
  static let texts: [(what: String, text: String)] = [
    ("nothing", ""), ("a blank line", "\n"), ("a word", "hello"), ("a list", "- 1\n- 2\n"),
    ("a NUL", "cadre: 1\u{0}\n"), ("an escape", "cadre: 1 # \u{1B}[2J\n"), ("a tab", "cadre:\t1\n\tname: x\n"),
    ("a key twice", "cadre: 1\ncadre: 1\n"), ("an open bracket", "grades: {A: {"),
    ("brackets without end", String(repeating: "[", count: 100_000)),
    ("braces without end", String(repeating: "{a: ", count: 60_000)),
    ("deep indents", (0..<400).map { String(repeating: " ", count: $0) + "a:\n" }.joined()),
    ("laughs", "a: &a [x, x, x, x]\n" + (0..<12).map { "b\($0): &b\($0) [*a, *a, *a, *a]\n" }.joined()),
    ("a circle", "a: &a {b: *a}\n"), ("a large file", String(repeating: "# nothing\n", count: 100_000)),
    ("a long line", "cadre: 1\nname: " + String(repeating: "x", count: 200_000) + "\ngrades: 5\n"),
    ("many keys", (0..<30_000).map { "k\($0): 1\n" }.joined()),
    ("a document more", "cadre: 1\n---\ncadre: 1\n"), ("a tag", "!!python/object:os.system ls\n"),
    ("a number without end", "cadre: 1\nseed: " + String(repeating: "9", count: 5000) + "\n"),
  ]

  @Test(arguments: texts.map(\.what))
  func aTextThatIsNoScenarioIsRefused(what: String) throws {
    let text = try #require(Self.texts.first { $0.what == what }?.text)
    let folder = try TemporaryFolder()
    try folder.write(text, to: "hostile.yaml")
    let outcome = try BuiltProgram.run(["check", "hostile.yaml"], in: folder.url)
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains("hostile.yaml"))
    #expect(outcome.error.utf8.count < 60_000)
    #expect(!outcome.error.contains("\u{1B}"))
  }

  @Test func bytesThatAreNoTextAreRefused() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("", to: "bytes.yaml")
    for bytes: [UInt8] in [[0xFF, 0xFE, 0x63, 0], [0xC3], [0x63, 0x80, 0x80], Array(repeating: 0xFF, count: 300_000)] {
      try Data(bytes).write(to: file)
      let outcome = try BuiltProgram.run(["check", "bytes.yaml"], in: folder.url)
      #expect(outcome.code == 2)
      #expect(outcome.error.contains("bytes.yaml"))
    }
  }

  @Test(arguments: ["/dev/zero", "/dev/null", "/", "/proc/self/mem"])
  func whatIsNoFileIsRefused(path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    let outcome = try BuiltProgram.run(["check", path])
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
  }

  @Test func aScenarioTooLargeToRunIsRefusedBeforeItIsRun() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      cadre: 1
      name: Too many people
      start: 2024-09
      months: 60mo
      replicates: 3
      grades: {A: {opening: 1e8, leaving: 5%/yr}}
      recruitment: {A: {number: 1e7/mo}}
      """, to: "large.yaml")
    let outcome = try BuiltProgram.run(["run", "large.yaml"], in: folder.url)
    #expect([0, 1, 2].contains(outcome.code), "\(outcome.error)")
    #expect(!outcome.wasKilled)
  }
}
