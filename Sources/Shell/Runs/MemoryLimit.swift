/// How much memory a run may take, and who says so.
public struct MemoryLimit: Sendable, Equatable {
  public var bytes: Int
  /// Where the number comes from, as the end of "… are available:".
  public var origin: String

  public init(bytes: Int, origin: String) {
    self.bytes = bytes
    self.origin = origin
  }

  /// What a Linux machine has available, or what a control group leaves of it where that is less; nil where neither can
  /// be told.
  /// - Parameter text: the text of a file of /proc or /sys; nil where there is none
  public static func available(_ text: (String) -> String?) -> MemoryLimit? {
    var limits = ControlGroup.all(text).compactMap { $0.limit(text) }
    if let free = text(meminfo).flatMap({ field("MemAvailable:", of: $0) }) {
      limits.append(MemoryLimit(bytes: free * 1024, origin: "MemAvailable of \(meminfo)"))
    }
    return limits.min { $0.bytes < $1.bytes }
  }

  private static let meminfo = "/proc/meminfo"

  /// The number behind a name, on a line of its own.
  fileprivate static func field(_ name: String, of text: String) -> Int? {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count > 1, words[0] == name { return Int(words[1]) }
    }
    return nil
  }
}

/// A control group that the process is in, or that holds one.
private struct ControlGroup {
  /// Its folder, and the names of the files in it, which differ between the two versions of control groups.
  var folder: String
  var most: String
  var used: String
  var reclaimable: String

  /// The process's own and all above it.
  static func all(_ text: (String) -> String?) -> [ControlGroup] {
    (text("/proc/self/cgroup") ?? "").split(separator: "\n").flatMap { line -> [ControlGroup] in
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return [] }
      if parts[1].isEmpty {
        return folders(parts[2]).map {
          ControlGroup(
            folder: "/sys/fs/cgroup" + $0, most: "memory.max", used: "memory.current", reclaimable: "inactive_file")
        }
      }
      guard parts[1].split(separator: ",").contains("memory") else { return [] }
      return folders(parts[2]).map {
        ControlGroup(
          folder: "/sys/fs/cgroup/memory" + $0, most: "memory.limit_in_bytes", used: "memory.usage_in_bytes",
          reclaimable: "total_inactive_file")
      }
    }
  }

  /// `/a/b`, `/a` and the root, of `/a/b`.
  private static func folders(_ path: Substring) -> [String] {
    var parts = path.split(separator: "/")
    var folders = [""]
    while !parts.isEmpty {
      folders.append(parts.map { "/" + $0 }.joined())
      parts.removeLast()
    }
    return folders
  }

  /// What is left of its limit; files that were read and could be read again are given back when memory is wanted.
  func limit(_ text: (String) -> String?) -> MemoryLimit? {
    func number(_ name: String) -> Int? {
      text("\(folder)/\(name)").flatMap { Int($0.prefix { $0.isNumber }) }
    }
    guard let most = number(most), let used = number(used) else { return nil }
    let kept = text("\(folder)/memory.stat").flatMap { MemoryLimit.field(reclaimable, of: $0) } ?? 0
    return MemoryLimit(bytes: max(0, most - max(0, used - kept)), origin: "what is left of \(folder)/\(self.most)")
  }
}
