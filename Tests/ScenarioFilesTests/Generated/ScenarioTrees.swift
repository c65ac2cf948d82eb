import TestSupport
import WorkforceModel

/// Makes scenarios at random out of the parameter list: a row is given, or not where it may be left out, with any value
/// that it takes. What they mean together is not asked, so they are read as ``Scenario/incomplete(_:)``.
struct ScenarioTrees {
  let pool: ValuePool
  private static let names = ["A", "B", "C", "D"]
  private static let months = ["2025-03", "2026-09", "2027-03"]

  init() throws { pool = try ValuePool() }

  func tree(_ random: inout SeededGenerator) -> SourceNode {
    var root = Branch()
    var chosen: [String: [String]] = [:]
    for (row, values) in pool.rows {
      let pattern = row.path.split(separator: ".").map(String.init)
      for path in Self.paths(pattern[...], after: [], &chosen, &random) {
        guard row.requirement == .required || random.next() % 2 == 0, let value = values.randomElement(using: &random)
        else { continue }
        root.insert(value, at: path[...])
      }
    }
    return root.node
  }

  /// The pattern with names in place of the angle brackets, which are chosen once for each place.
  private static func paths(
    _ pattern: ArraySlice<String>, after path: [String], _ chosen: inout [String: [String]],
    _ random: inout SeededGenerator
  ) -> [[String]] {
    guard let first = pattern.first else { return [path] }
    guard first.hasPrefix("<") else { return paths(pattern.dropFirst(), after: path + [first], &chosen, &random) }
    let place = path.joined(separator: ".")
    let all = first == "<month>" ? Self.months : Self.names
    let given: [String] = chosen[place] ?? all.filter { _ in random.next() % 2 == 0 }
    chosen[place] = given
    return given.flatMap { paths(pattern.dropFirst(), after: path + [$0], &chosen, &random) }
  }

  /// A mapping under way, its keys in the order in which they came.
  private struct Branch {
    var keys: [String] = []
    var branches: [String: Branch] = [:]
    var leaf: SourceNode?

    mutating func insert(_ value: SourceNode, at path: ArraySlice<String>) {
      guard let first = path.first else {
        leaf = value
        return
      }
      if branches[first] == nil { keys.append(first) }
      branches[first, default: Branch()].insert(value, at: path.dropFirst())
    }

    var node: SourceNode { leaf ?? .mapping(keys.map { ($0, branches[$0]?.node ?? .text("")) }) }
  }
}
