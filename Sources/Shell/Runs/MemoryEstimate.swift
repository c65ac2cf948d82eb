import Reports
import WorkforceModel

/// What a run will have in memory, told before it begins.
public struct MemoryEstimate: Sendable, Equatable {
  public enum Part: String, Sendable, CaseIterable {
    /// The program, and the state of the futures that are being simulated.
    case program
    /// The people of every future that are recorded.
    case people
    /// The numbers that every future drew.
    case parameters
    /// Followed starters.
    case cohorts
    /// Metrics by future while their statistics are worked out, and the statistics.
    case statistics
    /// Futures on their way to a file.
    case raw

    var words: String {
      switch self {
      case .program: "the program"
      case .people: "people recorded"
      case .parameters: "drawn numbers"
      case .cohorts: "cohorts"
      case .statistics: "statistics"
      case .raw: "every value (--raw)"
      }
    }
  }

  /// Bytes whatever the number of futures.
  private var fixed: [Part: Int] = [:]
  /// Bytes of each future.
  private var each: [Part: Int] = [:]

  /// The program with a scenario compiled; measured.
  private static let program = 30_000_000

  public init() { fixed[.program] = MemoryEstimate.program }

  mutating func add(_ part: Part, fixed bytes: Int = 0, each eachBytes: Int = 0) {
    fixed[part, default: 0] += bytes
    each[part, default: 0] += eachBytes
  }

  /// What another run of the same program has in memory besides.
  mutating func add(_ other: MemoryEstimate) {
    for part in Part.allCases { add(part, fixed: other.fixed[part] ?? 0, each: other.each[part] ?? 0) }
    add(.program, fixed: -MemoryEstimate.program)
  }

  mutating func set(_ part: Part, each bytes: Int) { each[part] = bytes }

  func bytesEach(_ part: Part) -> Int { each[part] ?? 0 }

  public func bytes(_ part: Part, futures: Int) -> Int { (fixed[part] ?? 0) + (each[part] ?? 0) * futures }

  public func bytes(futures: Int) -> Int { Part.allCases.reduce(0) { $0 + bytes($1, futures: futures) } }

  /// The most futures that fit.
  public func most(in limit: Int) -> Int {
    max(0, limit - bytes(futures: 0)) / max(1, each.values.reduce(0, +))
  }

  /// - Parameters:
  ///   - narrower: what else takes less, such as "fewer months (--months)"
  ///   - fewest: futures that the command needs
  ///   - what: does not fit
  /// - Throws: ``Faults`` for a run that does not fit
  func check(
    futures: Int, in limit: MemoryLimit, narrower: String, fewest: Int = 1, of what: String = "the run"
  ) throws(Faults) {
    let needed = bytes(futures: futures)
    guard needed > limit.bytes else { return }
    let largest = Part.allCases.map { ($0, bytes($0, futures: futures)) }.sorted { $0.1 > $1.1 }.prefix(2)
      .map { "\(MemoryEstimate.shown($0.1)) for \($0.0.words)" }.joined(separator: ", ")
    let most = self.most(in: limit.bytes)
    let fitting = most >= fewest ? "at most --replicates \(most) would fit, or " : "ask for "
    throw Faults(
      "\(what) would need about \(MemoryEstimate.shown(needed)) of memory, and \(MemoryEstimate.shown(limit.bytes)) are "
        + "available: \(limit.origin)",
      help: ["\(fitting)\(narrower)", "the largest parts are \(largest)"])
  }

  /// `240 MB`, `4.1 GB`.
  static func shown(_ bytes: Int) -> String {
    bytes < 1_000_000_000
      ? "\(bytes / 1_000_000) MB" : "\(Shown.fixed(Double(bytes) / 1e9, decimals: 1)) GB"
  }
}
