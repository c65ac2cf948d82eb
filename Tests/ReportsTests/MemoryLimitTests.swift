import Shell
import Testing

/// The memory that there is, from the files in which Linux tells it.
@Suite struct MemoryLimitTests {
  private static let meminfo = "MemTotal:       24000000 kB\nMemFree:  1 kB\nMemAvailable:   20000000 kB\n"

  private static func available(_ files: [String: String]) -> MemoryLimit? { MemoryLimit.available { files[$0] } }

  @Test func theMachine() {
    #expect(
      Self.available(["/proc/meminfo": Self.meminfo])
        == MemoryLimit(bytes: 20_000_000 * 1024, origin: "MemAvailable of /proc/meminfo"))
    #expect(Self.available([:]) == nil)
    #expect(Self.available(["/proc/meminfo": "nonsense"]) == nil)
  }

  /// The tightest of the process's group and those above it; files that can be read again count as free.
  @Test func controlGroups() {
    let files = [
      "/proc/meminfo": Self.meminfo, "/proc/self/cgroup": "0::/a/b\n",
      "/sys/fs/cgroup/a/b/memory.max": "max\n", "/sys/fs/cgroup/a/b/memory.current": "5\n",
      "/sys/fs/cgroup/a/memory.max": "4000000000\n", "/sys/fs/cgroup/a/memory.current": "1500000000\n",
      "/sys/fs/cgroup/a/memory.stat": "anon 7\ninactive_file 500000000\n",
    ]
    #expect(
      Self.available(files)
        == MemoryLimit(bytes: 3_000_000_000, origin: "what is left of /sys/fs/cgroup/a/memory.max"))
  }

  @Test func controlGroupsOfTheFirstVersion() {
    let folder = "/sys/fs/cgroup/memory/job"
    var files = [
      "/proc/meminfo": Self.meminfo, "/proc/self/cgroup": "5:devices:/x\n4:cpu,memory:/job\n0::/\n",
      "\(folder)/memory.limit_in_bytes": "1000000000\n", "\(folder)/memory.usage_in_bytes": "400000000\n",
    ]
    let origin = "what is left of \(folder)/memory.limit_in_bytes"
    #expect(Self.available(files) == MemoryLimit(bytes: 600_000_000, origin: origin))
    // As good as no limit, which is how none is written.
    files["\(folder)/memory.limit_in_bytes"] = "9223372036854771712\n"
    #expect(Self.available(files)?.origin == "MemAvailable of /proc/meminfo")
    // More is in use than may be.
    files["\(folder)/memory.limit_in_bytes"] = "1000\n"
    #expect(Self.available(files)?.bytes == 0)
  }
}
