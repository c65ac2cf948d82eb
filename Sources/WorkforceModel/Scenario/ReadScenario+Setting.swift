import OrderedCollections

/// Changing values by path.
extension ReadScenario {
  /// The scenario with values changed, as one step. `*` stands for any one name in a path.
  ///
  /// Each change applies to what the ones before it left; `start` and `months` come first, because dated changes are
  /// about them. What has to be right between values is checked once, after all.
  /// - Returns: the changed scenario, and for each assignment what it came to at each path that it matched.
  /// - Throws: ``Faults`` with those of every change; the scenario itself stays as it was.
  public func setting(
    _ assignments: [Assignment]
  ) throws(Faults) -> (result: ReadScenario, applied: [[AppliedChange]]) {
    var changed = scenario
    var reading = Reading()
    reading.origins = origins
    var applied: [[AppliedChange]] = assignments.map { _ in [] }
    var faults: [Diagnostic] = []
    let isFirst = assignments.indices.filter { ["start", "months"].contains(assignments[$0].path) }
    let others = assignments.indices.filter { !isFirst.contains($0) }
    for index in isFirst + others {
      let before = reading.applied.count
      do throws(Faults) {
        try changed.change(assignments[index], in: &reading)
        reading.remarkOpening(assignments[index].change, since: before, start: changed.start.value)
        applied[index] = Array(reading.applied.dropFirst(before))
      } catch {
        faults += error.diagnostics
      }
    }
    for (index, changes) in applied.enumerated() {
      for (position, change) in changes.enumerated() {
        let words = changed.factorsLosing(change.path, since: scenario).map { "factor \($0) no longer moves it" }
        applied[index][position].remarks += words
      }
    }
    // Within the horizon as it is after all changes.
    for (from, month) in reading.monthsNamed where month > changed.lastMonth {
      faults.append(
        Diagnostic(
          "\(month) is after \(changed.lastMonth), the last month simulated", at: from,
          help: ["set months to look further"]))
    }
    guard faults.isEmpty else { throw Faults(faults) }
    do {
      return (try changed.checked(reading), applied)
    } catch {
      throw blaming(assignments, for: error)
    }
  }

  /// The scenario with one value changed.
  /// - Parameters:
  ///   - path: such as `grades.PO.leaving.<5y` or `intakes.*.places`
  ///   - node: the new value, or a relative change
  ///   - pathRange: where the path was typed, for faults
  /// - Returns: the changed scenario, and what the change came to at each path that it matched.
  /// - Throws: ``Faults``; the scenario itself stays as it was.
  public func setting(
    _ path: String, to node: SourceNode, pathRange: SourceRange
  ) throws(Faults) -> (result: ReadScenario, applied: [AppliedChange]) {
    let (result, applied) = try setting([Assignment(path, Change(node), pathRange: pathRange)])
    return (result, applied.flatMap(\.self))
  }
}

extension Scenario {
  /// Makes one change at every path that it matches.
  mutating func change(_ assignment: Assignment, in reading: inout Reading) throws(Faults) {
    let segments = assignment.path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard segments.count <= 12, !segments.contains("") else {
      throw Faults("'\(assignment.path)' is not a path such as grades.PO.leaving", at: assignment.pathRange)
    }
    let paths = expanding(segments)
    guard !paths.contains(where: { $0.first == Scenario.extendsKey }) else {
      throw Faults(
        "\(Scenario.extendsKey) stands in a file and cannot be set", at: assignment.pathRange,
        help: ["write a file that begins with cadre: 1 and \(Scenario.extendsKey): NAME"])
    }
    if let whole = wholePath(of: segments) {
      throw Faults(
        "there is no '\(segments[0])' at the top of the scenario", at: assignment.pathRange,
        help: ["did you mean \(whole)?"])
    }
    guard !paths.isEmpty else {
      throw Faults(
        "nothing matches '\(assignment.path)'", at: assignment.pathRange,
        help: ["* stands for one name, such as a grade's, or for one entry of a value; not for a key of the format"])
    }
    reading.pathRange = assignment.pathRange
    var isSet = false
    var absent: [Diagnostic] = []
    for path in paths {
      reading.start = start.value
      var attempt = reading
      var candidate = self
      candidate.set(path, to: assignment.change, in: &attempt)
      guard attempt.hasErrors else {
        (self, reading) = (candidate, attempt)
        isSet = true
        continue
      }
      // A `*` matches whatever has the rest of the path; what lacks it is not meant.
      guard segments.contains("*"), attempt.diagnostics.allSatisfy({ $0.range == assignment.pathRange }) else {
        throw Faults(helped(attempt.diagnostics, path, assignment.change, from: reading))
      }
      absent += attempt.diagnostics
    }
    if !isSet { throw Faults(Array(absent.prefix(1))) }
  }

  /// Changes the value at a path without `*`; the rows that a start of an intake may have of its own with care.
  mutating func set(_ path: [String], to change: Change, in reading: inout Reading) {
    guard let row = StartRow(path) else {
      Scenario.schema.set(path[...], to: change, in: &self, base: "", in: &reading)
      return
    }
    if row.month != nil {
      setStart(row, to: change, in: &reading)
    } else if change.from != nil {
      setStarts(row, to: change, in: &reading)
    } else {
      setAll(row, path, to: change, in: &reading)
    }
  }
}

extension Reading {
  /// A month that the run does not reach back to is no month from which anything could begin to hold.
  fileprivate mutating func remarkOpening(_ change: Change, since first: Int, start: Month) {
    guard let month = change.from?.scalar.flatMap({ Month($0) }), month <= start else { return }
    let words = "\(month) is not after the opening, so it holds throughout"
    for index in applied.indices.dropFirst(first) where !applied[index].remarks.contains(words) {
      applied[index].remarks.append(words)
    }
  }
}
