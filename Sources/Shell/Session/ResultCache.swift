import Synchronization
import WorkforceSimulation

/// Runs that have been made, so that none is made again: by what is simulated, seed, number of futures, and what was
/// recorded.
///
/// It is shared by all copies of a session: what it holds changes how long an answer takes, and never the answer.
public final class ResultCache: Sendable {
  private struct Entry: Sendable {
    var key: RunKey
    var ensemble: Ensemble
  }

  /// Runs that are kept at once; the one that was longest not asked for goes.
  private static let most = 8

  /// The last asked for at the end.
  private let entries = Mutex<[Entry]>([])

  public init() {}

  /// A run that holds all that one of the key would.
  /// - Parameter isLonger: whether it may have more futures, of which the first are those of the key
  func ensemble(_ key: RunKey, orLonger isLonger: Bool) -> Ensemble? {
    entries.withLock { entries in
      guard
        let place = entries.lastIndex(where: {
          $0.key.serves(key) && (isLonger || $0.key.replicates == key.replicates)
        })
      else { return nil }
      let entry = entries.remove(at: place)
      entries.append(entry)
      return entry.ensemble
    }
  }

  func keep(_ ensemble: Ensemble, as key: RunKey) {
    entries.withLock { entries in
      entries.removeAll { key.serves($0.key) && key.replicates == $0.key.replicates }
      entries.append(Entry(key: key, ensemble: ensemble))
      if entries.count > ResultCache.most { entries.removeFirst() }
    }
  }
}
