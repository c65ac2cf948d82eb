/// Many replicates of a model, person by person: every series in some months.
public struct PeopleSample: Sendable {
  /// Names of the series, as the metrics of the model are called; cohorts as `P@2025-03.learning`.
  public let names: [String]
  /// Month indices kept: 0 is the opening.
  public let months: [Int]
  /// Number of replicates.
  public let replicates: Int
  private let columns: [[Double]]
  private let position: [String: Int]

  /// Simulates; the same seed gives the same sample.
  public init(_ model: PeopleModel, replicates: Int, seed: UInt64, months: [Int]) {
    let kept = Set(months).sorted()
    let names = PeopleSeries(model).names
    precondition(kept.allSatisfy { (0...model.months).contains($0) }, "a month outside the run")
    var columns = Array(
      repeating: [Double](repeating: 0, count: replicates), count: names.count * kept.count)
    for replicate in 0..<replicates {
      var run = PeopleReplicate(model, seed: seed, replicate: replicate)
      for month in 0...(kept.last ?? 0) {
        if month > 0 { run.step() }
        guard let slot = kept.firstIndex(of: month) else { continue }
        for (index, count) in run.counts.enumerated() { columns[slot * names.count + index][replicate] = count }
      }
    }
    self.names = names
    self.months = kept
    self.replicates = replicates
    self.columns = columns
    position = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
  }

  /// A series in one month by replicate; NaN where it is absent. Nil for what was not kept.
  public func values(_ name: String, month: Int) -> [Double]? {
    guard let index = position[name], let slot = months.firstIndex(of: month) else { return nil }
    return columns[slot * names.count + index]
  }
}
