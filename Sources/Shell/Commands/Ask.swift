import WorkforceModel

extension Operand {
  static let changes = Operand(.change, "PATH CHANGE [and PATH CHANGE …]", .several)
}

/// What if?
extension CommandRecord {
  static let whatIf = CommandRecord(
    "what if", .ask, [.changes],
    summary: "compare the scenario as it stands with itself changed; nothing changes until 'keep'",
    discussion: """
      A change is written as after 'set'. Both are simulated on the same random numbers, so that what differs is what \
      the change does. 'keep' makes the change.
      """,
    examples: [
      "run 500; what if intakes.*.places +20%",
      "run 500; what if grades.PO.leaving -1pt and intakes.*.places +10%; keep",
    ]
  ) { try $0.whatIf() }

  static let keepProposal = CommandRecord(
    "keep", .change,
    summary: "make the change that was asked about by 'what if'",
    examples: ["run 500; what if grades.PO.leaving -1pt; keep"], hasResult: false
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
