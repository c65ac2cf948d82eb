import Foundation

/// Where the program keeps what it remembers between sessions: `$XDG_STATE_HOME/cadre`, by default
/// `~/.local/state/cadre`; and where the user's own start file is: `$XDG_CONFIG_HOME/cadre`, by default `~/.config/cadre`.
enum StateFolder {
  /// Nil where there is no home.
  static var path: String? { folder("XDG_STATE_HOME", ".local/state") }
  static var history: String? { path.map { $0 + "/history" } }
  static var sessions: String? { path.map { $0 + "/sessions" } }
  /// Statements that are run before the first prompt.
  static var startFile: String? { folder("XDG_CONFIG_HOME", ".config").map { $0 + "/start.cadre" } }

  private static func folder(_ variable: String, _ usual: String) -> String? {
    let environment = ProcessInfo.processInfo.environment
    // The specification: what is no absolute path is as if it were not set.
    if let given = environment[variable], given.hasPrefix("/") { return given + "/cadre" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return "\(home)/\(usual)/cadre"
  }

  /// Makes a folder that nobody else may read.
  static func make(_ path: String) -> Bool {
    (try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])) != nil
  }

  static func text(of path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}
