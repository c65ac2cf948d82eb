import BuiltProgram
import Foundation
import Testing

/// What a rule cannot carry out is said in the table, whatever metrics are asked for, and nothing is said where all could be.
@Suite struct ShortfallTests {
  private static let scenario = """
    cadre: 1
    name: A grade that runs dry
    start: 2025-03
    months: 24mo
    replicates: 40
    seed: 3
    grades:
      A:
        opening: 5
        leaving: 0%/yr
      B:
        opening: 10
        leaving: 0%/yr
    moves:
      out:
        from: A
        to: B
        number: 1/mo
    """

  @Test(arguments: [[], ["--metric", "B.heads"]]) func whatIsLackingIsSaid(more: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.scenario, to: "dry.yaml")
    let outcome = try BuiltProgram.run(["run", "dry.yaml"] + more, in: folder.url)
    #expect(outcome.code == 0)
    // 24 are wanted and 5 are there.
    let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("A.moves-out-not-met in >97.5 % of futures, 19 people on average"), "\(words)")
  }

  @Test func nothingIsSaidWhereNothingIsLacking() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.scenario.replacing("opening: 5", with: "opening: 500"), to: "full.yaml")
    let outcome = try BuiltProgram.run(["run", "full.yaml"], in: folder.url)
    #expect(outcome.code == 0)
    #expect(!outcome.output.contains("carried out"))
  }
}

/// What statistics leave out, and what an error of 0 would hide.
@Suite struct ReportedErrorTests {
  private static let scenario = """
    cadre: 1
    name: One person, who leaves or does not
    start: 2025-03
    months: 12mo
    replicates: 50
    seed: 3
    grades:
      A:
        opening: {value: 1, source: "a count"}
        service: {<1y: 100%, 1y+: {share: 0%, to: 2y}}
        leaving: 60%/yr
        target: 9 fte
    published:
      - {metric: A.heads, at: 2026-03, value: 1, source: "a count"}
    """

  @Test func aRatioToNobodyIsCounted() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.scenario, to: "one.yaml")
    let words = ["run", "one.yaml", "--metric", "A.share-under-1y", "--metric", "A.heads", "--format", "csv"]
    let lines = try BuiltProgram.run(words, in: folder.url).output.split(separator: "\n")
    func value(_ metric: String, _ statistic: String) -> Double? {
      lines.first { $0.hasPrefix("one,,\(metric),2026-03,\(statistic),") }
        .flatMap { $0.split(separator: ",").last.flatMap { Double($0) } }
    }
    let mean = try #require(value("A.heads", "mean"))
    #expect(value("A.share-under-1y", "absent") == (50 * (1 - mean)).rounded())
    #expect(value("A.heads", "absent") == nil)
  }

  @Test func aCertaintyHasABound() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.scenario, to: "one.yaml")
    let output = try BuiltProgram.run(["targets", "one.yaml", "--format", "csv"], in: folder.url).output
    #expect(output.contains("one,,A.fte,2026-03,p-at-target,0\n"))
    #expect(output.contains("one,,A.fte,2026-03,p-at-target-error,0.02\n"))
  }

  /// Of the futures that agree with a published figure one half counts as below it.
  @Test func agreementIsHalfBelow() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.scenario, to: "one.yaml")
    let lines = try BuiltProgram.run(["reconcile", "one.yaml", "--format", "csv"], in: folder.url).output
      .split(separator: "\n")
    let row = try #require(lines.last).split(separator: ",", omittingEmptySubsequences: false)
    let (mean, below) = (try #require(Double(row[5])), try #require(Double(row[9])))
    let there = (50 * mean).rounded()
    #expect(there > 0 && there < 50)
    #expect(below == (50 - there + (there / 2).rounded(.down)) / 50)
  }

  @Test func theRegisterSaysWhatWasChanged() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.scenario, to: "one.yaml")
    let words = ["assumptions", "one.yaml", "--set", "grades.A.target=+100%"]
    #expect(try BuiltProgram.run(words, in: folder.url).output.contains("changed") == false)
    let changed = ["assumptions", "one.yaml", "--set", "grades.A.opening=+100%"]
    #expect(try BuiltProgram.run(changed, in: folder.url).output.contains("[1] changed +100%"))
    let csv = try BuiltProgram.run(changed + ["--format", "csv"], in: folder.url).output
    #expect(csv.hasPrefix("path,value,meaning,source,assumption,changed,note,"))
    #expect(csv.contains(",a count,,+100%,"))
  }
}
