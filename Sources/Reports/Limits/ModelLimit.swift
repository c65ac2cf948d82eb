import OrderedCollections
public import WorkforceModel

/// Something that happens in a real service and does not in a scenario: said below its results, because it qualifies
/// them.
public struct ModelLimit: Sendable {
  /// What is not represented, as it stands in a list.
  public let words: String
  /// Where the scenario's paths say that it is represented after all; `*` stands for any one name.
  public let paths: [String]
  /// Whether it matters to the scenario at all.
  private let matters: @Sendable (Scenario) -> Bool

  private init(
    _ words: String, unless paths: [String] = [], where matters: @escaping @Sendable (Scenario) -> Bool = { _ in true }
  ) {
    self.words = words
    self.paths = paths
    self.matters = matters
  }

  /// The one list, in the order in which it is told.
  public static let all = [
    ModelLimit(
      "waiting between the end of a programme and appointment", unless: ["pathways.*.waiting"],
      where: { !$0.pathways.isEmpty }),
    ModelLimit(
      "programmes that take longer than planned", unless: ["pathways.*.extension"], where: { !$0.pathways.isEmpty }),
    ModelLimit(
      "starters who come from a grade", unless: ["intakes.*.from"],
      where: { scenario in scenario.intakes.values.contains { $0.startsPathway(of: scenario) } }),
    ModelLimit(
      "years in which more leave than in others",
      unless: ["grades.*.leaving.yearly-variation", "moves.*.yearly-variation"]),
    ModelLimit("recruitment that follows vacancies", unless: ["recruitment.*.fill"]),
    ModelLimit("leaving that follows workload"),
    ModelLimit("regions"),
  ]

  /// What is not represented in a scenario, in one or two sentences.
  /// - Parameter isCertain: whether every number is taken as certain, whatever the scenario says
  public static func words(_ scenario: Scenario, isCertain: Bool = false) -> String {
    let given = scenario.values.filter(\.isGiven).map { $0.path.split(separator: ".") }
    let limits = all.filter { limit in
      limit.matters(scenario) && !limit.paths.contains { path in given.contains { matches(path, $0) } }
    }
    var text = "Not in the model: \(Suggestion.list(limits.map(\.words)))."
    if isCertain || scenario.drawPaths.isEmpty {
      text += " Every number is taken as certain, so the ranges show chance alone."
    }
    return text
  }

  /// Whether a path is the one of the pattern, or below it.
  private static func matches(_ pattern: String, _ path: [Substring]) -> Bool {
    let segments = pattern.split(separator: ".")
    return path.count >= segments.count && zip(segments, path).allSatisfy { $0 == "*" || $0 == $1 }
  }
}

extension Intake {
  /// Whether any of its starters goes to a pathway.
  fileprivate func startsPathway(of scenario: Scenario) -> Bool {
    into.value.parts.contains { scenario.pathways[$0.key] != nil }
  }
}
