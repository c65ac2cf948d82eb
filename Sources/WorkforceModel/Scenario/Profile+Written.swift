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
    var text = rule.quantity.reference
    if rule.mayHaveBands { text += "; one for each band of service: {<5y: …, 5y+: …}" }
    if rule.mayHaveDates { text += "; dated: {2024-09: …, 2026-04: …}" }
    return text
  }

  public var quantities: [QuantityPart] {
    places.map { row, point, path in
      let drawPath = isIndependent && isBanded ? rows[row].band.description : ""
      return QuantityPart(path: path, drawPath: drawPath, entry: rows[row].points[point].entry)
    }
  }

  /// Every number, with its path: band, then month.
  var places: [(row: Int, point: Int, path: String)] {
    rows.indices.flatMap { row in
      rows[row].points.indices.map { point in
        let band = isBanded ? rows[row].band.description : nil
        let parts = [band, rows[row].points[point].from?.description].compactMap(\.self)
        return (row, point, parts.joined(separator: "."))
      }
    }
  }
}
