import Reports
import WorkforceModel

extension Operand {
  static let formatName = Operand(.format, RunRequest.Format.allCases.map(\.rawValue).joined(separator: "|"))
  static let onOff = Operand(.onOff, "on|off")
  static let historyNumber = Operand(.number, "N")
  static let none = Operand(.words, "none", .optional)
  static let topic = Operand(.topic, "TOPIC", .any)
}

/// The session itself.
extension CommandRecord {
  static let format = CommandRecord(
    "format", .session, [.formatName],
    summary: "set how results are written from now on",
    discussion: "The same as 'set format'. --format says it for one statement.",
    examples: ["format csv; table PO.fte at 2029-09 --format table"], file: .session, hasResult: false
  ) { evaluation in
    try evaluation.choose(.format, evaluation.invocation[.formatName][0])
  }

  static let timing = CommandRecord(
    "timing", .session, [.onOff],
    summary: "say after each statement how long it took, or no more",
    discussion: "The same as 'set timing'.",
    examples: ["timing on"], file: .session, hasResult: false
  ) { evaluation in
    try evaluation.choose(.timing, evaluation.invocation[.onOff][0])
  }

  static let settings = CommandRecord(
    "settings", .session,
    summary: "list how the session behaves, and what else it could do",
    discussion: "'set NAME VALUE' changes a setting. No setting changes a number.",
    examples: ["settings; set charts ascii"], file: .none
  ) { evaluation in
    var table = Table(["setting", "is", "can be", ""].map { Table.Column($0) })
    for setting in SettingRecord.all {
      table.rows.append([
        setting.name, setting.read(evaluation.settings), setting.allowed.joined(separator: ", "), setting.summary,
      ])
    }
    if let replicates = evaluation.session.replicates {
      table.rows.append(["(run)", replicates, "", "How many futures are simulated: said by the last 'run N'."])
    }
    try evaluation.deliverPage(Document([.table(table)]))
  }

  static let last = CommandRecord(
    "last", .session,
    summary: "show the last result again",
    discussion: "As wide as the screen is now; '> FILE' and '| PROGRAM' send it elsewhere.",
    examples: ["run 200; last > result.txt"], file: .session
  ) { evaluation in
    guard let last = evaluation.session.last else {
      throw Faults("nothing has been shown yet", at: evaluation.invocation.statement.range)
    }
    try evaluation.deliver(last)
  }

  static let history = CommandRecord(
    "history", .session,
    summary: "list the statements of the session that succeeded",
    discussion: "'record FILE' writes them as a script.",
    examples: ["get seed; history"], file: .session
  ) { evaluation in
    let width = "\(evaluation.session.history.count)".count
    let lines = evaluation.session.history.enumerated().map { position, line in
      let number = "\(position + 1)"
      return String(repeating: " ", count: 2 + width - number.count)
        + "\(number)  \(DiagnosticRenderer.printable(line, keeping: "\n"))\n"
    }
    let text = lines.joined()
    try evaluation.deliver(Answer { _, _ in { take in try take(text) } })
  }

  static let rerun = CommandRecord(
    "rerun", .session, [.historyNumber],
    summary: "run a statement of the session again",
    discussion: "'history' lists them with their numbers.",
    examples: ["get seed; rerun 1"], file: .session, hasResult: false, isRecorded: false
  ) { evaluation in
    let word = evaluation.invocation[.historyNumber][0]
    let history = evaluation.session.history
    guard let number = Int(word.text), history.indices.contains(number - 1) else {
      let there = history.isEmpty ? "no statement has been run yet" : "history lists statements 1 to \(history.count)"
      throw Faults("there is no statement \(word.text)", at: word.range, help: [there])
    }
    evaluation.note(history[number - 1])
    try evaluation.session.run(history[number - 1], source: "history \(number)", in: evaluation.surroundings)
  }

  static let restore = CommandRecord(
    "restore", .session, [.none],
    summary: "take up a session that ended without being saved, by a crash or a signal",
    discussion: """
      The scenario is opened and changed again as it was, in the place of this session's; nothing that was saved or written \
      is written again. 'undo' goes back. Where there are several it is the last, and 'restore' again takes the one before. 'restore none' forgets \
      them all.
      """,
    examples: ["restore"], file: .session, hasResult: false, isRecorded: false
  ) { evaluation in
    let left = evaluation.surroundings.abandonedSessions()
    guard let last = left.first else { return evaluation.note("no session was left behind") }
    if let word = evaluation.invocation[.none].first {
      guard word.isKeyword("none") else { throw Faults("'restore' or 'restore none'", at: word.range) }
      for path in left { evaluation.surroundings.forget(abandoned: path) }
      return evaluation.note("forgotten: \(Shown.count(left.count, "session"))")
    }
    let text = try evaluation.surroundings.text(of: last)
    try evaluation.session.run(text, source: last, in: evaluation.surroundings)
    evaluation.surroundings.forget(abandoned: last)
    evaluation.note(
      "taken up as it was left, with \(Shown.count(evaluation.session.unsavedChanges, "change")) not saved"
        + (left.count > 1 ? "; \(Shown.count(left.count - 1, "session")) more" : ""))
  }

  static let help = CommandRecord(
    "help", .session, [.topic], options: [.markdown],
    summary: "explain a command, a value of the scenario, a metric or a setting",
    discussion: "Without TOPIC it lists the commands. 'help language' tells how statements are written.",
    examples: ["help", "help what if", "help grades.PO.leaving", "help PO.fte", "help language"], file: .none
  ) { try $0.help() }

  static let quit = CommandRecord(
    "quit", .session,
    summary: "leave",
    discussion: "At a terminal it asks once where changes are not saved; elsewhere they are lost.",
    examples: ["quit"], file: .session, hasResult: false, isRecorded: false
  ) { evaluation in
    let unsaved = evaluation.session.unsavedChanges
    if unsaved > 0 {
      evaluation.note("\(Shown.count(unsaved, "change")) of \(try evaluation.located().stem) not saved")
    }
    evaluation.session.isOver = true
  }
}

extension Evaluation {
  fileprivate mutating func choose(_ record: SettingRecord, _ word: Word) throws { try change(record, to: [word]) }

  /// Changes a setting, and says so.
  mutating func change(_ setting: SettingRecord, to words: [Word]) throws {
    let text = words.map(\.text).joined(separator: " ")
    guard setting.write(&session.settings, text) else {
      throw Faults(
        "the setting \(setting.name) is \(Suggestion.list(setting.allowed, conjunction: "or")), not '\(text)'",
        at: words[0].range, help: Suggestion.help(for: text, among: setting.allowed).map { [$0] } ?? [])
    }
    note("\(setting.name): \(setting.read(session.settings))")
  }

  fileprivate mutating func help() throws {
    let words = invocation.words
    let pages = HelpPages(loaded: session.current?.loaded)
    guard !words.isEmpty else {
      return try deliverPage(invocation.has(.markdown) ? HelpPages.reference : HelpPages.overview)
    }
    let topic = words.map(\.text).joined(separator: " ")
    if let page = try pages.page(on: topic) { return try deliverPage(page) }
    throw Faults(
      "there is no help on '\(topic)'", at: words[0].range,
      help: [Suggestion.help(for: topic, among: pages.topics) ?? "help lists the commands"])
  }
}
