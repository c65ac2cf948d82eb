#if os(Linux)
  import BuiltProgram
  import Foundation
  import Glibc
  import Testing

  @Suite struct TerminalTypingTests {
    @Test func whatIsTypedIsEchoedAndRead() throws {
      let program = try start("cat")
      #expect(program.type("grüße 界\r"))
      #expect(program.wait { $0.row(1) == "grüße 界" })
      #expect(program.screen.row(0) == "grüße 界")
      program.type("\u{4}")
      #expect(program.waitForEnd() == .exited(0))
    }

    @Test func withoutEchoOnlyTheProgramShowsIt() throws {
      let program = try start("stty -echo; echo ready; read line; echo \"<$line>\"")
      #expect(program.waitFor("ready"))
      #expect(try !program.attributes().echoes)
      program.type("secret\r")
      #expect(program.waitForEnd() == .exited(0))
      #expect(program.screen.text == "ready\n<secret>")
    }

    @Test func controlCIsASignal() throws {
      let program = try start("trap 'echo got' INT; echo ready; while :; do sleep 0.01; done")
      #expect(program.waitFor("ready"))
      program.type("\u{3}")
      #expect(program.waitFor("got"))
      #expect(program.isRunning)
    }

    @Test func controlCEndsWhatDoesNotCatchIt() throws {
      let program = try TerminalProgram(URL(fileURLWithPath: "/bin/cat"), environment: plain)
      program.type("x\r")
      #expect(program.wait { $0.row(1) == "x" })
      program.type(bytes: [3])
      #expect(program.waitForEnd() == .killed(signal: SIGINT))
    }

    @Test func signalsAreDefaultWhateverTheTestsDo() throws {
      // Blocked in this thread alone, as the threads of tests block theirs; ignored for a moment by all.
      var (blocked, before) = (sigset_t(), sigset_t())
      sigemptyset(&blocked)
      for number in [SIGINT, SIGTERM, SIGUSR1] { sigaddset(&blocked, number) }
      pthread_sigmask(SIG_BLOCK, &blocked, &before)
      let handler = Glibc.signal(SIGUSR2, SIG_IGN)
      let program = try start("grep -E '^Sig(Blk|Ign)' /proc/self/status; read line")
      let others = try [SIGINT, SIGUSR1, SIGUSR2].map {
        ($0, try TerminalProgram(URL(fileURLWithPath: "/bin/cat"), environment: plain))
      }
      Glibc.signal(SIGUSR2, handler)
      pthread_sigmask(SIG_SETMASK, &before, nil)
      #expect(program.wait { $0.cursor.row == 2 })
      let sets = program.screen.lines[..<2].compactMap { $0.split(separator: " ").last }.compactMap {
        UInt64($0, radix: 16)
      }
      // 32 and 33, which posix_spawn of glibc ignores where its threads use them, are no business of programs.
      #expect(sets.map { $0 & ~0x1_8000_0000 } == [0, 0])
      for (number, other) in others {
        other.signal(number)
        #expect(other.waitForEnd() == .killed(signal: number))
      }
    }

    @Test(arguments: [0, 1, 130, 255] as [Int32])
    func exitCodes(_ code: Int32) throws {
      #expect(try start("exit \(code)").waitForEnd() == .exited(code))
    }

    @Test(arguments: [SIGTERM, SIGKILL, SIGHUP, SIGINT])
    func signals(_ number: Int32) throws {
      let program = try TerminalProgram(URL(fileURLWithPath: "/bin/cat"), environment: plain)
      #expect(program.isRunning)
      program.signal(number)
      #expect(program.waitForEnd() == .killed(signal: number))
    }

    @Test func aWaitMayEndWithoutWhatItWaitedFor() throws {
      let program = try start("cat")
      #expect(program.waitForEnd(seconds: 0.05) == nil)
      #expect(!program.waitFor("never", seconds: 0.05))
      #expect(program.isRunning)
    }

    @Test func attributesAreSeenAfterTheEnd() throws {
      let untouched = try start("read line")
      let before = try untouched.attributes()
      #expect(before.echoes && before.givesLines && before.makesSignals)
      untouched.type("\r")
      #expect(untouched.waitForEnd() == .exited(0))
      #expect(try untouched.attributes() == before)
      let left = try start("stty raw -echo")
      #expect(left.waitForEnd() == .exited(0))
      let after = try left.attributes()
      #expect(!after.echoes && !after.givesLines && !after.makesSignals)
      let restored = try start("old=$(stty -g); stty raw -echo; echo raw; read line; stty $old")
      #expect(restored.waitFor("raw"))
      #expect(try restored.attributes() != before)
      restored.type("\n")
      #expect(restored.waitForEnd() == .exited(0))
      #expect(try restored.attributes() == before)
    }

    @Test func muchMayBeTypedToAProgramThatReadsSlowly() throws {
      // The echo has to be taken while typing, or the terminal stops.
      let program = try start("echo ready; dd bs=512 2>/dev/null | (sleep 0.2; cksum; echo done)")
      #expect(program.waitFor("ready"))
      let line = String(repeating: "0123456789", count: 10) + "\n"
      let text = String(repeating: line, count: 10_400)
      #expect(text.utf8.count > 1_000_000)
      #expect(program.type(text))
      #expect(program.type("\u{4}"))
      #expect(program.waitFor("done"))
      let folder = try TemporaryFolder()
      let check = try start("cksum", input: folder.write(text, to: "text"))
      #expect(check.waitForEnd() == .exited(0))
      #expect(program.screen.text.contains(check.screen.row(0)))
    }

    @Test func typingToAProgramThatHasEndedSaysSo() throws {
      let program = try start("exit 0")
      #expect(program.waitForEnd() == .exited(0))
      #expect(!program.type("x"))
    }

    @Test func typingToAProgramThatNeverReadsGivesUp() throws {
      let program = try start("stty raw -echo; echo ready; sleep 100")
      #expect(program.waitFor("ready"))
      #expect(!program.type(String(repeating: "x", count: 200_000), seconds: 0.3))
    }

    @Test func textIsFoundThoughItIsWrappedOrHasPassed() throws {
      let program = try start("echo ready; read x; echo a needle in hay; seq 100; read x", columns: 10, rows: 5)
      #expect(program.waitFor("ready"))
      program.type("\r")
      #expect(program.waitFor("a needle in hay"))
      #expect(program.waitFor("100"))
      program.settle()
      // What has left the screen is no longer waited for.
      #expect(!program.waitFor("needle", seconds: 0.05))
      #expect(program.screen.unwrapped.contains("needle in hay"))
    }
  }
#endif
