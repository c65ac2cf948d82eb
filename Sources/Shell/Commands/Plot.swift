import OrderedCollections
import Reports
import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

extension Operand {
  static let pictured = Operand(.pictured, "METRIC|GRADE|targets", .several)
  static let atMonth = Operand(.month, "MONTH", .optional, after: "at")
  static let against = Operand(.scenario, "SCENARIO", .optional, after: "against")
}

/// Pictures.
extension CommandRecord {
  static let plot = CommandRecord(
    "plot", .compare, [.pictured, .atMonth, .against], options: [.set],
    summary:
      "draw a metric over the months, its distribution at one, a grade's flows, or the chance of being at target",
    discussion: """
      A metric is drawn as a fan: the median, and the ranges that hold five, eight and nine futures in ten, with the \
      target through the FTE of a grade. With a month it is a histogram at that month. The key of a grade draws how its \
      heads get from the opening to the end, or to the month, in means, which add up. 'targets' draws the chance of being \
      at target by month. 'against SCENARIO' draws differences instead, of a metric future by future, of a grade in means: \
      the scenario as it stands less the other.

      What pictures are drawn with follows the screen; 'set charts ascii' and the like choose, 'set plain on' says them in \
      words, and what goes to a file or a program gets the numbers, unless charts are chosen.
      """,
    examples: [
      "run 500; plot PO.fte", "run 500; plot PO.fte at 2029-09", "run 500; plot PO", "run 500; plot targets",
      "run 500; set intakes.*.places +20%; plot PO.fte against national-2024",
    ]
  ) { try $0.plot() }
}

extension Evaluation {
  fileprivate mutating func plot() throws {
    try checkTogether()
    let located = try adjusted()
    var document = Document()
    for word in invocation[.pictured] { document.blocks += try pictures(of: word, located) }
    let pictures = document
    let format = settings.format.isPage ? settings.format : .table
    try deliver(format) { _, page in page(pictures) }
  }

  /// Refuses what would be left out in silence.
  private func checkTogether() throws {
    guard let month = invocation[.atMonth].first else {
      if let option = invocation.words(of: .set)?.first, !invocation[.against].isEmpty {
        throw invocation.misuse("'against' is another scenario as it stands: --set does not reach it", at: option)
      }
      return
    }
    if !invocation[.against].isEmpty {
      throw invocation.misuse("differences are drawn over the months: leave out 'at' or 'against'", at: month)
    }
    if invocation[.pictured].contains(where: { $0.isKeyword(Operand.targetsPicture) }) {
      throw invocation.misuse("the chance of being at target is drawn over the months: leave out 'at'", at: month)
    }
  }

  private func pictures(of word: Word, _ located: LocatedScenario) throws -> [Document.Block] {
    let isGrade = located.scenario.grades[word.text] != nil
    if let other = invocation[.against].first {
      if word.isKeyword(Operand.targetsPicture) {
        throw Faults("only metrics and grades are drawn against another scenario", at: word.range)
      }
      guard isGrade else { return [.chart(.fan(try difference(word, located, other)))] }
      let (first, name) = (try bridge(word, try against(other)), located.stem)
      let labels = (from: other.text, to: name == other.text ? "\(name), changed" : name)
      guard
        let chart = BridgeChart(
          "\(word.text).heads at \(first.closing.label), difference", from: first, to: try bridge(word, located),
          labels: labels)
      else { throw Faults("there is nothing to draw of \(word.text)", at: word.range) }
      return [.chart(.bridge(chart))]
    }
    if word.isKeyword(Operand.targetsPicture) { return try strip(located, at: word) }
    if isGrade { return [.chart(.bridge(try bridge(word, located)))] }
    if let month = invocation[.atMonth].first { return [.chart(.histogram(try histogram(word, located, month)))] }
    let catalog = try selection(located, [word.text], months: nil, at: word).catalog
    let selection = try selection(located, FanChart.metrics(of: word.text, catalog), months: nil, at: word)
    let ensemble = try ensemble(selection, located, outlook: false)
    let summary = RunSummary(selection, ensemble, outlook: false, shortfalls: false, threads: try threads())
    guard let fan = FanChart(word.text, summary) else {
      throw Faults("there is nothing to draw of \(word.text)", at: word.range)
    }
    return [.chart(.fan(fan))]
  }

  private func histogram(_ word: Word, _ located: LocatedScenario, _ month: Word) throws -> HistogramChart {
    guard let at = Month(month.text) else {
      throw Faults("a month is written 2027-03, not '\(month.text)'", at: month.range)
    }
    let selection = try selection(located, [word.text], months: [at], at: word)
    let ensemble = try ensemble(selection, located, outlook: false)
    let evaluation = MetricEvaluation(selection.catalog, ensemble)
    guard let chart = HistogramChart(word.text, step: selection.steps[0], evaluation) else {
      throw Faults("there is nothing to draw of \(word.text) at \(at)", at: word.range)
    }
    return chart
  }

  private func bridge(_ word: Word, _ located: LocatedScenario) throws -> BridgeChart {
    let scenario = located.scenario
    let last = try invocation[.atMonth].first.map { month in
      guard let at = Month(month.text), at > scenario.start.value, at <= scenario.lastMonth else {
        throw Faults(
          "a month of the run is \(scenario.firstMonth) to \(scenario.lastMonth), not '\(month.text)'", at: month.range)
      }
      return at
    }
    let selection = try selection(located, BridgeChart.metrics(of: word.text), months: nil, at: word)
    let summary = RunSummary(
      selection, try ensemble(selection, located, outlook: false), outlook: false, shortfalls: false,
      threads: try threads())
    guard let chart = BridgeChart(grade: word.text, from: scenario.start.value, to: last ?? scenario.lastMonth, summary)
    else { throw Faults("there is nothing to draw of \(word.text)", at: word.range) }
    return chart
  }

  private func strip(_ located: LocatedScenario, at word: Word) throws -> [Document.Block] {
    let selection = try selection(located, [], months: nil, at: word)
    guard !selection.targets.isEmpty else { throw Faults("no grade of the scenario has a target", at: word.range) }
    let evaluation = MetricEvaluation(selection.catalog, try ensemble(selection, located, outlook: true))
    let outlooks = selection.targets.compactMap { TargetOutlook($0, evaluation) }
    guard let chart = StripChart(outlooks, .at) else {
      throw Faults("there is nothing to draw of targets", at: word.range)
    }
    return [.chart(.strip(chart))]
  }

  /// The scenario that differences are from, with as many futures as the session asks for.
  private func against(_ other: Word) throws -> LocatedScenario {
    var located = try open(other)
    try checkDestinations(against: located)
    if let replicates = session.replicates {
      try located.loaded.set([.chosen("replicates", replicates, option: "run")])
    }
    return located
  }

  private func difference(_ word: Word, _ located: LocatedScenario, _ other: Word) throws -> FanChart {
    let pair = [try against(other).loaded, located.loaded]
    var request = try request(metrics: [word.text])
    request.format = .csv
    let prepared = try PreparedComparison(pair, request)
    let ensembles = try ensembles(prepared, exactly: true)
    guard
      let fan = FanChart(
        word.text, from: prepared.evaluation(of: 0, ensembles), to: prepared.evaluation(of: 1, ensembles),
        months: prepared.selection.months)
    else { throw Faults("the two scenarios do not begin in the same month", at: other.range) }
    return fan
  }

  private func selection(
    _ located: LocatedScenario, _ metrics: [String], months: [Month]?, at word: Word
  ) throws -> Selection {
    do throws(Faults) {
      return try Selection(located.loaded.read, metrics: metrics, months: months)
    } catch {
      throw Faults(error.diagnostics.map { Diagnostic($0.message, at: $0.range ?? word.range, help: $0.help) })
    }
  }

  private func ensemble(_ selection: Selection, _ located: LocatedScenario, outlook: Bool) throws -> Ensemble {
    var job = SimulationJob(
      selection.compiled, located.scenario, columns: selection.columns(outlook: outlook), threads: try threads())
    try job.checkMemory(surroundings.memory, narrower: "fewer futures (run N)")
    return try simulate(job, of: located.loaded, selection.compiled, variation: SourcesOfVariation())
  }
}
