/// Who is to blame for a fault between values: a scenario that was right by itself is wrong because of what was laid over
/// it, although the fault shows in a value that it has of its own.
extension ReadScenario {
  /// The faults that a check found after changes, each at the change without which there would be none.
  func blaming(_ assignments: [Assignment], for faults: Faults) -> Faults {
    let own = Set(assignments.map(\.change.range.source))
    func isElsewhere(_ given: Diagnostic) -> Bool {
      given.severity == .error && given.range.map { !own.contains($0.source) } ?? false
    }
    guard faults.diagnostics.contains(where: isElsewhere) else { return faults }
    let without = assignments.indices.map { index in
      var others = assignments
      others.remove(at: index)
      return messages(after: others)
    }
    return Faults(
      faults.diagnostics.map { given in
        guard isElsewhere(given), let guilty = without.lastIndex(where: { !$0.contains(given.message) }) else {
          return given
        }
        return given.moved(to: assignments[guilty].change.range)
      })
  }

  private func messages(after assignments: [Assignment]) -> Set<String> {
    var (changed, reading) = (scenario, Reading())
    reading.origins = origins
    for assignment in assignments {
      // What cannot be made by itself is left out.
      do throws(Faults) { try changed.change(assignment, in: &reading) } catch { continue }
    }
    changed.check(in: &reading)
    return Set(reading.diagnostics.filter { $0.severity == .error }.map(\.message))
  }
}

extension Scenario {
  /// The faults of a check of texts, each in the text that brought it about: at the value of an upper text without which
  /// there would be no fault in the lower.
  static func blaming(_ layers: [SourceNode], for faults: Faults) -> Faults {
    guard layers.count > 1 else { return faults }
    let upTo = layers.indices.map { messages(layers[...$0]) }
    // What each text says that one may have to do without, and what is wrong then.
    var trials: [Int: [(place: SourceRange, messages: Set<String>)]] = [:]
    var diagnostics = faults.diagnostics
    for (index, given) in diagnostics.enumerated() where given.severity == .error {
      guard let own = layers.firstIndex(where: { $0.range.source == given.range?.source }),
        let guilty = upTo.indices.first(where: { $0 >= own && upTo[$0].contains(given.message) }), guilty > own
      else { continue }
      let known =
        trials[guilty]
        ?? layers[guilty].leaves.prefix(200).map { leaf in
          var others = layers
          others[guilty] = others[guilty].without(leaf.path[...])
          return (leaf.node.range, messages(others[...]))
        }
      trials[guilty] = known
      guard let trial = known.last(where: { !$0.messages.contains(given.message) }) else { continue }
      diagnostics[index] = given.moved(to: trial.place)
    }
    return Faults(diagnostics)
  }

  private static func messages(_ layers: ArraySlice<SourceNode>) -> Set<String> {
    do throws(Faults) {
      _ = try unblamed(Array(layers))
      return []
    } catch {
      return Set(error.diagnostics.filter { $0.severity == .error }.map(\.message))
    }
  }
}

extension Diagnostic {
  /// The same fault at what brought it about, with where it shows as help.
  fileprivate func moved(to place: SourceRange) -> Diagnostic {
    var result = self
    result.range = place
    if let range { result.help.append("it shows at \(range.source):\(range.line):\(range.column)") }
    return result
  }
}

extension SourceNode {
  /// Whatever stands at the ends of the tree, with the keys that lead to it; a list is one end.
  fileprivate var leaves: [(path: [String], node: SourceNode)] {
    guard let members, !members.isEmpty else { return [([], self)] }
    return members.flatMap { member in
      member.value.leaves.map { ([member.key] + $0.path, $0.node) }
    }
  }

  /// The tree without what stands at a path, and without the keys that hold nothing else.
  fileprivate func without(_ path: ArraySlice<String>) -> SourceNode {
    guard let key = path.first, let members else { return self }
    var result = self
    result.content = .mapping(
      members.compactMap { member in
        guard member.key == key else { return member }
        guard path.count > 1 else { return nil }
        var inner = member
        inner.value = member.value.without(path.dropFirst())
        return inner.value.members?.isEmpty == true ? nil : inner
      })
    return result
  }
}
