import WorkforceSimulation

/// Finds the base series behind a metric of one subject: a grade, a pathway, a family, or `all`.
struct MetricBuilder {
  let legend: Legend
  /// The subject's stocks, as indices.
  let stocks: [Int]
  let subject: MetricKind.Subject

  private var grades: [Int] { stocks.filter { legend.stocks[$0].isGrade } }
  private var pathways: [Int] { stocks.filter { !legend.stocks[$0].isGrade } }

  private func learners(_ stocks: [Int]) -> [Int] {
    stocks.flatMap { stock in
      let own = legend.stocks[stock]
      return own.reportBounds.indices.map { own.headsSeries + $0 }
    }
  }

  private func awaiting(_ stocks: [Int]) -> [Int] { stocks.compactMap { legend.stocks[$0].awaitingSeries } }

  /// Everybody: of a grade its people, of a pathway its learners and those awaiting.
  private func heads(_ stocks: [Int]) -> [Int] { learners(stocks) + awaiting(stocks) }

  private func terms(_ stocks: [Int], capacity: Bool) -> [Metric.Term] {
    stocks.flatMap { stock in
      let own = legend.stocks[stock]
      var terms: [Metric.Term] = []
      for position in own.reportBounds.indices {
        let weights = capacity ? [own.ftePerHead, own.capacity[position]] : [own.ftePerHead]
        if terms.last?.weights == weights {
          terms[terms.count - 1].series.append(own.headsSeries + position)
        } else {
          terms.append(Metric.Term(series: [own.headsSeries + position], weights: weights))
        }
      }
      // Those awaiting have the capacity of the last phase.
      if let awaiting = own.awaitingSeries { terms[terms.count - 1].series.append(awaiting) }
      return terms
    }
  }

  private func present(_ series: [Int]) -> [Int]? { series.isEmpty ? nil : series }

  /// Of a grade its people; of everything everyone, learners included; a family of pathways has none of a grade.
  var gradeHeads: [Int]? { grades.isEmpty ? nil : heads(stocks) }
  var learnerHeads: [Int]? { present(learners(pathways)) }
  var awaitingHeads: [Int]? { present(awaiting(pathways)) }
  var fte: [Metric.Term]? { terms(stocks, capacity: false) }
  var capacity: [Metric.Term]? { terms(stocks, capacity: true) }

  var targetStock: Int? {
    guard subject == .grade, let stock = stocks.first, legend.stocks[stock].hasTarget else { return nil }
    return stock
  }

  func flow(_ flow: Legend.GradeFlow) -> [Int]? {
    present(grades.map { legend.stocks[$0].flowSeries + flow.rawValue })
  }

  func flow(_ flow: Legend.PathwayFlow) -> [Int]? {
    present(pathways.map { legend.stocks[$0].flowSeries + flow.rawValue })
  }

  /// Of a grade those who qualify into it, of pathways those who qualify from them.
  var qualifiers: [Int]? { subject == .grade ? flow(Legend.GradeFlow.qualifiers) : flow(Legend.PathwayFlow.qualifiers) }
  var reverted: [Int]? { subject == .grade ? flow(Legend.GradeFlow.reverted) : flow(Legend.PathwayFlow.reverted) }

  var withdrawals: [Int]? {
    guard let left = flow(Legend.PathwayFlow.left), let reverted = flow(Legend.PathwayFlow.reverted) else { return nil }
    return left + reverted
  }

  /// Pathways whose learners are employed in the grade; nil when there are none, as the metric then says nothing new.
  private var employed: [Int]? {
    guard subject == .grade, let stock = stocks.first else { return nil }
    let key = legend.stocks[stock].key
    return present(legend.stocks.indices.filter { legend.stocks[$0].employedAs == key })
  }

  var headsWithLearners: [Int]? { employed.map { heads(stocks + $0) } }
  var fteWithLearners: [Metric.Term]? { employed.map { terms(stocks + $0, capacity: false) } }
  var leaversWithLearners: [Int]? {
    guard let employed, let own = flow(.leavers) else { return nil }
    let flows: [Legend.PathwayFlow] = [.left, .leftAwaiting]
    return own + employed.flatMap { stock in flows.map { legend.stocks[stock].flowSeries + $0.rawValue } }
  }

  /// What is paid for; nil where no prices are given.
  var costs: [Metric.Cost]? { costs(of: stocks) }

  /// What is paid for learners and those awaiting.
  var learnerCosts: [Metric.Cost]? { costs(of: pathways) }

  private func costs(of stocks: [Int]) -> [Metric.Cost]? {
    let priced = stocks.filter { legend.stocks[$0].price != nil }
    guard !priced.isEmpty else { return nil }
    return priced.map { stock in
      let own = legend.stocks[stock]
      let starts = own.isGrade ? [] : [own.flowSeries + Legend.PathwayFlow.starts.rawValue]
      return Metric.Cost(
        stock: stock, fte: terms([stock], capacity: false), starts: starts,
        learners: own.isGrade ? [] : learners([stock]))
    }
  }
}
