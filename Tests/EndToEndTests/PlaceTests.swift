import BuiltProgram
import Foundation
import Testing

/// Where scenarios are found.
@Suite struct PlaceTests {
  private static let small =
    "cadre: 1\nname: A small one\nstart: 2024-09\nmonths: 5mo\nreplicates: 20\ngrades: {A: {opening: 20, leaving: 5%/yr}}\n"

  @Test func shippedNamesAreFoundFromAnywhere() throws {
    let folder = try TemporaryFolder()
    let here = try BuiltProgram.run(["check", "national-2024"], in: folder.url)
    #expect(here.code == 0)
    #expect(try BuiltProgram.run(["check", "national-2024"], in: URL(fileURLWithPath: "/")).output == here.output)
  }

  /// What ships is what stands in the repository.
  @Test(arguments: ["national-2024", "benchmark"])
  func shippedScenariosAreTheFilesOfTheRepository(name: String) throws {
    let root = try BuiltProgram.repository()
    let words = ["--replicates", "20", "--format", "csv"]
    let shipped = try BuiltProgram.run(["run", name] + words, in: root)
    let file = try BuiltProgram.run(["run", "scenarios/\(name).yaml"] + words, in: root)
    #expect(shipped.code == 0)
    #expect(shipped.output == file.output)
  }

  @Test func aFileWinsOverAShippedName() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.small, to: "national-2024")
    let outcome = try BuiltProgram.run(["check", "national-2024"], in: folder.url)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("A small one"))
    let note = "is a file here; the scenario of that name that ships with cadre is not read"
    #expect(outcome.error.contains("note: national-2024 \(note)"))
    // As a base too; not where a path says that a file is meant.
    try folder.write("extends: national-2024\nmonths: 6mo\n", to: "own.yaml")
    #expect(try BuiltProgram.run(["check", "own.yaml"], in: folder.url).error.contains("national-2024 \(note)"))
    #expect(try BuiltProgram.run(["check", "./national-2024"], in: folder.url).error.isEmpty)
  }

  @Test func aFolderHidesNoScenario() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("benchmark"), withIntermediateDirectories: true)
    try folder.write("extends: benchmark\nmonths: 6mo\n", to: "own.yaml")
    let outcome = try BuiltProgram.run(["check", "benchmark", "own.yaml"], in: folder.url)
    #expect(outcome.code == 0 && outcome.error.isEmpty, "\(outcome.error)")
    let saved = try BuiltProgram.run(
      ["save", "benchmark", "--set", "months=6mo", "--output", "saved.yaml"], in: folder.url)
    #expect(saved.code == 0)
    #expect(try folder.text(of: "saved.yaml").contains("extends: benchmark\n"))
  }

  @Test func aFileIsNamedByItsStem() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.small, to: "my, own.yaml")
    let file = folder.url.appendingPathComponent("my, own.yaml").path
    let outcome = try BuiltProgram.run(["run", file, "--format", "csv"])
    #expect(outcome.code == 0)
    // RFC 4180: what holds a comma stands in quotes.
    #expect(outcome.lines.dropFirst().allSatisfy { $0.hasPrefix("\"my, own\",,") })
  }

  @Test func aFileNearTheNameIsSuggested() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.small, to: "baseline.yaml")
    let outcome = try BuiltProgram.run(["run", "basline.yaml"], in: folder.url)
    #expect(outcome.code == 2)
    #expect(outcome.error.contains("did you mean baseline.yaml?"))
  }

  @Test func aFolderIsNoScenario() throws {
    let folder = try TemporaryFolder()
    let outcome = try BuiltProgram.run(["check", folder.url.path])
    #expect(outcome.code == 2)
    #expect(outcome.error.contains("is a folder"))
  }

  @Test func aScenarioMayComeThroughAPipe() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.small, to: "small.yaml")
    let outcome = try BuiltProgram.shell("cat small.yaml | cadre check /dev/stdin", in: folder.url)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("A small one"))
  }
}
