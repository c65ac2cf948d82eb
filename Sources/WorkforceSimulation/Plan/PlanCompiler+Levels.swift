import WorkforceModel

/// Levels over time: dated, drawn anew for each year or intake, varying from year to year.
extension PlanCompiler {
  /// The first months of the years of the run, the first of them perhaps before it.
  var years: [Month] {
    let first = scenario.yearBeginning(scenario.firstMonth)
    return stride(from: first.index, through: scenario.lastMonth.index, by: 12).map { Month(index: $0) }
  }

  /// The level over time of one row of a profile.
  /// - Parameter intake: the month of entry, for numbers drawn anew for each intake
  mutating func level(_ profile: Profile, row: Int, path: String, intake: Month? = nil) -> DatedLevel {
    let row = profile.rows[row]
    let banded = profile.isBanded ? "\(path).\(row.band)" : path
    let drawPath = profile.isIndependent ? banded : path
    var points: [DatedLevel.Point] = []
    for (position, point) in row.points.enumerated() {
      let quantity = point.entry.value
      let own = point.from.map { "\(banded).\($0)" } ?? banded
      let from = point.from?.index ?? Int.min
      guard quantity.each == .year else {
        let index = parameter(quantity, path: own, drawPath: drawPath, occurrence: intake)
        points.append(DatedLevel.Point(from: from, reached: point.reached?.index ?? from, parameter: index))
        continue
      }
      let end = position + 1 < row.points.count ? row.points[position + 1].from?.index ?? Int.max : Int.max
      for (order, year) in years.enumerated() where year.index + 12 > from && year.index < end {
        let index = parameter(quantity, path: own, drawPath: drawPath, occurrence: year)
        // The first year holds from the beginning of time, so that there is a level in every month.
        let begin = order == 0 && points.isEmpty ? from : max(from, year.index)
        points.append(DatedLevel.Point(from: begin, reached: begin, parameter: index))
      }
    }
    return DatedLevel(points: points)
  }

  /// The levels of a profile at each of the bounds of service.
  mutating func levels(_ profile: Profile, path: String, bounds: [Int], intake: Month? = nil) -> [DatedLevel] {
    let rows = profile.rows.indices.map { level(profile, row: $0, path: path, intake: intake) }
    return bounds.map { bound in rows[profile.rows.lastIndex { $0.band.lower <= bound } ?? 0] }
  }

  /// The factors by which a rate varies from year to year; nil where it does not.
  /// - Parameter base: the path of the rule
  mutating func variation(
    _ variation: Entry<Quantity>?, _ persistence: Entry<Quantity>?, base: String
  ) -> DatedLevel? {
    guard let sigma = variation?.value else { return nil }
    if let known = variations[base] { return known }
    let path = "\(base).\(PlanCompiler.variationKey)"
    let sigmaIndex = parameter(sigma, path: path, drawPath: path)
    let none = Quantity.constant(0, .number)
    let own = "\(base).persistence"
    let persistenceIndex = parameter(persistence?.value ?? none, path: own, drawPath: own)
    let innovations = years.map { innovation(path, year: $0) }
    let targets = years.map { derivedParameter(path: "\(base) in the year from \($0)", mean: 1, measure: .multiplier) }
    derived.append(
      .yearly(sigma: sigmaIndex, persistence: persistenceIndex, innovations: innovations, targets: targets))
    let factors = DatedLevel(
      points: zip(years, targets).enumerated().map { order, entry in
        let from = order == 0 ? Int.min : entry.0.index
        return DatedLevel.Point(from: from, reached: from, parameter: entry.1)
      })
    variations[base] = factors
    return factors
  }

  /// The parameters of a split's parts, in their order; nil for the rest.
  /// - Parameters:
  ///   - drawPath: of the split that the draws belong to, where that is another
  ///   - intake: for shares drawn anew for each intake
  mutating func shares(_ split: Split, path: String, drawPath: String? = nil, intake: Month? = nil) -> [Int?] {
    let group = drawPath ?? path
    if split.isDirichlet { return drawnShares(split, path: path, group: group, intake: intake) }
    return split.parts.map { part in
      part.share.map {
        parameter(
          $0.value, path: "\(path).\(part.key)", drawPath: "\(group).\(part.key)", occurrence: intake, group: group)
      }
    }
  }

  /// The shares of a Dirichlet distribution: gamma numbers, each at the path of its name, over their sum.
  private mutating func drawnShares(_ split: Split, path: String, group: String, intake: Month?) -> [Int?] {
    let isAnew = split.parts.contains { $0.share?.value.each != nil }
    let known = isAnew ? "\(path) \(intake.map(\.description) ?? "")" : path
    if let shares = dirichlets[known] { return shares }
    let sizes = split.concentrations
    let sum = sizes.reduce(0) { $0 + $1.size }
    let drawn = zip(split.parts, sizes).map { part, size in
      parameter(
        part.share?.value ?? .constant(size.size, .number), path: "\(path).\(part.key)",
        drawPath: "\(group).\(part.key)", occurrence: intake, group: group)
    }
    let targets = sizes.map { size in
      derivedParameter(path: "\(known).\(size.key) as a share", mean: size.size / sum, measure: .share)
    }
    derived.append(.shares(of: drawn, targets: targets))
    dirichlets[known] = targets
    return targets
  }
}
