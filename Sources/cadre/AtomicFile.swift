import Foundation

/// Files are written whole or not at all: to a new file beside the old one, which it then replaces.
enum AtomicFile {
  struct Failure: Error {
    var words: String
  }

  /// Text that is made part by part; a body that throws leaves the file as it was.
  static func write(to path: String, _ body: ((String) throws -> Void) throws -> Void) throws {
    if let stream = stream(named: path) {
      // An open stream of the caller's: whatever it leads to is not ours to replace.
      try body { try send($0, to: stream) }
      return
    }
    // Through a link the file that it names is replaced, not the link.
    let target =
      realpath(path, nil).map { pointer in
        defer { free(pointer) }
        return String(cString: pointer)
      } ?? destination(of: path)
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw Failure(words: "it is a folder") }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      // A device or a pipe (/dev/null, /dev/stdout) cannot be replaced; it is written to.
      try direct(to: target, body)
      return
    }
    let temporary = "\(target).cadre-\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL, exists ? status.st_mode & 0o777 : 0o644)
    guard descriptor >= 0 else { throw Failure(words: String(cString: strerror(errno))) }
    do {
      try body { try send($0, to: descriptor) }
      guard fsync(descriptor) == 0, close(descriptor) == 0, rename(temporary, target) == 0 else {
        throw Failure(words: String(cString: strerror(errno)))
      }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// The open stream that a path stands for, such as `/dev/stdout`; nil for the path of a file.
  static func stream(named path: String) -> Int32? {
    switch path {
    case "/dev/stdout": return STDOUT_FILENO
    case "/dev/stderr": return STDERR_FILENO
    default:
      guard let folder = ["/dev/fd/", "/proc/self/fd/"].first(where: path.hasPrefix) else { return nil }
      return Int32(path.dropFirst(folder.count))
    }
  }

  /// Where a link leads that leads to no file yet; any other path itself.
  private static func destination(of path: String) -> String {
    var (path, status) = (path, stat())
    // /dev/stdout leads to a pipe that has no path and is there all the same.
    guard stat(path, &status) != 0 else { return path }
    // As many links as Linux follows.
    for _ in 0..<40 {
      guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else { return path }
      let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
      path = next.hasPrefix("/") ? next : folder + next
    }
    return path
  }

  private static func direct(to path: String, _ body: ((String) throws -> Void) throws -> Void) throws {
    let descriptor = open(path, O_WRONLY)
    guard descriptor >= 0 else { throw Failure(words: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    try body { try send($0, to: descriptor) }
  }

  private static func send(_ text: String, to descriptor: Int32) throws(Failure) {
    // A long file is given up, not finished, when it is not wanted any more.
    if Interruption.isRequested { throw Failure(words: "interrupted") }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw Failure(words: String(cString: strerror(errno))) }
      bytes = bytes.dropFirst(written)
    }
  }
}
