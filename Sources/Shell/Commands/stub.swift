extension Evaluation {
  mutating func whatIf() throws {
    let before = try located()
    let after = try changed(before, by: invocation.words)
    try tellMove(from: before, to: after)
    session.proposal = after
  }
}
