public import WorkforceModel

/// Values of a scenario for somebody to read: what each is, what it was taken to mean, and where it comes from.
public struct StatementOfAssumptions: Sendable {
  private let read: ReadScenario
  private let values: [ParameterValue]

  /// - Parameter values: those to be shown
  public init(_ read: ReadScenario, values: [ParameterValue]) {
    self.read = read
    self.values = values
  }

  public var document: Document {
    let meaning = QuantityMeaning(scenario: read.scenario)
    var table = Table(["path", "value", "taken to mean", "from"].map { Table.Column($0) })
    var sources = SourceNumbers()
    for value in values {
      table.rows.append([
        value.path, StatementOfAssumptions.cut(value.text), StatementOfAssumptions.cut(meaning.words(value)),
        origin(of: value, &sources),
      ])
    }
    return Document([.table(table)] + sources.notes)
  }

  /// What is known of where a value comes from: its source, that it is assumed, that it was changed; else where it stands.
  private func origin(of value: ParameterValue, _ sources: inout SourceNumbers) -> String {
    guard value.isGiven else { return "default" }
    let provenances = [value.provenance] + value.quantities.map(\.entry.provenance)
    var words: [String] = []
    for provenance in provenances {
      let own = [
        provenance.source.map { sources.number($0) }, provenance.assumption == true ? "assumed" : nil,
        provenance.changed.map { "changed \($0)" },
      ]
      for word in own.compactMap(\.self) where !words.contains(word) { words.append(word) }
    }
    if words.isEmpty, let place = read.origins[value.path] {
      words = [place.source == "set" ? "set in this session" : "\(place.source):\(place.line)"]
    }
    return words.joined(separator: " ")
  }

  /// Long values are shown by their beginning.
  private static func cut(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 60 ? line.prefix(59) + "…" : line
  }
}
