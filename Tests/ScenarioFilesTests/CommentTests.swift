import OrderedCollections
import ScenarioFiles
import TestSupport
import Testing
import WorkforceModel

/// Comments are put back at the keys that still stand.
@Suite struct CommentTests {
  private static func rewritten(_ text: String, _ change: (inout Scenario) -> Void = { _ in }) throws -> String {
    let file = try ScenarioFile(text, source: "t")
    var scenario = try ScenarioText.scenario(text, source: "t").scenario
    change(&scenario)
    return ScenarioText.text(of: scenario.written, comments: ScenarioComments(of: file))
  }

  private static let layout = """
    # What this is.

    # The format.
    cadre: 1
    name: "A # b"  # the name
    note: "# no comment\\nnor # this"  # a note
    start: 2024-09

    # How long.
    months: 60mo

    grades:  # all of them
      # officers
      PO:
        opening: 5  # counted
        service: {<5y: 50%, 5y+: 50%}
        leaving: 5%/yr
        capacity:
          # at first
          <5y: 50%
          5y+: 100%  # later

      PSO: {opening: 5, leaving: 5%/yr}  # the others
    # the end

    """

  @Test func theyStayWhereTheyAre() throws {
    #expect(try Self.rewritten(Self.layout) == Self.layout)
    let crlf = Self.layout.replacing("\n", with: "\r\n")
    #expect(try Self.rewritten(crlf) == Self.layout)
  }

  @Test func theyGoWithTheirKeys() throws {
    let text = try Self.rewritten(Self.layout) { scenario in
      scenario.note = nil
      scenario.grades["PO"]?.capacity = Grade().capacity
      scenario.grades["PO"]?.opening = Entry(.constant(7, .number), provenance: Provenance(source: "x"))
    }
    #expect(!text.contains("# a note") && !text.contains("# at first") && !text.contains("# later"))
    #expect(text.contains("opening: {value: 7, source: x}  # counted"))
  }

  /// A band spelt otherwise is the same band; the only row of a group stands in place of the group.
  @Test func keysThatAreWrittenOtherwise() throws {
    let text = Samples.with(
      "grades:\n  A:\n    opening: 1\n    leaving:\n      rate:  # by service\n        <60mo: 5%/yr  # young\n        60mo+: 4%/yr\n    service: {<60mo: 50%, 60mo+: 50%}\n"
    )
    let written = try Self.rewritten(text)
    #expect(written.contains("      <5y: 5%/yr  # young\n"))
    let plain = Samples.with("grades:\n  A:\n    opening: 1\n    leaving:\n      # seen\n      rate: 5%/yr  # why\n")
    #expect(try Self.rewritten(plain).contains("    # seen\n    leaving: 5%/yr  # why\n"))
  }

  @Test func textsAreNoComments() throws {
    let text = Samples.with(
      "note: |  # why\n  text\n  # Title\n\n  more\n# above\ngrades:\n  A: {opening: 1, leaving: 5%/yr}\n")
    let written = try Self.rewritten(text)
    #expect(written.contains("note: \"text\\n# Title\\n\\nmore\\n\"  # why\nstart:"))
    #expect(written.contains("\n# above\ngrades:"))
    #expect(written.matches(of: /# Title/).count == 1)
    let quoted = Samples.with("note: 'a\n  # b''\n  # c'  # d\ngrades: {A: {opening: 1, leaving: 5%/yr}}\n")
    #expect(try Self.rewritten(quoted).contains("note: \"a # b' # c\"\nstart:"))
  }

  /// The same scenario comes back whatever the comments hold.
  @Test func commentsChangeNothing() throws {
    let pieces = ["# a", "#", "# : {", "  # x: y", "# é 😀 '", "# \"", "", "   "]
    let lines = Samples.full.split(separator: "\n", omittingEmptySubsequences: false)
    let whole = try Samples.read(Samples.full).scenario
    for seed in 0..<200 {
      var random = SeededGenerator(seed: UInt64(seed))
      var text = ""
      for line in lines {
        if random.next() % 4 == 0 { text += random.pick(pieces, or: "") + "\n" }
        text += line + (random.next() % 4 == 0 && !line.isEmpty ? "  # \(random.pick(pieces, or: ""))" : "") + "\n"
      }
      let written = try Self.rewritten(text)
      #expect(try Samples.read(written).scenario == whole, "seed \(seed)\n\(written)")
      // Once put back they stay.
      #expect(try Self.rewritten(written) == written, "seed \(seed)\n\(written)")
    }
  }
}
