import Foundation
import Shell

extension Performer {
  /// The memory that there is for a run.
  static var memory: MemoryLimit {
    let known = MemoryLimit.available { path in
      FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }
    return known
      ?? MemoryLimit(
        bytes: Int(clamping: ProcessInfo.processInfo.physicalMemory),
        origin: "all that the machine has; what is free of it could not be read")
  }
}
