import OrderedCollections
import WorkforceModel

/// Intakes, recruits and returners.
extension PlanCompiler {
  mutating func starts(_ built: StockLayout.Built) -> [Plan.Start] {
    var starts: [Plan.Start] = []
    // By key, so that neither results nor their order depend on the order in the file.
    for (key, intake) in scenario.intakes.sorted(by: { String.byScalars($0.key, $1.key) }) {
      for month in intake.starts.value.starts(in: scenario.firstMonth...scenario.lastMonth) {
        starts.append(start(of: key, intake, month, built))
      }
    }
    // By month, and within a month by the intake's key.
    return starts.enumerated().sorted { ($0.element.month, $0.offset) < ($1.element.month, $1.offset) }.map(\.element)
  }

  private mutating func start(
    of key: String, _ intake: Intake, _ month: Month, _ built: StockLayout.Built
  ) -> Plan.Start {
    let differing = intake.differing[month.description]
    /// What differs for this start has a path of its own.
    func base(_ isOwn: Bool) -> String { isOwn ? "intakes.\(key).\(month)" : "intakes.\(key)" }
    func number(_ own: Entry<Quantity>?, _ common: Entry<Quantity>, _ name: String) -> Int {
      let path = "\(base(own != nil)).\(name)"
      // A start that differs keeps the draw of its intake: what is changed is what is made of it.
      return parameter((own ?? common).value, path: path, drawPath: "intakes.\(key).\(name)", occurrence: month)
    }
    let places = number(differing?.places, intake.places, "places")
    let fill = number(differing?.fill, intake.fill, "fill")
    let late = differing?.late?.value ?? intake.late.value
    let lateShares = shares(
      late, path: "\(base(differing?.late != nil)).late", drawPath: "intakes.\(key).late", intake: month)
    let from = differing?.from?.value ?? intake.from.value
    let fromPath = "\(base(differing?.from != nil)).from"
    let sources = from.parts.map { part in
      let own = "\(fromPath).\(part.grade)"
      let index = parameter(
        part.share.value, path: own, drawPath: "intakes.\(key).from.\(part.grade)", occurrence: month,
        group: "intakes.\(key).from")
      return (part.grade, index)
    }
    let into = differing?.into?.value ?? intake.into.value
    let intoShares = shares(
      into, path: "\(base(differing?.into != nil)).into", drawPath: "intakes.\(key).into", intake: month)
    return Plan.Start(
      month: month.index, places: places, fill: fill,
      parts: zip(into.parts, intoShares).map { part, share in
        startPart(part.key, share, intake: key, waits: late.waits, from: from, built)
      },
      late: zip(late.waits, lateShares).map { Plan.Start.Late(months: $0, share: $1 ?? -1) },
      sources: sources.map { grade, share in
        let stock = self.stock(grade)
        let flows = built.legend[stock].flowSeries
        func series(_ flow: Legend.GradeFlow) -> Int { flows + flow.rawValue }
        return Plan.Start.Source(
          stocks: built.stocks(of: stock), share: share,
          trained: (loss: series(.toTraining), notMet: series(.toTrainingNotMet)),
          moved: (loss: series(.movesOut), notMet: series(.movesOutNotMet)))
      },
      replacesShortfall: from.replacesShortfall)
  }

  private mutating func startPart(
    _ key: String, _ share: Int?, intake: String, waits: [Int], from: StarterSources, _ built: StockLayout.Built
  ) -> Plan.Start.Part {
    let stock = self.stock(key)
    let legend = built.legend[stock]
    let starts = legend.flowSeries + Legend.PathwayFlow.starts.rawValue
    let outside = legend.isGrade ? legend.flowSeries + Legend.GradeFlow.joiners.rawValue : starts
    let moved = legend.isGrade ? legend.flowSeries + Legend.GradeFlow.movesIn.rawValue : starts
    return Plan.Start.Part(
      stock: stock, isPathway: !legend.isGrade, share: share ?? -1, site: sites.site("fill", intake, key),
      outsideSeries: outside,
      movedSeries: moved, lateSites: waits.map { sites.site("late", intake, "\(key) \($0)mo") },
      sourceSites: waits.map { wait in
        from.parts.map { source in
          let detail = "\(key) \(wait)mo \(source.grade)"
          let stocks = built.stocks(of: self.stock(source.grade))
          return (
            sites.site("from", intake, detail),
            stocks.map { sites.site("taken", intake, "\(detail) \(built.names[$0])") }
          )
        }
      })
  }

  mutating func recruitments(_ built: StockLayout.Built) -> [Plan.Recruitment] {
    scenario.recruitment.sorted { String.byScalars($0.key, $1.key) }.map { key, recruitment in
      let stock = self.stock(recruitment.into?.value ?? key)
      let base = "recruitment.\(key)"
      return Plan.Recruitment(
        stock: stock, atService: recruitment.joiningService,
        number: recruitment.number.map { number($0.value, path: "\(base).number", months: recruitment.in) },
        filling: recruitment.fill == nil ? nil : filling(recruitment, base, stock, built),
        site: sites.site("recruit", key),
        series: built.legend[stock].flowSeries + Legend.GradeFlow.joiners.rawValue)
    }
  }

  private mutating func filling(
    _ recruitment: Recruitment, _ base: String, _ stock: Int, _ built: StockLayout.Built
  ) -> Plan.Filling? {
    guard let target = built.legend[stock].target else { return nil }
    var counted = built.stocks(of: stock).map { (stock: $0, ftePerHead: ftePerHead[stock]) }
    if recruitment.counts?.value == Recruitment.withLearners {
      for (index, pathway) in built.legend.enumerated() where pathway.employedAs == built.legend[stock].key {
        counted += built.stocks(of: index).map { ($0, ftePerHead[index]) }
      }
    }
    return Plan.Filling(
      grade: stock, target: target, ftePerHead: ftePerHead[stock], counted: counted, delay: recruitment.delay,
      atMost: recruitment.atMost.map { level($0.value, row: 0, path: "\(base).at-most") })
  }

  mutating func number(_ profile: Profile, path: String, months: Entry<NamedMonths>?) -> Plan.Number {
    let first = profile.rows[0].points[0].entry.value
    return Plan.Number(
      level: level(profile, row: 0, path: path), isYearly: first.measure == .perYear, isPoisson: first.isPoisson,
      months: months?.value.months ?? [])
  }

  mutating func numberMoves(_ built: StockLayout.Built) -> [Plan.NumberMove] {
    let moves = scenario.moves.filter { $0.value.number != nil }.sorted { first, second in
      // Destinations in ascending order of their keys, as for exits; the order of the grades left means nothing.
      func order(_ move: Move, _ key: String) -> [String] { [move.from.value, move.to.value, key] }
      let (one, two) = (order(first.value, first.key), order(second.value, second.key))
      return zip(one, two).first { $0 != $1 }.map { String.byScalars($0, $1) } ?? false
    }
    return moves.map { key, move in
      let (from, to) = (stock(move.from.value), stock(move.to.value))
      let path = "moves.\(key).number"
      let profile = move.number?.value ?? Profile(.constant(0, .perMonth))
      let flows = built.legend[from].flowSeries
      return Plan.NumberMove(
        number: number(profile, path: path, months: move.in), site: sites.site("move", key),
        sources: built.stocks(of: from).map { source in
          (source, built.counterpart(of: source, in: to), sites.site("moved", key, built.names[source]))
        },
        atService: move.atService.value.months, lossSeries: flows + Legend.GradeFlow.movesOut.rawValue,
        gainSeries: built.legend[to].flowSeries + Legend.GradeFlow.movesIn.rawValue,
        notMetSeries: flows + Legend.GradeFlow.movesOutNotMet.rawValue)
    }
  }
}
