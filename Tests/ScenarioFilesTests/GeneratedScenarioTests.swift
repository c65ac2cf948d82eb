import ScenarioFiles
import TestSupport
import Testing

@testable import WorkforceModel

/// What is written reads back, over the whole parameter list.
@Suite struct GeneratedScenarioTests {
  private static func scenario(_ node: SourceNode) throws -> Scenario {
    var scenario = Scenario()
    var reading = Reading()
    Scenario.schema.read(node, into: &scenario, base: "", in: &reading)
    #expect(!reading.hasErrors, "\(reading.diagnostics.map(\.message))")
    return scenario
  }

  private static func read(_ text: String) throws -> SourceNode { try ScenarioText.node(of: text, source: "t") }

  /// A row that takes none of the values is tested by nothing: its form is to be added to the list of values.
  @Test func everyRowIsTried() throws {
    // The entries of a list are tried by the tests of published figures.
    for (row, values) in try ValuePool().rows where !row.path.contains("<number>") {
      #expect(values.count >= 2, "\(row.path)")
    }
  }

  @Test func readingWhatIsWrittenIsTheScenario() throws {
    let trees = try ScenarioTrees()
    for seed in 0..<400 {
      var random = SeededGenerator(seed: UInt64(seed))
      let scenario = try Self.scenario(trees.tree(&random))
      let text = ScenarioText.text(of: scenario.written)
      let again = try Self.scenario(try Self.read(text))
      #expect(again == scenario, "seed \(seed)\n\(text)")
      #expect(again.simulatedText == scenario.simulatedText, "seed \(seed)")
      #expect(ScenarioText.text(of: again.written) == text, "seed \(seed)")
    }
  }

  /// The differences of any two scenarios, over the one, are the other.
  @Test func differencesOverTheBaseAreTheScenario() throws {
    let trees = try ScenarioTrees()
    for seed in 0..<400 {
      var random = SeededGenerator(seed: UInt64(seed) + 1_000_000)
      let base = try Self.read(ScenarioText.text(of: trees.tree(&random)))
      try Self.check(try Self.scenario(trees.tree(&random)), over: base, "seed \(seed)")
    }
  }

  /// The same for pairs that are close to each other: one value changed, or taken out.
  @Test func smallDifferences() throws {
    let trees = try ScenarioTrees()
    var changes = 0
    for seed in 0..<300 {
      var random = SeededGenerator(seed: UInt64(seed) + 2_000_000)
      let tree = trees.tree(&random)
      let (row, values) = random.pick(trees.pool.rows, or: trees.pool.rows[0])
      let pattern = row.path.split(separator: ".").map(String.init)
      guard let value = values.randomElement(using: &random), let changed = Self.changing(tree, pattern[...], to: value)
      else { continue }
      let scenario = try Self.scenario(changed)
      let lines = ScenarioText.text(of: scenario.differences(from: try Self.scenario(tree), called: Entry("base")))
      try Self.check(scenario, over: tree, "seed \(seed)")
      // The row itself and the keys around it, with the two that every file begins with.
      #expect(lines.split(separator: "\n").count < 40, "seed \(seed)\n\(lines)")
      changes += 1
    }
    #expect(changes > 100)
  }

  private static func check(_ scenario: Scenario, over base: SourceNode, _ words: String) throws {
    let node = scenario.differences(from: try Self.scenario(base), called: Entry("base"))
    let text = ScenarioText.text(of: node)
    var again = Scenario.incomplete([base, try Self.read(text)])
    again.extends = nil
    // Named things keep the order of the base.
    #expect(sorted(again) == sorted(scenario), "\(words)\n\(text)")
  }

  private static func sorted(_ scenario: Scenario) -> Scenario {
    func ordered(_ node: SourceNode) -> SourceNode {
      guard let members = node.members else { return node }
      var result = node
      result.content = .mapping(members.sorted { String.byScalars($0.key, $1.key) })
      return result
    }
    var result = ordered(scenario.written)
    result.content = .mapping(
      (result.members ?? []).map { member in
        var member = member
        let things = ordered(member.value).members ?? []
        guard !things.isEmpty, member.value.members != nil else { return member }
        member.value.content = .mapping(
          things.map { thing in
            var thing = thing
            // The months of an intake.
            if thing.value.members?.contains(where: { Month($0.key) != nil }) == true {
              thing.value = ordered(thing.value)
            }
            return thing
          })
        return member
      })
    return Scenario.incomplete([result])
  }

  /// The tree with the first value that the pattern fits replaced.
  private static func changing(_ node: SourceNode, _ pattern: ArraySlice<String>, to value: SourceNode) -> SourceNode? {
    guard let segment = pattern.first else { return value }
    guard var members = node.members else { return nil }
    for position in members.indices {
      let key = members[position].key
      let fits = segment == "<month>" ? Month(key) != nil : segment.hasPrefix("<") || segment == key
      guard fits, let inner = changing(members[position].value, pattern.dropFirst(), to: value) else { continue }
      members[position].value = inner
      return SourceNode(.mapping(members), range: node.range)
    }
    return nil
  }
}
