import Foundation
import Shell

/// What was typed, in a file that several sessions add to: each line is written by one call, at the end, so that none is
/// lost and none torn.
struct HistoryFile {
  private let path: String?

  init(_ path: String? = StateFolder.history) {
    self.path = path
  }

  /// What is there. Where it has grown to twice what is kept, it is written anew.
  func read() -> LineHistory {
    guard let path, let text = StateFolder.text(of: path) else { return LineHistory() }
    let history = LineHistory(file: text)
    if text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) > 2 * history.limit { rewrite(history, path) }
    return history
  }

  /// - Returns: false where it cannot be kept
  func add(_ entry: String) -> Bool {
    guard let path, StateFolder.make(URL(fileURLWithPath: path).deletingLastPathComponent().path) else { return false }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let bytes = Array(LineHistory.written(entry).utf8)
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    // A part of a line would be glued to the next; there is room for its end at least.
    if count > 0, count < bytes.count { _ = write(descriptor, "\n", 1) }
    return count == bytes.count
  }

  private func rewrite(_ history: LineHistory, _ path: String) {
    // Who adds to the old file meanwhile loses a line: it happens once in thousands of lines, at a start.
    let temporary = "\(path).\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let bytes = Array(history.entries.map(LineHistory.written).joined().utf8)
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    if count != bytes.count || rename(temporary, path) != 0 { unlink(temporary) }
  }
}
