#if os(Linux)
  import BuiltProgram
  import Foundation

  /// Somebody at a terminal who types what a page says, in a folder of their own.
  final class TutorialPlayer {
    private let page: TutorialPage
    private let folder: TemporaryFolder
    /// The program, while it waits at its prompt.
    private var prompt: Prompt?

    /// Wide enough for prose, and so high that nothing is paged and nothing scrolls away.
    private static let (columns, rows) = (100, 900)
    private static let environment = ["NO_COLOR": "1"]

    init(_ page: TutorialPage) throws {
      self.page = page
      folder = try TemporaryFolder()
    }

    /// - Returns: the rows of each step: what was typed, behind its prompt, and what was seen
    func play() throws -> [[String]] {
      try page.steps.indices.map { place in
        switch page.steps[place] {
        case .write(let name, let text):
          try folder.write(text, to: name)
          return []
        case .run(let typed):
          guard prompt == nil else { throw fault(typed, "the program was not left before this") }
          let isAsked = if place + 1 < page.steps.count, case .ask = page.steps[place + 1] { true } else { false }
          return try ["$ \(typed.text)"] + (isAsked ? begin(typed) : run(typed))
        case .ask(let typed):
          return try ask(typed)
        }
      }
    }

    /// Starts the program, and waits for its prompt.
    private func begin(_ typed: TutorialPage.Typed) throws -> [String] {
      let words = typed.text.split(separator: " ").map(String.init)
      guard words.first == "cadre" else { throw fault(typed, "nothing but cadre has a prompt to type at") }
      let prompt = try Prompt(
        Array(words.dropFirst()), home: folder, environment: TutorialPlayer.environment,
        columns: TutorialPlayer.columns, rows: TutorialPlayer.rows)
      guard prompt.nextPrompt() != nil else { throw fault(typed, "no prompt came:\n\(prompt.everything)") }
      self.prompt = prompt
      return TutorialPlayer.rows(prompt.everything).dropLast()
    }

    /// Runs a line of the system's shell on a terminal, to its end.
    private func run(_ typed: TutorialPage.Typed) throws -> [String] {
      var environment = Prompt.environment(folder, TutorialPlayer.environment)
      let programs = try BuiltProgram.executable().deletingLastPathComponent().path
      environment["PATH"] = "\(programs):\(environment["PATH"] ?? "/usr/bin:/bin")"
      let shell = try TerminalProgram(
        URL(fileURLWithPath: "/bin/sh"), ["-c", typed.text], environment: environment, in: folder.url,
        columns: TutorialPlayer.columns, rows: TutorialPlayer.rows)
      guard shell.waitForEnd(seconds: 60) != nil else { throw fault(typed, "this does not end:\n\(shell.screen.text)") }
      return TutorialPlayer.rows(shell.screen.unwrapped)
    }

    /// Types at the prompt, and waits for the next or for the end.
    private func ask(_ typed: TutorialPage.Typed) throws -> [String] {
      guard let prompt else { throw fault(typed, "'$ cadre' has to stand before this") }
      let before = TutorialPlayer.rows(prompt.everything)
      prompt.type(typed.text + Prompt.Key.enter)
      let isReady = prompt.nextPrompt() != nil
      guard isReady || prompt.program.waitForEnd(seconds: 5) != nil else {
        throw fault(typed, "no prompt came:\n\(prompt.everything)")
      }
      if !isReady { self.prompt = nil }
      // What was typed goes on in the row of the prompt before.
      return TutorialPlayer.rows(prompt.everything).dropFirst(before.count - 1).dropLast(isReady ? 1 : 0)
    }

    /// Without blanks at the end of each.
    private static func rows(_ text: String) -> [String] {
      guard !text.isEmpty else { return [] }
      return text.split(separator: "\n", omittingEmptySubsequences: false).map { row in
        String(row.reversed().drop { $0 == " " }.reversed())
      }
    }

    private func fault(_ typed: TutorialPage.Typed, _ text: String) -> TutorialPage.Fault {
      // Rows are told from 1.
      TutorialPage.Fault(description: "\(page.path):\(typed.rows.lowerBound + 1): \(typed.text): \(text)")
    }
  }
#endif
