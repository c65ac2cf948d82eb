import Foundation
import Oracle
import Testing

/// The simulator of individuals against what is known in closed form. Each test may alarm falsely once in 10⁶.
@Suite struct PeopleClosedFormTests {
  static let start = PeopleMonth.of(2024, 9)

  /// Three states, monthly probabilities that compete: the textbook chain.
  @Test func theTextbookChain() {
    func hazard(_ value: Double) -> PeopleRate { .constant(.central, 12 * value) }
    let model = PeopleModel(
      start: Self.start, months: 12,
      grades: [
        PeopleGrade("A", opening: .heads(120), leaving: hazard(0.03)),
        PeopleGrade("B", opening: .heads(40), leaving: hazard(0.01)),
        PeopleGrade("C", opening: .heads(0), leaving: hazard(0.02)),
      ],
      moves: [
        PeopleMove("ab", from: "A", to: "B", .rate(hazard(0.08))),
        PeopleMove("ac", from: "A", to: "C", .rate(hazard(0.02))),
        PeopleMove("bc", from: "B", to: "C", .rate(hazard(0.05))),
        PeopleMove("ca", from: "C", to: "A", .rate(hazard(0.03))),
      ])
    let hazards = [[0, 0.08, 0.02], [0, 0, 0.05], [0.03, 0, 0]]
    let leaving = [0.03, 0.01, 0.02]
    let chain = MarkovChain(
      (0..<3).map { row in
        let total = leaving[row] + hazards[row].reduce(0, +)
        let exit = 1 - exp(-total)
        return (0..<3).map { $0 == row ? 1 - exit : exit * hazards[row][$0] / total }
      })
    let opening = [120, 40, 0]
    let sample = PeopleSample(model, replicates: 10_000, seed: 1, months: [1, 6, 12])
    var held = AgainstExact(comparisons: 27, falseAlarm: 1e-6)
    for month in [1, 6, 12] {
      let heads = ["A", "B", "C"].map { sample.values("\($0).heads", month: month) ?? [] }
      let exact = (0..<3).map { chain.moments(in: $0, opening: opening, steps: month) }
      for state in 0..<3 {
        held.moments("\(state), month \(month)", heads[state], exact[state])
        let other = (state + 1) % 3
        held.covariance(
          "\(state) and \(other), month \(month)", heads[state], heads[other],
          means: (exact[state].mean, exact[other].mean),
          chain.covariance(state, other, opening: opening, steps: month))
      }
    }
    #expect(held.violations.isEmpty, "\(held.violations)")
    #expect(held.comparisons == 27)
  }

  /// Var = E[n p (1 − p)] + n² Var(p), and the recurrence of a stock by year does not know of months.
  @Test func theTwoPartsOfAVariance() {
    let exact = BetaBinomial(80, alpha: 4, beta: 16).moments
    let size = 80.0
    let whole = size * 4 * 16 * (20 + size) / (400 * 21)
    #expect(abs(exact.variance - whole) < 1e-9 * whole)
    let model = PeopleModel(
      start: Self.start, months: 1,
      grades: [
        PeopleGrade(
          "A", opening: .heads(80), leaving: .constant(.monthly, 1, multiplier: PeopleDraw(.beta(4, 16))))
      ])
    let sample = PeopleSample(model, replicates: 40_000, seed: 2, months: [1])
    var held = AgainstExact(comparisons: 2, falseAlarm: 1e-6)
    held.moments(
      "leavers", sample.values("A.leavers", month: 1) ?? [], Moments(mean: exact.mean, variance: exact.variance))
    #expect(held.violations.isEmpty, "\(held.violations)")
  }

  /// A rate that varies from year to year: seven months of the first year, twelve of the second.
  @Test func yearlyVariation() {
    let rate = 0.3
    let factor = YearlyFactor(variation: 0.4, persistence: 0.8)
    let model = PeopleModel(
      start: PeopleMonth.of(2024, 8), months: 19,
      grades: [
        PeopleGrade(
          "A", opening: .heads(200),
          leaving: .constant(.central, rate, yearlyVariation: 0.4, persistence: 0.8))
      ])
    let sample = PeopleSample(model, replicates: 10_000, seed: 3, months: [7, 19])
    var held = AgainstExact(comparisons: 4, falseAlarm: 1e-6)
    for (month, years) in [(7, [7]), (19, [7, 12])] {
      let exact = factor.staying(200, rate: rate, yearsOfMonths: years)
      held.moments(
        "month \(month)", sample.values("A.heads", month: month) ?? [],
        Moments(mean: exact.mean, variance: exact.variance))
    }
    #expect(held.violations.isEmpty, "\(held.violations)")
  }

  /// An extension, waiting and leaving by service while waiting: one intake, each count Binomial.
  @Test func extensionAndWaiting() {
    let leaving: @Sendable (Int) -> Double = { $0 < 7 ? 0.05 : 0.2 }
    let exact = WaitingMoments(
      people: 90, withdrawal: [0.02, 0.02, 0.02, 0.1, 0.1], extensionShare: 0.4, extensionMonths: 2,
      waiting: [0.2, 0.5, 0, 0.3], leaving: leaving)
    let model = PeopleModel(
      start: Self.start, months: 12,
      grades: [
        PeopleGrade("A", opening: .heads(0), leaving: PeopleRate(.monthly) { service, _ in leaving(service) }),
        PeopleGrade("B", opening: .heads(0), leaving: .none),
      ],
      pathways: [
        PeoplePathway(
          "P", months: 5, employedAs: "A", qualifiesAs: "B",
          attrition: PeopleRate(.monthly) { done, _ in done < 3 ? 0.02 : 0.1 }, extended: .init(share: 0.4, months: 2),
          waiting: [0.2, 0.5, 0, 0.3])
      ],
      intakes: [PeopleIntake("i", starts: [Self.start + 1], places: .fixed(90), into: .all("P"))])
    let sample = PeopleSample(model, replicates: 10_000, seed: 4, months: Array(1...12))
    var held = AgainstExact(comparisons: 44, falseAlarm: 1e-6)
    for month in 2...12 {
      held.moments(
        "finished \(month)", sample.values("P.finished", month: month) ?? [], exact.finished(month - 1))
      held.moments(
        "appointed \(month)", sample.values("P.qualifiers", month: month) ?? [], exact.appointed(month - 1))
    }
    #expect(held.violations.isEmpty, "\(held.violations)")
    #expect(exact.appointed(7).mean > 4)
  }

  /// Those taken from a grade are as many as there are: starters wanted are Binomial, and what is missing is counted.
  @Test func startersFromAGrade() {
    let model = PeopleModel(
      start: Self.start, months: 1,
      grades: [PeopleGrade("A", opening: .heads(8), leaving: .none)],
      pathways: [PeoplePathway("P", months: 3, employedAs: "A", qualifiesAs: "A", attrition: .none)],
      intakes: [
        PeopleIntake("i", starts: [Self.start + 1], places: .fixed(20), into: .all("P"), from: ["A": 0.4])
      ])
    let sample = PeopleSample(model, replicates: 20_000, seed: 5, months: [1])
    var weights = [Double](repeating: 0, count: 21)
    for wanted in 0...20 {
      weights[wanted] =
        exp(lgamma(21) - lgamma(Double(wanted) + 1) - lgamma(21 - Double(wanted)))
        * pow(0.4, Double(wanted)) * pow(0.6, Double(20 - wanted))
    }
    func moments(_ value: (Int) -> Int) -> Moments {
      let mean = (0...20).reduce(0) { $0 + weights[$1] * Double(value($1)) }
      return Moments(
        mean: mean, variance: (0...20).reduce(0) { $0 + weights[$1] * pow(Double(value($1)) - mean, 2) })
    }
    var held = AgainstExact(comparisons: 8, falseAlarm: 1e-6)
    held.moments("taken", sample.values("A.to-training", month: 1) ?? [], moments { min(8, $0) })
    held.moments("not met", sample.values("A.to-training-not-met", month: 1) ?? [], moments { max(0, $0 - 8) })
    held.moments("starts", sample.values("P.starts", month: 1) ?? [], moments { 20 - max(0, $0 - 8) })
    held.moments("heads", sample.values("A.heads", month: 1) ?? [], moments { max(0, 8 - $0) })
    #expect(held.violations.isEmpty, "\(held.violations)")
  }
}
