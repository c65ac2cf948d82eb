#if os(Linux)
  import BuiltProgram
  import Foundation
  import Testing

  /// Whatever is typed, the program lives, answers, and draws nothing that a terminal does not know.
  @Suite struct RandomKeyTests {
    private static let pieces = [
      "a", "get seed", "set grades.PO.leaving +1pt", "what if ", "intakes.", "é", "日本", "e\u{301}", "👍🏽", " ", "'", "{",
      "}",
      "(", "\\", ";", "#", "|", "> ", "\t", "\t", "\r", "\r", "\u{3}", "\u{4}", "\u{1}", "\u{5}", "\u{2}", "\u{6}",
      "\u{7F}",
      "\u{B}", "\u{15}", "\u{17}", "\u{19}", "\u{C}", "\u{12}", "\u{13}", "\u{1F}", "\u{10}", "\u{E}", "\u{7}", "\u{0}",
      "\u{1B}",
      "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[H", "\u{1B}[F", "\u{1B}[3~", "\u{1B}[1;5C", "\u{1B}[1;5D",
      "\u{1B}b", "\u{1B}f", "\u{1B}[", "\u{1B}[200~pasted\nlines\u{1B}[201~", "undo\r", "help\r", "run 30\r",
      "history\r",
      "\u{1B}[99~", "\u{16}", "\u{1D}", "\u{18}",
    ]

    /// - Parameter count: of keys and words; `CADRE_RANDOM_KEYS` asks for more
    private func press(keys setting: String, seed: UInt64) throws {
      let count = ProcessInfo.processInfo.environment["CADRE_RANDOM_KEYS"].flatMap { Int($0) } ?? 300
      let home = try TemporaryFolder()
      var generator = SplitMix(state: seed)
      var sessions = 0
      var prompt = try Prompt(home: home, environment: ["PAGER": "cat"], columns: 60, rows: 20)
      prompt.isReady()
      prompt.say("set keys \(setting)")
      var trail: [String] = []
      for step in 0..<count {
        let piece = Self.pieces.randomElement(using: &generator) ?? "a"
        // A byte that is no character.
        if Int.random(in: 0..<40, using: &generator) == 0 {
          prompt.program.type(bytes: [UInt8.random(in: 0x80...0xFF, using: &generator)])
        }
        trail.append(piece)
        prompt.type(piece)
        if Int.random(in: 0..<50, using: &generator) == 0 {
          try prompt.program.resize(
            columns: Int.random(in: 20...120, using: &generator), rows: Int.random(in: 8...40, using: &generator))
        }
        guard step % 50 == 49 || !prompt.program.isRunning else { continue }
        guard prompt.program.isRunning else {
          // Ctrl-D, and nothing else, may have ended it.
          #expect(prompt.program.waitForEnd() == .exited(0), "\(trail.suffix(20))")
          sessions += 1
          prompt = try Prompt(home: home, environment: ["PAGER": "cat"], columns: 60, rows: 20)
          prompt.isReady()
          prompt.say("set keys \(setting)")
          continue
        }
        check(prompt, trail)
      }
      if prompt.program.isRunning { check(prompt, trail) }
    }

    /// From wherever it is, a clean prompt is one Ctrl-C away, and a question is answered.
    private func check(_ prompt: Prompt, _ trail: [String]) {
      guard prompt.program.isRunning else { return }
      // In the middle of a key's sequence, or of a search, Ctrl-C belongs to that; what is typed behind one too soon is
      // given up with the rest: a few of them, and the question again.
      var isAnswered = false
      for _ in 0..<6 where !isAnswered && prompt.program.isRunning {
        prompt.type("\u{3}")
        prompt.program.settle(milliseconds: 100)
        let isClean = prompt.program.wait(
          until: { screen in
            let line = screen.row(screen.cursor.row)
            return line.hasSuffix(">") && screen.cursor.column > 1 && line.hasPrefix("national-2024")
          }, seconds: 3)
        guard isClean else { continue }
        prompt.type("get year-begins\r")
        isAnswered = prompt.program.wait(
          until: { $0.unwrapped.hasSuffix("get year-begins\napril\n" + $0.row($0.cursor.row)) }, seconds: 5)
      }
      // Ctrl-D before may have ended it meanwhile.
      if !prompt.program.isRunning, prompt.program.waitForEnd() == .exited(0) { return }
      #expect(isAnswered, told(prompt, trail))
      #expect(prompt.screen.unknown.isEmpty, "\(prompt.screen.unknown)")
    }

    private func told(_ prompt: Prompt, _ trail: [String]) -> Comment {
      let screen = prompt.screen
      let bytes = String(decoding: prompt.program.transcript.suffix(300), as: UTF8.self)
      return
        "\(trail.suffix(60))\n\(screen.columns) × \(screen.rows), \(screen.cursor)\n\(screen.text)\n\(bytes.debugDescription)"
    }

    @Test func noKeyOfEmacsHarms() throws { try press(keys: "emacs", seed: 11) }
    @Test func noKeyOfViHarms() throws { try press(keys: "vi", seed: 12) }
  }
#endif
