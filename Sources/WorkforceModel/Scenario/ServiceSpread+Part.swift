/// Reading and writing one band of a spread: `36%`, or `{share: 35%, to: 30y, joined: {2024-03: 210}, source: …}`.
extension ServiceSpread {
  static let share = QuantityRule([.share], "a share of the opening heads", mayBeUncertain: false)
  private static let people = QuantityRule([.number], "people who joined", range: 0...1e8, mayBeUncertain: false)

  static func readPart(
    _ member: SourceNode.Member, band: Band, path: String, in reading: inout Reading
  ) -> Part? {
    reading.origins[path] = member.value.range
    guard let inner = member.value.members, inner.contains(where: { ["share", "to", "joined"].contains($0.key) })
    else {
      return Entry<Quantity>.read(member.value, rule: share, path: path, in: &reading)
        .map { Part(band: band, share: $0, reaches: nil) }
    }
    var node = member.value
    var reaches: Int?
    var joined: [Joined] = []
    var kept: [SourceNode.Member] = []
    for entry in inner {
      switch entry.key {
      case "share":
        var renamed = entry
        renamed.key = "value"
        kept.append(renamed)
      case "to":
        guard let months = readReach(entry, band: band, path: path, in: &reading) else { return nil }
        reaches = months
      case "joined":
        guard let known = readJoined(entry, path: "\(path).joined", in: &reading) else { return nil }
        joined = known
      default: kept.append(entry)
      }
    }
    node.content = .mapping(kept)
    guard let share = Entry<Quantity>.read(node, rule: share, path: path, in: &reading) else { return nil }
    return Part(band: band, share: share, reaches: reaches, joined: joined)
  }

  private static func readReach(
    _ entry: SourceNode.Member, band: Band, path: String, in reading: inout Reading
  ) -> Int? {
    guard band.upper == nil else {
      reading.fault("only an open band needs a 'to'", at: entry.keyRange)
      return nil
    }
    let allowed = (band.lower + 1)...MonthSpan.longest.months
    return MonthSpan.read(entry.value, rule: allowed, path: path, in: &reading)?.months
  }

  private static func readJoined(
    _ entry: SourceNode.Member, path: String, in reading: inout Reading
  ) -> [Joined]? {
    guard let members = entry.value.members else {
      reading.fault("expected people by month, {2024-03: 210}, not \(entry.value.words)", at: entry.value.range)
      return nil
    }
    var joined: [Joined] = []
    for member in members {
      guard let month = Month(member.key) else {
        reading.fault("expected a month such as 2024-03, not '\(member.key)'", at: member.keyRange)
        return nil
      }
      reading.origins["\(path).\(month)"] = member.keyRange
      guard let quantity = Quantity.read(member.value, rule: people, path: path, in: &reading),
        let number = quantity.certainValue
      else { return nil }
      guard number == number.rounded() else {
        reading.fault("people who joined are a whole number", at: member.value.range)
        return nil
      }
      joined.append(Joined(month: month, people: Int(number)))
    }
    return joined.sorted { $0.month < $1.month }
  }

  public func written(provenance: Bool) -> SourceNode {
    .mapping(
      parts.map { part in
        guard part.reaches != nil || !part.joined.isEmpty else {
          return (part.band.description, part.share.written(provenance: provenance))
        }
        var members: [(String, SourceNode)] = [("share", .text(part.share.value.description))]
        if let reaches = part.reaches { members.append(("to", .text(MonthSpan(months: reaches).description))) }
        if !part.joined.isEmpty {
          members.append(("joined", .mapping(part.joined.map { ($0.month.description, .text("\($0.people)")) })))
        }
        if provenance { members += part.share.provenance.members }
        return (part.band.description, .mapping(members))
      })
  }
}
