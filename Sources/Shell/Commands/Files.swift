import OrderedCollections
import Reports
import ScenarioFiles
import WorkforceModel

extension Operand {
  static let scenario = Operand(.scenario, "SCENARIO")
  static let file = Operand(.file, "FILE")
  static let name = Operand(.name, "NAME")
  static let newName = Operand(.words, "NAME", .optional)
}

/// Opening and keeping scenarios.
extension CommandRecord {
  static let open = CommandRecord(
    "open", .keep, [.scenario],
    summary: "open a scenario: a file, or one that ships",
    discussion: "The scenario that stands is left; 'undo' goes back to it.",
    examples: ["open intake-bigger"], file: .session, hasResult: false
  ) { evaluation in
    let located = try evaluation.open(evaluation.invocation[.scenario][0])
    evaluation.leave(for: located)
    evaluation.note("\(located.stem): \(located.scenario.name.value)")
  }

  static let new = CommandRecord(
    "new", .keep, [.newName],
    summary: "begin a scenario, with one grade to be changed into your own",
    discussion: """
      Every number in it is marked as assumed. 'show' lists what there is, 'parameters --kinds' what there can be, \
      'save as FILE' keeps it.
      """,
    examples: ["new 'My service'; set grades.staff.opening 120; show grades"], file: .session, hasResult: false
  ) { evaluation in
    let name = evaluation.invocation[.newName].first?.text ?? "New scenario"
    let located = try NewScenario.begun(called: name)
    evaluation.leave(for: located)
    evaluation.note(
      "\(name): one grade, 'staff', and a year of hiring; every number in it is an assumption to be replaced")
  }

  static let save = CommandRecord(
    "save", .keep, options: [.output, .set, .whole, .force],
    summary: "write the scenario back to its file",
    discussion: """
      Comments stay at their keys. A file that has changed since it was opened is not overwritten without --force; a \
      scenario that ships is saved with 'save as FILE'. With --output PATH it is written there instead, as 'save as' \
      does, and stays open as it is.
      """,
    examples: [
      "save --set intakes.*.places=650 --set 'name=Bigger intakes' --output bigger.yaml",
      "save --whole --output my-own.yaml",
      "save --set grades.PO.leaving=7.0%/yr --output /dev/stdout",
    ], hasResult: false
  ) { try $0.save() }

  static let saveAs = CommandRecord(
    "save as", .keep, [.file], options: [.whole, .force],
    summary: "write the scenario to another file, and go on with that",
    discussion: """
      The file extends the scenario that was opened, and holds only what differs from it; with --whole it holds \
      everything and extends nothing. A file that is there is not overwritten without --force.
      """,
    examples: ["set intakes.*.places +20%; save as bigger.yaml"], file: .session, hasResult: false
  ) { try $0.saveAs() }

  static let scenarios = CommandRecord(
    "scenarios", .keep,
    summary: "list the scenarios that can be opened: those that ship, files here, and those that were named",
    examples: ["scenarios"], file: .none
  ) { evaluation in
    var table = Table(["scenario", "", ""].map { Table.Column($0) })
    for (name, located) in evaluation.session.named {
      table.rows.append([name, located.scenario.name.value, "named in this session"])
    }
    table.rows += evaluation.surroundings.scenarios().map {
      [$0.name, $0.title ?? "(has faults: check \($0.name))", $0.kind.rawValue]
    }
    try evaluation.deliverPage(Document([.table(table)]))
  }

  static let name = CommandRecord(
    "name", .keep, [Operand(.words, "NAME")],
    summary: "give the scenario as it stands a name, for compare, diff and use",
    discussion:
      "The name lasts as long as the session. A name that is given again means the scenario as it stands then.",
    examples: ["set grades.PO.leaving 7%/yr; name calmer; reset; diff calmer"], file: .session, hasResult: false
  ) { evaluation in
    let word = evaluation.invocation.words[0]
    guard !word.text.isEmpty, word.text.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) }) else {
      throw Faults(
        "a name is letters, digits, '-' and '_', not '\(word.text)'", at: word.range)
    }
    if evaluation.surroundings.scenarioNames().contains(where: { $0.name == word.text }) {
      throw Faults("'\(word.text)' is a scenario that can be opened", at: word.range, help: ["choose another name"])
    }
    let known = evaluation.session.named[word.text]?.loaded.simulatedDigest
    let isOther = try known.map { $0 != (try evaluation.located()).loaded.simulatedDigest } ?? false
    evaluation.session.named[word.text] = try evaluation.located()
    evaluation.note(
      "\(word.text): \(try evaluation.located().describedChanges)\(isOther ? "; it meant another before" : "")")
  }

  static let use = CommandRecord(
    "use", .keep, [.name],
    summary: "go on with a scenario that was named",
    discussion: "It is one step of 'undo'.",
    examples: ["name before; set grades.PO.leaving 7%/yr; use before"], file: .session, hasResult: false
  ) { evaluation in
    let word = evaluation.invocation[.name][0]
    guard let located = evaluation.session.named[word.text] else {
      let names = Array(evaluation.session.named.keys)
      let help =
        Suggestion.help(for: word.text, among: names)
        ?? (names.isEmpty ? "nothing has been named: name NAME" : "names are \(Suggestion.list(names))")
      throw Faults("no scenario was named '\(word.text)'", at: word.range, help: [help])
    }
    let before = evaluation.session.current
    evaluation.session.change(to: located)
    evaluation.note("\(word.text): \(located.describedChanges)")
    if let before { evaluation.tellMove(from: before, to: located) }
  }
}

extension Evaluation {
  /// Goes on with another scenario, and says what of the one that stands no file holds.
  fileprivate mutating func leave(for other: LocatedScenario) {
    if let current = session.current, current.unsavedChanges > 0 {
      note("\(Shown.count(current.unsavedChanges, "change")) of \(current.stem) not saved; 'undo' goes back to it")
    }
    session.change(to: other)
  }

  /// A scenario by the name that the session gave it, or by that of a file or of one that ships.
  func open(_ word: Word) throws -> LocatedScenario {
    if !word.isQuoted, var named = session.named[word.text] {
      named.loaded.stem = word.text
      return named
    }
    do {
      let located = try surroundings.open(word.text)
      tell(located.warnings)
      return located
    } catch let faults as Faults {
      // What has no place stands where it was typed.
      throw Faults(
        faults.diagnostics.map { given in
          var diagnostic = given
          if diagnostic.range == nil { diagnostic.range = word.range }
          return diagnostic
        })
    }
  }

  fileprivate mutating func save() throws {
    guard let output = invocation.value(of: .output) else {
      guard !invocation.has(.whole), !invocation.has(.set) else {
        throw invocation.misuse(
          "--set and --whole need \(OptionRecord.output.name): the file would not be what is open")
      }
      return try saveInPlace()
    }
    let located = try adjusted(simulates: false)
    try write(located, to: output.text, named: OptionRecord.output.name)
  }

  private mutating func saveInPlace() throws {
    var located = try located()
    let own = located.files[0]
    guard let path = own.path else {
      let words =
        switch own.place {
        case .shipped: "\(located.stem) ships with cadre, and is not overwritten"
        case .begun: "the scenario has no file yet"
        case .stream, .file: "\(own.source) is no file that could be written back"
        }
      throw Faults(words, at: invocation.statement.range, help: ["save as \(located.stem)-changed.yaml"])
    }
    let isAsRead = surroundings.isUnchanged(own)
    guard located.unsavedChanges > 0 || !isAsRead else {
      return note("\(path): nothing has been changed since it was opened")
    }
    guard invocation.has(.force) || isAsRead else {
      throw Faults(
        "\(path) is not as it was when this was opened", at: invocation.statement.range,
        help: ["save as ANOTHER.yaml keeps both; save --force overwrites it"])
    }
    try checkBases(located.files.dropFirst())
    let (text, lost) = try ScenarioWriting.text(inPlaceOf: located.loaded)
    try surroundings.write({ take in try take(text) }, to: path)
    tell(lost)
    located = try surroundings.open(path)
    session.change(to: located)
    note("\(path): saved")
  }

  fileprivate mutating func saveAs() throws {
    let file = invocation[.file][0]
    let located = try located()
    if let path = located.files[0].path, path == file.text {
      throw Faults(
        "\(path) is the file that is open", at: file.range, help: ["save writes it back"])
    }
    try write(located, to: file.text, named: "save as")
    let saved = try surroundings.open(file.text)
    session.change(to: saved)
  }

  /// What differs is written against files as they were read: they must be so still.
  private func checkBases(_ files: ArraySlice<ScenarioSource>) throws(Faults) {
    for file in files where !surroundings.isUnchanged(file) {
      throw Faults(
        "\(file.source) is not as it was when this was opened, and the file would extend it",
        at: invocation.statement.range, help: ["open it again; or save as FILE --whole, which extends nothing"])
    }
  }

  /// Writes a scenario so that it reads back as it stands.
  private func write(_ located: LocatedScenario, to path: String, named option: String) throws {
    try surroundings.check(destination: path, isNone: located.files, option: option)
    let own = path.split(separator: "/").last.map(String.init) ?? path
    if surroundings.scenarioNames().contains(where: { $0.name == own && $0.kind == .shipped }) {
      throw Faults(
        "a file '\(own)' would hide the scenario of that name that ships with cadre",
        help: ["name it \(own)-changed.yaml"])
    }
    if !invocation.has(.force) { try surroundings.check(absence: path) }
    let position = located.loaded.changes.isEmpty ? 1 : 0
    var name: String?
    if !invocation.has(.whole), located.files.indices.contains(position), located.files[position].place != .begun {
      name = try surroundings.name(of: located.files[position], for: path)
    }
    if name != nil { try checkBases(located.files[position...]) }
    let saved = try ScenarioWriting.text(of: located.loaded, extending: name)
    try surroundings.write({ take in try take(saved.text) }, to: path)
    tell(saved.lost)
    note("\(path): \(saved.words)")
  }
}
