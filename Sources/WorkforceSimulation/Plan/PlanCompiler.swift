import OrderedCollections
public import WorkforceModel

/// Turns a scenario that has been read and checked into a plan.
public struct PlanCompiler {
  let scenario: Scenario
  /// Months of service whose shares were asked for.
  let shareBounds: [Int]
  var sites = SiteRegister()
  var parameters: [Plan.Parameter] = []
  var derived: [Plan.Derived] = []
  var described: [Legend.Parameter] = []
  var draws: [Plan.Draw] = []
  private var factorDraws: [Plan.FactorDraw] = []
  /// What draws are known by: the path, and what they are drawn anew for.
  private var drawIndex: [DrawKey: Int] = [:]
  private var factorDrawIndex: [DrawKey: Int] = [:]
  private var parameterIndex: [DrawKey: Int] = [:]
  /// By path.
  private var laws: [String: (quantity: Quantity, law: ParameterLaw, mean: Double)] = [:]
  private var groups: [String] = []
  private var groupIndex: [String: Int] = [:]
  private var faults: [Diagnostic] = []
  private let origins: [String: SourceRange]
  /// Path of a draw → the factor that moves it, with its weight.
  private var factorOf: [String: (factor: String, weight: Double)] = [:]
  /// Key of a grade or pathway → its first stock.
  var stockIndex: [String: Int] = [:]
  /// The years' factors that were laid out already, by the path of their rule.
  var variations: [String: DatedLevel] = [:]
  /// The shares of Dirichlet splits that were laid out already, by path and intake.
  var dirichlets: [String: [Int]] = [:]
  /// Parameter with FTE per head, by grade and pathway; filled by ``StockLayout``.
  var ftePerHead: [Int] = []

  /// The row with the variation from year to year.
  static let variationKey = "yearly-variation"

  private struct DrawKey: Hashable {
    var path: String
    var occurrence: Int
  }

  /// - Parameters:
  ///   - shareBounds: months of service n for which "share under n" will be asked
  ///   - origins: path → where the value stands, for faults
  /// - Throws: ``Faults`` for a truncation that leaves next to nothing of a distribution, for a name that does not exist
  ///   (in a scenario that was not checked), and when two addresses fall on one hash, which no known scenario does.
  public static func compile(
    _ scenario: Scenario, shareBounds: [Int] = [], origins: [String: SourceRange] = [:]
  ) throws(Faults) -> CompiledScenario {
    var compiler = PlanCompiler(scenario: scenario, shareBounds: shareBounds, origins: origins)
    let compiled = compiler.compiled()
    if !compiler.faults.isEmpty { throw Faults(compiler.faults) }
    if let (one, two) = compiler.sites.collision {
      throw Faults("the names '\(one)' and '\(two)' fall on one address of the random numbers", help: ["rename one"])
    }
    return compiled
  }

  private init(scenario: Scenario, shareBounds: [Int], origins: [String: SourceRange]) {
    self.scenario = scenario
    self.origins = origins
    self.shareBounds = shareBounds
  }

  private mutating func compiled() -> CompiledScenario {
    for (key, factor) in scenario.factors {
      let weight = factor.weight.value.certainValue ?? 0
      for path in factor.moves.value { factorOf[Scenario.normalized(path)] = (key, weight) }
    }
    let keys = Array(scenario.grades.keys) + Array(scenario.pathways.keys)
    for (position, key) in keys.enumerated() { stockIndex[key] = position }

    var layout = StockLayout(compiler: self)
    let built = layout.build()
    self = layout.compiler
    let openings = self.openings(built)
    let starts = self.starts(built)
    let recruitments = self.recruitments(built)
    let moves = numberMoves(built)
    sortGroups()
    let plan = Plan(
      start: scenario.start.value.index, months: scenario.months.value.months, stocks: built.stocks,
      flows: built.flows, openings: openings, numberMoves: moves, programmes: built.programmes, starts: starts,
      recruitments: recruitments, draws: draws, factorDraws: factorDraws, parameters: parameters, derived: derived,
      cellCount: built.cellCount, seriesCount: built.seriesCount, lawCount: built.lawCount,
      runCount: built.runCount)
    let legend = Legend(
      start: scenario.start.value, months: scenario.months.value.months, stocks: built.legend, parameters: described,
      groups: groups, seriesCount: built.seriesCount)
    return CompiledScenario(plan: plan, legend: legend)
  }

  // MARK: parameters

  /// Adds a number of the scenario.
  /// - Parameters:
  ///   - path: of the number itself
  ///   - drawPath: of the draw that it shares with others, or its own
  ///   - occurrence: the intake's start, or the year's first month, for a number that is drawn anew
  ///   - group: the path by which its share of the variance is told, where it is not that of the draw
  mutating func parameter(
    _ quantity: Quantity, path: String, drawPath: String, occurrence: Month? = nil, group: String? = nil
  ) -> Int {
    // A number that stands behind several rules is one parameter.
    let key = DrawKey(path: path, occurrence: quantity.each == nil ? 0 : occurrence?.index ?? 0)
    if let known = parameterIndex[key] { return known }
    let (law, mean) = self.law(quantity, path)
    if law.probabilityInside < ParameterLaw.leastInside {
      fault(
        "\(quantity) leaves less than a millionth of the distribution", at: [path, drawPath],
        help: "choose the distribution so that its bulk lies within the limits")
    }
    let draw =
      quantity.isCertain
      ? -1
      : self.draw(
        "parameter", drawPath, occurrence: quantity.each == nil ? nil : occurrence, group: group ?? drawPath)
    parameters.append(Plan.Parameter(draw: draw, law: law, mean: mean))
    described.append(
      Legend.Parameter(
        path: path, quantity: quantity, drawPath: quantity.isCertain ? nil : drawPath,
        occurrence: quantity.each == nil ? nil : occurrence, mean: mean))
    parameterIndex[key] = parameters.count - 1
    return parameters.count - 1
  }

  /// The law of a number and its mean: made once for all the intakes and years that it is drawn for.
  private mutating func law(_ quantity: Quantity, _ path: String) -> (law: ParameterLaw, mean: Double) {
    if let known = laws[path], known.quantity == quantity { return (known.law, known.mean) }
    let law = ParameterLaw(quantity)
    let mean = law.mean
    laws[path] = (quantity, law, mean)
    return (law, mean)
  }

  /// Adds a number that is computed from others; `mean` holds where every parameter is at its mean.
  mutating func derivedParameter(path: String, mean: Double, measure: Measure) -> Int {
    let shown = Quantity.constant(measure.isPercent ? mean * 100 : mean, measure)
    parameters.append(Plan.Parameter(draw: -1, law: ParameterLaw(shown), mean: mean))
    described.append(Legend.Parameter(path: path, quantity: shown, drawPath: nil, mean: mean))
    return parameters.count - 1
  }

  mutating func fault(_ message: String, at paths: [String], help: String) {
    let range = paths.compactMap { origins[$0] }.first
    faults.append(Diagnostic(message, at: range, help: [help]))
  }

  /// The first stock of a grade or a pathway.
  mutating func stock(_ key: String) -> Int {
    if let index = stockIndex[key] { return index }
    faults.append(Diagnostic("there is no grade or pathway '\(key)'"))
    return 0
  }

  private mutating func draw(_ what: String, _ path: String, occurrence: Month?, group: String) -> Int {
    let key = DrawKey(path: "\(what) \(path)", occurrence: occurrence?.index ?? 0)
    if let known = drawIndex[key] { return known }
    // A factor on a yearly variation moves the years' innovations, not how far they reach.
    let isReach = what == "parameter" && path.hasSuffix(".\(PlanCompiler.variationKey)")
    let mover = isReach ? nil : factorOf[path]
    let factor = mover.map { factorDraw($0.factor, occurrence: key.occurrence) } ?? -1
    draws.append(
      Plan.Draw(
        site: sites.site(what, path), occurrence: key.occurrence, factor: factor, weight: mover?.weight ?? 0,
        group: self.group(group)))
    drawIndex[key] = draws.count - 1
    return draws.count - 1
  }

  private mutating func factorDraw(_ key: String, occurrence: Int) -> Int {
    let known = DrawKey(path: key, occurrence: occurrence)
    if let index = factorDrawIndex[known] { return index }
    factorDraws.append(
      Plan.FactorDraw(site: sites.site("factor", key), occurrence: occurrence, group: group("factors.\(key)")))
    factorDrawIndex[known] = factorDraws.count - 1
    return factorDraws.count - 1
  }

  private mutating func group(_ path: String) -> Int {
    if let known = groupIndex[path] { return known }
    groups.append(path)
    groupIndex[path] = groups.count - 1
    return groups.count - 1
  }

  /// Groups in the order of their paths, so that the order in the file cannot reach what is made of them.
  private mutating func sortGroups() {
    let order = groups.indices.sorted { String.byScalars(groups[$0], groups[$1]) }
    var place = [Int](repeating: 0, count: groups.count)
    for (new, old) in order.enumerated() { place[old] = new }
    groups = order.map { groups[$0] }
    for index in draws.indices { draws[index].group = place[draws[index].group] }
    for index in factorDraws.indices { factorDraws[index].group = place[factorDraws[index].group] }
  }

  /// A standard normal number drawn anew for each year, behind a yearly variation.
  mutating func innovation(_ path: String, year: Month) -> Int {
    let draw = self.draw("innovation", path, occurrence: year, group: path)
    let normal = Quantity(.normal(mean: 0, sd: 1), .number)
    parameters.append(Plan.Parameter(draw: draw, law: ParameterLaw(normal), mean: 0))
    described.append(
      Legend.Parameter(path: path, quantity: normal, drawPath: path, occurrence: year, mean: 0))
    return parameters.count - 1
  }
}
