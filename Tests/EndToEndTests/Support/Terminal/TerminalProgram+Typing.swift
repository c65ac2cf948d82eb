#if os(Linux)
  import Foundation

  extension TerminalProgram {
    /// Types a text; Return is `\r`, Ctrl-C `\u{3}`.
    /// - Returns: whether all was taken; false when the program has ended, or takes nothing for so long
    @discardableResult
    public func type(_ text: String, seconds: Double = 20) -> Bool {
      type(bytes: Array(text.utf8), seconds: seconds)
    }

    /// Types bytes, receiving all the while: a program that waits for its output to be taken does not read.
    @discardableResult
    public func type(bytes: [UInt8], seconds: Double = 20) -> Bool {
      var rest = bytes[...]
      var end = ContinuousClock.now + .seconds(seconds)
      while !rest.isEmpty {
        guard !isHungUp, isRunning, .now < end else { return false }
        var place = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
        // Short, for the program may end without a word.
        guard poll(&place, 1, 10) > 0 else { continue }
        if place.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 { _ = take() }
        guard place.revents & Int16(POLLOUT) != 0 else { continue }
        let count = rest.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 1024)) }
        guard count > 0 else {
          guard count == 0 || [EAGAIN, EINTR].contains(errno) else { return false }
          continue
        }
        rest = rest.dropFirst(count)
        // Counted anew, for a slow program is no hang.
        end = .now + .seconds(seconds)
      }
      return true
    }
  }
#endif
