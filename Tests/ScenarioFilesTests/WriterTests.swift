import ScenarioFiles
import TestSupport
import Testing
import WorkforceModel

/// What is written reads back as the same tree.
@Suite struct WriterTests {
  @Test func layout() {
    let node = SourceNode.mapping([
      ("name", .text("A: b")),
      (
        "grades",
        .mapping([
          (
            "PO",
            .mapping([
              ("opening", .mapping([("value", .text("5436 fte")), ("source", .text("a, b"))])),
              ("leaving", .mapping([("<5y", .text("7%/yr")), ("5y+", .text("-1"))])),
            ])
          ),
          ("PSO", .mapping([("opening", .text("1")), ("list", .written(.sequence([.text("x"), .text("*y")])))])),
        ])
      ),
      ("note", .text(String(repeating: "long ", count: 20) + "note")),
      ("empty", .mapping([])),
    ])
    #expect(
      ScenarioText.text(of: node) == """
        name: "A: b"
        grades:
          PO:
            opening: {value: 5436 fte, source: "a, b"}
            leaving: {<5y: 7%/yr, 5y+: -1}
          PSO: {opening: 1, list: [x, "*y"]}
        note: "\(String(repeating: "long ", count: 20))note"
        empty: {}

        """)
  }

  private static let pieces = [
    "a", "PO", "7%/yr", ": ", ":", " #", "#", "-", "- ", "?", "{", "}", "[", "]", ",", "&x", "*x", "!t", "|", ">", "'",
    "\"", "%", "@", "`", " ", "\t", "\n", "\\", "é", "£5", "×1.1", "1e5", "...", "---", "null", "~", "\u{2028}",
    "\u{A0}",
    "😀", "e\u{301}", "=", "<<", "0x1F", "",
  ]

  private static func text(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...5, using: &random)).map { _ in random.pick(pieces, or: "") }.joined()
  }

  private static func node(_ random: inout SeededGenerator, depth: Int) -> SourceNode {
    let kind = Int.random(in: 0..<10, using: &random)
    if depth == 0 || (kind < 5 && depth < 4) { return .text(text(&random)) }
    let count = Int.random(in: 0...4, using: &random)
    if kind < 7, depth < 4 {
      return .written(.sequence((0..<count).map { _ in node(&random, depth: depth - 1) }))
    }
    return .mapping(
      (0..<count).map { number in
        let key = text(&random)
        return ("\(random.pick(["k", "<", "-", "\""], or: ""))\(number)\(key)", node(&random, depth: depth - 1))
      })
  }

  @Test func generatedTreesReadBack() throws {
    for seed in 0..<3000 {
      var random = SeededGenerator(seed: UInt64(seed))
      let node = Self.node(&random, depth: 4)
      let text = ScenarioText.text(of: node)
      let read = try? ScenarioText.node(of: text, source: "t")
      #expect(read.map { Self.structure($0) } == Self.structure(node), "seed \(seed)\n\(text)")
    }
  }

  /// Unlike `flowText`, says where each text begins and ends.
  private static func structure(_ node: SourceNode) -> String {
    switch node.content {
    case .scalar(let text): return ScenarioTextQuote.quoted(text)
    case .mapping(let members):
      return "{" + members.map { ScenarioTextQuote.quoted($0.key) + ": " + structure($0.value) }.joined(separator: ", ")
        + "}"
    case .sequence(let items): return "[" + items.map(structure).joined(separator: ", ") + "]"
    }
  }

  private enum ScenarioTextQuote {
    static func quoted(_ text: String) -> String { "<\(text.unicodeScalars.count):\(text)>" }
  }

  @Test func digests() throws {
    #expect(ScenarioText.digest(ofText: "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let scenario = try Samples.read(Samples.full).scenario
    #expect(ScenarioText.simulationDigest(of: scenario) == ScenarioText.digest(ofText: scenario.simulatedText))
  }
}
