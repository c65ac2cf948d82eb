import Foundation
import WorkforceModel

/// Where results may go: not over what they are made from, and not two into one.
extension Performer {
  /// - Throws: where the result would replace the scenario that it is made from, or no file is named.
  static func check(output: String?, isNot input: String?, option: String = "--output") throws {
    if let output, output.isEmpty || output == "-" {
      let help = option == "--output" ? ["without --output the result goes to standard output"] : []
      throw Faults("\(option) names a file", help: help)
    }
    func identity(_ path: String) -> (UInt, UInt)? {
      var status = stat()
      return stat(path, &status) == 0 ? (UInt(status.st_dev), UInt(status.st_ino)) : nil
    }
    guard let output, let input, let one = identity(output), let two = identity(input), one == two else { return }
    throw Faults("\(option) would replace the scenario \(input)", help: ["name another file"])
  }

  /// - Throws: where two files of CSV would come out of one stream, as one that is neither.
  static func check(raw: String, output: String?) throws {
    func isStandardOutput(_ path: String) -> Bool {
      if AtomicFile.stream(named: path) == STDOUT_FILENO { return true }
      var (file, stream) = (stat(), stat())
      // /dev/null swallows both, a file does not.
      return stat(path, &file) == 0 && fstat(STDOUT_FILENO, &stream) == 0 && file.st_mode & S_IFMT != S_IFCHR
        && file.st_dev == stream.st_dev && file.st_ino == stream.st_ino
    }
    guard isStandardOutput(raw), output.map(isStandardOutput) ?? true else { return }
    throw Faults(
      "--raw would write to standard output, where the result goes: nobody could tell them apart",
      help: ["--output PATH writes the result to a file; --raw PATH writes the futures to another"])
  }

  /// Where a path leads, whether there is a file or not.
  static func destination(of path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
