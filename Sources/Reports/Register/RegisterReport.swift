import WorkforceModel

/// The assumptions register as table, CSV and JSON.
public struct RegisterReport {
  let register: AssumptionsRegister
  private let entries: [RegisterEntry]

  /// - Parameter isFlagged: only entries that something is missing from
  public init(_ register: AssumptionsRegister, flagged isFlagged: Bool) {
    self.register = register
    entries = isFlagged ? register.entries.filter { !$0.flags.isEmpty } : register.entries
  }

  public var document: Document {
    var sources = SourceNumbers()
    var table = Table(
      ["path", "value", "taken to mean", "from", "owner", "reviewed", "valid until", "flags"].map { Table.Column($0) })
    table.rows = entries.map { entry in
      let from = [
        entry.provenance.source.map { sources.number($0) }, RegisterEntry.isAssumed(entry.provenance) ? "assumed" : nil,
        entry.provenance.changed.map { "changed \($0)" },
      ]
      return [
        entry.path, RegisterReport.cut(entry.value), RegisterReport.cut(entry.meaning),
        from.compactMap(\.self).joined(separator: " "), entry.provenance.owner ?? "",
        entry.provenance.reviewed?.description ?? "", entry.provenance.validUntil?.description ?? "",
        entry.flags.map(\.rawValue).joined(separator: ", "),
      ]
    }
    let flagged = register.entries.count { !$0.flags.isEmpty }
    let expired = register.entries.count { $0.flags.contains(.expired) }
    var blocks: [Document.Block] = entries.isEmpty ? [] : [.table(table)]
    if !sources.notes.isEmpty { blocks += [.heading("Sources")] + sources.notes }
    blocks.append(
      .paragraph(
        "\(register.summary) Something is missing from \(flagged); \(expired) past the date until which they are valid, "
          + "as of \(register.date.shown)."))
    return Document(blocks)
  }

  /// Long values are shown by their beginning; CSV and JSON have them whole.
  private static func cut(_ text: String) -> String { text.count > 44 ? text.prefix(43) + "…" : text }

  public var csv: String {
    let columns = [
      "path", "value", "meaning", "source", "assumption", "changed", "note", "owner", "reviewed", "valid-until",
      "flags", "written",
    ]
    return CSVRenderer().render(
      columns,
      entries.map { entry in
        let own = entry.provenance
        return [
          entry.path, entry.value, entry.meaning, own.source ?? "", own.assumption.map { "\($0)" } ?? "",
          own.changed ?? "", own.note ?? "", own.owner ?? "", own.reviewed?.description ?? "",
          own.validUntil?.description ?? "",
          entry.flags.map(\.rawValue).joined(separator: "; "), entry.written ?? "",
        ]
      })
  }

  private struct Page: Encodable {
    var provenance: JSONRenderer.Origin
    var on: String
    var summary: String
    var assumptions: [Row]
  }

  private struct Row: Encodable {
    var value: JSONRenderer.Value
    var meaning: String
    var flags: [String]

    private enum Keys: String, CodingKey {
      case meaning, flags
    }

    /// The keys of a value as results have it, with two more.
    func encode(to encoder: any Encoder) throws {
      try value.encode(to: encoder)
      var own = encoder.container(keyedBy: Keys.self)
      try own.encode(meaning, forKey: .meaning)
      try own.encode(flags, forKey: .flags)
    }
  }

  /// - Parameter origin: of the scenario; its values are left out, as they are what is listed
  public func json(_ origin: JSONRenderer.Origin) throws -> String {
    var origin = origin
    origin.values = []
    let rows = entries.map { entry in
      Row(
        value: JSONRenderer.Value(
          path: entry.path, value: entry.value, given: true, provenance: entry.provenance, written: entry.written),
        meaning: entry.meaning, flags: entry.flags.map(\.rawValue))
    }
    return try JSONRenderer().render(
      Page(provenance: origin, on: register.date.description, summary: register.summary, assumptions: rows))
  }
}
