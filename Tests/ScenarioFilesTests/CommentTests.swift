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

  private static let lists = """
    grades:
      A: {opening: 10, leaving: 5%/yr,  # rate
          target: 30 fte}  # end
      B:
        opening: 5
        leaving: 5%/yr
    published:
      # first
      - {metric: A.heads, at: 2025-01, value: 9}  # one
      # second
      -  # two
        metric: A.heads  # m
        at: 2025-02
        # above
        value: 8
    factors:
      z:
        moves: [  # list
          grades.A.leaving,  # a
          grades.B.leaving  # b
        ]
        weight: 0.5

    """

  @Test func commentsInListsAndInBracesOfSeveralLines() throws {
    let text = Samples.with(Self.lists)
    let written = try Self.rewritten(text)
    for line in [
      "    leaving: 5%/yr  # rate\n", "    target: 30 fte  # end\n",
      "  # first\n  - {metric: A.heads, at: 2025-01, value: 9}  # one\n  # second\n  -  # two\n",
      "    metric: A.heads  # m\n", "    # above\n    value: 8\n",
      "    moves:  # list\n      - grades.A.leaving  # a\n      - grades.B.leaving  # b\n",
    ] {
      #expect(written.contains(line), "\(line)\(written)")
    }
    #expect(try Self.rewritten(written) == written)
    #expect(try ScenarioComments.lost(from: [ScenarioFile(text, source: "t")], in: written).isEmpty)
  }

  /// What finds no place is told with its own.
  @Test func whatIsLostIsSaid() throws {
    let text = Samples.with("grades:\n  A: {opening: 1, leaving: 5%/yr\n    }  # closing\n# twice\n# 'x' twice\n")
    let file = try ScenarioFile(text, source: "t")
    let lost = try ScenarioComments.lost(from: [file], in: try Self.rewritten(text))
    #expect(lost.map(\.severity) == [.warning])
    #expect(lost.first?.range?.length == 9)
    #expect(try ScenarioComments.lost(from: [file], in: "name: \"# closing\"\n").count == 3)
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
