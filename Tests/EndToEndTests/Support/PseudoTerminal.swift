public import Foundation

/// A terminal that a test holds the other end of.
public final class PseudoTerminal {
  public struct Failure: Error {}

  private let master: Int32
  private var slave: Int32

  public init() throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    guard master >= 0, let name = PseudoTerminal.unlocked(master) else { throw Failure() }
    slave = open(name, O_RDWR | O_NOCTTY)
    guard slave >= 0 else { throw Failure() }
  }

  /// The name of the line, which may then be opened.
  private static func unlocked(_ master: Int32) -> String? {
    #if canImport(Darwin)
      guard grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master) else { return nil }
      return String(cString: name)
    #else
      // Swift's Glibc does not offer unlockpt and ptsname. These are what they ask of Linux: TIOCSPTLCK and TIOCGPTN.
      var isLocked: Int32 = 0
      var number: UInt32 = 0
      guard ioctl(master, 0x4004_5431, &isLocked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else { return nil }
      return "/dev/pts/\(number)"
    #endif
  }

  deinit {
    if slave >= 0 { close(slave) }
    close(master)
  }

  /// What a program is given as standard output or error.
  public func line() throws -> FileHandle {
    FileHandle(fileDescriptor: slave, closeOnDealloc: false)
  }

  /// Called when the program has been started: from then on the line is held by the program alone, and ends with it.
  public func release() {
    close(slave)
    slave = -1
  }

  /// Everything shown until the program has ended.
  public func readToEnd() -> String { read { _ in false } }

  /// Everything shown until it is enough, or the program has ended.
  public func read(until isEnough: (String) -> Bool) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = Foundation.read(master, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      // Linux says that there is nobody left by an error, others by an end.
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
      let text = String(decoding: bytes, as: UTF8.self)
      if isEnough(text) { return text }
    }
  }
}
