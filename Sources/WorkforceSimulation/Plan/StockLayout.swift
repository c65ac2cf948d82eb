import OrderedCollections
import WorkforceModel

/// Lays out the stocks of a plan: cells, competing risks and their outlets, and the series that are reported.
struct StockLayout {
  struct Built {
    var stocks: [Plan.Stock] = []
    var legend: [Legend.Stock] = []
    var flows: [Plan.Flow] = []
    var cellCount = 0
    var seriesCount = 0
  }

  var compiler: PlanCompiler
  private var built = Built()

  init(compiler: PlanCompiler) {
    self.compiler = compiler
  }

  private var scenario: Scenario { compiler.scenario }

  mutating func build() -> Built {
    for (key, grade) in scenario.grades { addGrade(key, grade) }
    for (key, pathway) in scenario.pathways { addPathway(key, pathway) }
    addCells()
    // Outlets need the series of the stocks that they lead to, so they come after all stocks.
    for (stock, entry) in scenario.grades.enumerated() { addGradeRules(stock, entry.key, entry.value) }
    for (offset, entry) in scenario.pathways.enumerated() {
      addPathwayRule(scenario.grades.count + offset, entry.key, entry.value)
    }
    return built
  }

  // MARK: stocks

  private mutating func addGrade(_ key: String, _ grade: Grade) {
    let path = "grades.\(key).fte-per-head"
    let perHead = compiler.parameter(grade.ftePerHead.value, path: path, drawPath: path)
    compiler.ftePerHead.append(perHead)
    let openFrom = grade.service.value.openFrom
    var legend = report(
      key, name: grade.name?.value, capacity: grade.capacity.value, path: "grades.\(key).capacity",
      bounds: compiler.shareBounds.filter { $0 <= openFrom ?? .max }, perHead: perHead)
    legend.isGrade = true
    legend.openFrom = openFrom
    if let target = grade.target?.value {
      legend.target = compiler.level(target, row: 0, path: "grades.\(key).target")
    }
    add(legend, flows: Legend.GradeFlow.allCases.count, length: 0, qualifiesInto: -1)
  }

  private mutating func addPathway(_ key: String, _ pathway: Pathway) {
    let employer = compiler.stock(pathway.employedAs.value)
    var perHead = compiler.ftePerHead[employer]
    if let own = pathway.ftePerHead?.value {
      let path = "pathways.\(key).fte-per-head"
      perHead = compiler.parameter(own, path: path, drawPath: path)
    }
    compiler.ftePerHead.append(perHead)
    var legend = report(
      key, name: pathway.name?.value, capacity: pathway.capacity.value, path: "pathways.\(key).capacity", bounds: [],
      perHead: perHead)
    legend.family = pathway.family?.value
    legend.employedAs = pathway.employedAs.value
    add(
      legend, flows: Legend.PathwayFlow.allCases.count, length: pathway.months.value.months,
      qualifiesInto: compiler.stock(pathway.qualifiesAs.value))
  }

  /// The classes of service that are reported: where capacity changes, and where shares were asked for.
  private mutating func report(
    _ key: String, name: String?, capacity: Profile, path: String, bounds: [Int], perHead: Int
  ) -> Legend.Stock {
    let all = Set([0] + capacity.boundaries + bounds).sorted()
    let rows = capacity.rows.indices.map { compiler.level(capacity, row: $0, path: path).points[0].parameter }
    let shares = all.map { bound in rows[capacity.rows.lastIndex { $0.band.lower <= bound } ?? 0] }
    return Legend.Stock(
      key: key, name: name ?? key, isGrade: false, ftePerHead: perHead, reportBounds: all, headsSeries: 0,
      capacity: shares, flowSeries: 0)
  }

  private mutating func add(_ given: Legend.Stock, flows: Int, length: Int, qualifiesInto: Int) {
    var legend = given
    legend.headsSeries = built.seriesCount
    legend.flowSeries = built.seriesCount + legend.reportBounds.count
    built.seriesCount += legend.reportBounds.count + flows
    built.legend.append(legend)
    built.stocks.append(
      Plan.Stock(
        firstCell: 0, hasOpenCell: legend.openFrom != nil, firstEntry: 0, length: length,
        qualifiesInto: qualifiesInto, hazardBounds: [0], rules: [], outlets: 0..<0,
        exitSite: compiler.sites.site("exit", legend.key), reportBounds: legend.reportBounds,
        headsSeries: legend.headsSeries,
        finishedSeries: legend.isGrade ? -1 : legend.flowSeries + Legend.PathwayFlow.finished.rawValue,
        qualifiersSeries: legend.isGrade ? legend.flowSeries + Legend.GradeFlow.qualifiers.rawValue : -1))
  }

  /// Cells for every entry month that anybody can have: at the opening, and with service on entering.
  private mutating func addCells() {
    let start = scenario.start.value.index
    for stock in built.stocks.indices {
      let key = built.legend[stock].key
      var oldest = 0
      if let grade = scenario.grades[key] {
        oldest = grade.service.value.parts.compactMap { $0.band.upper ?? $0.reaches }.max().map { $0 - 1 } ?? 0
        let arrivals =
          scenario.moves.values.filter { $0.to.value == key }.map(\.atService.value.months)
          + scenario.recruitment.filter { ($0.value.into?.value ?? $0.key) == key }.map(\.value.joiningService)
        oldest = max(oldest, (arrivals.max() ?? 0) - 1)
      } else {
        oldest = built.stocks[stock].length
      }
      built.stocks[stock].firstEntry = start - oldest
      built.stocks[stock].firstCell = built.cellCount
      let open = built.stocks[stock].hasOpenCell ? 1 : 0
      built.cellCount += open + oldest + scenario.months.value.months + 1
    }
  }

  // MARK: exits

  private mutating func addGradeRules(_ stock: Int, _ key: String, _ grade: Grade) {
    var profiles: [(profile: Profile, path: String, multiplier: Int)] = []
    var multiplier = -1
    if let own = grade.leaving.multiplier?.value {
      let path = "grades.\(key).leaving.multiplier"
      multiplier = compiler.parameter(own, path: path, drawPath: path)
    }
    profiles.append((grade.leaving.rate.value, "grades.\(key).leaving.rate", multiplier))
    // Leaving first, then destinations in ascending order of their keys.
    let moves = scenario.moves.filter { $0.value.from.value == key }.sorted {
      $0.value.to.value == $1.value.to.value
        ? String.byScalars($0.key, $1.key) : String.byScalars($0.value.to.value, $1.value.to.value)
    }
    for move in moves { profiles.append((move.value.rate.value, "moves.\(move.key).rate", -1)) }

    let bounds = Set([0] + profiles.flatMap(\.profile.boundaries)).sorted()
    built.stocks[stock].hazardBounds = bounds
    for (profile, path, multiplier) in profiles {
      let rows = profile.rows.indices.map { compiler.level(profile, row: $0, path: path) }
      let levels = bounds.map { bound in rows[profile.rows.lastIndex { $0.band.lower <= bound } ?? 0] }
      let measure = profile.rows[0].points[0].entry.value.measure
      built.stocks[stock].rules.append(
        Plan.Rule(levels: levels, measure: measure, multiplier: multiplier, span: 1))
    }
    let leavers = built.legend[stock].flowSeries + Legend.GradeFlow.leavers.rawValue
    addFlow(from: stock, to: nil, key: "leave", rule: 0, share: -1, loss: leavers, gain: -1)
    for (position, move) in moves.enumerated() {
      let target = compiler.stock(move.value.to.value)
      addFlow(
        from: stock, to: target, key: "move:\(move.value.to.value):\(move.key)", rule: position + 1, share: -1,
        atService: move.value.atService.value.months,
        loss: built.legend[stock].flowSeries + Legend.GradeFlow.movesOut.rawValue,
        gain: built.legend[target].flowSeries + Legend.GradeFlow.movesIn.rawValue)
    }
    setChanges(stock)
  }

  private mutating func addPathwayRule(_ stock: Int, _ key: String, _ pathway: Pathway) {
    let path = "pathways.\(key).attrition"
    let attrition = pathway.attrition.value
    let index = compiler.parameter(attrition, path: path, drawPath: path)
    let level = DatedLevel(points: [DatedLevel.Point(from: Int.min, reached: Int.min, parameter: index)])
    built.stocks[stock].rules = [
      Plan.Rule(levels: [level], measure: attrition.measure, multiplier: -1, span: pathway.months.value.months)
    ]
    let flows = built.legend[stock].flowSeries
    // Leaving first; the parts are in ascending order of their keys already.
    let parts = pathway.withdrawn.value.parts
    for part in parts.filter({ $0.key == "leave" }) + parts.filter({ $0.key != "leave" }) {
      let own = "pathways.\(key).withdrawn.\(part.key)"
      let share = part.share.map { compiler.parameter($0.value, path: own, drawPath: own) } ?? -1
      let target = part.key == "leave" ? nil : compiler.stock(part.key)
      let kind: Legend.PathwayFlow = target == nil ? .left : .reverted
      let gain = target.map { built.legend[$0].flowSeries + Legend.GradeFlow.reverted.rawValue } ?? -1
      addFlow(
        from: stock, to: target, key: part.key, rule: 0, share: share, loss: flows + kind.rawValue, gain: gain)
    }
    setChanges(stock)
  }

  private mutating func addFlow(
    from: Int, to: Int?, key: String, rule: Int, share: Int, atService: Int = 0, loss: Int, gain: Int
  ) {
    let source = built.legend[from].key
    // The flows of a stock are added one after another.
    let first = built.stocks[from].outlets.isEmpty ? built.flows.count : built.stocks[from].outlets.lowerBound
    built.stocks[from].outlets = first..<built.flows.count + 1
    built.flows.append(
      Plan.Flow(
        from: from, to: to ?? -1, atService: atService, rule: rule, share: share,
        site: compiler.sites.site("outlet", source, key), lossSeries: loss, gainSeries: gain))
  }

  private mutating func setChanges(_ stock: Int) {
    let start = scenario.start.value.index
    let rules = built.stocks[stock].rules
    built.stocks[stock].hazardChanges = (0...scenario.months.value.months).map { month in
      month <= 1 || rules.contains { $0.levels.contains { $0.changes(in: start + month) } }
    }
  }
}
