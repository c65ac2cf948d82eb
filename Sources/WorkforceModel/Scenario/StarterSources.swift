/// Where starters come from: shares of them from grades, the rest from outside: `{PSO: 25%, else: external}`.
public struct StarterSources: Equatable, Sendable {
  public struct Part: Equatable, Sendable {
    public var grade: String
    public var share: Entry<Quantity>
  }

  /// Ascending by grade.
  public var parts: [Part]
  /// Whether starters that a grade does not have are taken from outside instead.
  public var replacesShortfall: Bool

  public init(parts: [Part], replacesShortfall: Bool = false) {
    self.parts = parts.sorted { String.byScalars($0.grade, $1.grade) }
    self.replacesShortfall = replacesShortfall
  }

  /// Everybody comes from outside.
  public static let outside = StarterSources(parts: [])

  static let otherwise = "else"
  private static let external = "external"
}

extension StarterSources: SchemaValue {
  fileprivate static let share = QuantityRule([.share], "a share of the starters", each: [.intake])

  public static func read(_ node: SourceNode, rule: Void, path: String, in reading: inout Reading) -> StarterSources? {
    guard let members = node.members else {
      reading.fault("expected \(allowed(())), not \(node.words)", at: node.range)
      return nil
    }
    var sources = StarterSources.outside
    var isSound = true
    for member in members {
      if member.key == otherwise {
        guard member.value.scalar == external else {
          reading.fault(
            "'else' takes '\(external)', not \(member.value.words)", at: member.value.range,
            help: ["without 'else' a shortfall is not replaced"])
          return nil
        }
        sources.replacesShortfall = true
        continue
      }
      if let fault = Key.fault(in: member.key) {
        reading.fault(
          "'\(member.key.prefix(64))' cannot name a grade: \(fault)", at: member.keyRange,
          help: [Profile.splitCall(member)])
        isSound = false
        continue
      }
      let inner = "\(path).\(member.key)"
      reading.origins[inner] = member.value.range
      if let entry = Entry<Quantity>.read(member.value, rule: share, path: inner, in: &reading) {
        sources.parts.append(Part(grade: member.key, share: entry))
      } else {
        isSound = false
      }
    }
    guard isSound else { return nil }
    if sources.parts.isEmpty, sources.replacesShortfall {
      reading.fault("'else' says what replaces starters from a grade, and none is named", at: node.range)
      return nil
    }
    return StarterSources(parts: sources.parts, replacesShortfall: sources.replacesShortfall)
  }

  public func written(provenance: Bool) -> SourceNode {
    var members = parts.map { ($0.grade, $0.share.written(provenance: provenance)) }
    if replacesShortfall { members.append((StarterSources.otherwise, .text(StarterSources.external))) }
    return .mapping(members)
  }

  public static func allowed(_ rule: Void) -> String {
    "shares of the starters by grade, the rest from outside: {PSO: 25%}; with else: external those whom the grade "
      + "lacks come from outside too"
  }

  public var quantities: [QuantityPart] {
    parts.map { QuantityPart(path: $0.grade, drawPath: $0.grade, entry: $0.share) }
  }
}

extension StarterSources: NumberHolding {
  static func numberRule(_ rule: Void) -> QuantityRule { share }

  func changingNumbers(_ change: (String, inout Entry<Quantity>) -> Void) -> StarterSources {
    var result = self
    for position in parts.indices { change(parts[position].grade, &result.parts[position].share) }
    return result
  }
}
