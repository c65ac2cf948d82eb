#if os(Linux)
  public import Foundation

  /// The program at a terminal, with a home of its own, talked to as somebody would.
  public final class Prompt {
    public let program: TerminalProgram
    public let home: TemporaryFolder

    /// Control characters by the letters that they are typed with.
    public enum Key {
      public static let enter = "\r", tab = "\t", escape = "\u{1B}", backspace = "\u{7F}"
      public static let up = "\u{1B}[A", down = "\u{1B}[B", right = "\u{1B}[C", left = "\u{1B}[D"
      public static let delete = "\u{1B}[3~"
      public static func control(_ letter: Character) -> String {
        String(UnicodeScalar((letter.asciiValue ?? 64) & 0x1F))
      }
    }

    /// - Parameters:
    ///   - arguments: by default a session without a first screen
    ///   - home: of an earlier session, to go on from what it left
    ///   - environment: added to a terminal of 256 colours and UTF-8
    public init(
      _ arguments: [String] = ["-q"], home: TemporaryFolder? = nil, environment: [String: String] = [:],
      in folder: URL? = nil, columns: Int = 80, rows: Int = 24, output: URL? = nil
    ) throws {
      let home = try home ?? TemporaryFolder()
      self.home = home
      program = try TerminalProgram(
        BuiltProgram.executable(), arguments,
        environment: Prompt.environment(home, environment), in: folder ?? home.url, columns: columns, rows: rows,
        output: output)
    }

    /// What the program finds around it.
    public static func environment(_ home: TemporaryFolder, _ more: [String: String] = [:]) -> [String: String] {
      let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
      return ["HOME": home.url.path, "PATH": path, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]
        .merging(more) { $1 }
    }

    public var screen: TerminalScreen { program.screen }
    /// What is on the screen and has left it, with rows that were wrapped put together.
    public var everything: String { screen.unwrapped }
    /// The row that the cursor is in, from its first column to its last.
    public var line: String { screen.row(screen.cursor.row) }

    /// Prompts that were waited for, and how far what was received has been looked through.
    private var known = 0
    private var counted = 0
    private var looked = 0

    /// What is sent before each prompt: the terminal is to mark what is pasted.
    private static let mark = Array("\u{1B}[?2004h".utf8)

    private var prompts: Int {
      let bytes = program.transcript
      while looked + Prompt.mark.count <= bytes.count {
        if bytes[looked] == Prompt.mark[0], bytes[looked...].starts(with: Prompt.mark) { counted += 1 }
        looked += 1
      }
      return counted
    }

    /// Waits for a prompt that was not waited for before, with nothing behind it.
    @discardableResult
    public func isReady(_ prompt: String = "national-2024>") -> Bool {
      let isThere = program.wait(until: { [self] screen in
        prompts > known && screen.row(screen.cursor.row) == prompt && screen.cursor.column == prompt.count + 1
      })
      known = prompts
      return isThere
    }

    /// Waits for a prompt that was not waited for before, whatever it says, with nothing behind it.
    /// - Returns: the prompt, or nil when the program ended or none came
    public func nextPrompt(seconds: Double = 60) -> String? {
      let isThere = program.wait(
        until: { [self] screen in
          guard prompts > known else { return false }
          let row = screen.row(screen.cursor.row)
          return screen.cursor.column == row.count + 1 && row.wholeMatch(of: /\S+( \*[0-9]+)?>/) != nil
        }, seconds: seconds)
      known = prompts
      return isThere ? line : nil
    }

    public func type(_ text: String) { program.type(text) }

    /// Types a line, and waits for a text and the next prompt.
    @discardableResult
    public func say(_ line: String, _ answer: String? = nil, then prompt: String = "national-2024>") -> Bool {
      type(line + Key.enter)
      return (answer.map { program.waitFor($0) } ?? true) && isReady(prompt)
    }

    /// Waits for the row of the cursor to be a text.
    @discardableResult
    public func shows(line: String) -> Bool {
      program.wait(until: { $0.row($0.cursor.row) == line })
    }

    /// Leaves by Ctrl-D.
    public func leave() -> TerminalEnding? {
      type(Key.control("D"))
      return program.waitForEnd()
    }
  }
#endif
