import Foundation
import Shell

/// The statements of this session on disk while it has changes that no file holds, so that a crash or a signal loses
/// nothing. The file is locked as long as the session lives; one that nobody holds was left behind.
final class SessionLog {
  private let path: String
  private let descriptor: Int32
  /// Statements that are in the file.
  private var written = 0

  /// - Returns: nil where nothing can be kept
  init?() {
    guard let folder = StateFolder.sessions, StateFolder.make(folder) else { return nil }
    // A number may have been some other process's before.
    var found: (String, Int32)?
    for attempt in 0..<100 {
      let path = "\(folder)/\(getpid())\(attempt == 0 ? "" : "-\(attempt)").cadre"
      let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        found = (path, descriptor)
        break
      }
      close(descriptor)
    }
    guard let found else { return nil }
    (path, descriptor) = found
  }

  /// Writes what was said since the last time, or empties the file where nothing would be lost.
  func keep(_ session: Session) {
    guard session.unsavedChanges > 0 else {
      if written > 0 { ftruncate(descriptor, 0) }
      written = 0
      return
    }
    let statements = session.script
    // The scenario that was open at first has changed, or statements were left out: all anew.
    if written > statements.count { written = 0 }
    if written == 0 { ftruncate(descriptor, 0) }
    let bytes = Array(statements[written...].map { $0 + "\n" }.joined().utf8)
    lseek(descriptor, 0, SEEK_END)
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    written = statements.count
  }

  /// The session ended as it should.
  func end() {
    unlink(path)
    close(descriptor)
  }

  // MARK: what others left behind

  /// Files of sessions that ended otherwise, the last first.
  static func abandoned() -> [String] {
    guard let folder = StateFolder.sessions,
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return [] }
    var found: [(path: String, time: Double)] = []
    for name in names where name.hasSuffix(".cadre") {
      let path = "\(folder)/\(name)"
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { continue }
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { continue }
      if status.st_size == 0 {
        unlink(path)
      } else {
        found.append((path, Double(status.st_mtim.tv_sec)))
      }
    }
    return found.sorted { $0.time > $1.time }.map(\.path)
  }
}
