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
    blocks.append(differences.isEmpty ? .paragraph(DifferencesReport.none) : .table(table(short: false)))
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
  /// - Parameter isShort: a thing that some scenario does not have is one row
  func table(short isShort: Bool) -> Table {
    var table = Table([Table.Column("path")])
    table.columns += scenarios.indices.map { Table.Column(DifferencesReport.letter($0)) }
    table.columns.append(Table.Column("taken to mean"))
    var told: Set<String> = []
    for item in differences.items {
      guard isShort, let thing = item.thing else {
        let values = item.sides.indices.map { DifferencesReport.cut(value(item, $0)) }
        table.rows.append([item.path] + values + [DifferencesReport.cut(meaning(item))])
        continue
      }
      guard told.insert(thing).inserted else { continue }
      let all = differences.items.filter { $0.thing == thing }
      let counts = scenarios.indices.map { place in
        item.hasThing[place]
          ? Shown.count(all.count { $0.sides[place]?.isGiven == true }, "value") : DifferencesReport.no
      }
      table.rows.append([thing] + counts + [""])
    }
    return table
  }

  /// What a scenario says that does not have a thing.
  private static let no = "–"

  /// What is written, or holds where nothing is; of a thing that there is not, nothing.
  private func value(_ item: Difference, _ place: Int) -> String {
    item.sides[place]?.text ?? (item.hasThing[place] ? item.absent : DifferencesReport.no)
  }

  /// Long values are shown by their beginning; CSV and JSON have them whole.
  private static func cut(_ text: String) -> String { text.count > 90 ? text.prefix(89) + "…" : text }

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

  /// "0.648 % a month → 0.582 % a month", of more than two scenarios "A, B: …; C: …"; empty where the values say it all.
  private func meaning(_ item: Difference) -> String {
    let all = meanings(item)
    if all.allSatisfy(\.isEmpty) { return "" }
    guard all.count > 2 else { return all.map { $0.isEmpty ? DifferencesReport.no : $0 }.joined(separator: " → ") }
    var groups: [(words: String, letters: [String])] = []
    for (place, words) in all.enumerated() where !words.isEmpty {
      let letter = DifferencesReport.letter(place)
      if let known = groups.firstIndex(where: { $0.words == words }) {
        groups[known].letters.append(letter)
      } else {
        groups.append((words, [letter]))
      }
    }
    return groups.map { "\($0.letters.joined(separator: ", ")): \($0.words)" }.joined(separator: "; ")
  }

  // MARK: files

  /// One value of one scenario a row; what a scenario does not have is not given, and the value is what then holds, or
  /// empty where there is no such grade, intake ….
  public var csv: String {
    CSVRenderer().render(
      ["path", "scenario", "value", "given", "meaning"],
      differences.items.flatMap { item in
        let meanings = meanings(item)
        return names.indices.map { place in
          let side = item.sides[place]
          return [
            item.path, names[place], side?.text ?? (item.hasThing[place] ? item.absent : ""),
            "\(side?.isGiven ?? false)", meanings[place],
          ]
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
