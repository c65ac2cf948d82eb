import CLineEditor
import Foundation
import Shell
import ShippedScenarios
import Synchronization

/// What scenarios call themselves, for lists that must be there at once: each file is looked into once, until it changes.
enum Titles {
  private struct Entry {
    var state: UInt64
    var title: String?
  }

  private static let known = Mutex<[String: Entry]>([:])
  /// Bytes of a file that are looked through.
  private static let most = 65_536

  static func title(ofShipped name: String) -> String? {
    title(of: "shipped:\(name)", state: 1) { ShippedScenarios.text(named: name).flatMap(ScenarioListing.title) }
  }

  /// Nil for what is no regular file: reading one that is none may take for ever.
  static func title(ofFile path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return title(of: path, state: cle_file_state(path)) {
      guard let file = FileHandle(forReadingAtPath: path) else { return nil }
      defer { try? file.close() }
      guard let data = try? file.read(upToCount: most) else { return nil }
      return ScenarioListing.title(String(decoding: data, as: UTF8.self))
    }
  }

  private static func title(of key: String, state: UInt64, _ read: () -> String?) -> String? {
    if let entry = known.withLock({ $0[key] }), entry.state == state { return entry.title }
    let title = read()
    known.withLock { $0[key] = Entry(state: state, title: title) }
    return title
  }
}
