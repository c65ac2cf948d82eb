/// How a program on a terminal ended.
public enum TerminalEnding: Equatable, Sendable {
  case exited(Int32)
  case killed(signal: Int32)

  /// From what waitpid tells.
  init(status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
  }
}
