import OrderedCollections
public import WorkforceModel

/// What is not the same in some scenarios, side by side: as table, CSV and JSON.
public struct DifferencesReport: Sendable {
  public let differences: ScenarioDifferences
  private let scenarios: [Scenario]
  /// What the scenarios are called in files.
  private let names: [String]
  private let scope: ScenarioDifferences.Scope

  /// - Parameter names: of the scenarios, in their order
  public init(_ scenarios: [Scenario], names: [String], scope: ScenarioDifferences.Scope = .assumptions) {
    differences = ScenarioDifferences(scenarios, scope: scope)
    self.scenarios = scenarios
    self.names = names
    self.scope = scope
  }

  /// What a scenario is called in a table: A, B, …
  static func letter(_ place: Int) -> String { String(UnicodeScalar(UInt8(65 + min(place, 25)))) }

  public static let none = "no differences"

  public var document: Document {
    let key = names.enumerated().map { "\(DifferencesReport.letter($0)): \($1)" }.joined(separator: " · ")
    var blocks: [Document.Block] = [.paragraph(key)]
    blocks.append(differences.isEmpty ? .paragraph(DifferencesReport.none) : .table(table))
    if scope == .assumptions {
      let others = ScenarioDifferences(scenarios, scope: .everything).items.count - differences.items.count
      if others > 0 {
        blocks.append(
          .note(
            "Not counted: \(Shown.count(others, "difference")) of names, notes, published figures and where values come "
              + "from."))
      }
    }
    return Document(blocks)
  }

  /// The differences, one a row, the scenarios as A, B, ….
  var table: Table {
    var table = Table([Table.Column("path")])
    table.columns += scenarios.indices.map { Table.Column(DifferencesReport.letter($0)) }
    table.columns.append(Table.Column("taken to mean"))
    table.rows = differences.items.map { item in
      [item.path] + item.sides.map { DifferencesReport.cut($0?.text ?? item.absent) }
        + [DifferencesReport.cut(meaning(item))]
    }
    return table
  }

  /// Long values are shown by their beginning; CSV and JSON have them whole.
  private static func cut(_ text: String) -> String { text.count > 60 ? text.prefix(59) + "…" : text }

  /// What the numbers were taken to mean, by scenario; empty where the value says it all.
  private func meanings(_ item: Difference) -> [String] {
    zip(scenarios, item.sides).map { scenario, side in
      let meaning = QuantityMeaning(scenario: scenario)
      let words = (side?.quantities ?? []).compactMap { number in
        let own = meaning.words(number.quantity, path: item.valuePath)
        return own.isEmpty ? nil : number.path.isEmpty ? own : "\(number.path): \(own)"
      }
      return words.joined(separator: "; ")
    }
  }

  /// "0.648 % a month → 0.582 % a month"; empty where the values say it all.
  private func meaning(_ item: Difference) -> String {
    let all = meanings(item)
    return all.allSatisfy(\.isEmpty) ? "" : all.map { $0.isEmpty ? "–" : $0 }.joined(separator: " → ")
  }

  // MARK: files

  /// One value of one scenario a row; what a scenario does not have is not given, and the value is what then holds.
  public var csv: String {
    CSVRenderer().render(
      ["path", "scenario", "value", "given", "meaning"],
      differences.items.flatMap { item in
        zip(names, zip(item.sides, meanings(item))).map { name, side in
          [item.path, name, side.0?.text ?? item.absent, "\(side.0?.isGiven ?? false)", side.1]
        }
      })
  }

  /// A difference as JSON has it.
  struct Row: Encodable {
    struct Value: Encodable {
      var scenario: String
      /// Left out where the scenario does not have it.
      var value: String?
      var given: Bool
      var meaning: String
    }

    var path: String
    var values: [Value]
  }

  var rows: [Row] {
    differences.items.map { item in
      Row(
        path: item.path,
        values: zip(names, zip(item.sides, meanings(item))).map { name, side in
          Row.Value(scenario: name, value: side.0?.text, given: side.0?.isGiven ?? false, meaning: side.1)
        })
    }
  }

  private struct Page: Encodable {
    var provenance: [JSONRenderer.Origin]
    var differences: [Row]
  }

  /// - Parameter origins: of the scenarios; their values are left out, but for those that differ
  public func json(_ origins: [JSONRenderer.Origin]) throws -> String {
    let bare = origins.map { origin in
      var bare = origin
      bare.values = []
      return bare
    }
    return try JSONRenderer().render(Page(provenance: bare, differences: rows))
  }
}
