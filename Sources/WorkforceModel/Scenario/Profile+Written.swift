/// A profile as text, and the numbers in it.
extension Profile {
  public func written(provenance: Bool) -> SourceNode {
    func node(_ row: Row) -> SourceNode {
      if row.points.count == 1, row.points[0].from == nil { return row.points[0].entry.written(provenance: provenance) }
      return .mapping(
        row.points.map { point in
          let month = point.from?.description ?? ""
          guard let reached = point.reached else { return (month, point.entry.written(provenance: provenance)) }
          let text = "\(point.entry.value) by \(reached)"
          return (month, Entry(text, provenance: point.entry.provenance).written(provenance: provenance))
        })
    }
    guard isBanded else { return rows.first.map(node) ?? .text("") }
    var members = rows.map { ($0.band.description, node($0)) }
    if isIndependent { members.append(("independent", .text("true"))) }
    return .mapping(members)
  }

  public static func allowed(_ rule: ProfileRule) -> String {
    var text = rule.quantity.words
    if rule.mayHaveBands { text += "; one for each band of service: {<5y: …, 5y+: …}" }
    if rule.mayHaveDates { text += "; dated: {2024-09: …, 2026-04: …}" }
    return text
  }

  public var quantities: [QuantityPart] {
    rows.flatMap { row in
      row.points.map { point in
        let band = isBanded ? row.band.description : nil
        let parts = [band, point.from?.description].compactMap(\.self)
        return QuantityPart(
          path: parts.joined(separator: "."), drawPath: isIndependent ? band ?? "" : "", entry: point.entry)
      }
    }
  }
}
