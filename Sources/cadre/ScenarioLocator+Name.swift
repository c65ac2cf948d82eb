import Foundation
import Shell
import ShippedScenarios
import WorkforceModel

/// What a scenario is called in a file of another folder.
extension ScenarioLocator {
  /// How a file to be written names the scenario that it extends.
  /// - Throws: where it has no name there: it came through a pipe, or a file in that folder takes its name.
  static func name(of base: ScenarioSource, for output: String) throws(Faults) -> String {
    let folder = output.lastIndex(of: "/").map { String(output[...$0]) } ?? ""
    switch base.place {
    case .stream, .begun:
      throw Faults("\(base.source) is no file that another could extend", help: ["--whole writes everything"])
    case .shipped(let name):
      guard !isFile(folder + name) else {
        throw Faults(
          "the file \(folder + name) would be extended, not the scenario of that name that ships with cadre",
          help: ["--whole writes everything; or write to another folder"])
      }
      return name
    case .file(let path): return try relative(path, to: folder)
    }
  }

  /// The path of a file as seen from a folder. Both are resolved first: `..` leads out of the folder that a link names.
  private static func relative(_ path: String, to folder: String) throws(Faults) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let own = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let (from, to) = (try segments(of: folder), try segments(of: own))
    let common = zip(from, to).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: from.count - common)
    return (up + to.dropFirst(common) + [name]).joined(separator: "/")
  }

  private static func segments(of folder: String) throws(Faults) -> [String] {
    guard let pointer = realpath(folder.isEmpty ? "." : folder, nil) else {
      throw Faults("cannot write to \(folder): \(String(cString: strerror(errno)))")
    }
    defer { free(pointer) }
    return String(cString: pointer).split(separator: "/").map(String.init)
  }
}
