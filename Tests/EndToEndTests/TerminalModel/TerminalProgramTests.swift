#if os(Linux)
  import BuiltProgram
  import Foundation
  import Testing

  let shell = URL(fileURLWithPath: "/bin/sh")
  let plain = ["PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]

  /// A line of shell on a terminal.
  func start(
    _ line: String, columns: Int = 80, rows: Int = 24, environment: [String: String] = plain, in directory: URL? = nil,
    input: URL? = nil, output: URL? = nil, error: URL? = nil
  ) throws -> TerminalProgram {
    try TerminalProgram(
      shell, ["-c", line], environment: environment, in: directory, columns: columns, rows: rows, input: input,
      output: output, error: error)
  }

  @Suite struct TerminalProgramTests {
    @Test func showsWhatIsWritten() throws {
      let program = try start("printf 'hello\\nworld'; exit 3")
      #expect(program.waitForEnd() == .exited(3))
      #expect(program.screen.text == "hello\nworld")
      #expect(program.transcriptText == "hello\r\nworld")
      #expect(!program.isRunning)
      #expect(!program.waitFor("nothing of that kind"))
    }

    @Test func theTerminalControlsTheProgram() throws {
      let program = try start("ps -o pid=,sid=,tpgid= -p $$ | tr -s ' '; tty; : < /dev/tty && echo controlled")
      #expect(program.waitForEnd() == .exited(0))
      let number = program.process
      #expect(program.screen.row(0).trimmingCharacters(in: .whitespaces) == "\(number) \(number) \(number)")
      #expect(program.screen.row(1).hasPrefix("/dev/pts/"))
      #expect(program.screen.row(2) == "controlled")
    }

    @Test func sizeAtStartAndAfterwards() throws {
      let program = try start(
        "trap 'stty size; echo changed' WINCH; stty size; echo ready; while :; do sleep 0.01; done", columns: 61,
        rows: 17)
      #expect(program.waitFor("ready"))
      #expect(program.screen.row(0) == "17 61")
      try program.resize(columns: 43, rows: 9)
      #expect(program.waitFor("changed"))
      #expect(program.screen.text == "17 61\nready\n9 43\nchanged")
      #expect(program.screen.columns == 43 && program.screen.rows == 9)
    }

    @Test func environmentAndFolderAreThoseGiven() throws {
      let folder = try TemporaryFolder()
      let program = try TerminalProgram(
        URL(fileURLWithPath: "/usr/bin/env"), environment: ["TERM": "tmux-256color", "ONE": "two words"])
      #expect(program.waitForEnd() == .exited(0))
      #expect(program.screen.text == "ONE=two words\nTERM=tmux-256color")
      #expect(program.screen.kind == .tmux)
      let other = try start("pwd", columns: 200, in: folder.url)
      #expect(other.waitForEnd() == .exited(0))
      #expect(other.screen.row(0) == folder.url.path)
    }

    @Test func outputMayGoToAFile() throws {
      let folder = try TemporaryFolder()
      let (output, error) = (folder.url.appendingPathComponent("out"), folder.url.appendingPathComponent("err"))
      let program = try start("echo shown; echo hidden >&2; test -t 1 && test ! -t 2; exit $?", error: error)
      #expect(program.waitForEnd() == .exited(0))
      #expect(program.screen.text == "shown")
      #expect(try folder.text(of: "err") == "hidden\n")
      let other = try start("echo hidden; echo shown >&2; read line; echo $line >&2", output: output)
      other.type("typed\r")
      #expect(other.waitForEnd() == .exited(0))
      #expect(other.screen.text.hasSuffix("typed"))
      #expect(other.screen.text.contains("shown"))
      #expect(try folder.text(of: "out") == "hidden\n")
    }

    @Test func inputMayComeFromAFile() throws {
      let folder = try TemporaryFolder()
      let input = try folder.write("from a file\n", to: "in")
      let program = try start("cat; : < /dev/tty && echo controlled", input: input)
      #expect(program.waitForEnd() == .exited(0))
      #expect(program.screen.text == "from a file\ncontrolled")
    }

    @Test func aProgramThatIsNotThereDoesNotStart() throws {
      #expect(throws: TerminalProgram.Failure.self) {
        try TerminalProgram(URL(fileURLWithPath: "/nowhere/at-all"), environment: [:])
      }
    }

    @Test func noFileIsInherited() throws {
      let others = try (0..<3).map { _ in try start("cat") }
      let program = try start("exec ls /proc/self/fd")
      #expect(program.waitForEnd() == .exited(0))
      // The fourth is the folder that is listed.
      #expect(program.screen.text.split(separator: " ") == ["0", "1", "2", "3"])
      for other in others { #expect(other.isRunning) }
    }

    @Test func nothingIsLeftRunning() throws {
      var number: pid_t = 0
      do {
        let program = try start("trap '' HUP INT TERM; echo ready; while :; do sleep 0.1; done")
        #expect(program.waitFor("ready"))
        number = program.process
      }
      #expect(kill(number, 0) == -1 && errno == ESRCH)
    }

    @Test func terminalsAreGivenBack() throws {
      for _ in 0..<200 {
        let program = try TerminalProgram(URL(fileURLWithPath: "/bin/true"), environment: [:])
        _ = program.isRunning
      }
      // Other tests hold some of their own meanwhile.
      let folder = "/proc/self/fd"
      let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      let held = files.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)") }
      #expect(held.count { $0.hasSuffix("ptmx") } < 100)
    }
  }
#endif
