/// Changing the value of a row.
extension FieldNode {
  func set(
    _ path: ArraySlice<String>, to change: Change, in root: inout Root, base: String, in reading: inout Reading
  ) {
    let path = path.first == "value" ? path.dropFirst() : path
    let own = SchemaPath.joined(base, key)
    reading.remarks = []
    reading.changedFrom = change.from?.scalar
    if change.value.isNone, !(path.last.map(Provenance.isKey) ?? false) {
      setNone(path, change, in: &root, own, in: &reading)
      return
    }
    let isProvenance = path.last.map(Provenance.isKey) ?? false
    let isText = isProvenance || Value.ownsFrom
    if isText, change.hasMonthApart {
      reading.fault("\(SchemaPath.joined(own, path.joined(separator: "."))) cannot change with time", at: change.range)
      return
    }
    let isReplacement = isProvenance || (!change.isRelative && (change.from == nil || Value.ownsFrom))
    let faults = reading.diagnostics.count
    let old = entry(root)
    let new =
      isReplacement
      ? replaced(old, at: path, with: isText ? change.whole : change.value, own, in: &reading)
      : altered(old, at: path, by: change, own, in: &reading)
    if isReplacement, reading.diagnostics.count > faults, let help = change.helpForMultiplier {
      reading.diagnostics[faults].help.append(help)
    }
    guard let new, reading.diagnostics.count == faults else { return }
    store(new, in: &root)
    note(change, isReplacement: isReplacement, at: path, from: old, to: new, own, in: &reading)
  }

  /// `none` takes a value out that may be left out; what then holds is told.
  private func setNone(
    _ path: ArraySlice<String>, _ change: Change, in root: inout Root, _ own: String, in reading: inout Reading
  ) {
    let place = reading.pathRange ?? change.range
    if let from = change.from {
      reading.fault("a value is taken out for the whole run, not from a month on", at: from.range)
    } else if let segment = path.first {
      reading.fault(
        "one entry of a value cannot be taken out: \(own).\(segment)", at: place,
        help: ["give the whole of \(own) without it"])
    } else if let old = entry(root), old.isGiven {
      let faults = reading.diagnostics.count
      takeOut(own, at: change.range, of: &root, in: &reading)
      guard reading.diagnostics.count == faults else { return }
      reading.forget(own)
      let words = old.provenance.words.map { ["\($0) dropped"] } ?? []
      reading.applied.append(
        AppliedChange(
          path: own, before: FieldNode.text(at: [], of: old), after: requirement.words, numbers: [], remarks: words,
          help: nil, range: change.range))
    } else {
      reading.fault("\(own) is not given, so there is nothing to take out", at: place)
    }
  }

  // MARK: replacements

  private func replaced(
    _ old: Entry<Value>?, at path: ArraySlice<String>, with node: SourceNode, _ own: String, in reading: inout Reading
  ) -> Entry<Value>? {
    guard let segment = path.first else {
      guard let entry = Entry<Value>.read(node, rule: rule, path: own, in: &reading) else { return nil }
      reading.origins = reading.origins.filter { !$0.key.hasPrefix(own + ".") || $0.value.source == node.range.source }
      reading.origins[own] = node.range
      return entry
    }
    guard let old else {
      reading.fault("\(own) is not given, so it has no '\(segment)'", at: reading.pathRange ?? node.range)
      return nil
    }
    // Provenance is kept inside, so that changing one entry of a value leaves the sources of the others.
    var written = old.written(provenance: true)
    if !Provenance.isKey(segment) { written = ProvenanceShare.pushedDown(written) }
    guard let changed = replacing(path, in: written, with: node) else {
      reading.faultNoPart(Array(path), of: own, text: old.value.written(provenance: false), at: node.range)
      return nil
    }
    guard let entry = readAgain(changed, own, at: node.range, in: &reading) else { return nil }
    reading.origins[SchemaPath.joined(own, path.joined(separator: "."))] = node.range
    return entry
  }

  /// The node with the part at the path replaced; nil when there is no such part.
  private func replacing(_ path: ArraySlice<String>, in whole: SourceNode, with node: SourceNode) -> SourceNode? {
    guard let segment = path.first else { return node }
    guard var members = whole.members else {
      if node.isNone { return nil }
      return Provenance.isKey(segment) && path.count == 1
        ? .mapping([("value", whole), (segment, node)]) : segment == "value" ? node : nil
    }
    var result = whole
    if node.isNone, Provenance.isKey(segment), path.count == 1 {
      let left = members.filter { $0.key != segment }
      guard left.count < members.count else { return nil }
      members = left
    } else if let position = members.firstIndex(where: { SchemaPath.isSame($0.key, segment) }) {
      guard let inner = replacing(path.dropFirst(), in: members[position].value, with: node) else { return nil }
      members[position].value = inner
    } else if Provenance.isKey(segment), path.count == 1 {
      members.append(SourceNode.Member(key: segment, keyRange: node.range, value: node))
    } else if let position = members.firstIndex(where: { $0.key == "value" }),
      let inner = replacing(path, in: members[position].value, with: node)
    {
      members[position].value = inner
    } else {
      return nil
    }
    result.content = .mapping(members)
    return result
  }

  // MARK: relative and dated changes

  private func altered(
    _ old: Entry<Value>?, at path: ArraySlice<String>, by change: Change, _ own: String, in reading: inout Reading
  ) -> Entry<Value>? {
    guard let old else {
      reading.fault(
        "\(own) is not given, so there is nothing to change", at: reading.pathRange ?? change.range,
        help: ["give it a value first: \(Value.allowed(rule))"])
      return nil
    }
    // The names that a number goes by inside a value may be left out.
    let part = path.filter { !["value", "share"].contains($0) }.map { Band($0)?.description ?? $0 }
    var entry = old
    if change.from != nil {
      entry = entry.withProvenanceInNumbers
    } else if !part.isEmpty {
      var scratch = Reading()
      let inside = ProvenanceShare.pushedDown(old.written(provenance: true))
      entry = Entry<Value>.read(inside, rule: rule, path: own, in: &scratch) ?? old
    }
    guard let value = entry.value.changed(by: change, at: part, rule: rule, path: own, in: &reading) else { return nil }
    entry.value = value
    if part.isEmpty, change.from == nil {
      reading.remarkSource(of: entry.provenance)
      entry.provenance.markChanged(change.typed)
    }
    guard let read = readAgain(entry.written(provenance: true), own, at: change.range, in: &reading) else { return nil }
    let before = Dictionary(
      old.value.quantities.map { ($0.path, $0.quantity) }, uniquingKeysWith: { first, _ in first })
    for number in read.value.quantities where before[number.path] != number.quantity {
      // What a dated change left alone has a month now that it did not have, and stands where it stood.
      let outer = number.path.split(separator: ".").dropLast().joined(separator: ".")
      let isKept = !number.path.isEmpty && before[outer] == number.quantity
      let kept = isKept ? reading.origins[SchemaPath.joined(own, outer)] ?? reading.origins[own] : nil
      reading.origins[SchemaPath.joined(own, number.path)] = kept ?? change.range
    }
    reading.origins[SchemaPath.joined(own, part.joined(separator: "."))] = change.range
    return read
  }

  /// Reads what was written out only to be read again: it has no place, so the old ones stay, and its faults are the
  /// change's.
  private func readAgain(
    _ node: SourceNode, _ own: String, at range: SourceRange, in reading: inout Reading
  ) -> Entry<Value>? {
    let faults = reading.diagnostics.count
    let origins = reading.origins
    let entry = Entry<Value>.read(node, rule: rule, path: own, in: &reading)
    for (key, place) in reading.origins where place.source.isEmpty { reading.origins[key] = origins[key] }
    for position in faults..<reading.diagnostics.count
    where reading.diagnostics[position].range?.source.isEmpty != false {
      reading.diagnostics[position].range = range
    }
    return reading.diagnostics.count == faults ? entry : nil
  }
}

extension Entry {
  /// What is said of the whole, said of each number that has nothing of its own.
  fileprivate var withProvenanceInNumbers: Entry {
    guard provenance != Provenance(), let holding = value as? any NumberHolding else { return self }
    func sharing(_ value: some NumberHolding) -> any NumberHolding {
      value.changingNumbers { _, entry in
        if entry.provenance == Provenance() { entry.provenance = provenance }
      }
    }
    guard let value = sharing(holding) as? Value else { return self }
    return Entry(value)
  }
}
