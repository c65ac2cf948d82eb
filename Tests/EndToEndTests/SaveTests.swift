import BuiltProgram
import Foundation
import Testing

/// `save` writes what reads back, and loses nothing.
@Suite struct SaveTests {
  private static let base = """
    cadre: 1
    name: Base
    start: 2024-09
    months: 5mo   # short
    grades: {A: {opening: 20, leaving: 5%/yr, target: 30 fte}, B: {opening: 3, leaving: 1%/yr}}

    """

  private func digest(_ file: String, _ sets: [String] = [], in folder: TemporaryFolder) throws -> String {
    let sets = sets.isEmpty ? [] : ["--set"] + sets
    let words = ["run", file, "--replicates", "5", "--format", "json"] + sets
    let outcome = try BuiltProgram.run(words, in: folder.url)
    #expect(outcome.code == 0, "\(outcome.error)")
    let match = try #require(outcome.output.firstMatch(of: /"simulated":"([0-9a-f]{64})"/))
    return String(match.1)
  }

  @Test func changesAreWrittenAsDifferences() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.base, to: "base.yaml")
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("a/b"), withIntermediateDirectories: true)
    let sets = ["grades.A.leaving=7%/yr", "name=Higher"]
    let outcome = try BuiltProgram.run(
      ["save", "base.yaml", "--set"] + sets + ["--output", "a/b/higher.yaml"], in: folder.url)
    #expect(outcome.code == 0 && outcome.output.isEmpty, "\(outcome.error)")
    #expect(
      try folder.text(of: "a/b/higher.yaml")
        == "cadre: 1\nextends: ../../base.yaml\nname: Higher\ngrades:\n  A: {leaving: 7%/yr}\n")
    #expect(try digest("a/b/higher.yaml", in: folder) == digest("base.yaml", sets, in: folder))
    // From a folder elsewhere, and as the base of another.
    let next = try BuiltProgram.run(
      ["save", "higher.yaml", "--set", "months=6mo", "--output", "../next.yaml"],
      in: folder.url.appendingPathComponent("a/b"))
    #expect(next.code == 0)
    #expect(try folder.text(of: "a/next.yaml") == "cadre: 1\nextends: b/higher.yaml\nmonths: 6mo\n")
    #expect(try digest("a/next.yaml", in: folder) == digest("base.yaml", sets + ["months=6mo"], in: folder))
    let whole = try BuiltProgram.run(["save", "a/next.yaml", "--whole", "--output", "w.yaml"], in: folder.url)
    #expect(whole.code == 0)
    #expect(try !folder.text(of: "w.yaml").contains("extends"))
    #expect(try digest("w.yaml", in: folder) == digest("a/next.yaml", in: folder))
  }

  @Test func aScenarioThatIsNotChangedIsWrittenAsItStands() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.base, to: "base.yaml")
    try folder.write("extends: base.yaml\n# why\ngrades: {B: none}\n", to: "d.yaml")
    #expect(try BuiltProgram.run(["save", "base.yaml", "--output", "copy.yaml"], in: folder.url).code == 0)
    #expect(try folder.text(of: "copy.yaml").contains("months: 5mo  # short\n"))
    #expect(try BuiltProgram.run(["save", "d.yaml", "--output", "e.yaml"], in: folder.url).code == 0)
    #expect(try folder.text(of: "e.yaml") == "cadre: 1\nextends: base.yaml\n# why\ngrades:\n  B: none\n")
  }

  @Test func commentsThatFindNoPlaceAreNamed() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.base.replacing("leaving: 1%/yr}}", with: "leaving: 1%/yr}\n  }  # closing"), to: "base.yaml")
    let outcome = try BuiltProgram.run(["save", "base.yaml", "--output", "copy.yaml"], in: folder.url)
    #expect(outcome.code == 0)
    #expect(outcome.error.contains("base.yaml:6:6: warning: this comment is not in the file that was written"))
    // With a change the old file is extended, and keeps them.
    let changed = ["save", "base.yaml", "--set", "months=6mo", "--output", "next.yaml"]
    #expect(try !BuiltProgram.run(changed, in: folder.url).error.contains("comment"))
  }

  @Test func nothingIsLost() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.base, to: "base.yaml")
    try folder.write("extends: base.yaml\n", to: "d.yaml")
    try folder.write("mine", to: "other.yaml")
    for (words, message) in [
      (["d.yaml", "--output", "other.yaml"], "there is a file other.yaml"),
      (["d.yaml", "--output", "base.yaml", "--force"], "would replace the scenario base.yaml"),
      (["d.yaml", "--output", "./d.yaml", "--force", "--whole"], "would replace the scenario d.yaml"),
      (["d.yaml", "--output", "no/x.yaml"], "cannot write"),
    ] {
      let outcome = try BuiltProgram.run(["save"] + words, in: folder.url)
      #expect(outcome.code == 2 && outcome.error.contains(message), "\(outcome.error)")
    }
    let run = try BuiltProgram.run(["run", "d.yaml", "--output", "base.yaml"], in: folder.url)
    #expect(run.code == 2)
    #expect(try folder.text(of: "base.yaml") == Self.base && folder.text(of: "other.yaml") == "mine")
    #expect(try BuiltProgram.run(["save", "d.yaml", "--output", "other.yaml", "--force"], in: folder.url).code == 0)
    #expect(try folder.names() == ["base.yaml", "d.yaml", "other.yaml"])
  }

  @Test func scenariosThatShipAreExtendedByName() throws {
    let folder = try TemporaryFolder()
    let words = ["save", "benchmark", "--set", "months=12mo", "--output", "b.yaml"]
    #expect(try BuiltProgram.run(words, in: folder.url).code == 0)
    #expect(try folder.text(of: "b.yaml") == "cadre: 1\nextends: benchmark\nmonths: 12mo\n")
    #expect(try digest("b.yaml", in: folder) == digest("benchmark", ["months=12mo"], in: folder))
    // A file of that name would be read instead.
    try folder.write(Self.base, to: "benchmark")
    let outcome = try BuiltProgram.run(["save", "b.yaml", "--output", "c.yaml"], in: folder.url)
    #expect(outcome.code == 0)
    #expect(try folder.text(of: "c.yaml").contains("extends: benchmark"))
  }

  @Test func aPipeCannotBeExtended() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.base, to: "base.yaml")
    let piped = "cat base.yaml | cadre save /dev/stdin --set months=6mo --output x.yaml"
    let outcome = try BuiltProgram.shell(piped, in: folder.url)
    #expect(outcome.code == 2 && outcome.error.contains("--whole writes everything"))
    #expect(try BuiltProgram.shell(piped + " --whole", in: folder.url).code == 0)
    #expect(try folder.text(of: "x.yaml").contains("months: 6mo"))
  }

  @Test func circlesOfFilesAreRefused() throws {
    let folder = try TemporaryFolder()
    try folder.write("extends: sub/../b.yaml\n", to: "a.yaml")
    try folder.write("extends: ./a.yaml\n", to: "b.yaml")
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("sub"), withIntermediateDirectories: true)
    let outcome = try BuiltProgram.run(["check", "a.yaml"], in: folder.url)
    #expect(outcome.code == 2)
    #expect(outcome.error.contains("a scenario cannot extend itself: a.yaml → sub/../b.yaml → a.yaml"))
  }
}
