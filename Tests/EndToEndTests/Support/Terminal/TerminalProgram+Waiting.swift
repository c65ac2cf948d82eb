#if os(Linux)
  import Foundation

  extension TerminalProgram {
    /// Receives until a text is on the screen, or passes over it. It is found also where it was wrapped.
    ///
    /// What is on the screen when this is called counts; what has left it before does not.
    @discardableResult
    public func waitFor(_ text: String, seconds: Double = 20) -> Bool {
      // Rows that have been searched, and have left the screen, are not searched again.
      var first = screen.history.count
      return wait(seconds: seconds) {
        let top = screen.buffer.top
        // The history is shorter when rows came back from it.
        if screen.joined(from: min(first, top), wrapped: true, inHistory: true).contains(text) { return true }
        first = top
        return false
      }
    }

    /// Receives until the screen is as asked for.
    @discardableResult
    public func wait(until isEnough: (TerminalScreen) -> Bool, seconds: Double = 20) -> Bool {
      wait(seconds: seconds) { isEnough(screen) }
    }

    /// Receives until nothing has come for a while.
    public func settle(milliseconds: Int = 100) {
      var quietSince = ContinuousClock.now
      while true {
        let left = quietSince + .milliseconds(milliseconds) - .now
        guard left > .zero, !isHungUp else { return }
        if receive(milliseconds: Int(left / .milliseconds(1)) + 1) { quietSince = .now }
      }
    }

    /// Receives until the program has ended, and then what is left; nil when it has not ended in time.
    @discardableResult
    public func waitForEnd(seconds: Double = 20) -> TerminalEnding? {
      let hasEnded = wait(seconds: seconds) { !isRunning }
      while hasEnded, receive(milliseconds: 0) {}
      return ending
    }

    private func wait(seconds: Double, until isEnough: () -> Bool) -> Bool {
      let end = ContinuousClock.now + .seconds(seconds)
      while true {
        if isEnough() { return true }
        let left = end - .now
        // Nothing more can come once the program is gone and what it wrote has been received.
        let isOver = !isRunning && !receive(milliseconds: 0)
        if isOver || left <= .zero { return isEnough() }
        // Short, for the program may end without a word.
        receive(milliseconds: min(10, Int(left / .milliseconds(1)) + 1))
      }
    }

    /// Waits for output, and takes what there is, up to a piece; false when nothing came.
    @discardableResult
    func receive(milliseconds: Int) -> Bool {
      guard !isHungUp else {
        // The program may go on without its terminal.
        if milliseconds > 0 { usleep(useconds_t(min(milliseconds, 5) * 1000)) }
        return false
      }
      var place = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&place, 1, Int32(milliseconds)) > 0 else { return false }
      return take()
    }

    /// Takes what has come.
    func take() -> Bool {
      let bytes = [UInt8](unsafeUninitializedCapacity: 16_384) { buffer, count in
        let got = read(master, buffer.baseAddress, buffer.count)
        // Linux says that there is nobody left by EIO.
        if got == 0 || (got < 0 && errno == EIO) { isHungUp = true }
        count = max(got, 0)
      }
      transcript += bytes
      screen.feed(bytes)
      return !bytes.isEmpty
    }
  }
#endif
