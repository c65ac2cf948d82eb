/// What is told of a change: the value before and after, and what went with it.
extension FieldNode {
  func note(
    _ change: Change, isReplacement: Bool, at path: ArraySlice<String>, from old: Entry<Value>?, to new: Entry<Value>,
    _ own: String, in reading: inout Reading
  ) {
    let part = path.map { Band($0)?.description ?? $0 }
    let numbers = new.value.quantities.filter { FieldNode.isInside($0.path, part) }
    let before = old?.value.quantities.map(\.quantity) ?? []
    var applied = AppliedChange(
      path: SchemaPath.joined(own, part.joined(separator: ".")),
      before: old.map { FieldNode.text(at: path, of: $0) } ?? requirement.words,
      after: FieldNode.text(at: path, of: new),
      numbers: numbers.map(\.quantity).filter { !before.contains($0) }, remarks: reading.remarks, help: nil,
      range: change.range)
    if isReplacement, let old, !(part.last.map(Provenance.isKey) ?? false) {
      applied.remarks += FieldNode.lost(from: old, to: new, part)
    }
    if change.isRelative, change.value.scalar?.hasSuffix("%") == true,
      numbers.contains(where: { $0.quantity.measure.isBounded })
    {
      let text = change.value.scalar ?? ""
      applied.help = "\(text) scales; \(text.dropLast())pt would add percentage points"
    }
    reading.remarks = []
    reading.applied.append(applied)
  }

  private static func isInside(_ path: String, _ part: [String]) -> Bool {
    path.split(separator: ".").map(String.init).starts(with: part)
  }

  /// The text of the part at a path, without provenance unless the path is of it.
  static func text(at path: ArraySlice<String>, of entry: Entry<Value>) -> String {
    if let key = path.last, Provenance.isKey(key) {
      let known = path.count == 1 ? entry.provenance.members.first { $0.0 == key }?.1.flowText : nil
      return known ?? "none"
    }
    var node = entry.value.written(provenance: false)
    for segment in path {
      guard let inner = node.members?.first(where: { SchemaPath.isSame($0.key, segment) }) else { break }
      node = inner.value
    }
    let text = node.flowText
    return text.count > 200 ? text.prefix(200) + "…" : text
  }

  /// What a replacement has done away with besides the number: provenance, bands and dates.
  private static func lost(from old: Entry<Value>, to new: Entry<Value>, _ part: [String]) -> [String] {
    func numbers(_ entry: Entry<Value>) -> [QuantityPart] {
      entry.value.quantities.filter { isInside($0.path, part) }
    }
    func words(_ entry: Entry<Value>) -> [String] {
      let parts = numbers(entry).map { $0.entry.provenance == Provenance() ? entry.provenance : $0.entry.provenance }
      let whole = part.isEmpty ? [entry.provenance] : []
      return (whole + parts).compactMap(\.words)
    }
    func differs(_ entry: Entry<Value>, by test: (String) -> Bool) -> Bool {
      numbers(entry).contains {
        $0.path.split(separator: ".").dropFirst(part.count).map(String.init).contains(where: test)
      }
    }
    let kept = words(new)
    var lost: [String] = []
    for word in words(old) where !kept.contains(word) && !lost.contains(word) { lost.append(word) }
    var remarks = lost.map { "\($0) dropped" }
    for (noun, test) in [("bands", { Band($0) != nil }), ("dates", { Month($0) != nil })]
      as [(String, (String) -> Bool)]
    where differs(old, by: test) && !differs(new, by: test) {
      remarks.append("one value for all \(noun)")
    }
    return remarks
  }
}

extension SchemaPath {
  /// `<60mo` and `<5y` are one band.
  static func isSame(_ first: String, _ second: String) -> Bool {
    first == second || (Band(first) != nil && Band(first) == Band(second))
  }
}
