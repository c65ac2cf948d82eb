public import WorkforceModel

/// A scenario file with the file that it extends, the one that this extends, and so on.
public struct ScenarioChain: Sendable {
  /// The scenario's own file first, the one that extends nothing last.
  public let files: [ScenarioFile]

  /// Files that a chain may have.
  public static let longest = 16

  /// Follows a file to the one that extends nothing.
  /// - Parameter base: finds what a file calls its base, and throws faults without a place when there is none
  /// - Throws: ``Faults`` at the line that names a base which cannot be had, or which leads back into the chain.
  public init(
    _ own: ScenarioFile, base: (_ name: String, _ from: ScenarioFile) throws(Faults) -> ScenarioFile
  ) throws(Faults) {
    var files = [own]
    while let last = files.last, let (name, range) = try last.base() {
      func fault(_ message: String, _ help: String) -> Faults {
        TextBounds.capped(files.flatMap(\.diagnostics) + [Diagnostic(message, at: range, help: [help])])
      }
      guard files.count < ScenarioChain.longest else {
        throw fault(
          "more than \(ScenarioChain.longest) files extend one another", "write one of them whole: cadre save … --whole"
        )
      }
      let next: ScenarioFile
      do {
        next = try base(name, last)
      } catch {
        let placed = error.diagnostics.map { given in
          var diagnostic = given
          diagnostic.range = given.range ?? range
          return diagnostic
        }
        throw TextBounds.capped(files.flatMap(\.diagnostics) + placed)
      }
      if let first = files.firstIndex(where: { $0.identity == next.identity }) {
        let names = (files[first...] + [files[first]]).map(\.source)
        throw fault(
          "a scenario cannot extend itself: \(names.joined(separator: " → "))",
          "the last of them must extend another scenario, or none")
      }
      files.append(next)
    }
    self.files = files
  }

  /// A file that extends nothing.
  /// - Throws: ``Faults`` where it does.
  public init(_ own: ScenarioFile) throws(Faults) {
    try self.init(own) { (name, _) throws(Faults) in
      throw Faults("the scenario '\(name)' is not at hand: this text must stand by itself")
    }
  }

  /// A file laid over what has been read.
  /// - Throws: ``Faults`` when the chain gets too long.
  public init(_ own: ScenarioFile, over chain: ScenarioChain) throws(Faults) {
    var rest = chain.files[...]
    try self.init(own) { (name, _) throws(Faults) in
      guard let next = rest.popFirst() else { throw Faults("the scenario '\(name)' is not at hand") }
      return next
    }
  }

  /// The trees, the base's first: each lies over those before it.
  public var layers: [SourceNode] { files.reversed().map(\.node) }

  /// The chain without its first file; nil when there is no other.
  public var base: ScenarioChain? { files.count > 1 ? ScenarioChain(files: Array(files.dropFirst())) : nil }

  private init(files: [ScenarioFile]) {
    self.files = files
  }

  /// SHA-256 of all the texts.
  public var digest: String {
    let own = files.map { ScenarioText.digest(ofText: $0.text) }
    return own.count == 1 ? own[0] : ScenarioText.digest(ofText: own.joined(separator: "\n"))
  }

  /// The comments of all the texts; at a key, those of the file nearest to the scenario itself.
  public var comments: ScenarioComments {
    files.reversed().reduce(ScenarioComments.none) { $0.overlaid(by: ScenarioComments(of: $1)) }
  }
}
