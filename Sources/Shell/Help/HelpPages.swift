import Reports
import WorkforceAnalysis
import WorkforceModel

/// What `help` explains, from the lists of commands, parameters, metrics and settings.
struct HelpPages {
  /// The scenario that stands; nil for none.
  let loaded: LoadedScenario?

  /// The topics that are no name of anything.
  static let language = "language"
  static let keys = "keys"
  static let ownTopics = [language, keys]

  /// Everything that there is help on, for suggestions and completion.
  var topics: [String] {
    CommandTable.all.map(\.name) + HelpPages.ownTopics + SettingRecord.all.map(\.name)
      + (loaded?.scenario.values.map(\.path) ?? []) + (catalog?.metrics.map(\.name) ?? [])
  }

  private var catalog: MetricCatalog? {
    loaded.flatMap { try? Selection($0.read, metrics: [], months: nil).catalog }
  }

  /// - Returns: nil where there is no such topic
  func page(on topic: String) throws -> Document? {
    if let record = CommandTable.named(topic) { return HelpPages.page(on: record) }
    if topic == HelpPages.language { return HelpPages.languagePage }
    if topic == HelpPages.keys {
      // A setting has the name too.
      return Document(
        KeyPage.document.blocks + (SettingRecord.named(topic).map { HelpPages.page(on: $0).blocks } ?? []))
    }
    if let setting = SettingRecord.named(topic) { return HelpPages.page(on: setting) }
    if let page = parameterPage(topic) { return page }
    guard let metric = catalog?[topic] else { return nil }
    return Document([
      .heading("metric \(metric.name)"),
      .paragraph(
        "\(metric.summary.prefix(1).uppercased() + metric.summary.dropFirst()), in \(metric.unit.rawValue), counted "
          + "\(metric.isStock ? "at month end" : "during the month")."),
      .paragraph("table \(metric.name) shows it."),
    ])
  }

  private static func page(on setting: SettingRecord) -> Document {
    Document([
      .heading("setting \(setting.name)"), .paragraph(setting.summary),
      .paragraph(
        "It can be \(Suggestion.list(setting.allowed, conjunction: "or")): set \(setting.name) \(setting.allowed[0])"),
    ])
  }

  // MARK: commands

  /// Every command in a line, by purpose.
  static var overview: Document {
    var blocks: [Document.Block] = []
    for purpose in CommandRecord.Purpose.allCases {
      var table = Table([Table.Column(""), Table.Column("")])
      table.rows = CommandTable.all.filter { $0.purpose == purpose }.map { ["  " + $0.name, $0.summary] }
      blocks += [.heading(purpose.rawValue), .table(table)]
    }
    blocks.append(
      .paragraph(
        "help COMMAND explains one, with examples; help \(language) how statements are written; help \(keys) the keys of the "
          + "prompt; help PATH a value of the scenario, such as help grades.PO.leaving."))
    return Document(blocks)
  }

  static func page(on record: CommandRecord) -> Document {
    var blocks: [Document.Block] = [
      .heading(record.usage),
      .paragraph(record.summary.prefix(1).uppercased() + record.summary.dropFirst() + "."),
    ]
    blocks += record.discussion.split(separator: "\n\n").map { .paragraph(String($0)) }
    if !record.options.isEmpty {
      var table = Table([Table.Column(""), Table.Column("")])
      table.rows = record.options.map { ["  \($0.name)\($0.arity == .flag ? "" : " " + $0.placeholder)", $0.summary] }
      blocks += [.heading("Options"), .table(table)]
    }
    var examples = Table([Table.Column("")])
    examples.rows = record.examples.map { ["  " + $0] }
    blocks += [.heading("Examples"), .table(examples)]
    if record.file != .session { blocks.append(.paragraph("From the system's shell: \(record.commandLine)")) }
    return Document(blocks)
  }

  /// The reference page of all commands.
  static var reference: Document {
    var blocks: [Document.Block] = [
      .heading("Commands"),
      .paragraph(
        "Every command, as it is typed at the prompt, in a script, and behind -c. `cadre VERB FILE WORDS…` says the line "
          + "`VERB WORDS…` about a scenario file."),
    ]
    for record in CommandTable.all {
      blocks += [
        .heading(record.name), .paragraph("`\(record.usage)`"),
        .paragraph(record.summary.prefix(1).uppercased() + record.summary.dropFirst() + "."),
      ]
      blocks += record.discussion.split(separator: "\n\n").map { .paragraph(String($0)) }
      if !record.options.isEmpty {
        var table = Table([Table.Column("option"), Table.Column("")])
        table.rows = record.options.map {
          ["`\($0.name)\($0.arity == .flag ? "" : " " + $0.placeholder)`", $0.summary]
        }
        blocks.append(.table(table))
      }
      blocks.append(.paragraph("Examples: " + record.examples.map { "`\($0)`" }.joined(separator: " · ")))
    }
    return Document(blocks)
  }

  private static var languagePage: Document {
    var table = Table([Table.Column(""), Table.Column("")])
    table.rows = [
      ["  ;", "parts statements on one line"],
      ["  ( [ {  and  \\", "an open bracket, or \\ at its end, goes on in the next line"],
      ["  #", "begins a comment"],
      ["  \"…\"  '…'", "keep a text with blanks together"],
      ["  > FILE", "writes the result to a file, whole or not at all"],
      ["  | PROGRAM", "gives the result to a program of the system"],
      ["  >= <= = !=", "are operators wherever they stand; a > by itself never compares"],
      ["  at MONTH …", "months are written 2027-03; 2025-03..2029-03 step 12 is every twelfth of a span"],
      ["  PATH", "names of the scenario parted by points, as 'parameters' lists them; * stands for any one name"],
      ["  +20%  +2pt  +50", "a change scales, adds percentage points, or shifts in the value's own unit"],
      ["  from 2026-04", "behind a change: it holds from that month on"],
      ["  $1 … $9", "in a script: what it was given"],
    ]
    return Document([
      .heading("How statements are written"), .table(table),
      .paragraph(
        "The same language is read at the prompt, behind -c, in a file FILE.cadre with its arguments, on standard input, "
          + "behind 'source', and as cadre VERB FILE WORDS…."),
    ])
  }

  // MARK: values

  private func parameterPage(_ topic: String) -> Document? {
    let segments = topic.split(separator: ".").map(String.init)
    func fits(_ row: ParameterRow) -> Bool {
      let pattern = row.path.split(separator: ".").map(String.init)
      return pattern.count >= segments.count
        && zip(pattern, segments).allSatisfy { $0 == $1 || $0.hasPrefix("<") || $1 == "*" }
    }
    // The names of the format first: what fits only as the name of a thing is asked of the scenario.
    let rows = Scenario.parameters.filter(fits)
    guard !rows.isEmpty, !segments.isEmpty else { return nil }
    let values = loaded.map { ScenarioPaths($0.scenario).values(at: topic) } ?? []
    guard
      !values.isEmpty || rows.contains(where: { $0.path == topic })
        || segments[0] == rows[0].path.split(separator: ".")[0]
    else { return nil }
    var table = Table([
      Table.Column("path"), Table.Column("allowed"), Table.Column("if left out"), Table.Column("what it is"),
    ])
    table.rows = rows.map { [$0.path, $0.allowed, $0.requirement.words, $0.summary] }
    var blocks: [Document.Block] = [.heading(topic), .table(table)]
    if let loaded, !values.isEmpty {
      blocks += [.heading("As it stands")] + StatementOfAssumptions(loaded.read, values: values).document.blocks
      if let value = values.first {
        blocks.append(.paragraph("set \(value.path) \(Statement.quotedValue(value.text)) sets it."))
      }
    }
    return Document(blocks)
  }
}

extension Statement {
  /// A value as it can be typed after its path.
  static func quotedValue(_ text: String) -> String { text.contains(where: { ";>|#\n".contains($0) }) ? "…" : text }
}
