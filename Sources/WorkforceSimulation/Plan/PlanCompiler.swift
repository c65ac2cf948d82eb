import OrderedCollections
public import WorkforceModel

/// Turns a scenario that has been read and checked into a plan.
public struct PlanCompiler {
  let scenario: Scenario
  /// Months of service whose shares were asked for.
  let shareBounds: [Int]
  var sites = SiteRegister()
  var parameters: [Plan.Parameter] = []
  var described: [Legend.Parameter] = []
  var draws: [Plan.Draw] = []
  private var drawIndex: [String: Int] = [:]
  private var factorSites: [UInt64] = []
  private var faults: [Diagnostic] = []
  private let origins: [String: SourceRange]
  /// Path of a draw → the factor that moves it, with its weight.
  private var factorOf: [String: (factor: Int, weight: Double)] = [:]
  /// Key of a grade or pathway → its stock.
  var stockIndex: [String: Int] = [:]

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
      factorSites.append(sites.site("factor", key))
      let weight = factor.weight.value.certainValue ?? 0
      for path in factor.moves.value {
        factorOf[Scenario.normalized(path)] = (factorSites.count - 1, weight)
      }
    }
    let keys = Array(scenario.grades.keys) + Array(scenario.pathways.keys)
    for (position, key) in keys.enumerated() { stockIndex[key] = position }

    var layout = StockLayout(compiler: self)
    let built = layout.build()
    self = layout.compiler
    let openings = self.openings()
    let starts = self.starts(built)
    let recruitments = self.recruitments(built)
    let plan = Plan(
      start: scenario.start.value.index, months: scenario.months.value.months, stocks: built.stocks,
      flows: built.flows, openings: openings, starts: starts, recruitments: recruitments, draws: draws,
      factors: factorSites, parameters: parameters, cellCount: built.cellCount, seriesCount: built.seriesCount)
    let legend = Legend(
      start: scenario.start.value, months: scenario.months.value.months, stocks: built.legend, parameters: described,
      seriesCount: built.seriesCount)
    return CompiledScenario(plan: plan, legend: legend)
  }

  // MARK: parameters

  /// Adds a number of the scenario.
  /// - Parameters:
  ///   - path: of the number itself
  ///   - drawPath: of the draw that it shares with others, or its own
  mutating func parameter(_ quantity: Quantity, path: String, drawPath: String) -> Int {
    let law = ParameterLaw(quantity)
    if law.probabilityInside < ParameterLaw.leastInside {
      faults.append(
        Diagnostic(
          "\(quantity) leaves less than a millionth of the distribution", at: origins[path] ?? origins[drawPath],
          help: ["choose the distribution so that its bulk lies within the limits"]))
    }
    let draw = quantity.isCertain ? -1 : self.draw(drawPath)
    parameters.append(Plan.Parameter(draw: draw, law: law, mean: law.mean))
    described.append(
      Legend.Parameter(
        path: path, quantity: quantity, drawPath: quantity.isCertain ? nil : drawPath, mean: law.mean))
    return parameters.count - 1
  }

  /// The stock of a grade or a pathway.
  mutating func stock(_ key: String) -> Int {
    if let index = stockIndex[key] { return index }
    faults.append(Diagnostic("there is no grade or pathway '\(key)'"))
    return 0
  }

  private mutating func draw(_ path: String) -> Int {
    if let known = drawIndex[path] { return known }
    let mover = factorOf[path]
    let site = sites.site("parameter", path)
    draws.append(Plan.Draw(site: site, factor: mover?.factor ?? -1, weight: mover?.weight ?? 0))
    drawIndex[path] = draws.count - 1
    return draws.count - 1
  }

  /// The level over time of one row of a profile.
  mutating func level(_ profile: Profile, row: Int, path: String) -> DatedLevel {
    let row = profile.rows[row]
    let banded = profile.isBanded ? "\(path).\(row.band)" : path
    let drawPath = profile.isIndependent ? banded : path
    return DatedLevel(
      points: row.points.map { point in
        let own = point.from.map { "\(banded).\($0)" } ?? banded
        let index = parameter(point.entry.value, path: own, drawPath: drawPath)
        let from = point.from?.index ?? Int.min
        return DatedLevel.Point(from: from, reached: point.reached?.index ?? from, parameter: index)
      })
  }

  // MARK: people who are there or come

  private mutating func openings() -> [Plan.Opening] {
    var openings: [Plan.Opening] = []
    for (key, grade) in scenario.grades {
      let path = "grades.\(key).opening"
      let number = parameter(grade.opening.value, path: path, drawPath: path)
      let stock = self.stock(key)
      let parts = grade.service.value.parts.map { part in
        let end = part.band.upper ?? part.reaches
        return Plan.Opening.Part(
          share: part.share.value.certainValue ?? 0, lower: part.band.lower,
          width: end.map { $0 - part.band.lower } ?? 0,
          known: part.joined.map {
            Plan.Opening.Known(service: scenario.start.value - $0.month, people: $0.people)
          })
      }
      let perHead = grade.opening.value.measure == .fte ? ftePerHead[stock] : -1
      openings.append(Plan.Opening(stock: stock, number: number, ftePerHead: perHead, parts: parts))
    }
    for (key, pathway) in scenario.pathways {
      let stock = self.stock(key)
      for group in pathway.learners.value.groups {
        let path = "pathways.\(key).learners.\(group.when)"
        let number = parameter(group.number.value, path: path, drawPath: path)
        let done = group.when.monthsDone(at: scenario.start.value)
        let width = (done.upper ?? done.lower + 1) - done.lower
        let perHead = group.number.value.measure == .fte ? ftePerHead[stock] : -1
        openings.append(
          Plan.Opening(
            stock: stock, number: number, ftePerHead: perHead,
            parts: [Plan.Opening.Part(share: 1, lower: done.lower, width: width)]))
      }
    }
    return openings
  }

  /// Parameter with FTE per head, by stock; filled by ``StockLayout``.
  var ftePerHead: [Int] = []

  private mutating func starts(_ built: StockLayout.Built) -> [Plan.Start] {
    var starts: [Plan.Start] = []
    // By key, so that neither results nor their order depend on the order in the file.
    for (key, intake) in scenario.intakes.sorted(by: { String.byScalars($0.key, $1.key) }) {
      let months = intake.starts.value.starts(in: scenario.firstMonth...scenario.lastMonth)
      guard !months.isEmpty else { continue }
      let base = "intakes.\(key)"
      let places = parameter(intake.places.value, path: "\(base).places", drawPath: "\(base).places")
      let fill = parameter(intake.fill.value, path: "\(base).fill", drawPath: "\(base).fill")
      let into = parts(intake.into.value, "\(base).into", intake: key, built)
      for month in months {
        var start = Plan.Start(month: month.index, places: places, fill: fill, parts: into)
        if let differing = intake.differing[month.description] {
          let own = "\(base).\(month)"
          if let entry = differing.places {
            start.places = parameter(entry.value, path: "\(own).places", drawPath: "\(own).places")
          }
          if let entry = differing.fill {
            start.fill = parameter(entry.value, path: "\(own).fill", drawPath: "\(own).fill")
          }
          if let entry = differing.into { start.parts = parts(entry.value, "\(own).into", intake: key, built) }
        }
        starts.append(start)
      }
    }
    // By month, and within a month by the intake's key.
    return starts.enumerated().sorted { ($0.element.month, $0.offset) < ($1.element.month, $1.offset) }.map(\.element)
  }

  private mutating func parts(
    _ split: Split, _ path: String, intake: String, _ built: StockLayout.Built
  ) -> [Plan.Start.Part] {
    split.parts.map { part in
      let stock = self.stock(part.key)
      let own = "\(path).\(part.key)"
      let share = part.share.map { parameter($0.value, path: own, drawPath: own) } ?? -1
      let flow = built.legend[stock].isGrade ? Legend.GradeFlow.joiners.rawValue : Legend.PathwayFlow.starts.rawValue
      return Plan.Start.Part(
        stock: stock, share: share, site: sites.site("fill", intake, part.key),
        series: built.legend[stock].flowSeries + flow)
    }
  }

  private mutating func recruitments(_ built: StockLayout.Built) -> [Plan.Recruitment] {
    scenario.recruitment.sorted { String.byScalars($0.key, $1.key) }.map { key, recruitment in
      let stock = self.stock(recruitment.into?.value ?? key)
      let profile = recruitment.number.value
      let first = profile.rows[0].points[0].entry.value
      return Plan.Recruitment(
        stock: stock, atService: recruitment.joiningService,
        level: level(profile, row: 0, path: "recruitment.\(key).number"),
        isYearly: first.measure == .perYear, isPoisson: first.isPoisson, site: sites.site("recruit", key),
        series: built.legend[stock].flowSeries + Legend.GradeFlow.joiners.rawValue)
    }
  }
}
