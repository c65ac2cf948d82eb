import OrderedCollections

/// A scenario with where each of its values was written, and what was remarked while it was read.
public struct ReadScenario: Sendable {
  public var scenario: Scenario
  /// Path → the place of the value: a file, or the option that changed it.
  public var origins: [String: SourceRange]
  public var warnings: [Diagnostic]

  public init(scenario: Scenario, origins: [String: SourceRange] = [:], warnings: [Diagnostic] = []) {
    self.scenario = scenario
    self.origins = origins
    self.warnings = warnings
  }
}

extension Scenario {
  /// Reads and checks a scenario that stands in one text.
  public static func read(_ node: SourceNode) throws(Faults) -> ReadScenario { try read([node]) }

  /// Reads and checks a whole scenario.
  /// - Parameter layers: the texts, each over those before it; at least one
  /// - Throws: ``Faults`` with every fault found.
  public static func read(_ layers: [SourceNode]) throws(Faults) -> ReadScenario {
    do {
      return try unblamed(layers)
    } catch {
      throw blaming(layers, for: error)
    }
  }

  /// The same, each fault where it shows.
  static func unblamed(_ layers: [SourceNode]) throws(Faults) -> ReadScenario {
    var (scenario, reading) = laid(layers)
    if let last = layers.last {
      Scenario.schema.reportMissing(in: scenario, base: "", at: last.range, in: &reading)
    }
    if reading.hasErrors {
      scenario.checkReferences(in: &reading)
      scenario.checkWholes(in: &reading)
      throw Faults(reading.diagnostics)
    }
    return try scenario.checked(reading)
  }

  /// What the texts give, each over those before it, without asking whether it is all that a scenario needs: the base
  /// of a scenario need not stand by itself.
  public static func incomplete(_ layers: [SourceNode]) -> Scenario { laid(layers).0 }

  private static func laid(_ layers: [SourceNode]) -> (Scenario, Reading) {
    var scenario = Scenario()
    var all = Reading()
    for (position, layer) in layers.enumerated() {
      var reading = Reading()
      reading.isOver = position > 0
      Scenario.schema.read(layer, into: &scenario, base: "", in: &reading)
      all.lay(reading)
    }
    return (scenario, all)
  }

  /// Runs the checks between values, and keeps what was remarked.
  func checked(_ given: Reading) throws(Faults) -> ReadScenario {
    var reading = given
    check(in: &reading)
    if reading.hasErrors { throw Faults(reading.diagnostics) }
    let warnings = reading.diagnostics.filter { $0.severity != .error }
    return ReadScenario(scenario: self, origins: reading.origins, warnings: warnings)
  }

  /// The scenario as a mapping, as it would be written to a file that extends nothing.
  public var written: SourceNode {
    var whole = self
    whole.extends = nil
    return Scenario.schema.write(whole, style: .file)
  }

  /// The scenario as a mapping that makes it out of another: only what differs, `none` for what it lacks. Named things
  /// keep the order that they have in the base.
  /// - Parameters:
  ///   - base: what it differs from
  ///   - name: how the base is to be called in the file
  public func differences(from base: Scenario, called name: Entry<String>) -> SourceNode {
    var (own, other) = (self, base)
    own.extends = name
    other.extends = nil
    // Every file says in which format it is written.
    other.cadre.isGiven = false
    return Scenario.schema.differences(own, from: other)
  }

  /// One line that is equal for two scenarios exactly when the same is simulated: every value, defaults included, keys
  /// in ascending order, without names, notes, provenance, seed and replicates.
  public var simulatedText: String {
    Scenario.canonical(Scenario.schema.write(self, style: .simulated)).flowText
  }

  /// The same for whatever means the same: keys in ascending order, lengths and counts in one spelling.
  static func canonical(_ node: SourceNode) -> SourceNode {
    var result = node
    switch node.content {
    case .scalar(let text):
      // `5y` and `60mo` are one length.
      if let span = MonthSpan(text) { result.content = .scalar(span.description) }
      // `430 leavers over …` and `430 exits over …` are one quantity.
      let words = text.split(separator: " ")
      if words.count >= 5, words[2] == "over", words[4] == "person-years" {
        result.content = .scalar((["\(words[0]) events"] + words.dropFirst(2)).joined(separator: " "))
      }
    case .sequence(let items):
      // The order of the paths that a factor moves means nothing.
      result.content = .sequence(items.map(canonical).sorted { String.byScalars($0.flowText, $1.flowText) })
    case .mapping(let members):
      let inner = members.map { SourceNode.Member(key: $0.key, keyRange: $0.keyRange, value: canonical($0.value)) }
      result.content = .mapping(inner.sorted { String.byScalars($0.key, $1.key) })
    }
    return result
  }

  /// Every value, given or by default.
  public var values: [ParameterValue] { Scenario.schema.values(self, base: "") }

  /// The list of parameters: what may be set, in the order in which it is written.
  public static var parameters: [ParameterRow] { Scenario.schema.rows(base: "") }
}

extension Scenario {
  /// The path that was meant by one that begins with the name of a thing: `PO.leaving` is `grades.PO.leaving`.
  /// - Returns: nil for a path that begins as paths do, or with no such name
  public func wholePath(of segments: [String]) -> String? {
    guard let first = segments.first, first != "*", !Scenario.schema.keys.contains(first) else { return nil }
    let group = values.lazy.map { $0.path.split(separator: ".") }.first { $0.count > 2 && $0[1] == first }?.first
    return group.map { "\($0).\(segments.joined(separator: "."))" }
  }

  /// The concrete paths that a path with `*` segments matches; the path itself when it has none.
  func expanding(_ segments: [String]) -> [[String]] {
    var paths: [[String]] = [[]]
    for segment in segments {
      if segment == "*" {
        paths = paths.flatMap { path in
          Scenario.schema.names(self, of: path[...]).map { path + [$0] }
        }
      } else {
        paths = paths.map { $0 + [segment] }
      }
    }
    return paths
  }
}
