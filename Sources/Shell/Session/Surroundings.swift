public import WorkforceModel
public import WorkforceSimulation

/// What the language needs of the world around it, and cannot do itself: files, simulations, the screen.
///
/// A statement works on a copy of the session, which takes the session's place when everything has succeeded: what throws
/// here leaves the session as it was. See docs/decisions/0006-the-shell.md.
public protocol Surroundings {
  /// Gives a text in parts, in order.
  typealias Report = ((String) throws -> Void) throws -> Void

  var display: Display { get }
  var processors: Int { get }
  /// The memory there is; nil where it is not known, and then no run is too large.
  var memory: MemoryLimit? { get }
  /// The program's own version, for the provenance of results.
  var version: String { get }
  /// Whether results are kept for the statements that follow: not where there is only one.
  var keepsResults: Bool { get }
  /// Seconds from some moment on; for telling how long something took, never for results.
  var seconds: Double { get }

  /// Finds and reads a scenario, and those that it extends.
  /// - Parameter name: a file, or the name of a scenario that ships
  func open(_ name: String) throws -> LocatedScenario
  /// The scenarios that ``open(_:)`` finds by a plain name, with what they call themselves.
  func scenarios() -> [ScenarioListing]
  /// The same at once: titles as the files say them, whether they can be read or not.
  func scenarioNames() -> [ScenarioListing]
  /// The text of a file that is no scenario.
  func text(of path: String) throws -> String
  /// Whether the file of a scenario is as it was when it was read; what is no file always is.
  func isUnchanged(_ source: ScenarioSource) -> Bool
  /// Waits until one of some files is another than it was, or nobody wants to wait any more.
  /// - Parameter states: what ``state(of:)`` said of each
  /// - Returns: false where the waiting was given up
  func wait(forChangeOf states: [String: UInt64]) -> Bool
  /// A number that is another when a file has changed.
  func state(of path: String) -> UInt64
  /// Scripts of sessions that ended with changes that no file holds, and were never asked whether to lose them; the last
  /// first.
  func abandonedSessions() -> [String]
  /// Removes one of these scripts.
  func forget(abandoned path: String)
  /// Files in a folder, for completion.
  func files(beginningWith prefix: String) -> [String]

  /// Runs a simulation, with progress, until done or interrupted.
  /// - Parameters:
  ///   - futures: how many it simulates in all
  ///   - faults: what is wrong, in words; nil where it was interrupted
  /// - Throws: ``RunFailure``
  func simulate<Result>(
    futures: Int, faults: (RunFault) -> Faults?,
    _ run: (_ isCancelled: @escaping @Sendable () -> Bool, _ progress: @escaping @Sendable (Double) -> Void) throws ->
      Result
  ) throws -> Result

  /// Whether somebody waits for results, and would see a first answer before the whole one.
  var showsPreviews: Bool { get }
  /// Shows what is not yet the result.
  func preview(_ text: String)
  /// Shows a result.
  /// - Parameter paged: whether it is shown page by page where it is taller than the screen
  func show(_ report: @escaping Report, paged: Bool) throws
  /// Gives a result to a program of the system, and waits for its end.
  func send(_ report: @escaping Report, to program: String) throws
  /// Writes a file, whole or not at all.
  func write(_ report: @escaping Report, to path: String) throws
  /// Says what is no result: notes, warnings, faults.
  func tell(_ diagnostics: [Diagnostic])
  /// Makes a text one that faults can point into.
  func know(_ text: String, as source: String)

  /// - Throws: ``Faults`` where a result would replace one of the files, or nothing is named
  /// - Parameter option: what named the file, such as `--output`
  func check(destination path: String, isNone files: [ScenarioSource], option: String) throws
  /// - Throws: ``Faults`` where two results would come out of one stream
  func check(raw: String, output: String?) throws
  /// - Throws: ``Faults`` where there is a file that would be lost
  func check(absence path: String) throws
  /// How a file to be written names the scenario that it extends.
  /// - Returns: nil where it is to extend nothing
  /// - Throws: ``Faults`` where it has no name there
  func name(of base: ScenarioSource, for output: String) throws -> String
}

/// A scenario that can be opened by its name.
public struct ScenarioListing: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case shipped = "ships with cadre"
    case file = "a file here"
  }

  public var name: String
  /// What the scenario calls itself; nil where it cannot be read.
  public var title: String?
  public var kind: Kind

  public init(name: String, title: String?, kind: Kind) {
    self.name = name
    self.title = title
    self.kind = kind
  }

  /// What a file calls itself in a line of its own, without the file being read: for lists that must be there at once.
  public static func title(_ text: String) -> String? {
    let key = "name:"
    guard let line = text.split(whereSeparator: \.isNewline).first(where: { $0.hasPrefix(key) }) else { return nil }
    var value = line.dropFirst(key.count)
    if let comment = value.firstRange(of: " #") { value = value[..<comment.lowerBound] }
    let title = value.trimmingPrefix { $0.isWhitespace }
    guard let first = title.first, !"|>{[&*!".contains(first) else { return nil }
    return String(title.reversed().drop { $0.isWhitespace }.reversed()).trimmingQuotes
  }
}

/// Why a run gave no result.
public enum RunFailure: Error, Sendable {
  /// The run itself failed: a number was drawn that cannot be, or a target or an assertion does not hold.
  case failed(Faults)
  case interrupted(done: Int, of: Int)
}

extension String {
  /// Without the quotes around it.
  fileprivate var trimmingQuotes: String {
    guard count > 1, let quote = first, quote == last, quote == "'" || quote == "\"" else { return self }
    return String(dropFirst().dropLast())
  }
}
