/// Provenance said once for a value of several entries, said for each of them instead: so that replacing one entry does
/// not leave it with the source of what it replaced, nor take the source from the others.
enum ProvenanceShare {
  /// `{value: {a: 1, b: 2}, source: s}` as `{a: {value: 1, source: s}, b: {value: 2, source: s}}`; other nodes as they are.
  static func pushedDown(_ node: SourceNode) -> SourceNode {
    guard let members = node.members, let whole = members.first(where: { $0.key == "value" })?.value,
      let entries = whole.members
    else { return node }
    let provenance = members.filter { Provenance.isKey($0.key) }
    var result = whole
    result.content = .mapping(
      entries.map { entry in
        var entry = entry
        entry.value = shared(provenance, with: entry)
        return entry
      })
    return result
  }

  private static func shared(_ provenance: [SourceNode.Member], with entry: SourceNode.Member) -> SourceNode {
    var node = entry.value
    guard let inner = node.members else {
      // A word that is no value cannot carry any.
      guard entry.key != "independent", entry.key != StarterSources.otherwise else { return node }
      let value = SourceNode.Member(key: "value", keyRange: node.range, value: node)
      return SourceNode(.mapping([value] + provenance), range: node.range)
    }
    if inner.contains(where: { $0.key == "value" || $0.key == "share" }) {
      let known = Set(inner.map(\.key))
      let own = known.contains { Provenance.isKey($0) }
      node.content = .mapping(inner + (own ? [] : provenance))
    } else {
      node.content = .mapping(
        inner.map { part in
          var part = part
          part.value = shared(provenance, with: part)
          return part
        })
    }
    return node
  }
}
