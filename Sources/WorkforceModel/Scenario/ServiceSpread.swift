/// How the opening heads of a grade are spread over service: `{<5y: 36%, 5y-10y: 29%, 10y+: 35%}`. The open top band
/// is one cell, older than every boundary, unless it says how far it reaches: `10y+: {share: 35%, to: 30y}`.
public struct ServiceSpread: Equatable, Sendable {
  public struct Part: Equatable, Sendable {
    public var band: Band
    public var share: Entry<Quantity>
    /// The upper end of an open band, in months of service.
    public var reaches: Int?
  }

  /// Ascending by service; together they cover every length once.
  public var parts: [Part]

  /// Nobody's service is known: one open cell.
  public static let unknown = ServiceSpread(
    parts: [Part(band: .everyone, share: Entry(.constant(100, .share)), reaches: nil)])

  /// The service from which the grade's opening heads are one cell of unknown length; nil when nobody is.
  public var openFrom: Int? {
    parts.last.flatMap { $0.reaches == nil ? $0.band.lower : nil }
  }
}

extension ServiceSpread: SchemaValue {
  private static let share = QuantityRule([.share], "a share of the opening heads", mayBeUncertain: false)

  public static func read(
    _ node: SourceNode, rule: Void, path: String, in reading: inout Reading
  ) -> ServiceSpread? {
    guard let members = node.members else {
      reading.fault("expected \(allowed(())), not \(node.words)", at: node.range)
      return nil
    }
    var parts: [Part] = []
    var isSound = true
    for member in members {
      guard let band = Band(member.key) else {
        reading.fault(
          "expected a band such as <5y, 5y-10y or 10y+, not '\(member.key)'", at: member.keyRange,
          help: [Profile.splitCall(member)])
        isSound = false
        continue
      }
      if let part = readPart(member, band: band, path: "\(path).\(band)", in: &reading) {
        parts.append(part)
      } else {
        isSound = false
      }
    }
    guard isSound else { return nil }
    parts.sort { $0.band < $1.band }
    if let fault = Band.fault(in: parts.map(\.band)) {
      reading.fault("the bands do not cover every length of service once: \(fault)", at: node.range)
      return nil
    }
    let sum = parts.reduce(0) { $0 + ($1.share.value.certainValue ?? 0) }
    guard abs(sum - 1) <= 1e-9 else {
      reading.fault("the shares sum to \(Split.percent(sum)), not 100%", at: node.range)
      return nil
    }
    return ServiceSpread(parts: parts)
  }

  private static func readPart(
    _ member: SourceNode.Member, band: Band, path: String, in reading: inout Reading
  ) -> Part? {
    reading.origins[path] = member.value.range
    var node = member.value
    var reaches: Int?
    if let inner = member.value.members, inner.contains(where: { $0.key == "share" || $0.key == "to" }) {
      var kept: [SourceNode.Member] = []
      for entry in inner {
        switch entry.key {
        case "share":
          var renamed = entry
          renamed.key = "value"
          kept.append(renamed)
        case "to":
          guard band.upper == nil else {
            reading.fault("only an open band needs a 'to'", at: entry.keyRange)
            return nil
          }
          let allowed = (band.lower + 1)...MonthSpan.longest.months
          guard let span = MonthSpan.read(entry.value, rule: allowed, path: path, in: &reading) else { return nil }
          reaches = span.months
        default: kept.append(entry)
        }
      }
      node.content = .mapping(kept)
    }
    guard let share = Entry<Quantity>.read(node, rule: ServiceSpread.share, path: path, in: &reading) else {
      return nil
    }
    return Part(band: band, share: share, reaches: reaches)
  }

  public func written(provenance: Bool) -> SourceNode {
    .mapping(
      parts.map { part in
        let share = part.share.written(provenance: provenance)
        guard let reaches = part.reaches else { return (part.band.description, share) }
        let to = ("to", SourceNode.text(MonthSpan(months: reaches).description))
        var members: [(String, SourceNode)] = [("share", .text(part.share.value.description)), to]
        if provenance { members += part.share.provenance.members }
        return (part.band.description, .mapping(members))
      })
  }

  public static func allowed(_ rule: Void) -> String {
    "shares that make up 100% by band of service: {<5y: 36%, 5y-10y: 29%, 10y+: {share: 35%, to: 30y}}"
  }
}
