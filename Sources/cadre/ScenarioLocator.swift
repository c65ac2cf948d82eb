import Foundation
import ScenarioFiles
import Shell
import ShippedScenarios
import WorkforceModel

/// Finds a scenario by what was typed: a file, or the name of one that ships in the program.
enum ScenarioLocator {
  typealias Found = ScenarioSource

  static func find(_ typed: String) throws(Faults) -> Found {
    if typed == "-" { return try find("/dev/stdin", shownAs: "stdin") }
    return try find(typed, shownAs: typed)
  }

  /// What a file calls its base: a path relative to the file's folder, or the name of a scenario that ships.
  static func find(base name: String, of found: Found) throws(Faults) -> Found {
    switch found.place {
    case .shipped:
      guard let text = ShippedScenarios.text(named: name) else { throw missing(name, prefix: nil) }
      return shipped(name, text: text)
    case .stream, .begun: return try find(regular: name)
    case .file(let path):
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      if name.hasPrefix("/") || folder.isEmpty { return try find(regular: name) }
      // A name that ships stands for itself in every folder, unless a file there has it.
      if ShippedScenarios.names.contains(name), !isFile(folder + name) { return try find(name: name) }
      var base = try find(regular: folder + name)
      if ShippedScenarios.names.contains(name) { base.hiding = hiding(folder + name) }
      return base
    }
  }

  private static func find(name: String) throws(Faults) -> Found {
    guard let text = ShippedScenarios.text(named: name) else { throw missing(name, prefix: nil) }
    return shipped(name, text: text)
  }

  /// A base is read each time that the scenario is: a pipe or a device cannot be one.
  private static func find(regular path: String) throws(Faults) -> Found {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG, status.st_mode & S_IFMT != S_IFDIR {
      throw Faults("\(path) is no regular file, so it cannot be extended")
    }
    return try find(path, shownAs: path)
  }

  private static func shipped(_ name: String, text: String) -> Found {
    Found(
      place: .shipped(name: name), text: text, source: "\(name) (ships with cadre)", stem: name,
      identity: "shipped:\(name)")
  }

  private static func find(_ typed: String, shownAs shown: String) throws(Faults) -> Found {
    // A folder is no scenario that could be meant.
    if let text = ShippedScenarios.text(named: typed), !isFile(typed) { return shipped(typed, text: text) }
    if let (bytes, status) = try read(typed) {
      let isRegular = status.st_mode & S_IFMT == S_IFREG
      return Found(
        place: isRegular ? .file(path: typed) : .stream, text: try ScenarioText.decode(bytes, source: shown),
        source: shown, stem: stem(shown), identity: "file:\(status.st_dev):\(status.st_ino)",
        hiding: ShippedScenarios.names.contains(typed) ? hiding(typed) : nil)
    }
    throw missing(typed, prefix: "")
  }

  /// Whether there is anything but a folder.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
  }

  private static func hiding(_ path: String) -> Diagnostic {
    Diagnostic(
      "\(path) is a file here; the scenario of that name that ships with cadre is not read", severity: .note)
  }

  /// - Parameter prefix: nil where no file is meant.
  private static func missing(_ typed: String, prefix given: String?) -> Faults {
    guard given != nil else {
      return Faults(
        "no scenario '\(typed)' ships with cadre",
        help: ["scenarios that ship: \(Suggestion.list(ShippedScenarios.names))"])
    }
    let slash = typed.lastIndex(of: "/")
    let prefix = slash.map { String(typed[...$0]) } ?? ""
    let files = (try? FileManager.default.contentsOfDirectory(atPath: prefix.isEmpty ? "." : prefix)) ?? []
    let names = files.filter { $0.hasSuffix(".yaml") }.sorted().map { prefix + $0 } + ShippedScenarios.names
    let help = Suggestion.help(for: typed, among: names)
    return Faults(
      "there is no file '\(typed)', and no scenario of that name ships with cadre",
      help: [help ?? "scenarios that ship: \(Suggestion.list(ShippedScenarios.names))"])
  }

  private static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name.hasSuffix(".yml") ? String(name.dropLast(4)) : name
  }

  /// The bytes of a file, up to one more than a scenario may have; nil when there is no such file.
  private static func read(_ path: String) throws(Faults) -> ([UInt8], stat)? {
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
      return (bytes, status)
    } catch {
      throw Faults("cannot read \(path): it gives no data")
    }
  }
}
