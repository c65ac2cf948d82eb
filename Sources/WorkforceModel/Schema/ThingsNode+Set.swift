import OrderedCollections

/// Changing what is below a named thing, and taking one out.
extension ThingsNode {
  func set(
    _ path: ArraySlice<String>, to change: Change, in root: inout Root, base: String, in reading: inout Reading
  ) {
    let own = SchemaPath.joined(base, key)
    let names = Array(root[keyPath: self.path].keys)
    guard let name = path.first else {
      if change.isNone, naming == .keys, !isRequired, !names.isEmpty {
        let node = SourceNode.mapping(
          root[keyPath: self.path].map { ($0.key, Child.schema.write($0.value, style: .file)) })
        root[keyPath: self.path] = [:]
        reading.takeOut(own, node, by: change)
        return
      }
      reading.fault(
        "\(own) holds \(thing)s: name one of \(Suggestion.list(names))", at: reading.pathRange ?? change.range)
      return
    }
    guard names.contains(name) else {
      if naming == .months, change.isNone {
        reading.fault(
          "\(own).\(name) is not given, so there is nothing to take out", at: reading.pathRange ?? change.range)
        return
      }
      if naming == .months {
        // A start that did not differ so far begins to: its own values come from what is set.
        var child = Child()
        let faults = reading.diagnostics.count
        Child.schema.set(
          path.dropFirst(), to: change, in: &child, base: SchemaPath.joined(own, name), in: &reading)
        if reading.diagnostics.count == faults {
          root[keyPath: self.path][name] = child
          reading.origins[SchemaPath.joined(own, name)] = reading.pathRange ?? change.range
        }
        return
      }
      let known = names.isEmpty ? "the scenario has none" : "there is: \(Suggestion.list(names))"
      let help = Suggestion.help(for: name, among: names) ?? known
      reading.fault("there is no \(thing) '\(name)'", at: reading.pathRange ?? change.range, help: [help])
      return
    }
    if change.isNone, path.count == 1 {
      let child = root[keyPath: self.path].removeValue(forKey: name) ?? Child()
      reading.takeOut(SchemaPath.joined(own, name), Child.schema.write(child, style: .file), by: change)
      return
    }
    var child = root[keyPath: self.path][name] ?? Child()
    Child.schema.set(path.dropFirst(), to: change, in: &child, base: SchemaPath.joined(own, name), in: &reading)
    root[keyPath: self.path][name] = child
  }
}
