import Testing
import WorkforceAnalysis
import WorkforceSimulation

/// Where variance comes from, against scenarios whose division is known in closed form.
@Suite struct VarianceTests {
  static let replicates = 20_000

  /// A scenario of grades, `month` long, with whatever is laid below.
  static func scenario(start: String = "2024-09", months: Int = 1, grades: String, more: String = "") -> String {
    """
    cadre: 1
    name: variance
    start: \(start)
    months: \(months)mo
    grades:
    \(grades)
    \(more)
    """
  }

  /// n people leave with probability p ~ Beta(a, b): Var = n E[p (1 − p)] + n² Var(p), and with E[p (1 − p)] =
  /// a b ÷ ((a + b)(a + b + 1)) and Var(p) = a b ÷ ((a + b)² (a + b + 1)) chance has the share (a + b) ÷ (a + b + n).
  @Test(arguments: [(10, 0.8), (40, 0.5), (360, 0.1)])
  func peopleWhoLeaveWithAnUncertainProbability(people: Int, chance: Double) throws {
    let text = Self.scenario(grades: "  A: {opening: \(people), leaving: beta(4 36)/mo}")
    let run = try SplitRun(text, "A.leavers", at: "2024-10", replicates: Self.replicates, seed: 11)
    let split = try run.split()
    #expect(split.chance.agrees(with: chance), "\(split.chance)")
    #expect(split.parameters.agrees(with: 1 - chance))
    // The error is one to speak of: about √2 ÷ √R of the share at most.
    #expect(split.chance.error < 1.5 / Double(Self.replicates).squareRoot())
    #expect(try run.share("grades.A.leaving.rate").agrees(with: 1 - chance), "\(split)")
    #expect(split.together.agrees(with: 0))
    let (n, total) = (Double(people), 40.0)
    let variance = n * 4 * 36 / (total * (total + 1)) * (1 + n / total)
    // A beta number's fourth moment is near the normal one's 3, so the variance has an error below 2 √(1 ÷ R).
    #expect(abs(split.total - variance) < 5 * 2 * variance / Double(Self.replicates).squareRoot())
  }

  /// Two openings that add: 30² and 40² of 50². Heads are rounded, which adds 1/12 to each variance: 0.00003 of 2,500.
  /// Limits at 5 standard deviations take off less than that.
  @Test func additiveNumbersHaveTheirOwnVariances() throws {
    let text = Self.scenario(
      grades: """
          A: {opening: normal(1000 30) within 850..1150, leaving: 5%/yr}
          B: {opening: normal(1000 40) within 800..1200, leaving: uniform(2% 9%)/yr}
        """)
    let run = try SplitRun(text, "all.heads", at: "2024-09", replicates: 4_000, seed: 12)
    #expect(try run.share("grades.A.opening").agrees(with: 0.36, slack: 1e-4))
    #expect(try run.share("grades.B.opening").agrees(with: 0.64, slack: 1e-4))
    // A rate has not acted yet at the opening; and nothing else happens by chance.
    #expect(try run.share("grades.B.leaving.rate").agrees(with: 0))
    #expect(try run.split().chance.value == 0 && run.split().chance.error == 0)
    #expect(try run.split().together.agrees(with: 0, slack: 1e-4))
  }

  /// FTE = heads × FTE per head. Of X Y with independent X and Y: E[Y]² Var(X) is X's, E[X]² Var(Y) is Y's, and
  /// Var(X) Var(Y) is theirs together (I. M. Sobol, 2001): 25, 25 and 1 of 51. Limits at 4.5 standard deviations take
  /// less than 0.0004 off a variance.
  @Test func aProductHasAnInteraction() throws {
    let text = Self.scenario(
      grades: """
          A:
            opening: normal(10000 2000) within 1000..19000
            fte-per-head: normal(0.5 0.1) within 0.05..0.95
            leaving: 5%/yr
        """)
    let run = try SplitRun(text, "A.fte", at: "2024-09", replicates: Self.replicates, seed: 13)
    let split = try run.split()
    #expect(try run.share("grades.A.opening").agrees(with: 25.0 / 51, slack: 4e-4), "\(split)")
    #expect(try run.share("grades.A.fte-per-head").agrees(with: 25.0 / 51, slack: 4e-4), "\(split)")
    #expect(split.together.agrees(with: 1.0 / 51, slack: 4e-4), "\(split)")
    #expect(split.together.value > 5 * split.together.error)
  }

  /// Six years' numbers add 6 × 30², a Poisson number 6 × 600 by chance, the opening 40²: 5,400, 3,600 and 1,600. A
  /// year's number is carried out as whole people, at most one more or fewer: 1/6 a year at most.
  @Test func aNumberDrawnAnewEachYearIsOneGroup() throws {
    let text = Self.scenario(
      start: "2024-03", months: 72,
      grades: "  A: {opening: normal(1000 40) within 800..1200, leaving: 0%/yr}",
      more: """
        recruitment:
          A: {number: normal(1200 30)/yr within 1050..1350 each year}
          more: {into: A, number: poisson(50/mo), kind: returners}
        """)
    let run = try SplitRun(text, "A.heads", at: "2030-03", replicates: 10_000, seed: 14)
    #expect(run.groups.count == 2 && run.twins.inputs.count == 7)
    #expect(try run.share("recruitment.A.number").agrees(with: 54.0 / 106, slack: 2e-4))
    #expect(try run.share("grades.A.opening").agrees(with: 16.0 / 106, slack: 2e-4))
    #expect(try run.split().chance.agrees(with: 36.0 / 106, slack: 2e-4))
  }

  /// Two openings of one spread follow a factor with weight w: 4 w² is the factor's, 1 − w² each one's own.
  @Test func aSharedFactorIsAGroupOfItsOwn() throws {
    let text = Self.scenario(
      grades: """
          A: {opening: normal(1000 40) within 800..1200, leaving: 5%/yr}
          B: {opening: normal(1000 40) within 800..1200, leaving: 5%/yr}
        """,
      more: """
        factors:
          common: {moves: [grades.A.opening, grades.B.opening], weight: 0.6}
        """)
    let run = try SplitRun(text, "all.heads", at: "2024-09", replicates: 4_000, seed: 15)
    let whole = 4 * 0.36 + 2 * 0.64
    #expect(try run.share("factors.common").agrees(with: 1.44 / whole, slack: 1e-4))
    for grade in ["A", "B"] {
      #expect(try run.share("grades.\(grade).opening").agrees(with: 0.64 / whole, slack: 1e-4))
    }
  }

  /// Φ(z) has the coefficients 1 ÷ (2√π), 0 and −1 ÷ (4√(6π)) on the first three polynomials, so that they hold
  /// 1/(4π) + 1/(96π) of its variance 1/12; the rest is told as together.
  @Test func theProjectionHoldsMostOfAUniformNumber() throws {
    let text = Self.scenario(grades: "  A: {opening: uniform(10000 20000), leaving: 5%/yr}")
    let run = try SplitRun(text, "A.heads", at: "2024-09", replicates: 10_000, seed: 16)
    let held = 12 * (1 / (4 * Double.pi) + 1 / (96 * Double.pi))
    #expect(try run.share("grades.A.opening").agrees(with: held))
    #expect(try run.split().together.agrees(with: 1 - held))
    #expect(try run.split().together.value > 0.003)
  }

  /// The parts of a split are one group. What is left for the rest varies as their sum: by (0.2² + 0.4²) ÷ 12 of 10⁸.
  @Test func aSplitIsOneGroup() throws {
    let text = Self.scenario(
      grades: """
          A: {opening: 0, leaving: 0%/yr}
          B: {opening: 0, leaving: 0%/yr}
          C: {opening: 0, leaving: 0%/yr}
        """,
      more: """
        intakes:
          autumn: {starts: 2024-10, places: 10000, fill: 100%, into: {A: uniform(20% 40%), B: uniform(10% 50%), C: rest}}
        """)
    let run = try SplitRun(text, "C.heads", at: "2024-10", replicates: 10_000, seed: 17)
    #expect(run.groups == ["intakes.autumn.into"])
    #expect(run.twins.inputs.count == 2)
    let held = 12 * (1 / (4 * Double.pi) + 1 / (96 * Double.pi))
    #expect(try run.share("intakes.autumn.into").agrees(with: held))
    #expect(abs(try run.split().total / (1e8 * 0.2 / 12) - 1) < 5 * (2.0 / 10_000).squareRoot())
  }
}
