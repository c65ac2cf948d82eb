import Synchronization
import WorkforceSimulation

/// Runs that have been made, so that none is made again: by what is simulated, seed and number of replicates.
///
/// It is shared by all copies of a session: what it holds changes how long an answer takes, and never the answer.
public final class ResultCache: Sendable {
  struct Key: Hashable, Sendable {
    /// SHA-256 of what is simulated.
    var digest: String
    var seed: UInt64
    var replicates: Int
    var hasChance: Bool
    var hasUncertainty: Bool
  }

  private struct Entry: Sendable {
    var key: Key
    var ensemble: Ensemble
  }

  /// Runs that are kept at once; the one that was longest not asked for goes.
  private static let most = 8

  /// The last asked for at the end.
  private let entries = Mutex<[Entry]>([])

  public init() {}

  /// A run that recorded all the columns.
  func ensemble(_ key: Key, holding columns: [Int]) -> Ensemble? {
    entries.withLock { entries in
      guard let place = entries.lastIndex(where: { $0.key == key }) else { return nil }
      let entry = entries[place]
      guard columns.allSatisfy({ entry.ensemble.slot(of: $0) != nil }) else { return nil }
      entries.append(entries.remove(at: place))
      return entry.ensemble
    }
  }

  func keep(_ ensemble: Ensemble, as key: Key) {
    entries.withLock { entries in
      entries.removeAll { $0.key == key }
      entries.append(Entry(key: key, ensemble: ensemble))
      if entries.count > ResultCache.most { entries.removeFirst() }
    }
  }
}
