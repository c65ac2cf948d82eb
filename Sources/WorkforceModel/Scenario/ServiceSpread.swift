/// How the opening heads of a grade are spread over service: `{<5y: 36%, 5y-10y: 29%, 10y+: 35%}`. The open top band
/// is one cell, older than every boundary, unless it says how far it reaches: `10y+: {share: 35%, to: 30y}`. Known joiners by month refine
/// a band: `<5y: {share: 36%, joined: {2024-03: 210}}`.
public struct ServiceSpread: Equatable, Sendable {
  public struct Part: Equatable, Sendable {
    public var band: Band
    public var share: Entry<Quantity>
    /// The upper end of an open band, in months of service.
    public var reaches: Int?
    /// People still in post who are known to have joined in a month of the band; the rest are spread over the others.
    public var joined: [Joined] = []
  }

  public struct Joined: Equatable, Sendable {
    public var month: Month
    public var people: Int
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
    return ServiceSpread(parts: parts)
  }

  /// Shares that do not sum to 100 %: found when a scenario is checked, so that two can be set one after the other.
  public var faultOfWhole: FaultOfWhole? {
    let sum = parts.reduce(0) { $0 + ($1.share.value.certainValue ?? 0) }
    guard abs(sum - 1) > 1e-9 else { return nil }
    return FaultOfWhole(message: "the shares sum to \(Split.percent(sum)), not 100%", help: nil)
  }

  public var quantities: [QuantityPart] {
    parts.map { QuantityPart(path: $0.band.description, drawPath: $0.band.description, entry: $0.share) }
  }

  public static func allowed(_ rule: Void) -> String {
    "shares that make up 100% by band of service: {<5y: 36%, 5y-10y: {share: 29%, joined: {2018-10: 40}}, "
      + "10y+: {share: 35%, to: 30y}}"
  }
}

extension ServiceSpread: NumberHolding {
  static func numberRule(_ rule: Void) -> QuantityRule { share }

  func changingNumbers(_ change: (String, inout Entry<Quantity>) -> Void) -> ServiceSpread {
    var result = self
    for position in parts.indices { change(parts[position].band.description, &result.parts[position].share) }
    return result
  }
}
