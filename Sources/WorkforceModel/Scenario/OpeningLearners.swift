/// The learners on a pathway at the opening: by start month (`2024-03: 280`), by whole months done (`6mo: 280`), or by
/// a band of months done, spread evenly (`<15mo: 985`).
public struct OpeningLearners: Equatable, Sendable {
  public enum When: Hashable, Sendable, CustomStringConvertible {
    case started(Month)
    case done(MonthSpan)
    case within(Band)

    public var description: String {
      switch self {
      case .started(let month): "\(month)"
      case .done(let span): "\(span)"
      case .within(let band): "\(band)"
      }
    }

    /// The range of whole months done at the end of the month `start`, lower bound included, upper not.
    public func monthsDone(at start: Month) -> (lower: Int, upper: Int?) {
      switch self {
      case .started(let month): (start - month, start - month + 1)
      case .done(let span): (span.months, span.months + 1)
      case .within(let band): (band.lower, band.upper)
      }
    }
  }

  public struct Group: Equatable, Sendable {
    public var when: When
    public var number: Entry<Quantity>
  }

  public var groups: [Group]

  public static let none = OpeningLearners(groups: [])
}

extension OpeningLearners: NumberHolding {
  private static let number = QuantityRule([.number, .fte], "learners", countsPeople: true)

  public static func read(
    _ node: SourceNode, rule: Void, path: String, in reading: inout Reading
  ) -> OpeningLearners? {
    guard let members = node.members else {
      reading.fault("expected \(allowed(())), not \(node.words)", at: node.range)
      return nil
    }
    var groups: [Group] = []
    var isSound = true
    for member in members {
      let when: When
      if let month = Month(member.key) {
        when = .started(month)
      } else if let span = MonthSpan(member.key) {
        when = .done(span)
      } else if let band = Band(member.key) {
        when = .within(band)
      } else {
        reading.fault(
          "expected a start month (2024-03), months done (6mo) or a band of them (<15mo), not '\(member.key)'",
          at: member.keyRange, help: [Profile.splitCall(member)])
        isSound = false
        continue
      }
      let inner = "\(path).\(when)"
      reading.origins[inner] = member.value.range
      if let entry = Entry<Quantity>.read(member.value, rule: number, path: inner, in: &reading) {
        groups.append(Group(when: when, number: entry))
      } else {
        isSound = false
      }
    }
    return isSound ? OpeningLearners(groups: groups) : nil
  }

  public func written(provenance: Bool) -> SourceNode {
    .mapping(groups.map { ($0.when.description, $0.number.written(provenance: provenance)) })
  }

  public static func allowed(_ rule: Void) -> String {
    "learners by start month or by months done: {2024-03: 280, 6mo: 280, <15mo: 985}"
  }

  public var quantities: [QuantityPart] {
    groups.map { QuantityPart(path: $0.when.description, drawPath: $0.when.description, entry: $0.number) }
  }

  static func numberRule(_ rule: Void) -> QuantityRule { number }

  func changingNumbers(_ change: (String, inout Entry<Quantity>) -> Void) -> OpeningLearners {
    var result = self
    for position in groups.indices { change(groups[position].when.description, &result.groups[position].number) }
    return result
  }
}
