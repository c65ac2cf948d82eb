public import WorkforceModel

/// The text of one scenario file, parsed: all of a scenario, or what differs from the one that it extends.
public struct ScenarioFile: Sendable {
  public let text: String
  /// The name by which faults in it are located.
  public let source: String
  /// What two files have in common only when they are one and the same, however they were reached.
  public let identity: String
  let node: SourceNode
  /// Faults that left the rest readable.
  let diagnostics: [Diagnostic]

  /// - Throws: ``Faults`` in a text that cannot be parsed, or is no mapping.
  public init(_ text: String, source: String, identity: String? = nil) throws(Faults) {
    self.text = text
    self.source = source
    self.identity = identity ?? source
    (node, diagnostics) = try ScenarioText.parsed(text, source: source)
    guard node.members != nil else {
      let fault = Diagnostic(
        "a scenario is a mapping with a 'key: value' on each line, not \(node.words)", at: node.range,
        help: ["begin with cadre: 1"])
      throw TextBounds.capped(diagnostics + [fault])
    }
  }

  /// What the file says that it extends; nil when it stands by itself.
  /// - Throws: ``Faults`` where that is no name.
  func base() throws(Faults) -> (name: String, range: SourceRange)? {
    guard let given = node.members?.first(where: { $0.key == Scenario.extendsKey })?.value else { return nil }
    // Like any value it may have provenance beside it.
    let value = given.members?.first { $0.key == "value" }?.value ?? given
    guard let name = value.scalar, !value.isEmpty, !name.isEmpty, !value.isNone else {
      let fault = Diagnostic(
        "\(Scenario.extendsKey) names a file or a scenario that ships, and is not \(value.words)", at: value.range,
        help: ["a file that extends nothing does not say so"])
      throw TextBounds.capped(diagnostics + [fault])
    }
    return (name, value.range)
  }
}
