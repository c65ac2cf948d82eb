import WorkforceModel

/// Changes to the tree of a scenario's text.
enum Tree {
  /// The base with the entries of another tree: mappings are merged by key, anything else is replaced.
  static func merged(_ base: SourceNode, _ other: SourceNode) -> SourceNode {
    guard var members = base.members, let added = other.members else { return other }
    for member in added {
      if let place = members.firstIndex(where: { $0.key == member.key }) {
        members[place].value = merged(members[place].value, member.value)
      } else {
        members.append(member)
      }
    }
    var result = base
    result.content = .mapping(members)
    return result
  }

  /// The tree with the keys of every mapping, and the items of every list, in another order.
  static func shuffled(_ node: SourceNode, by generator: inout SeededGenerator) -> SourceNode {
    var result = node
    switch node.content {
    case .scalar: break
    case .mapping(let members):
      let inner = members.map { member in
        var member = member
        member.value = shuffled(member.value, by: &generator)
        return member
      }
      result.content = .mapping(inner.shuffled(using: &generator))
    case .sequence(let items): result.content = .sequence(items.shuffled(using: &generator))
    }
    return result
  }

  /// The tree without names, notes, sources and whatever else says where a value comes from; the scenario's own name,
  /// which it must have, becomes another.
  static func withoutProvenance(_ node: SourceNode, isRoot: Bool = true) -> SourceNode {
    if case .sequence(let items) = node.content {
      var result = node
      result.content = .sequence(items.map { withoutProvenance($0, isRoot: false) })
      return result
    }
    guard let members = node.members else { return node }
    let words = Set(Provenance.keys.map(\.key) + ["name"])
    let kept = members.filter { !words.contains($0.key) }.map { member in
      var member = member
      member.value = withoutProvenance(member.value, isRoot: false)
      return member
    }
    var result = node
    result.content = .mapping(kept)
    return isRoot ? merged(result, .mapping([("name", .text("Another name"))])) : result
  }
}

/// SplitMix64 (Steele and others, 2014): the same shuffles in every run of the tests.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }
}
