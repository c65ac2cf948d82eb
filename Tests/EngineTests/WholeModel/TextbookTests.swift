import Oracle
import Testing
import WorkforceModel
import WorkforceSimulation

/// The textbook chains that ship: expectation and multinomial standard deviation after each yearly step.
@Suite struct TextbookTests {
  struct Book: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var scenario: String
    var states: [String]
    /// Probability of going from a grade (row) to another (column) in a year.
    var transitions: [[Double]]
    var opening: [Int]
    /// Whether what comes from outside is left out.
    var isClosed = false
  }

  static let books = [
    Book(
      testDescription: "law firm", scenario: "textbook-law-firm", states: ["junior", "senior", "partner"],
      transitions: [[0.80, 0.15, 0], [0, 0.70, 0.20], [0, 0, 0.95]], opening: [1000, 0, 0]),
    Book(
      testDescription: "stores", scenario: "textbook-stores",
      states: ["associate", "leader", "department", "assistant", "store"],
      transitions: [
        [0.43, 0.06, 0, 0, 0], [0, 0.54, 0.16, 0, 0], [0, 0, 0.64, 0.06, 0], [0, 0, 0.06, 0.52, 0.08],
        [0, 0, 0, 0, 0.66],
      ], opening: [8500, 1200, 850, 150, 50], isClosed: true),
  ]

  private func scenario(_ book: Book) throws -> Scenario {
    let read = try Running.shipped(book.scenario)
    guard book.isClosed else { return read.scenario }
    return try Running.setting(read, [("recruitment.*.number", "0/yr")]).scenario
  }

  @Test(arguments: books)
  func meanAndSpread(_ book: Book) throws {
    let scenario = try scenario(book)
    let keys = scenario.gradeKeys(like: book.states)
    let replicates = 20_000
    let years = Array(1...min(5, scenario.months.value.months / 12))
    let run = try Recorded(scenario, replicates: replicates, steps: years.map { $0 * 12 }, seed: 4)
    let chain = MarkovChain(book.transitions)
    for (state, key) in keys.enumerated() {
      for year in years {
        let exact = chain.moments(in: state, opening: book.opening, steps: year)
        let values = run.values(run.heads([key]), step: year * 12)
        let mean = values.reduce(0, +) / Double(replicates)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(replicates - 1)
        // 5.5 standard errors: a false alarm in 2·10⁻⁶ of all runs for the forty comparisons of means and of variances.
        let error = (exact.variance / Double(replicates)).squareRoot()
        #expect(abs(mean - exact.mean) <= 5.5 * error + 1e-9, "\(key), year \(year): \(mean), not \(exact.mean)")
        // Var(s²) ≈ 2 σ⁴ ÷ R for what is nearly normal; a sum of binomials of few people is wider by 1 ÷ σ².
        let spread = exact.variance * ((2 + 1 / max(exact.variance, 1e-9)) / Double(replicates)).squareRoot()
        #expect(
          abs(variance - exact.variance) <= 5.5 * spread + 1e-9,
          "\(key), year \(year): variance \(variance), not \(exact.variance)")
      }
    }
  }
}

extension Scenario {
  /// The keys of the grades in the order of the file, where they are as many as the states.
  fileprivate func gradeKeys(like states: [String]) -> [String] {
    let keys = Set(values.map(\.path).filter { $0.hasPrefix("grades.") }.map { $0.split(separator: ".")[1] })
    return states.compactMap { state in keys.first { $0.hasPrefix(state) }.map(String.init) }
  }
}
