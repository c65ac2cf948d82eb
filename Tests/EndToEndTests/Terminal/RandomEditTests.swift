#if os(Linux)
  import BuiltProgram
  import Foundation
  import Testing

  /// After any edit the screen shows what the line is: the whole of it, and the cursor at its place.
  @Suite struct RandomEditTests {
    private static let shown = "national-2024>"

    private struct Window: Sendable, CustomTestStringConvertible {
      var columns: Int
      var seed: UInt64
      var settings: [String]
      var testDescription: String { "\(columns) columns, seed \(seed), \(settings)" }
    }

    private static let windows = [
      Window(columns: 30, seed: 1, settings: []),
      Window(columns: 23, seed: 2, settings: []),
      Window(columns: 80, seed: 3, settings: ["set highlighting off", "set hints off"]),
      Window(columns: 31, seed: 4, settings: ["set highlighting off", "set hints off"]),
    ]

    /// 1,000 edits in all.
    @Test(arguments: windows)
    private func everyEditIsSeen(window: Window) throws {
      let prompt = try Prompt(columns: window.columns, rows: 40)
      prompt.isReady()
      // A line that hints can go on with.
      for line in ["get seed"] + window.settings { prompt.say(line) }
      prompt.type("\u{C}")
      #expect(prompt.program.wait(until: { $0.cursor == (0, 15) && $0.row(0) == Self.shown }))
      var model = EditModel()
      var generator = SplitMix(state: window.seed)
      var trail: [EditModel.Edit] = []
      for _ in 0..<250 {
        guard let edit = EditModel.Edit.allCases.randomElement(using: &generator) else { return }
        // The line is to stay on the screen.
        let isLong = model.text.count > 20 * window.columns / 2
        let made = isLong && [.word, .lineBreak].contains(edit) ? .killBegin : edit
        trail.append(made)
        prompt.type(model.make(made, &generator))
        let expected = model.rows(behind: Self.shown + " ", columns: window.columns)
        let isRight = prompt.program.wait(
          until: { screen in
            guard screen.cursor == (expected.row, expected.column) else { return false }
            let rows = expected.rows.indices.map { EditModel.trimmed(Self.text(of: screen, row: $0)) }
            return rows == expected.rows && Self.text(of: screen, row: rows.count).allSatisfy { $0 == " " }
          }, seconds: 5)
        guard isRight else {
          Issue.record(
            "\(trail.suffix(5)): \(expected)\nis\n\(prompt.screen.text)\ncursor \(prompt.screen.cursor)")
          return
        }
      }
      #expect(prompt.screen.unknown.isEmpty)
    }

    /// A row without what is only proposed, which is grey.
    private static func text(of screen: TerminalScreen, row: Int) -> String {
      (0..<screen.columns).map { column in
        let cell = screen.cell(row, column)
        return cell.style.foreground == .indexed(8) ? " " : cell.width == 0 ? "" : cell.text
      }.joined()
    }
  }
#endif
