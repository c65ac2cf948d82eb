import Testing
import WorkforceModel
import WorkforceSimulation

/// The total of an exit cannot fall when there are more people, or when leaving is likelier, all else equal: replicate by
/// replicate, and across the borders between the ways in which a count is computed.
@Suite struct MonotoneTests {
  /// Leavers of the first month, by replicate.
  private func leavers(of people: Int, monthly percent: Double) throws -> [Int32] {
    let scenario = try Running.scenario(
      """
      cadre: 1
      name: One grade
      start: 2024-09
      months: 1mo
      grades: {A: {opening: \(people), leaving: \(percent)%/mo}}
      """)
    let run = try Futures(scenario, replicates: 200, threads: 1)
    return try #require(run.values("A.leavers", month: 1))
  }

  private func expectRising(_ runs: [[Int32]], _ what: String) {
    for (position, (lower, upper)) in zip(runs, runs.dropFirst()).enumerated() {
      let fell = zip(lower, upper).contains { $0 > $1 }
      #expect(!fell, "\(what), step \(position)")
    }
  }

  @Test(arguments: [0.65, 3, 20, 50, 80, 97])
  func inPeople(percent: Double) throws {
    // Every number up to 60, where there are few, then those about 10 and 30 expected of the rarer kind, then more.
    let rare = min(percent, 100 - percent) / 100
    let borders = [10, 30].flatMap { border in (-12...12).map { Int(border / rare) + $0 } }
    let all = Array(0...60) + borders + Array(stride(from: 100, through: 6000, by: 293))
    let people = Set(all.filter { $0 >= 0 }).sorted()
    expectRising(try people.map { try leavers(of: $0, monthly: percent) }, "\(percent) %")
  }

  @Test(arguments: [1, 7, 60, 400, 5436])
  func inProbability(people: Int) throws {
    let borders = [10.0, 30].flatMap { border -> [Double] in
      let share = border / Double(people) * 100
      guard share < 50 else { return [] }
      return (-10...10).flatMap { step in
        let nudged = share * (1 + Double(step) * 1e-5)
        return [nudged, 100 - nudged]
      }
    }
    let even = stride(from: 0.0, through: 100, by: 0.5)
    let percents = Set(borders + even).sorted()
    expectRising(try percents.map { try leavers(of: people, monthly: $0) }, "\(people) people")
  }
}
