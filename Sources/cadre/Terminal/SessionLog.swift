import Foundation
import Shell

/// What this session has changed and no file holds, on disk as a script, so that a crash or a signal loses nothing. The
/// file is locked as long as the session lives; one that nobody holds was left behind.
final class SessionLog {
  private var file: (path: String, descriptor: Int32)?
  private var written = ""

  /// Writes the changes, or empties the file where nothing would be lost.
  /// - Returns: false where they cannot be kept
  func keep(_ session: Session) -> Bool {
    let script = session.rescue { URL(fileURLWithPath: $0).path }.map { $0 + "\n" }.joined()
    guard script != written else { return true }
    if file == nil { file = SessionLog.begun() }
    guard let file else { return script.isEmpty }
    let bytes = Array(script.utf8)
    let count = bytes.withUnsafeBytes { pwrite(file.descriptor, $0.baseAddress, $0.count, 0) }
    // Half of it would be taken for all of it.
    let isWhole = count == bytes.count
    ftruncate(file.descriptor, isWhole ? bytes.count : 0)
    written = isWhole ? script : ""
    return isWhole
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
