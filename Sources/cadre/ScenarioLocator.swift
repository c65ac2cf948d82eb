import Foundation
import ScenarioFiles
import ShippedScenarios
import WorkforceModel

/// Finds a scenario by what was typed: a file, or the name of one that ships in the program.
enum ScenarioLocator {
  struct Found {
    var text: String
    /// The name by which faults are located.
    var source: String
    /// The file's name without folder and ending.
    var stem: String
  }

  static func find(_ typed: String) throws -> Found {
    if typed == "-" { return try find("/dev/stdin", shownAs: "stdin") }
    return try find(typed, shownAs: typed)
  }

  private static func find(_ typed: String, shownAs shown: String) throws -> Found {
    let stem = self.stem(shown)
    if let bytes = try read(typed) {
      return Found(text: try ScenarioText.decode(bytes, source: shown), source: shown, stem: stem)
    }
    if let text = ShippedScenarios.text(named: typed) {
      return Found(text: text, source: "\(typed) (ships with cadre)", stem: stem)
    }
    let slash = typed.lastIndex(of: "/")
    let prefix = slash.map { String(typed[...$0]) } ?? ""
    let files = (try? FileManager.default.contentsOfDirectory(atPath: prefix.isEmpty ? "." : prefix)) ?? []
    let names = files.filter { $0.hasSuffix(".yaml") }.sorted().map { prefix + $0 } + ShippedScenarios.names
    let help = Suggestion.help(for: typed, among: names)
    throw Faults(
      "there is no file '\(typed)', and no scenario of that name ships with cadre",
      help: [help ?? "scenarios that ship: \(Suggestion.list(ShippedScenarios.names))"])
  }

  private static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name.hasSuffix(".yml") ? String(name.dropLast(4)) : name
  }

  /// The bytes of a file, up to one more than a scenario may have; nil when there is no such file.
  private static func read(_ path: String) throws -> [UInt8]? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw Faults("cannot read \(path): \(String(cString: strerror(errno)))")
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw Faults("\(path) is a folder; name a scenario file in it") }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw Faults("cannot read \(path): \(String(cString: strerror(errno)))")
    }
    defer { try? file.close() }
    do {
      var bytes: [UInt8] = []
      // A pipe gives its content in parts.
      while bytes.count <= ScenarioText.largestFile, let part = try file.read(upToCount: 65_536), !part.isEmpty {
        bytes += part
      }
      return bytes
    } catch {
      throw Faults("cannot read \(path): it gives no data")
    }
  }
}
