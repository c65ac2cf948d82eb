import OrderedCollections
import WorkforceModel

/// Lays out the stocks of a plan: cells, competing risks and their outlets, and the series that are reported.
struct StockLayout {
  struct Built {
    var stocks: [Plan.Stock] = []
    var legend: [Legend.Stock] = []
    var flows: [Plan.Flow] = []
    var programmes: [Plan.Programme] = []
    var cellCount = 0
    var lawCount = 0
    var runCount = 0
    var seriesCount = 0
    /// What the addresses of a stock's draws are called beside the key of its grade or pathway; empty for the first.
    var names: [String] = []

    /// The stocks of a grade or pathway, by name.
    func stocks(of subject: Int) -> [Int] {
      stocks.indices.filter { stocks[$0].subject == subject }.sorted { String.byScalars(names[$0], names[$1]) }
    }

    /// The stock of another grade that people of a stock enter: of the same origin, where that grade tells them apart.
    func counterpart(of stock: Int, in subject: Int) -> Int {
      stocks.indices.first { stocks[$0].subject == subject && names[$0] == names[stock] } ?? subject
    }

    /// The stock of those awaiting who are appointed so many months after the start of their programme.
    func awaitingStock(of subject: Int, months: Int) -> Int? {
      stocks.indices.first {
        stocks[$0].subject == subject && stocks[$0].stage?.upperBound == months
          && stocks[$0].headsSeries == legend[subject].awaitingSeries
      }
    }
  }

  var compiler: PlanCompiler
  var built = Built()

  init(compiler: PlanCompiler) {
    self.compiler = compiler
  }

  var scenario: Scenario { compiler.scenario }

  mutating func build() -> Built {
    for (key, grade) in scenario.grades { addGrade(key, grade) }
    for (key, pathway) in scenario.pathways { addPathway(key, pathway) }
    // The first stock of each grade and pathway stands at its own index; the others follow.
    for (key, grade) in scenario.grades where grade.dividedBy != nil { addOrigins(of: key) }
    for (key, pathway) in scenario.pathways { addStages(of: key, pathway) }
    addCells()
    // Outlets need the series of the stocks that they lead to, so they come after all stocks.
    for stock in built.stocks.indices { addRules(stock) }
    for (key, pathway) in scenario.pathways { addProgramme(key, pathway) }
    addLaws()
    return built
  }

  private mutating func addLaws() {
    for stock in built.stocks.indices {
      built.stocks[stock].firstLaw = built.lawCount
      let entries = scenario.lastMonth.index - built.stocks[stock].firstEntry + 1
      let runs = built.stocks[stock].isByEntry ? entries : built.stocks[stock].hazardBounds.count
      built.lawCount += runs * max(1, built.stocks[stock].outlets.count)
      // The open cell is a run of its own.
      built.runCount += runs + 1
    }
  }

  private mutating func addRules(_ stock: Int) {
    let key = built.legend[built.stocks[stock].subject].key
    if let grade = scenario.grades[key] {
      addGradeRules(stock, key, grade)
    } else if let pathway = scenario.pathways[key] {
      let isAwaiting = built.stocks[stock].headsSeries == built.legend[built.stocks[stock].subject].awaitingSeries
      if isAwaiting { addAwaitingRule(stock, key, pathway) } else { addPathwayRule(stock, key, pathway) }
    }
    let start = scenario.start.value.index
    let rules = built.stocks[stock].rules
    built.stocks[stock].hazardChanges = (0...scenario.months.value.months).map { month in
      month <= 1 || rules.contains { $0.changes(in: start + month) }
    }
  }

  // MARK: grades

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
    legend.price = compiler.price(of: key, grade)
    add(legend, flows: Legend.GradeFlow.allCases.count, extra: 0)
    built.stocks[built.stocks.count - 1].hasOpenCell = openFrom != nil
  }

  /// One stock more for each pathway that leads to the grade: those who came by it are told apart.
  private mutating func addOrigins(of key: String) {
    let subject = compiler.stock(key)
    for (origin, pathway) in scenario.pathways where pathway.qualifiesAs.value == key {
      addStock(subject, name: origin)
    }
  }

  /// A further stock of a grade or pathway.
  mutating func addStock(_ subject: Int, name: String, stage: Range<Int>? = nil) {
    let legend = built.legend[subject]
    built.stocks.append(
      Plan.Stock(
        subject: subject, stage: stage, exitSite: compiler.sites.site("exit", legend.key, name),
        reportBounds: legend.reportBounds, headsSeries: legend.headsSeries))
    built.names.append(name)
  }

  /// The classes of service that are reported: where capacity changes, and where shares were asked for.
  mutating func report(
    _ key: String, name: String?, capacity: Profile, path: String, bounds: [Int], perHead: Int
  ) -> Legend.Stock {
    let all = Set([0] + capacity.boundaries + bounds).sorted()
    let rows = capacity.rows.indices.map { compiler.level(capacity, row: $0, path: path).points[0].parameter }
    let shares = all.map { bound in rows[capacity.rows.lastIndex { $0.band.lower <= bound } ?? 0] }
    return Legend.Stock(
      key: key, name: name ?? key, isGrade: false, ftePerHead: perHead, reportBounds: all, headsSeries: 0,
      capacity: shares, flowSeries: 0)
  }

  /// Adds a grade or pathway with its first stock.
  /// - Parameter extra: series beside heads and flows
  mutating func add(_ given: Legend.Stock, flows: Int, extra: Int, stage: Range<Int>? = nil) {
    var legend = given
    legend.headsSeries = built.seriesCount
    if extra > 0 { legend.awaitingSeries = built.seriesCount + legend.reportBounds.count }
    legend.flowSeries = built.seriesCount + legend.reportBounds.count + extra
    built.seriesCount += legend.reportBounds.count + extra + flows
    built.legend.append(legend)
    addStock(built.legend.count - 1, name: "", stage: stage)
  }

  // MARK: cells

  /// Cells for every entry month that anybody can have: at the opening, and with service on entering.
  private mutating func addCells() {
    let start = scenario.start.value.index
    for stock in built.stocks.indices {
      let key = built.legend[built.stocks[stock].subject].key
      var oldest = built.stocks[stock].stage?.upperBound ?? 0
      if let grade = scenario.grades[key] {
        oldest = grade.service.value.parts.compactMap { $0.band.upper ?? $0.reaches }.max().map { $0 - 1 } ?? 0
        let arrivals =
          scenario.moves.values.filter { $0.to.value == key }.map(\.atService.value.months)
          + scenario.recruitment.filter { ($0.value.into?.value ?? $0.key) == key }.map(\.value.joiningService)
        oldest = max(oldest, (arrivals.max() ?? 0) - 1)
      }
      built.stocks[stock].firstEntry = start - oldest
      built.stocks[stock].firstCell = built.cellCount
      let open = built.stocks[stock].hasOpenCell ? 1 : 0
      built.cellCount += open + oldest + scenario.months.value.months + 1
    }
  }
}
