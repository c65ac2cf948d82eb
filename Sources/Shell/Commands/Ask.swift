import Reports
import WorkforceModel

extension Operand {
  static let changes = Operand(.change, "PATH CHANGE [and PATH CHANGE …]", .several)
}

extension OptionRecord {
  static let full = flag("--full", "Tell everything that differs, and not the headline alone.")
}

/// What if?
extension CommandRecord {
  static let whatIf = CommandRecord(
    "what if", .ask, [.changes],
    options: [.full, .metric, .at, .replicates, .threads, .noChance, .noParameterUncertainty] + OptionRecord.result,
    summary: "compare the scenario as it stands with itself changed; nothing changes until 'keep'",
    discussion: """
      A change is written as after 'set'. Both are simulated on the same random numbers, so that what differs is what \
      the change does. With --full everything is told that 'compare' tells: the assumptions that differ, metrics side by \
      side, P(B > A), dates, joiners and leavers by year. 'keep' makes the change.
      """,
    examples: [
      "run 500; what if intakes.*.places +20%",
      "run 500; what if grades.PO.leaving -1pt and intakes.*.places +10%; keep",
    ]
  ) { try $0.whatIf() }

  static let keepProposal = CommandRecord(
    "keep", .change,
    summary: "make the change that was asked about by 'what if'",
    examples: ["run 500; what if grades.PO.leaving -1pt; keep"], file: .session, hasResult: false
  ) { evaluation in
    guard let proposal = evaluation.session.proposal else {
      throw Faults(
        "there is nothing to keep", at: evaluation.invocation.statement.range,
        help: [
          "ask first: what if grades.PO.leaving 7%/yr", "any change of the scenario ends what was asked before it",
        ])
    }
    evaluation.session.change(to: proposal)
    evaluation.note("\(proposal.stem): \(proposal.describedChanges)")
  }
}

extension Evaluation {
  /// The scenario with the changes that words ask for: `PATH CHANGE and PATH CHANGE …`, as one step.
  func changed(_ located: LocatedScenario, by words: [Word]) throws -> LocatedScenario {
    var result = located
    var list = ChangeList()
    for part in words.split(omittingEmptySubsequences: false, whereSeparator: { $0.isKeyword("and") }) {
      guard let path = part.first else {
        throw invocation.misuse("a change is missing beside 'and'", at: words.first { $0.isKeyword("and") })
      }
      var rest = part.dropFirst()
      if let sign = rest.first, sign.isOperator, sign.text == "=" { rest = rest.dropFirst() }
      guard let first = rest.first else {
        throw invocation.misuse("'\(path.text)' lacks what it is changed to", at: path)
      }
      let text = invocation.statement.raw(rest)
      list.add { () throws(Faults) in try TypedChange(path, value: text, at: first.range) }
    }
    try result.adjust(list, in: surroundings)
    return result
  }
}

extension Evaluation {
  /// How many futures answer first, where somebody is waiting.
  private static let few = 1000

  fileprivate mutating func whatIf() throws {
    try checkDestinations(against: session.current)
    let before = try located()
    let after = try changed(before, by: invocation[.changes])
    session.proposal = after
    let request = try request(metrics: invocation.texts(of: .metric), months: months())
    let (one, two) = (try numbered(before), try numbered(after))
    let prepared = try PreparedComparison(
      [one.loaded, two.loaded], request, extent: invocation.has(.full) ? .full : .brief)
    if surroundings.showsPreviews, prepared.pairs > 2 * Evaluation.few, !invocation.has(.full) {
      try showFew(one.loaded, two.loaded, request, of: prepared.pairs)
    }
    let ensembles = try ensembles(prepared)
    let (version, isBrief) = (surroundings.version, !invocation.has(.full))
    try deliver(
      Answer { display, settings in
        let page = PageRenderer(display: display, settings: settings, format: request.format)
        guard request.format.isPage, isBrief else {
          return try prepared.report(ensembles, version: version, page: { page($0) })
        }
        let text = page(try WhatIfReport(prepared.result(ensembles)).document)
        return { take in try take(text) }
      })
  }

  /// With as many futures as the session asks for.
  private func numbered(_ located: LocatedScenario) throws(Faults) -> LocatedScenario {
    var result = located
    if let replicates = invocation.value(of: .replicates)?.text ?? session.replicates {
      try result.loaded.set([.chosen("replicates", replicates, option: "run")])
    }
    return result
  }

  /// The first thousand futures, while the others are simulated.
  /// - Parameter all: how many there will be
  private func showFew(
    _ before: LoadedScenario, _ after: LoadedScenario, _ request: RunRequest, of all: Int
  ) throws {
    var pair = [before, after]
    for place in pair.indices {
      try pair[place].set([.chosen("replicates", "\(Evaluation.few)", option: "what if")])
    }
    let prepared = try PreparedComparison(pair, request, extent: .brief)
    let document = WhatIfReport(try prepared.result(try ensembles(prepared))).document
    let page = PageRenderer(display: surroundings.display, settings: settings, format: request.format)
    let words =
      "  The first \(Shown.whole(Double(Evaluation.few))) futures; all \(Shown.whole(Double(all))) follow.\n\n"
    surroundings.preview(page(document) + "\n" + words)
  }
}
