import Foundation
import Shell
import WorkforceModel

/// Scenarios that are written.
extension Performer {
  /// Writes a scenario so that it reads back as it stands.
  /// - Throws: where a file is there that would be lost, or what is written could not be read.
  static func save(_ located: LocatedScenario, whole isWhole: Bool, to output: String, force: Bool) throws {
    try check(output: output, isNot: nil)
    for file in located.files { try check(output: output, isNot: file.path) }
    var status = stat()
    // In an empty file, such as a shell makes for `>`, there is nothing to lose.
    if !force, AtomicFile.stream(named: output) == nil, stat(output, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size > 0
    {
      throw Faults("there is a file \(output)", help: ["--force replaces it"])
    }
    let name = try ScenarioLocator.name(in: located, whole: isWhole, for: output)
    let saved = try SaveCommand.text(of: located.loaded, extending: name)
    try self.output(saved.text, to: output)
    tell(saved.lost)
    standardError("\(output): \(saved.words)\n")
  }
}
