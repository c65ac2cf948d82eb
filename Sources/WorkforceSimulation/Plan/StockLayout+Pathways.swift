import OrderedCollections
import WorkforceModel

/// The stages of a programme: learning, taking longer, awaiting appointment.
extension StockLayout {
  mutating func addPathway(_ key: String, _ pathway: Pathway) {
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
    legend.qualifiesAs = pathway.qualifiesAs.value
    legend.price = compiler.price(of: key, pathway)
    add(legend, flows: Legend.PathwayFlow.allCases.count, extra: 1, stage: 0..<pathway.months.value.months)
  }

  /// The stages after the nominal length.
  mutating func addStages(of key: String, _ pathway: Pathway) {
    let subject = compiler.stock(key)
    let length = pathway.months.value.months
    let longer = pathway.extension.months?.value.months
    if let longer { addStock(subject, name: "extension", stage: length..<length + longer) }
    let ends = [length] + (longer.map { [length + $0] } ?? [])
    // Those who are appointed equally long after the start of their programme are one stock, whatever their way.
    let dues = Set(ends.flatMap { end in pathway.waiting.value.waits.filter { $0 > 0 }.map { end + $0 } }).sorted()
    for due in dues {
      addStock(subject, name: "awaiting \(due)mo", stage: length..<due)
      built.stocks[built.stocks.count - 1].reportBounds = [0]
      built.stocks[built.stocks.count - 1].headsSeries = built.legend[subject].awaitingSeries ?? -1
    }
  }

  /// What becomes of those who reach the end.
  mutating func addProgramme(_ key: String, _ pathway: Pathway) {
    let subject = compiler.stock(key)
    let length = pathway.months.value.months
    let grade = compiler.stock(pathway.qualifiesAs.value)
    let flows = built.legend[subject].flowSeries
    let gain = built.legend[grade].flowSeries + Legend.GradeFlow.qualifiers.rawValue
    let path = "pathways.\(key).waiting"
    let waiting = pathway.waiting.value
    let shares = entryShares(waiting, path: path, stock: subject)
    let longer = pathway.extension.months?.value.months
    /// Who does not wait is in no stock of those awaiting, although others may be due in the same month.
    func awaiting(after end: Int, _ months: Int) -> Int {
      months == 0 ? -1 : built.awaitingStock(of: subject, months: end + months) ?? -1
    }
    let waits = zip(waiting.waits, shares).map { months, share in
      Plan.Wait(
        months: months, share: share, site: compiler.sites.site("waiting", key, "\(months)mo"),
        afterLength: awaiting(after: length, months),
        afterLonger: longer.map { awaiting(after: length + $0, months) } ?? -1)
    }
    func series(_ flow: Legend.PathwayFlow) -> Int { flows + flow.rawValue }
    var programme = Plan.Programme(
      learners: subject, waits: waits,
      awaiting: built.stocks(of: subject).filter {
        built.stocks[$0].headsSeries == built.legend[subject].awaitingSeries
      },
      appointedTo: built.stocks.indices.first { built.stocks[$0].subject == grade && built.names[$0] == key } ?? grade,
      extendedSeries: series(.extended), finishedSeries: series(.finished), qualifiersSeries: series(.qualifiers),
      appointedSeries: gain)
    if let share = pathway.extension.share?.value, longer != nil {
      let own = "pathways.\(key).extension.share"
      programme.longer =
        built.stocks.indices.first {
          built.stocks[$0].subject == subject && built.names[$0] == "extension"
        } ?? -1
      programme.longerShare = entryValue(share, path: own, stock: subject)
      programme.longerSite = compiler.sites.site("extension", key)
    }
    built.programmes.append(programme)
  }

  // MARK: values by entry month

  /// The entry months of a stock's cells.
  private func entries(of stock: Int) -> [Month] {
    let first = built.stocks[stock].firstEntry
    return (first...scenario.lastMonth.index).map { Month(index: $0) }
  }

  /// A number that may be drawn anew for each intake: for each month in which learners of the stock start.
  mutating func entryValue(
    _ quantity: Quantity, path: String, stock: Int, group: String? = nil
  ) -> Plan.EntryValue {
    guard quantity.each == .intake else {
      return Plan.EntryValue(common: compiler.parameter(quantity, path: path, drawPath: path, group: group))
    }
    let own = entries(of: stock).map {
      compiler.parameter(quantity, path: path, drawPath: path, occurrence: $0, group: group)
    }
    return Plan.EntryValue(common: own[0], own: own, firstEntry: built.stocks[stock].firstEntry)
  }

  /// The parts of a split, nil for the rest.
  mutating func entryShares(_ split: Split, path: String, stock: Int) -> [Plan.EntryValue?] {
    if split.isDirichlet {
      // One column of shares for each month of entry, or one for all.
      let isAnew = split.parts.contains { $0.share?.value.each == .intake }
      let months: [Month?] = isAnew ? entries(of: stock) : [nil]
      let columns = months.map { compiler.shares(split, path: path, intake: $0) }
      return split.parts.indices.map { part in
        let own = columns.compactMap { $0[part] }
        return Plan.EntryValue(
          common: own[0], own: isAnew ? own : [], firstEntry: built.stocks[stock].firstEntry)
      }
    }
    return split.parts.map { part in
      part.share.map { entryValue($0.value, path: "\(path).\(part.key)", stock: stock, group: path) }
    }
  }

  /// The attrition of each month of entry, where it is drawn anew for each intake.
  mutating func ownLevels(_ profile: Profile, path: String, bounds: [Int], stock: Int) -> [[DatedLevel]] {
    let isDrawnAnew = profile.rows.flatMap(\.points).contains { $0.entry.value.each == .intake }
    guard isDrawnAnew else { return [] }
    return entries(of: stock).map { compiler.levels(profile, path: path, bounds: bounds, intake: $0) }
  }
}
