import ScenarioFiles
public import WorkforceModel

/// A scenario as it stands: read from a text, then changed by what was set.
public struct LoadedScenario: Sendable {
  /// Shown in results: the stem of the file's name.
  public let stem: String
  public private(set) var read: ReadScenario
  /// The changes made, as typed.
  public private(set) var changes: [String] = []
  /// SHA-256 of the text.
  public let textDigest: String

  public var scenario: Scenario { read.scenario }

  /// - Parameter source: the name by which faults are located
  public init(text: String, source: String, stem: String) throws(Faults) {
    self.stem = stem
    read = try ScenarioText.scenario(text, source: source)
    textDigest = ScenarioText.digest(ofText: text)
  }

  /// `PATH=VALUE`, as `--set` takes it.
  /// - Parameter source: the name by which faults in it are located
  public mutating func set(_ assignment: String, option source: String = "--set") throws(Faults) {
    guard let equals = assignment.firstIndex(of: "="), equals > assignment.startIndex else {
      throw Faults(
        "expected PATH=VALUE, not '\(assignment)'", at: SourceRange(source: source, line: 1, column: 1),
        help: ["for example --set 'grades.PO.leaving=7.8%/yr'"])
    }
    let path = assignment[..<equals].trimmingPrefix { $0 == " " }
    let value = assignment[assignment.index(after: equals)...]
    if let sign = value.first, sign == "+" || sign == "×" && !path.hasSuffix("multiplier") {
      throw Faults(
        "relative changes such as \(value.prefix(12)) are not available yet",
        at: SourceRange(
          source: source, line: 1, column: assignment[...equals].unicodeScalars.count + 1,
          length: value.unicodeScalars.count), help: ["give the new value itself"])
    }
    let column = assignment[...equals].unicodeScalars.count + 1
    let range = SourceRange(source: source, line: 1, column: 1, length: path.unicodeScalars.count)
    let node = try ScenarioText.value(String(value), source: source, column: column)
    read = try read.setting(String(path), to: node, pathRange: range).result
    changes.append(assignment)
  }

  /// A value set by an option of its own, such as `--seed`.
  public mutating func set(_ path: String, to text: String, option: String) throws(Faults) {
    let range = SourceRange(source: option, line: 1, column: 1, length: text.unicodeScalars.count)
    let node = SourceNode(.scalar(text), range: range)
    read = try read.setting(path, to: node, pathRange: range).result
    changes.append("\(path)=\(text)")
  }

  /// SHA-256 of what is simulated.
  public var simulatedDigest: String { ScenarioText.simulationDigest(of: scenario) }
}
