#if os(Linux)
  import BuiltProgram
  import Foundation
  import Testing

  /// The picture of the prompt in the README is what the program shows.
  @Suite struct PictureTests {
    private static let path = "docs/pictures/prompt.svg"

    @Test func thePictureIsWhatIsSeen() throws {
      let prompt = try Prompt(["--no-init"], columns: 100, rows: 54)
      #expect(prompt.isReady())
      for line in ["run 1000 PO.fte at 2027-09 2029-09", "what if intakes.*.places +20%"] {
        // As somebody types, with time for the colours.
        prompt.type(line)
        prompt.program.settle()
        #expect(prompt.say(""))
      }
      // Half a line, with how it could go on.
      prompt.type("set grades.PO.ope")
      #expect(prompt.shows(line: "national-2024> set grades.PO.opening"))
      prompt.program.settle()
      let picture = TerminalPicture.svg(of: prompt.screen, title: "cadre")
      let file = try BuiltProgram.repository().appendingPathComponent(PictureTests.path)
      if ProcessInfo.processInfo.environment["CADRE_CAPTURE"] != nil {
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(picture.utf8).write(to: file)
      }
      let known = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
      #expect(
        known == picture,
        "\(PictureTests.path) is not current: CADRE_CAPTURE=1 swift test -c release --filter PictureTests")
    }
  }
#endif
