public import ScenarioFiles
public import WorkforceModel

/// The text of a scenario, and where it was found.
public struct ScenarioSource: Sendable {
  public enum Place: Equatable, Sendable {
    case file(path: String)
    case shipped(name: String)
    /// A pipe or a terminal: read once, and then gone.
    case stream
    /// Begun in the session, and never written.
    case begun
  }

  public var place: Place
  public var text: String
  /// The name by which faults are located.
  public var source: String
  /// The file's name without folder and ending.
  public var stem: String
  /// Equal for one file reached in two ways.
  public var identity: String
  /// Said where a file takes the name of a scenario that ships.
  public var hiding: Diagnostic?

  public init(
    place: Place, text: String, source: String, stem: String, identity: String, hiding: Diagnostic? = nil
  ) {
    self.place = place
    self.text = text
    self.source = source
    self.stem = stem
    self.identity = identity
    self.hiding = hiding
  }

  /// The file's own path; nil where there is none.
  public var path: String? {
    if case .file(let path) = place { path } else { nil }
  }

  public func file() throws(Faults) -> ScenarioFile { try ScenarioFile(text, source: source, identity: identity) }
}
