/// A quantity that may differ by band of service and by date: `7.8%/yr`, `{<5y: 7.6%/yr, 5y+: 7.9%/yr}`,
/// `{2022-09: 6160 fte, 2024-09: 7115 fte}`. All of it is one parameter: its entries share one draw.
public struct Profile: Equatable, Sendable {
  /// The values over time for one band of service; a single row with the band "everyone" when there are no bands.
  public struct Row: Equatable, Sendable {
    public var band: Band
    public var points: [Point]
  }

  /// A value from a date on: a step, or a straight line that arrives at `reached`.
  public struct Point: Equatable, Sendable {
    /// Nil when the value does not depend on the date.
    public var from: Month?
    /// The month in which a straight line from the value before reaches this one.
    public var reached: Month?
    public var entry: Entry<Quantity>
  }

  public var rows: [Row]
  /// Bands drawn apart instead of sharing one draw.
  public var isIndependent: Bool

  public init(rows: [Row], isIndependent: Bool = false) {
    self.rows = rows
    self.isIndependent = isIndependent
  }

  /// The same value always, for everybody.
  public init(_ quantity: Quantity) {
    let point = Point(from: nil, reached: nil, entry: Entry(quantity))
    self.init(rows: [Row(band: .everyone, points: [point])])
  }

  public var isBanded: Bool { rows.count > 1 || rows.first?.band != .everyone }
  /// The months of service at which a band begins, 0 left out, ascending.
  public var boundaries: [Int] { rows.map(\.band.lower).filter { $0 > 0 }.sorted() }
}

/// What a parameter allows of a profile.
public struct ProfileRule: Sendable {
  public var quantity: QuantityRule
  public var mayHaveBands: Bool
  public var mayHaveDates: Bool

  public init(_ quantity: QuantityRule, bands: Bool, dates: Bool) {
    self.quantity = quantity
    mayHaveBands = bands
    mayHaveDates = dates
  }
}

extension Profile: NumberHolding {
  public static func read(
    _ node: SourceNode, rule: ProfileRule, path: String, in reading: inout Reading
  ) -> Profile? {
    guard let members = node.members else {
      return Quantity.read(node, rule: rule.quantity, path: path, in: &reading).map { Profile($0) }
    }
    var isIndependent = false
    var rest: [SourceNode.Member] = []
    for member in members {
      guard member.key == "independent" else {
        rest.append(member)
        continue
      }
      guard let text = member.value.scalar, text == "true" || text == "false" else {
        reading.fault("independent is true or false, not \(member.value.words)", at: member.value.range)
        return nil
      }
      isIndependent = text == "true"
    }
    if isIndependent, !rest.contains(where: { Band($0.key) != nil }) {
      if rest.count == 1, rest[0].key == "value" {
        guard var inner = read(rest[0].value, rule: rule, path: path, in: &reading) else { return nil }
        inner.isIndependent = inner.isBanded
        if inner.isBanded { return inner }
      }
      reading.fault("independent is about bands, and there are none here", at: node.range)
      return nil
    }
    if let first = rest.first, Month(first.key) != nil {
      guard let points = readDates(rest, node: node, rule: rule, path: path, in: &reading) else { return nil }
      return Profile(rows: [Row(band: .everyone, points: points)])
    }
    return readBands(rest, node: node, rule: rule, path: path, in: &reading)
      .map { Profile(rows: $0, isIndependent: isIndependent) }
  }

  private static func readBands(
    _ members: [SourceNode.Member], node: SourceNode, rule: ProfileRule, path: String, in reading: inout Reading
  ) -> [Row]? {
    var rows: [Row] = []
    var isSound = true
    for member in members {
      guard let band = Band(member.key) else {
        if Month(member.key) != nil, rule.mayHaveDates {
          reading.fault(
            "bands and months cannot stand side by side", at: member.keyRange,
            help: ["bands stand outside, dates inside: {<5y: {\(member.key): …}, 5y+: …}"])
          isSound = false
          continue
        }
        let choices = rule.mayHaveBands ? "a band such as <5y, 5y-10y or 10y+" : ""
        let dates = rule.mayHaveDates ? "a month such as 2026-04" : ""
        let allowed = [choices, dates].filter { !$0.isEmpty }.joined(separator: ", or ")
        reading.fault(
          "unknown key '\(member.key)'", at: member.keyRange,
          help: [allowed.isEmpty ? "allowed: \(rule.quantity.words)" : "allowed: \(allowed)", splitCall(member)])
        isSound = false
        continue
      }
      guard rule.mayHaveBands else {
        reading.fault("\(rule.quantity.noun) has no bands", at: member.keyRange)
        isSound = false
        continue
      }
      let inner = "\(path).\(band)"
      reading.origins[inner] = member.value.range
      if let dated = member.value.members, let first = dated.first, Month(first.key) != nil {
        guard let points = readDates(dated, node: member.value, rule: rule, path: inner, in: &reading) else {
          isSound = false
          continue
        }
        rows.append(Row(band: band, points: points))
      } else if let entry = Entry<Quantity>.read(member.value, rule: rule.quantity, path: inner, in: &reading) {
        rows.append(Row(band: band, points: [Point(from: nil, reached: nil, entry: entry)]))
      } else {
        isSound = false
      }
    }
    guard isSound else { return nil }
    if let fault = Band.fault(in: rows.map(\.band)) {
      reading.fault("the bands do not cover every length once: \(fault)", at: node.range)
      return nil
    }
    let kinds = rows.flatMap(\.points).map(\.entry.value)
    if let first = kinds.first, let odd = kinds.first(where: { $0.measure != first.measure }) {
      reading.fault("the bands must be of one kind, not \(first) and \(odd)", at: node.range)
      return nil
    }
    return rows.sorted { $0.band < $1.band }
  }

  private static func readDates(
    _ members: [SourceNode.Member], node: SourceNode, rule: ProfileRule, path: String, in reading: inout Reading
  ) -> [Point]? {
    guard rule.mayHaveDates else {
      reading.fault("\(rule.quantity.noun) cannot change with time", at: node.range)
      return nil
    }
    var points: [Point] = []
    var isSound = true
    for member in members {
      guard let month = Month(member.key) else {
        reading.fault(
          "expected a month such as 2026-04, not '\(member.key)'", at: member.keyRange,
          help: [Band(member.key) == nil ? nil : "bands stand outside, dates inside: {\(member.key): {2026-04: …}}"])
        isSound = false
        continue
      }
      let inner = "\(path).\(month)"
      reading.origins[inner] = member.value.range
      var node = member.value
      var reached: Month?
      // The text itself, or the value that has its provenance beside it.
      let position = node.members?.firstIndex { $0.key == "value" }
      var given = position.flatMap { node.members?[$0].value } ?? node
      if let text = given.scalar, let (front, arrival) = splitArrival(text) {
        guard let arrival, arrival > month else {
          reading.fault(
            "a straight line is written 'VALUE by MONTH', with a month after \(month), where it begins", at: node.range)
          isSound = false
          continue
        }
        reached = arrival
        given.content = .scalar(front)
        if let position, var members = node.members {
          members[position].value = given
          node.content = .mapping(members)
        } else {
          node = given
        }
      }
      guard let entry = Entry<Quantity>.read(node, rule: rule.quantity, path: inner, in: &reading) else {
        isSound = false
        continue
      }
      points.append(Point(from: month, reached: reached, entry: entry))
    }
    guard isSound else { return nil }
    points.sort { ($0.from?.index ?? 0) < ($1.from?.index ?? 0) }
    if let first = points.first, first.reached != nil {
      reading.fault("a straight line needs a value before it", at: node.range)
      return nil
    }
    for (point, next) in zip(points, points.dropFirst()) {
      if let reached = point.reached, let from = next.from, reached > from {
        reading.fault("the line that arrives in \(reached) is cut off by the value from \(from)", at: node.range)
        return nil
      }
      if point.entry.value.measure != next.entry.value.measure {
        reading.fault(
          "values over time must be of one kind, not \(point.entry.value) and \(next.entry.value)", at: node.range)
        return nil
      }
    }
    return points
  }

  /// `7115 fte by 2026-03` → the value's text and the month of arrival (nil when that is no month).
  private static func splitArrival(_ text: String) -> (String, Month?)? {
    let words = text.split(separator: " ")
    guard words.count >= 3, words[words.count - 2] == "by" else { return nil }
    return (words.dropLast(2).joined(separator: " "), Month(words[words.count - 1]))
  }

  /// Inside `{ }` YAML splits `normal(5%, 1%)` at the comma; the second half then stands as a key without a value.
  static func splitCall(_ member: SourceNode.Member) -> String? {
    guard member.key.hasSuffix(")") || member.key.contains(")/"), member.value.isEmpty else { return nil }
    return "inside { } a comma ends the value: separate a distribution's arguments with spaces"
  }
}
