import Reports
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

extension OptionRecord {
  static let precision = one(
    "--precision", "METRIC=HALF-WIDTH", .words,
    "Simulate as many futures as it takes to know the mean of a metric so closely.")
  public static let raw = one("--raw", "PATH", .file, "Write every value of every future to a file, as CSV.")
}

extension CommandRecord {
  static let run = CommandRecord(
    "run", .ask, [.number, .metrics, .atMonths],
    options: [
      .replicates, .precision, .months, .seed, .threads, .set, .metric, .at, .noChance, .noParameterUncertainty,
    ]
      + OptionRecord.result + [.raw],
    summary: "simulate the scenario and report its metrics",
    discussion: """
      Without a metric the table shows the FTE of each grade, what moves those with a target, and the learners; CSV and \
      JSON hold every metric. Without a month the table shows every twelfth; CSV and JSON hold every month, and the \
      opening for stocks. 'run 2000' simulates two thousand futures, and so does every later command of the session, \
      until another number is said. Results depend on the scenario, the seed and the number of futures alone. A run for \
      which there is not memory enough is refused before it begins, with what would fit.

      --set changes values for this run alone, as 'set' does for good. --precision 'PO.fte=10' runs as many futures as \
      it takes to know the mean of a metric to ± 10 (95 %) at the last month asked for, or at the month of \
      'PO.fte=10 at 2027-03'. --no-parameter-uncertainty puts every uncertain number at its mean; --no-chance moves \
      people by expectations; both together give the expected path.
      """,
    examples: [
      "run 2000", "run 2000 PO.fte at 2027-03 2029-09",
      "run 2000 --set intakes.*.places=660 --set grades.PO.leaving=7.0%/yr",
      "run 2000 PO.fte --set 'grades.PO.leaving=+20% from 2026-04'",
      "run 2000 PO.vacancies at 2029-09 --format csv",
      "run --no-chance --no-parameter-uncertainty",
      "run PO.fte at 2029-09 --precision 'PO.fte=20'",
    ]
  ) { try $0.reportRun(setsNumber: true) }

  static let table = CommandRecord(
    "table", .ask, [.metrics, .atMonths], options: OptionRecord.result,
    summary: "show metrics of the scenario as it stands; a run that has been made is not made again",
    discussion: """
      As 'run' does, with the number of futures that was said last. What 'run' was told for itself alone, such as --set or \
      --seed, plays no part.
      """,
    examples: ["run 500; table PO.fte PSO.fte at 2027-03 2028-03", "run 500; table PO.vacancies"]
  ) { try $0.reportRun(setsNumber: false) }
}

extension Evaluation {
  /// Metrics and months of a statement, as operands and as options alike.
  func metricsAndMonths() throws -> (metrics: [String], months: [String]) {
    for word in invocation[.metrics] {
      if Month(word.text) != nil {
        throw invocation.misuse(
          "months stand behind 'at', not '\(word.text)' by itself", at: word, help: ["did you mean at \(word.text)?"])
      }
      if let first = word.text.first(where: { !"+-".contains($0) }), first.isNumber {
        throw invocation.misuse(
          "a number of futures is whole, is said once, and comes first, as in run 1000: not '\(word.text)'", at: word)
      }
      if word.text.contains(",") {
        throw invocation.misuse("metrics are parted by blanks, not by commas", at: word)
      }
    }
    let metrics = invocation[.metrics].map(\.text) + invocation.texts(of: .metric)
    return (metrics, try months())
  }

  /// Months asked for; of a span such as `2025-03..2029-03 step 12` every one that it names.
  func months() throws -> [String] {
    let words = invocation[.atMonths] + (invocation.words(of: .at) ?? [])
    return try MonthSpans.expanded(words) { invocation.misuse($0, at: $1, help: $2) }
  }

  fileprivate mutating func reportRun(setsNumber: Bool) throws {
    let (metrics, months) = try metricsAndMonths()
    if setsNumber, let word = invocation[.number].first {
      if let option = invocation.words(of: .replicates)?.first {
        throw invocation.misuse("the number of futures is said twice", at: option)
      }
      session.replicates = word.text
    }
    try checkPrecision()
    var located = try adjusted()
    let request = try request(metrics: metrics, months: months)
    let words = try invocation.value(of: .precision).map { try chooseReplicates($0.text, request, in: &located) }
    let prepared = try PreparedRun(located.loaded, request, precision: words)
    let ensemble = try simulate(
      prepared.job, of: prepared.loaded, prepared.selection.compiled, variation: request.variation)
    if let path = invocation.value(of: .raw)?.text, let renderer = prepared.raw {
      try surroundings.write({ take in try renderer.render(ensemble, take) }, to: path)
    }
    let version = surroundings.version
    try deliver(
      Answer { display, settings in
        let page = PageRenderer(display: display, settings: settings, format: request.format)
        let trends = request.format == .table && page.hasPictures ? try prepared.trends(ensemble) : [:]
        return try prepared.report(ensemble, version: version, trends: trends, page: { page($0) })
      })
  }

  private func checkPrecision() throws {
    guard let precision = invocation.value(of: .precision) else { return }
    if invocation.has(.replicates) || !invocation[.number].isEmpty {
      throw invocation.misuse(
        "\(OptionRecord.precision.name) says how many futures there are: leave out the number", at: precision)
    }
    if invocation.has(.noChance), invocation.has(.noParameterUncertainty) {
      throw invocation.misuse(
        "the expected path is one path, and has no precision: leave out \(OptionRecord.precision.name)", at: precision)
    }
  }

  /// Runs a pilot, and sets the number of futures that it asks for.
  /// - Returns: why so many, in words
  private func chooseReplicates(
    _ precision: String, _ request: RunRequest, in located: inout LocatedScenario
  ) throws -> String {
    let option = OptionRecord.precision.name
    surroundings.know(precision, as: option)
    // Whatever is wrong with the rest is said before the pilot.
    _ = try PreparedRun(located.loaded, request)
    let prepared = try PreparedPrecision(located.loaded, precision, option: option, request)
    let pilot = try surroundings.simulate(futures: prepared.job.replicates, faults: prepared.job.faults) {
      isCancelled, progress in try prepared.job.run(isCancelled: isCancelled, progress: progress)
    }
    let (number, words) = try prepared.replicates(pilot)
    try located.loaded.set([.chosen("replicates", "\(number)", option: option)])
    return words
  }
}
