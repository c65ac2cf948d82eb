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
  /// Reads and checks a whole scenario.
  /// - Throws: ``Faults`` with every fault found.
  public static func read(_ node: SourceNode) throws(Faults) -> ReadScenario {
    var scenario = Scenario()
    var reading = Reading()
    Scenario.schema.read(node, into: &scenario, base: "", in: &reading)
    if reading.hasErrors {
      scenario.checkReferences(in: &reading)
      throw Faults(reading.diagnostics)
    }
    return try scenario.checked(reading)
  }

  /// Runs the checks between values, and keeps what was remarked.
  func checked(_ given: Reading) throws(Faults) -> ReadScenario {
    var reading = given
    check(in: &reading)
    if reading.hasErrors { throw Faults(reading.diagnostics) }
    let warnings = reading.diagnostics.filter { $0.severity != .error }
    return ReadScenario(scenario: self, origins: reading.origins, warnings: warnings)
  }

  /// The scenario as a mapping, as it would be written to a file.
  public var written: SourceNode { Scenario.schema.write(self, style: .file) }

  /// One line that is equal for two scenarios exactly when the same is simulated: every value, defaults included, keys
  /// in ascending order, without names, notes, provenance, seed and replicates.
  public var simulatedText: String {
    Scenario.sorted(Scenario.schema.write(self, style: .simulated)).flowText
  }

  private static func sorted(_ node: SourceNode) -> SourceNode {
    var result = node
    switch node.content {
    case .scalar(let text):
      // `430 leavers over …` and `430 exits over …` are one quantity.
      let words = text.split(separator: " ")
      if words.count == 5, words[2] == "over", words[4] == "person-years" {
        result.content = .scalar("\(words[0]) events over \(words[3]) person-years")
      }
    case .sequence(let items):
      // The order of the paths that a factor moves means nothing.
      result.content = .sequence(items.map(sorted).sorted { String.byScalars($0.flowText, $1.flowText) })
    case .mapping(let members):
      let inner = members.map { SourceNode.Member(key: $0.key, keyRange: $0.keyRange, value: sorted($0.value)) }
      result.content = .mapping(inner.sorted { String.byScalars($0.key, $1.key) })
    }
    return result
  }

  /// Every value, given or by default.
  public var values: [ParameterValue] { Scenario.schema.values(self, base: "") }

  /// The list of parameters: what may be set, in the order in which it is written.
  public static var parameters: [ParameterRow] { Scenario.schema.rows(base: "") }
}

extension ReadScenario {
  /// The scenario with the value at a path replaced. `*` stands for any one name in the path.
  /// - Parameters:
  ///   - path: such as `grades.PO.leaving.<5y` or `intakes.*.places`
  ///   - node: the new value
  ///   - pathRange: where the path was typed, for faults
  /// - Returns: the changed scenario and the paths that were changed.
  /// - Throws: ``Faults``; the scenario itself stays as it was.
  public func setting(
    _ path: String, to node: SourceNode, pathRange: SourceRange
  ) throws(Faults) -> (result: ReadScenario, paths: [String]) {
    let segments = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard segments.count <= 12, !segments.contains("") else {
      throw Faults("'\(path)' is not a path such as grades.PO.leaving", at: pathRange)
    }
    let paths = scenario.expanding(segments)
    guard !paths.isEmpty else {
      throw Faults("nothing matches '\(path)'", at: pathRange)
    }
    var changed = scenario
    var reading = Reading()
    reading.origins = origins
    reading.pathRange = pathRange
    var set: [[String]] = []
    var absent: [Diagnostic] = []
    for concrete in paths {
      var attempt = reading
      var candidate = changed
      Scenario.schema.set(concrete[...], to: node, in: &candidate, base: "", in: &attempt)
      guard attempt.hasErrors else {
        (changed, reading) = (candidate, attempt)
        set.append(concrete)
        continue
      }
      // A `*` matches whatever has the rest of the path; what lacks it is not meant.
      guard paths.count > 1, attempt.diagnostics.allSatisfy({ $0.range == pathRange }) else {
        throw Faults(attempt.diagnostics)
      }
      absent += attempt.diagnostics
    }
    if set.isEmpty { throw Faults(Array(absent.prefix(1))) }
    let replaced = changed.replaceDifferingStarts(set)
    var result = try changed.checked(reading)
    result.warnings += replaced.map { Diagnostic($0, at: pathRange, severity: .note) }
    return (result, set.map { $0.joined(separator: ".") })
  }
}

extension Scenario {
  /// A value set for all starts of an intake replaces those of the starts that differ.
  /// - Returns: what was replaced, in words.
  fileprivate mutating func replaceDifferingStarts(_ paths: [[String]]) -> [String] {
    var words: [String] = []
    for path in paths where path.count >= 3 && path[0] == "intakes" {
      guard var intake = intakes[path[1]] else { continue }
      for (month, start) in intake.differing {
        var start = start
        switch path[2] {
        case "places" where start.places != nil: start.places = nil
        case "fill" where start.fill != nil: start.fill = nil
        case "into" where start.into != nil: start.into = nil
        default: continue
        }
        words.append("intakes.\(path[1]).\(month).\(path[2]) is replaced too")
        intake.differing[month] = start == StartOverride() ? nil : start
      }
      intakes[path[1]] = intake
    }
    return words
  }
}

extension Scenario {
  /// The concrete paths that a path with `*` segments matches; the path itself when it has none.
  func expanding(_ segments: [String]) -> [[String]] {
    var paths: [[String]] = [[]]
    for segment in segments {
      if segment == "*" {
        paths = paths.flatMap { path in
          Scenario.schema.children(self, of: path[...]).map { path + [$0] }
        }
      } else {
        paths = paths.map { $0 + [segment] }
      }
    }
    return paths
  }
}
