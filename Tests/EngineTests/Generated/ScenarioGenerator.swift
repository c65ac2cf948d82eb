/// Makes scenarios over everything that a file can say and a closed form covers.
struct ScenarioGenerator {
  var dice: Dice

  /// The scenarios that tests share: a dozen, always the same.
  static let dozen: [MadeScenario] = (1...12).map { number in
    var generator = ScenarioGenerator(dice: Dice(seed: 20_240_900 + UInt64(number)))
    return generator.scenario("made \(number)")
  }

  mutating func scenario(_ name: String) -> MadeScenario {
    var made = MadeScenario(name: name, start: 2024 * 12 + dice.roll(0...11), months: dice.roll(18...34))
    let keys = Array(["PSO", "PO", "SPO", "aide"].shuffled(using: &dice).prefix(dice.roll(2...4)))
    made.grades = keys.map { grade($0, made) }
    for from in made.grades {
      for to in keys where to != from.key && dice.oneIn(3) {
        let rate = self.rate(bands: from.openFrom, made, scale: 60)
        let service = dice.oneIn(2) ? nil : dice.roll(0...90)
        made.moves.append(.init(key: "\(from.key)-\(to)", from: from.key, to: to, rate: rate, atService: service))
      }
    }
    let pathways = Array(["P-9", "P-12", "Q", "p"].shuffled(using: &dice).prefix(dice.roll(1...3)))
    made.pathways = pathways.map { pathway($0, keys) }
    made.intakes = (1...dice.roll(1...3)).map { intake("intake-\($0)", pathways, keys, made) }
    made.recruitment = (1...dice.roll(2...4)).map { recruitment("recruits-\($0)", keys, made) }
    return made
  }

  private mutating func level(_ range: ClosedRange<Int>, _ made: MadeScenario, lines: Bool = true) -> MadeLevel {
    guard dice.oneIn(2) else { return .constant(dice.roll(range)) }
    var points = [MadeLevel.Point(from: made.start - dice.roll(0...30), reached: nil, level: dice.roll(range))]
    var next = made.start + dice.roll(1...8)
    for _ in 0..<dice.roll(1...3) {
      let reached = lines && dice.oneIn(2) ? next + dice.roll(1...9) : nil
      points.append(.init(from: next, reached: reached, level: dice.roll(range)))
      next = (reached ?? next) + dice.roll(1...8)
    }
    return MadeLevel(points: points)
  }

  /// Band boundaries, none above `limit`.
  private mutating func boundaries(_ limit: Int?, among all: [Int]) -> [Int] {
    all.filter { $0 <= limit ?? .max && dice.oneIn(2) }
  }

  private mutating func rate(bands limit: Int?, _ made: MadeScenario, scale: Int = 100) -> MadeRate {
    let kind = dice.pick(MadeRate.Kind.allCases)
    let range = kind == .monthly ? 20 * scale / 100...250 * scale / 100 : 200 * scale / 100...2600 * scale / 100
    let lowers = [0] + boundaries(limit, among: [7, 12, 60, 120])
    let rows = lowers.indices.map { position in
      let upper = position + 1 < lowers.count ? lowers[position + 1] : nil
      return MadeRate.Row(lower: lowers[position], upper: upper, level: level(range, made))
    }
    return MadeRate(kind: kind, rows: rows)
  }

  private mutating func bands(_ lowers: [Int]) -> [MadeScenario.Band] {
    lowers.indices.map { position in
      let upper = position + 1 < lowers.count ? lowers[position + 1] : nil
      return MadeScenario.Band(lower: lowers[position], upper: upper, percent: dice.roll(20...100), to: nil)
    }
  }

  private mutating func grade(_ key: String, _ made: MadeScenario) -> MadeScenario.Grade {
    var service: [MadeScenario.Band] = []
    if !dice.oneIn(5) {
      service = bands([0] + boundaries(nil, among: [12, 36, 120]))
      var left = 100
      for position in service.indices.dropLast() {
        service[position].percent = dice.roll(1...max(1, left / 2))
        left -= service[position].percent
      }
      service[service.count - 1].percent = left
      if !dice.oneIn(3) { service[service.count - 1].to = (service.last?.lower ?? 0) + dice.roll(1...90) }
    }
    let isFTE = dice.oneIn(2)
    var grade = MadeScenario.Grade(
      key: key, opening: isFTE ? dice.roll(20_000...90_000) : dice.roll(200...900) * 100, isFTE: isFTE,
      perHead: dice.oneIn(3) ? 100 : dice.roll(70...110), service: service,
      leaving: MadeRate(kind: .central, rows: []), multiplier: dice.oneIn(2) ? dice.roll(70...130) : nil, capacity: [],
      target: dice.oneIn(3) ? nil : level(10_000...100_000, made))
    grade.leaving = rate(bands: grade.openFrom, made)
    if dice.oneIn(2) { grade.capacity = bands([0] + boundaries(grade.openFrom, among: [9, 24])) }
    return grade
  }

  private mutating func split(_ keys: [String]) -> [MadeScenario.Share] {
    guard keys.count > 1 else { return keys.map { .init(key: $0, percent: 100) } }
    var left = 100
    var shares = keys.map { key in
      let percent = dice.roll(0...left)
      left -= percent
      return MadeScenario.Share(key: key, percent: percent)
    }
    let last = shares.count - 1
    shares[last].percent = dice.oneIn(2) ? nil : (shares[last].percent ?? 0) + left
    return shares.shuffled(using: &dice)
  }

  private mutating func pathway(_ key: String, _ grades: [String]) -> MadeScenario.Pathway {
    let length = dice.roll(1...20)
    let kind = dice.pick(MadeScenario.Pathway.Attrition.allCases)
    let back = Array(grades.shuffled(using: &dice).prefix(dice.roll(0...2)))
    let places = dice.oneIn(4) && !back.isEmpty ? back : ["leave"] + back
    var learners: [MadeScenario.Learners] = []
    for when in [MadeScenario.Learners.When.started, .done, .band] where dice.oneIn(2) {
      let lower = dice.roll(0...length - 1)
      let width = when == .band ? dice.roll(1...length - lower) : 1
      let isFTE = dice.oneIn(3)
      let number = isFTE ? dice.roll(500...20_000) : dice.roll(5...200) * 100
      // Learners are given once for each month of the programme.
      if learners.contains(where: { $0.lower < lower + width && lower < $0.lower + $0.width }) { continue }
      learners.append(.init(when: when, lower: lower, width: width, number: number, isFTE: isFTE))
    }
    let capacity = dice.oneIn(2) ? bands([0] + boundaries(length - 1, among: [1, 6, 12])) : []
    return .init(
      key: key, length: length, employedAs: dice.pick(grades), qualifiesAs: dice.pick(grades),
      perHead: dice.oneIn(2) ? dice.roll(80...100) : nil, kind: kind,
      attrition: kind == .monthly ? dice.roll(30...400) : dice.roll(300...4000), withdrawn: split(places),
      capacity: capacity, learners: learners)
  }

  private mutating func intake(
    _ key: String, _ pathways: [String], _ grades: [String], _ made: MadeScenario
  ) -> MadeScenario.Intake {
    let into = dice.oneIn(3) ? pathways + [dice.pick(grades)] : pathways
    let every = dice.oneIn(4) ? nil : dice.roll(1...9)
    // A schedule may have begun before the opening; its first starts are then not simulated.
    let first = made.start + (every == nil ? dice.roll(1...10) : dice.roll(-20...8))
    let until = every != nil && dice.oneIn(3) ? made.start + dice.roll(9...40) : nil
    let fill = dice.oneIn(3) ? 10_000 : dice.roll(6000...9900)
    var intake = MadeScenario.Intake(
      key: key, first: first, every: every, until: until, places: dice.roll(3...150), fill: fill, into: split(into),
      differing: [])
    if let every, dice.oneIn(2) {
      let month = first + every * ((max(0, made.start - first)) / every + 1)
      guard month <= intake.until ?? .max else { return intake }
      intake.differing = [
        .init(
          month: month, places: dice.roll(3...300), fill: dice.oneIn(2) ? dice.roll(5000...9000) : nil,
          into: dice.oneIn(2) ? split(into) : nil)
      ]
    }
    return intake
  }

  private mutating func recruitment(
    _ key: String, _ grades: [String], _ made: MadeScenario
  ) -> MadeScenario.Recruitment {
    let (isPoisson, isYearly) = (dice.oneIn(2), dice.oneIn(2))
    let range = isYearly ? 500...20_000 : 40...1_500
    let service = dice.oneIn(2) ? nil : dice.roll(0...130)
    return .init(
      key: key, into: dice.pick(grades), isReturners: dice.oneIn(3), atService: service, isPoisson: isPoisson,
      isYearly: isYearly, number: level(range, made, lines: isPoisson))
  }
}
