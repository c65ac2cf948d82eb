public import Foundation

/// The program as it was built, beside the tests.
public enum BuiltProgram {
  public struct Missing: Error, CustomStringConvertible {
    public var description: String
  }

  /// The executable `cadre`.
  public static func executable() throws -> URL {
    let folder = try builtFolder()
    let file = folder.appendingPathComponent("cadre")
    guard FileManager.default.isExecutableFile(atPath: file.path) else {
      throw Missing(description: "there is no program beside the tests: swift build -c release --product cadre")
    }
    return file
  }

  /// The folder that holds the test bundle: what the tests run in, or, on macOS, what was handed to a helper.
  private static func builtFolder() throws -> URL {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments.first ?? ""
    var url = URL(fileURLWithPath: bundle).resolvingSymlinksInPath()
    while url.path != "/" {
      let isBundle = url.pathExtension == "xctest"
      url.deleteLastPathComponent()
      if isBundle { return url }
    }
    throw Missing(description: "the tests do not know where they were built: \(CommandLine.arguments)")
  }

  /// The root of the repository: the folder that tests are started in, or one above the built files.
  public static func repository() throws -> URL {
    let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    for start in [here, try builtFolder()] {
      var url = start
      while url.path != "/" {
        if FileManager.default.fileExists(atPath: url.appendingPathComponent("Package.swift").path) { return url }
        url.deleteLastPathComponent()
      }
    }
    throw Missing(description: "the tests do not find the repository: start them in it")
  }
}
