import Foundation
import Oracle

extension MadeScenario {
  /// How numbers become people.
  enum People {
    /// Whole, by largest remainder: what a simulation does.
    case whole
    /// Real numbers, split exactly: what the expected path does.
    case exact
    /// Whole, but places rounded down: a mistake that tests must notice.
    case placesRoundedDown
  }

  /// The scenario for the oracle, from the model's description alone (sections 2 to 4).
  func model(_ people: People) -> OracleModel {
    OracleModel(
      months: months, grades: grades.map(oracleGrade), pathways: pathways.map(MadeScenario.oraclePathway),
      groups: openings(people) + starts(people) + recruits(people))
  }

  private func oracleGrade(_ grade: Grade) -> OracleGrade {
    let start = start
    let multiplier = Double(grade.multiplier ?? 100) / 100
    let moves = moves.filter { $0.from == grade.key }.map { move in
      OracleMove(to: move.to, atService: move.atService ?? 0) {
        move.rate.probability(service: $0, month: start + $1, times: 1)
      }
    }
    return OracleGrade(
      key: grade.key,
      leaving: { grade.leaving.probability(service: $0, month: start + $1, times: multiplier) }, moves: moves)
  }

  private static func oraclePathway(_ pathway: Pathway) -> OraclePathway {
    let level = Double(pathway.attrition) / 10_000
    let monthly =
      switch pathway.kind {
      case .overPathway: Monthly.cumulative(level, overMonths: pathway.length)
      case .central: Monthly.central(level)
      case .chance: Monthly.annualChance(level)
      case .monthly: level
      }
    let back = shares(pathway.withdrawn).filter { $0.key != "leave" }
    return OraclePathway(
      key: pathway.key, length: pathway.length, withdrawal: Monthly.constant(monthly),
      withdrawnTo: Dictionary(uniqueKeysWithValues: back.map { ($0.key, $0.share) }),
      qualifiesAs: pathway.qualifiesAs, employedAs: pathway.employedAs)
  }

  /// Parts in ascending order of their keys by Unicode scalars, the rest worked out.
  private static func shares(_ split: [Share]) -> [(key: String, share: Double)] {
    if split.count == 1 { return [(split[0].key, 1)] }
    let rest = 100 - split.reduce(0) { $0 + ($1.percent ?? 0) }
    return split.map { ($0.key, Double($0.percent ?? rest) / 100) }
      .sorted { $0.0.unicodeScalars.lexicographicallyPrecedes($1.0.unicodeScalars) }
  }

  private func group(_ number: Double, _ people: People, in stock: String, month: Int, age: Int) -> OracleGroup {
    // A Poisson group stands for its expectation where people are real numbers.
    OracleGroup(people == .exact ? .poisson(number) : .fixed(Int(number)), in: stock, month: month, age: age)
  }

  private func spread(
    _ number: Double, _ people: People, in stock: String, from lower: Int, over width: Int
  ) -> [OracleGroup] {
    let whole = Apportionment.evenly(Int(number), over: width).map(Double.init)
    let parts = people == .exact ? [Double](repeating: number / Double(width), count: width) : whole
    return parts.enumerated().map { group($1, people, in: stock, month: 0, age: lower + $0) }
  }

  /// Hundredths ÷ hundredths of FTE per head, rounded half up once where people are whole.
  private func heads(_ number: Int, perHead: Int, _ people: People) -> Double {
    people == .exact ? Double(number) / Double(perHead) : Double((2 * number + perHead) / (2 * perHead))
  }

  private func openings(_ people: People) -> [OracleGroup] {
    var groups: [OracleGroup] = []
    var perHeads: [String: Int] = [:]
    for grade in grades {
      perHeads[grade.key] = grade.perHead
      let all = heads(grade.opening, perHead: grade.isFTE ? grade.perHead : 100, people)
      let bands = grade.service.isEmpty ? [Band(lower: 0, upper: nil, percent: 100, to: nil)] : grade.service
      let shares = bands.map { Double($0.percent) / 100 }
      let whole = Apportionment.largestRemainder(Int(all), shares: shares).map(Double.init)
      for (band, some) in zip(bands, people == .exact ? shares.map { all * $0 } : whole) {
        let width = (band.upper ?? band.to).map { $0 - band.lower } ?? 1
        groups += spread(some, people, in: grade.key, from: band.lower, over: width)
      }
    }
    for pathway in pathways {
      let perHead = pathway.perHead ?? perHeads[pathway.employedAs] ?? 100
      for learners in pathway.learners {
        let all = heads(learners.number, perHead: learners.isFTE ? perHead : 100, people)
        groups += spread(all, people, in: pathway.key, from: learners.lower, over: learners.width)
      }
    }
    return groups
  }

  private func starts(_ people: People) -> [OracleGroup] {
    intakes.flatMap { intake in
      (1...months).flatMap { month -> [OracleGroup] in
        let date = start + month
        let since = date - intake.first
        let isDue = intake.every.map { since >= 0 && since % $0 == 0 } ?? (since == 0)
        guard isDue, date <= intake.until ?? .max else { return [] }
        let own = intake.differing.first { $0.month == date }
        let places = own?.places ?? intake.places
        let fill = Double(own?.fill ?? intake.fill) / 10_000
        let parts = MadeScenario.shares(own?.into ?? intake.into)
        let whole = Apportionment.largestRemainder(places, shares: parts.map(\.share))
        return zip(parts, whole).map { part, count in
          let floor = Int((Double(places) * part.share + 1e-9).rounded(.down))
          let size: GroupSize =
            switch people {
            case .exact: .poisson(Double(places) * part.share * fill)
            case .whole: fill == 1 ? .fixed(count) : .binomial(count, fill)
            case .placesRoundedDown: fill == 1 ? .fixed(floor) : .binomial(floor, fill)
            }
          return OracleGroup(size, in: part.key, month: month)
        }
      }
    }
  }

  /// A plan is spread evenly as whole people. The model does not say in which months the odd ones come; the engine's
  /// rule is running totals since the year 0, rounded down, which is taken over here.
  private func recruits(_ people: People) -> [OracleGroup] {
    recruitment.flatMap { recruitment in
      (1...months).map { month in
        let date = start + month
        let months = recruitment.isYearly ? 12.0 : 1
        let number = recruitment.number.value(in: date)
        var size = GroupSize.poisson(number / months)
        if !recruitment.isPoisson, people != .exact {
          // Plans are generated in steps only, so that their hundredths are whole.
          let hundredths = Int((number * 100).rounded())
          let (whole, parts) = (hundredths * (date + 1), hundredths * date)
          size = .fixed(whole / (100 * Int(months)) - parts / (100 * Int(months)))
        }
        return OracleGroup(size, in: recruitment.into, month: month, age: recruitment.service)
      }
    }
  }
}
