import Foundation
import Shell

/// The statements of this session on disk while it has changes that no file holds, so that a crash or a signal loses
/// nothing. The file is locked as long as the session lives; one that nobody holds was left behind.
final class SessionLog {
  private var file: (path: String, descriptor: Int32)?
  /// Statements that are in the file.
  private var written = 0

  /// Writes what was said since the last time, or empties the file where nothing would be lost.
  func keep(_ session: Session) {
    guard session.unsavedChanges > 0 else {
      if let file, written > 0 { ftruncate(file.descriptor, 0) }
      written = 0
      return
    }
    if file == nil { file = SessionLog.begun() }
    guard let file else { return }
    let statements = session.script
    // Fewer than before are others than before.
    if written > statements.count { written = 0 }
    if written == 0 { ftruncate(file.descriptor, 0) }
    let bytes = Array(statements[written...].map { $0 + "\n" }.joined().utf8)
    lseek(file.descriptor, 0, SEEK_END)
    _ = bytes.withUnsafeBytes { write(file.descriptor, $0.baseAddress, $0.count) }
    written = statements.count
  }

  /// - Returns: nil where nothing can be kept
  private static func begun() -> (path: String, descriptor: Int32)? {
    guard let folder = StateFolder.sessions, StateFolder.make(folder) else { return nil }
    // The number of this process may have been another's before.
    for attempt in 0..<100 {
      let path = "\(folder)/\(getpid())\(attempt == 0 ? "" : "-\(attempt)")\(CommandRecord.scriptEnding)"
      let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return (path, descriptor) }
      close(descriptor)
    }
    return nil
  }

  /// The session ended as it should.
  func end() {
    guard let file else { return }
    unlink(file.path)
    close(file.descriptor)
    self.file = nil
  }

  // MARK: what others left behind

  /// Files of sessions that ended otherwise, the last first.
  static func abandoned() -> [String] {
    guard let folder = StateFolder.sessions,
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return [] }
    var found: [(path: String, time: Double)] = []
    for name in names where name.hasSuffix(CommandRecord.scriptEnding) {
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
