import OrderedCollections

/// A path to a row of an intake that single starts may have too: `intakes.autumn.places`, or with a month
/// `intakes.autumn.2027-09.places`.
struct StartRow {
  var intake: String
  var month: String?
  var row: String
  /// Below the row.
  var rest: [String]

  /// Nil for any other path.
  init?(_ path: [String]) {
    guard path.count >= 3, path[0] == "intakes" else { return nil }
    intake = path[1]
    month = Month(path[2]) == nil ? nil : path[2]
    let position = month == nil ? 2 : 3
    guard path.indices.contains(position), StartOverride.schema.keys.contains(path[position]) else { return nil }
    row = path[position]
    rest = Array(path[(position + 1)...])
  }

  func path(in month: String) -> [String] { ["intakes", intake, month, row] + rest }
}

/// Changes of intakes and of their starts. A start that differs in a row keeps a value of its own for it, so a change of
/// the intake has to reach it as well.
extension Scenario {
  /// For all starts: a relative change changes those that differ too, a replacement does away with them.
  mutating func setAll(_ row: StartRow, _ path: [String], to change: Change, in reading: inout Reading) {
    Scenario.schema.set(path[...], to: change, in: &self, base: "", in: &reading)
    guard !reading.hasErrors, !(row.rest.last.map(Provenance.isKey) ?? false) else { return }
    for (month, start) in intakes[row.intake]?.differing ?? [:] {
      guard let old = start.values(row.row) else { continue }
      if change.isRelative {
        let before = reading.applied.count
        Scenario.schema.set(row.path(in: month)[...], to: change, in: &self, base: "", in: &reading)
        if reading.applied.count > before { reading.remark(["a start that differs"]) }
        continue
      }
      take(row.row, from: row.intake, at: month, in: &reading)
      let own = "intakes.\(row.intake).\(month).\(row.row)"
      let new = Intake.schema.values(intakes[row.intake] ?? Intake(), base: "").first { $0.path == row.row }
      reading.applied.append(
        AppliedChange(
          path: own, before: old, after: new?.text ?? "", numbers: [], remarks: ["the start no longer differs"],
          help: nil, range: change.range))
    }
  }

  /// For the starts from a month on: each gets a value of its own, made from the intake's draw.
  mutating func setStarts(_ row: StartRow, to change: Change, in reading: inout Reading) {
    guard let month = change.month(in: &reading) else { return }
    guard let intake = intakes[row.intake] else {
      Scenario.schema.set(["intakes", row.intake, row.row], to: change, in: &self, base: "", in: &reading)
      return
    }
    let first = max(month, firstMonth)
    let starts = first <= lastMonth ? intake.starts.value.starts(in: first...lastMonth) : []
    guard !starts.isEmpty else {
      reading.fault(
        "intakes.\(row.intake) has no start from \(month) to \(lastMonth)", at: change.from?.range,
        help: ["it starts \(intake.starts.value)"])
      return
    }
    for start in starts {
      setStart(row, at: start.description, to: change.always, in: &reading)
      if reading.hasErrors { return }
    }
  }

  /// For one start.
  mutating func setStart(_ row: StartRow, to change: Change, in reading: inout Reading) {
    if let from = change.from {
      reading.fault("the path names one start, so it takes no 'from'", at: from.range)
      return
    }
    if let month = row.month { setStart(row, at: month, to: change, in: &reading) }
  }

  private mutating func setStart(_ row: StartRow, at month: String, to change: Change, in reading: inout Reading) {
    let had = intakes[row.intake]?.differing[month]?.values(row.row)
    if change.isNone, row.rest.isEmpty, let had {
      take(row.row, from: row.intake, at: month, in: &reading)
      let text = intakes[row.intake]?.text(row.row) ?? "none"
      reading.applied.append(
        AppliedChange(
          path: "intakes.\(row.intake).\(month).\(row.row)", before: had, after: text, numbers: [],
          remarks: ["the start no longer differs"], help: nil, range: change.range))
      return
    }
    // What is changed in part or by a sum begins as the intake's own.
    if had == nil, change.isRelative || !row.rest.isEmpty { give(row.row, of: row.intake, to: month) }
    let before = reading.applied.count
    Scenario.schema.set(row.path(in: month)[...], to: change, in: &self, base: "", in: &reading)
    let own = "intakes.\(row.intake).\(month)"
    if reading.origins[own] == nil { reading.origins[own] = reading.pathRange ?? change.range }
    guard had == nil, reading.applied.count > before, let last = reading.applied.indices.last else { return }
    if reading.applied[last].before != nil, row.rest.isEmpty, let intake = intakes[row.intake] {
      reading.applied[last].before = intake.text(row.row)
    }
  }

  /// Gives a start a row of its own, equal to the intake's.
  private mutating func give(_ row: String, of intake: String, to month: String) {
    guard var whole = intakes[intake], let value = whole.written(row) else { return }
    var start = whole.differing[month] ?? StartOverride()
    var scratch = Reading()
    start = StartOverride.read(start.written + [(row, value)], in: &scratch)
    guard !scratch.hasErrors else { return }
    whole.differing[month] = start
    intakes[intake] = whole
  }

  /// Takes a row from a start that has it, and the start itself when nothing is left of it.
  private mutating func take(_ row: String, from intake: String, at month: String, in reading: inout Reading) {
    guard let start = intakes[intake]?.differing[month] else { return }
    var scratch = Reading()
    let left = StartOverride.read(start.written.filter { $0.0 != row }, in: &scratch)
    intakes[intake]?.differing[month] = left == StartOverride() ? nil : left
    let own = "intakes.\(intake).\(month).\(row)"
    reading.origins = reading.origins.filter { $0.key != own && !$0.key.hasPrefix(own + ".") }
  }
}

extension StartOverride {
  fileprivate var written: [(String, SourceNode)] {
    (StartOverride.schema.write(self, style: .file).members ?? []).map { ($0.key, $0.value) }
  }

  fileprivate static func read(_ members: [(String, SourceNode)], in reading: inout Reading) -> StartOverride {
    var start = StartOverride()
    StartOverride.schema.read(.mapping(members), into: &start, base: "", in: &reading)
    return start
  }

  /// The text of a row; nil where the start does not differ in it.
  fileprivate func values(_ row: String) -> String? {
    StartOverride.schema.values(self, base: "").first { $0.path == row && $0.isGiven }?.text
  }
}

extension Intake {
  /// A row as it would stand in a file, by default too; nil where there is none.
  fileprivate func written(_ row: String) -> SourceNode? {
    let given = Intake.schema.write(self, style: .file).members ?? []
    let all = Intake.schema.write(self, style: .simulated).members ?? []
    return (given + all).first { $0.key == row }?.value
  }

  fileprivate func text(_ row: String) -> String? {
    Intake.schema.values(self, base: "").first { $0.path == row }?.text
  }
}
