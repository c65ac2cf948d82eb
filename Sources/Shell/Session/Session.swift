public import OrderedCollections
import WorkforceModel

/// What somebody works with: the scenario as it stands, what it was before, what else has been named, and the settings.
///
/// A value: a statement works on a copy, and the copy takes its place when the statement has succeeded.
public struct Session: Sendable {
  /// The scenario as it stands; nil before one is opened.
  public internal(set) var current: LocatedScenario?
  public internal(set) var settings = Settings()
  /// Scenarios that were named, as they stood then.
  public internal(set) var named: OrderedDictionary<String, LocatedScenario> = [:]
  /// The statements that succeeded, as typed.
  public internal(set) var history: [String] = []
  /// What `quit` was asked with: the end of the session.
  public internal(set) var isOver = false

  /// The exit code of the first statement that failed where scripts go on; 0 for none.
  public internal(set) var failureCode: Int32 = 0

  /// What was asked by the last `what if`, until something is changed.
  var proposal: LocatedScenario?
  /// Scenarios as they stood before each change, the last change's at the end.
  var undoable: [LocatedScenario] = []
  /// Scenarios that were left by `undo`, the last left at the end.
  var redoable: [LocatedScenario] = []
  /// How many futures are simulated where a statement does not say; nil for the scenario's number.
  var replicates: String?
  /// What the last statement that had a result showed.
  var last: Answer?
  /// The scenario that was open at first, by the name that opens it.
  var first: String?
  /// How many scripts read one another.
  var depth = 0
  let results = ResultCache()

  /// - Parameter current: nil for none
  public init(_ current: LocatedScenario? = nil) {
    self.current = current
    first = current?.openingName
  }

  /// The names that were given.
  public var names: [String] { Array(named.keys) }

  /// How many changes of the scenario no file holds.
  public var unsavedChanges: Int { current?.unsavedChanges ?? 0 }

  /// Steps that can be taken back.
  static let longestUndo = 200

  /// Puts a scenario in the place of the one that stands, as one step.
  mutating func change(to next: LocatedScenario) {
    if let current {
      undoable.append(current)
      if undoable.count > Session.longestUndo { undoable.removeFirst() }
    }
    redoable = []
    proposal = nil
    current = next
  }

  /// Ends the session, as `quit` does.
  public mutating func leave() { isOver = true }
  /// Takes the end back.
  public mutating func stay() { isOver = false }

  mutating func undo() -> Bool {
    guard let before = undoable.popLast(), let current else { return false }
    redoable.append(current)
    proposal = nil
    self.current = before
    return true
  }

  mutating func redo() -> Bool {
    guard let next = redoable.popLast(), let current else { return false }
    undoable.append(current)
    proposal = nil
    self.current = next
    return true
  }
}
