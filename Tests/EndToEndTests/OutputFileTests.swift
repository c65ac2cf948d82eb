import BuiltProgram
import Foundation
import Testing

/// `--output` writes a file whole or not at all.
@Suite struct OutputFileTests {
  private static let words = [
    "run", "benchmark", "--replicates", "30", "--metric", "PO.heads", "--at", "2029-09", "--format", "csv", "--output",
  ]

  private func expected() throws -> String { try BuiltProgram.run(Self.words.dropLast()).output }

  @Test func theFileHoldsTheResultAndNothingElseIsThere() throws {
    let folder = try TemporaryFolder()
    let outcome = try BuiltProgram.run(Self.words + ["result.csv"], in: folder.url)
    #expect(outcome.code == 0)
    #expect(outcome.output.isEmpty && outcome.error.isEmpty)
    #expect(try folder.text(of: "result.csv") == expected())
    #expect(try folder.names() == ["result.csv"])
  }

  @Test func aFileThatIsThereIsReplacedAndKeepsItsMode() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(String(repeating: "old\n", count: 10_000), to: "result.csv")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    #expect(try BuiltProgram.run(Self.words + ["result.csv"], in: folder.url).code == 0)
    #expect(try folder.text(of: "result.csv") == expected())
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try folder.names() == ["result.csv"])
  }

  @Test func aLinkStaysALink() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "real.csv")
    try link("link.csv", to: "real.csv", in: folder)
    #expect(try BuiltProgram.run(Self.words + ["link.csv"], in: folder.url).code == 0)
    #expect(try target(of: "link.csv", in: folder) == "real.csv")
    #expect(try folder.text(of: "real.csv") == expected())
  }

  /// A link to a file that is not there yet makes that file.
  @Test func aLinkToNothingStaysALink() throws {
    let folder = try TemporaryFolder()
    try link("link.csv", to: "real.csv", in: folder)
    #expect(try BuiltProgram.run(Self.words + ["link.csv"], in: folder.url).code == 0)
    #expect((try? target(of: "link.csv", in: folder)) == "real.csv")
    #expect((try? folder.text(of: "real.csv")) == (try expected()))
  }

  @Test func aFolderIsRefused() throws {
    let folder = try TemporaryFolder()
    let outcome = try BuiltProgram.run(Self.words + ["."], in: folder.url)
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains("folder"))
    #expect(try folder.names().isEmpty)
  }

  @Test(arguments: ["no-such-folder/result.csv", "result.csv/", "/proc/result.csv"])
  func aPlaceThatCannotBeWrittenToIsRefused(path: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try BuiltProgram.run(Self.words + [path], in: folder.url)
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.hasPrefix("error: cannot write \(path): "))
    #expect(try folder.names().isEmpty)
  }

  /// The superuser may write anywhere, so the folder is tried first.
  @Test func aReadOnlyFolderIsLeftAsItIs() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "result.csv")
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url.path) }
    guard !FileManager.default.isWritableFile(atPath: folder.url.path) else { return }
    let outcome = try BuiltProgram.run(Self.words + ["result.csv"], in: folder.url)
    #expect(outcome.code == 2)
    #expect(try folder.text(of: "result.csv") == "old")
    #expect(try folder.names() == ["result.csv"])
  }

  @Test func aFullDeviceIsSaid() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let outcome = try BuiltProgram.run(Self.words + ["/dev/full"])
    #expect(outcome.code == 2)
    #expect(outcome.error.contains("cannot write /dev/full"))
  }

  @Test func aDeviceIsWrittenTo() throws {
    let outcome = try BuiltProgram.run(Self.words + ["/dev/stdout"])
    #expect(outcome.code == 0)
    #expect(outcome.output == (try expected()))
  }

  /// Nothing is written by a run that cannot be made.
  @Test func aFaultLeavesTheFileAlone() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "result.csv")
    let outcome = try BuiltProgram.run(Self.words + ["result.csv", "--metric", "PO.hedas"], in: folder.url)
    #expect(outcome.code == 2)
    #expect(try folder.text(of: "result.csv") == "old")
    #expect(try folder.names() == ["result.csv"])
  }

  private func link(_ name: String, to target: String, in folder: TemporaryFolder) throws {
    let path = folder.url.appendingPathComponent(name).path
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  private func target(of name: String, in folder: TemporaryFolder) throws -> String {
    try FileManager.default.destinationOfSymbolicLink(atPath: folder.url.appendingPathComponent(name).path)
  }
}
