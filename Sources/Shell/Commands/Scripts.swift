import Reports
import WorkforceAnalysis
import WorkforceModel

extension OptionRecord {
  public static let keepGoing = flag("--keep-going", "Go on behind a statement that fails.")
}

extension Operand {
  static let arguments = Operand(.words, "ARGUMENT", .any)
  static let claim = Operand(.metric, "METRIC [STATISTIC] OP VALUE", .several)
}

/// Sessions as files.
extension CommandRecord {
  static let source = CommandRecord(
    "source", .script, [.file, .arguments], options: [.keepGoing],
    summary: "run the statements of a file",
    discussion: """
      One statement on a line, or several parted by ';'. '#' begins a comment; an open bracket or a '\\' at the end of a \
      line goes on in the next. $1, $2 … stand for the ARGUMENTs. The first statement that fails ends the script, with its \
      line and column, and the session is then as it was before the script. With --keep-going the others are run, and the \
      session keeps what succeeded.
      """,
    examples: ["run 200; record session.cadre; source session.cadre"], file: .none, hasResult: false, isRecorded: false
  ) { evaluation in
    let invocation = evaluation.invocation
    let file = invocation[.file][0]
    let text = try evaluation.surroundings.text(of: file.text)
    try evaluation.session.run(
      text, source: file.text, arguments: invocation[.arguments].map(\.text), keepsGoing: invocation.has(.keepGoing),
      in: evaluation.surroundings)
  }

  static let record = CommandRecord(
    "record", .script, [.file], options: [.force],
    summary: "write the statements of the session to a file that runs again",
    discussion: """
      All that succeeded, in order, beginning with the scenario that was open at first. Run on the same scenario files \
      the script prints the same results, byte for byte.
      """,
    examples: ["run 200; record session.cadre"], file: .session, hasResult: false, isRecorded: false
  ) { evaluation in
    let file = evaluation.invocation[.file][0]
    try evaluation.surroundings.check(
      destination: file.text, isNone: evaluation.session.current?.files ?? [], option: "record")
    if !evaluation.invocation.has(.force) { try evaluation.surroundings.check(absence: file.text) }
    let text = evaluation.session.recorded
    try evaluation.surroundings.write({ take in try take(text) }, to: file.text)
    evaluation.note("\(file.text): \(Shown.count(evaluation.session.history.count, "statement"))")
  }

  static let assert = CommandRecord(
    "assert", .script, [.claim, .atMonths],
    summary: "end a script with an error where a number is not as it should be",
    discussion: """
      OP is >=, <=, = or !=. STATISTIC is mean, sd, min, max, p5 … p95 or p-at-target, by default p50, the median; the \
      month is the last by default. The number compared is the one that CSV and JSON hold, to its last digit. The exit code of a script that ends so is 1.
      """,
    examples: [
      "run 500; assert PO.heads at 2024-09 >= 5000", "run 500; assert PO.fte p10 at 2027-03 >= 5000",
      "run 500; assert PO.fte p-at-target <= 50%",
    ], hasResult: false
  ) { try $0.assert() }
}

/// A claim that does not hold.
struct Refuted: Error {
  let faults: Faults
}

extension Evaluation {
  fileprivate mutating func assert() throws {
    let claim = try Claim(invocation)
    let located = try adjusted()
    let request = RunRequest(
      metrics: [claim.metric.text], months: claim.month.map { [$0.text] } ?? [located.scenario.lastMonth.description],
      format: .csv, threads: try threads(), memory: surroundings.memory)
    let prepared: PreparedRun
    do {
      prepared = try PreparedRun(located.loaded, request)
    } catch {
      throw Faults(error.diagnostics.map { Diagnostic($0.message, at: $0.range ?? claim.metric.range, help: $0.help) })
    }
    let isRate = prepared.selection.metrics[0].unit == .rate && claim.statistic != .pAtTarget
    try claim.check(isShare: isRate || claim.statistic == .pAtTarget, invocation)
    let ensemble = try simulate(
      prepared.job, of: located.loaded, prepared.selection.compiled, variation: request.variation)
    let summary = RunSummary(prepared.selection, ensemble, outlook: false, shortfalls: false, threads: request.threads)
    let name = prepared.selection.metrics[0].name
    let month = located.scenario.start.value + prepared.selection.steps[0]
    guard let cell = summary.cell(name, step: prepared.selection.steps[0]) else {
      throw Faults("\(name) does not exist at \(month)", at: claim.metric.range)
    }
    let value: Double?
    var error: Double?
    if claim.statistic == .pAtTarget {
      guard let estimate = cell.atTarget else {
        throw Faults(
          "\(name) has no target", at: claim.metric.range, help: ["a grade with a target has: GRADE.fte p-at-target"])
      }
      value = estimate.share
      error = estimate.reportedError
    } else {
      value = cell.value(claim.statistic)
      if claim.statistic == .mean { error = cell.value(.meanError) }
    }
    guard let value else {
      throw Faults("\(name) has no \(claim.statistic.rawValue) at \(month)", at: claim.metric.range)
    }
    guard !claim.holds(of: value) else { return }
    let percent = claim.isPercent ? "\(Shown.fixed(value * 100, decimals: 2))%" : NumberText.shortest(value)
    let accuracy = error.map { " (Monte Carlo error \(NumberText.shortest($0)))" } ?? ""
    throw Refuted(
      faults: Faults(
        "\(name) \(claim.statistic.rawValue) at \(month) is \(percent)\(accuracy), not \(claim.operation) \(claim.typed)",
        at: invocation.statement.range))
  }
}
