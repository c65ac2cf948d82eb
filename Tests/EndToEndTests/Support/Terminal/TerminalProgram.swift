#if os(Linux)
  public import Foundation

  /// A program on a terminal of its own, whose keys a test presses and whose screen it looks at.
  ///
  /// Times are there against hangs alone: a wait ends as soon as what it waits for is there.
  public final class TerminalProgram {
    public struct Failure: Error, CustomStringConvertible {
      public var description: String
    }

    /// What the terminal shows of all that was received.
    public internal(set) var screen: TerminalScreen
    /// All bytes received.
    public internal(set) var transcript: [UInt8] = []
    /// The number of the process, which leads its session.
    public let process: pid_t

    let master: Int32
    /// Nobody holds the other end any longer.
    var isHungUp = false
    private var isClosed = false
    /// How the program ended, once that has been seen.
    var ending: TerminalEnding?

    /// Starts a program.
    /// - Parameters:
    ///   - environment: all that the program is given. TERM also says which kind of terminal this is.
    ///   - directory: where it works; where the tests do when nil
    ///   - input: read from a file instead of the terminal, which controls the program all the same
    ///   - output: written to a file instead of the terminal
    ///   - error: written to a file instead of the terminal
    public init(
      _ executable: URL, _ arguments: [String] = [], environment: [String: String], in directory: URL? = nil,
      columns: Int = 80, rows: Int = 24, input: URL? = nil, output: URL? = nil, error: URL? = nil
    ) throws {
      let terminal = try TerminalLaunch.terminal()
      let launch = TerminalLaunch(
        executable: executable, arguments: arguments, environment: environment, directory: directory, input: input,
        output: output, error: error)
      do {
        try TerminalProgram.setSize(of: terminal.master, columns: columns, rows: rows)
        process = try launch.start(on: terminal.name)
      } catch {
        close(terminal.master)
        throw error
      }
      master = terminal.master
      screen = TerminalScreen(columns: columns, rows: rows, kind: .init(named: environment["TERM"]))
    }

    deinit {
      if ending == nil {
        // Those that the program started are in its group, unless they left it: the end of the terminal tells them.
        kill(-process, SIGKILL)
        kill(process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
      }
      if !isClosed { close(master) }
    }

    // MARK: The terminal

    /// Closes the window: nobody looks any more, and the program is told by SIGHUP.
    public func hangUp() {
      guard !isClosed else { return }
      (isHungUp, isClosed) = (true, true)
      close(master)
    }

    /// Changes the size of the window; the program is told by SIGWINCH.
    public func resize(columns: Int, rows: Int) throws {
      // What was written before is shown at the size it was written for.
      while receive(milliseconds: 0) {}
      screen.resize(columns: columns, rows: rows)
      try TerminalProgram.setSize(of: master, columns: columns, rows: rows)
    }

    private static func setSize(of master: Int32, columns: Int, rows: Int) throws {
      var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
      guard ioctl(master, UInt(TIOCSWINSZ), &size) == 0 else {
        throw Failure(description: "the terminal takes no size: errno \(errno)")
      }
    }

    /// How the terminal treats what is typed now, also when the program has ended.
    public func attributes() throws -> TerminalAttributes {
      var attributes = termios()
      // Asked of our end, Linux tells of the program's.
      guard tcgetattr(master, &attributes) == 0 else {
        throw Failure(description: "the terminal does not tell its attributes: errno \(errno)")
      }
      return TerminalAttributes(attributes)
    }

    /// All text received, as UTF-8.
    public var transcriptText: String { String(decoding: transcript, as: UTF8.self) }

    // MARK: The process

    /// Sends a signal to the program alone, not to those it started.
    public func signal(_ number: Int32) {
      guard isRunning else { return }
      kill(process, number)
    }

    /// Whether the program has not ended yet.
    public var isRunning: Bool {
      reap()
      return ending == nil
    }

    func reap() {
      guard ending == nil else { return }
      var status: Int32 = 0
      let found = waitpid(process, &status, WNOHANG)
      if found == process { ending = TerminalEnding(status: status) }
    }
  }
#endif
