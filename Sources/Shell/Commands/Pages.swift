import Reports
import WorkforceModel

extension OptionRecord {
  static let on = one(
    "--on", "MONTH", .month, "The month that dates of validity are held against; by default the scenario's start.")
  static let flagged = flag("--flagged", "Show only values that something is missing from.")
  static let kinds = flag("--kinds", "What there can be in any scenario.")
  static let markdown = flag("--markdown", "Print Markdown, as in docs/.")
}

/// Commands that describe a scenario, or what a scenario may hold, without simulating anything.
extension CommandRecord {
  static let plan = CommandRecord(
    "plan", .look, options: [.set] + OptionRecord.result,
    summary: "show each flow in words, with its monthly probability and where each number came from",
    discussion: "Probabilities of uncertain rates are shown at the rate's mean.",
    examples: ["plan", "plan --set grades.PO.leaving=7.8%/yr"]
  ) { evaluation in
    try evaluation.deliverPage(try ScenarioPages.plan(evaluation.adjusted(simulates: false).loaded))
  }

  static let check = CommandRecord(
    "check", .look, [Operand(.scenario, "SCENARIO", .any)],
    summary: "read scenarios and report every fault, with its place",
    discussion: """
      Nothing is simulated. Without a name the scenario as it stands is checked. The exit code is 2 when a file has a \
      fault.
      """,
    examples: ["check", "check benchmark national-2024"], file: .none
  ) { evaluation in
    let names = evaluation.invocation.words
    guard !names.isEmpty else {
      guard evaluation.session.current != nil else { throw evaluation.invocation.misuse("'check' lacks its SCENARIO") }
      let located = try evaluation.located()
      return try evaluation.deliverPage(try ScenarioPages.check(located.loaded, file: located.stem))
    }
    var faults: [Diagnostic] = []
    var pages: [Document] = []
    for name in names {
      do {
        let located = try evaluation.surroundings.open(name.text)
        evaluation.tell(located.warnings)
        try evaluation.checkDestinations(against: located)
        pages.append(try ScenarioPages.check(located.loaded, file: name.text))
      } catch let error as Faults {
        faults += error.diagnostics
      }
    }
    let sound = pages
    if !sound.isEmpty { try evaluation.deliver(evaluation.settings.format) { _, page in sound.map(page).joined() } }
    if !faults.isEmpty { throw Faults(faults) }
  }

  static let parameters = CommandRecord(
    "parameters", .look, options: [.kinds, .markdown] + OptionRecord.result,
    summary: "list the values of the scenario, or what any scenario may hold",
    discussion: "With --kinds: every parameter with what may be written.",
    examples: ["parameters", "parameters --kinds"], file: .optional(without: "--kinds")
  ) { evaluation in
    let loaded = evaluation.invocation.has(.kinds) ? nil : try evaluation.located().loaded
    try evaluation.deliverPage(ScenarioPages.parameters(loaded))
  }

  static let metrics = CommandRecord(
    "metrics", .look, options: [.kinds, .markdown] + OptionRecord.result,
    summary: "list the metrics of the scenario, or the kinds that there are",
    discussion:
      "By the names that 'run', 'table' and 'plot' take. With --kinds: what a metric can be, in any scenario.",
    examples: ["metrics", "metrics --kinds"], file: .optional(without: "--kinds")
  ) { evaluation in
    let loaded = evaluation.invocation.has(.kinds) ? nil : try evaluation.located().loaded
    try evaluation.deliverPage(try ScenarioPages.metrics(loaded))
  }

  static let assumptions = CommandRecord(
    "assumptions", .look, options: [.on, .flagged, .set] + OptionRecord.result,
    summary: "print the assumptions register: every value, what it means, and where it comes from",
    discussion: """
      Flags: no source, and not marked as assumed; no owner; never reviewed; past its date, where valid-until is before \
      --on, by default the month in which the scenario starts. With --flagged only values with a flag are shown. Nothing \
      is simulated.
      """,
    examples: ["assumptions", "assumptions --flagged --on 2026-03 --format csv"]
  ) { evaluation in
    let invocation = evaluation.invocation
    let on = invocation.value(of: .on)?.text
    if let on { evaluation.surroundings.know(on, as: OptionRecord.on.name) }
    let loaded = try evaluation.adjusted(simulates: false).loaded
    let format = try evaluation.format()
    // What is wrong with it is said now, and not when it is shown.
    _ = try AssumptionsPage.report(
      loaded, on: on, flagged: invocation.has(.flagged), format: format, version: evaluation.surroundings.version
    ) { _ in "" }
    try evaluation.deliver(format) { version, page in
      try AssumptionsPage.report(
        loaded, on: on, flagged: invocation.has(.flagged), format: format, version: version, page: page)
    }
  }
}

extension Evaluation {
  /// Shows a page that is made of words.
  mutating func deliverPage(_ document: Document) throws {
    var format = try format()
    if invocation.has(.markdown) { format = .markdown }
    if !format.isPage {
      // The setting is for results that have more than one form.
      if let word = invocation.value(of: .format) {
        throw invocation.misuse("'\(record.name)' is a page to be read: it has no \(format.rawValue)", at: word)
      }
      format = .table
    }
    try deliver(format) { _, page in page(document) }
  }

  /// Shows a result that is made as one text.
  /// - Parameter text: of the program's version, and of what renders documents
  mutating func deliver(
    _ format: RunRequest.Format, _ text: @escaping @Sendable (String, (Document) -> String) throws -> String
  ) throws {
    let version = surroundings.version
    try deliver(
      Answer { display, settings in
        let page = PageRenderer(display: display, settings: settings, format: format)
        let whole = try text(version, { page($0) })
        return { take in try take(whole) }
      })
  }

  mutating func deliver(
    _ request: RunRequest, _ text: @escaping @Sendable (String, (Document) -> String) throws -> String
  ) throws { try deliver(request.format, text) }
}
