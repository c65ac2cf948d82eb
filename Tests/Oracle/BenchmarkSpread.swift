/// How the benchmark's opening people of one band, or of one pathway, are spread over its months. Heads go to bands and
/// learners to pathways by largest remainder in both.
public enum BenchmarkSpread: Sendable, CaseIterable {
  /// ⌊(i + 1) n / k⌋ − ⌊i n / k⌋ in month i of k: the odd people are spread out.
  case runningFloors
  /// Largest remainder with ties to the lower month, as the model says: the odd people are in the first months.
  case largestRemainder

  /// People in each of `count` months.
  func months(_ people: Int, over count: Int) -> [Int] {
    switch self {
    case .runningFloors: Apportionment.runningFloors(people, over: count)
    case .largestRemainder: Apportionment.evenly(people, over: count)
    }
  }
}
