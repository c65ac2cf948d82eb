import WorkforceSimulation

/// Base series summed over series and months, by replicate. A sum over the months up to the next is made of the one
/// before, of which a month goes and another comes: what is asked for of one metric in ascending months.
final class PeopleSums {
  private struct Key: Hashable {
    var series: [Int]
    var months: Int
  }

  private struct Known {
    var steps: ClosedRange<Int>
    let column: ReplicateColumn<Int32>
  }

  private let ensemble: Ensemble
  private let legend: Legend
  private var known: [Key: Known] = [:]

  init(_ ensemble: Ensemble, _ legend: Legend) {
    self.ensemble = ensemble
    self.legend = legend
  }

  /// Of whole people; nil where they are real numbers, or too many for 32 bits. It holds until the next call for the
  /// same series.
  func whole(_ series: [Int], _ steps: ClosedRange<Int>) -> ReplicateColumn<Int32>? {
    guard fits(series, steps) else { return nil }
    let key = Key(series: series, months: steps.count)
    guard var sum = known[key] else {
      let made = Known(steps: steps, column: ReplicateColumn(ensemble.replicates, 0))
      for step in steps { add(series, step, taking: false, to: made.column) }
      known[key] = made
      return made.column
    }
    guard sum.steps != steps else { return sum.column }
    if steps.count > 1, sum.steps.lowerBound + 1 == steps.lowerBound {
      add(series, sum.steps.lowerBound, taking: true, to: sum.column)
      add(series, steps.upperBound, taking: false, to: sum.column)
    } else {
      sum.column.fill(0)
      for step in steps { add(series, step, taking: false, to: sum.column) }
    }
    sum.steps = steps
    known[key] = sum
    return sum.column
  }

  private func add(_ series: [Int], _ step: Int, taking isTaken: Bool, to column: ReplicateColumn<Int32>) {
    for one in series {
      guard let slot = ensemble.slot(of: legend.column(series: one, month: step)) else { continue }
      ensemble.add(slot, taking: isTaken, to: column.numbers)
    }
  }

  /// Whether 32 bits hold the sum.
  private func fits(_ series: [Int], _ steps: ClosedRange<Int>) -> Bool {
    guard !ensemble.isExpected else { return false }
    var bound = 0
    for step in steps {
      for one in series {
        guard let slot = ensemble.slot(of: legend.column(series: one, month: step)) else { continue }
        bound += ensemble.bound(of: slot) ?? 0
      }
    }
    return bound < 1 << 31
  }

  /// Of any people, whole sums exact.
  func add(_ series: [Int], _ steps: ClosedRange<Int>, to total: ReplicateColumn<Double>) {
    total.fill(0)
    if let whole = whole(series, steps) {
      for place in 0..<total.count { total.start[place] = Double(whole.start[place]) }
      return
    }
    for step in steps {
      for one in series {
        guard let slot = ensemble.slot(of: legend.column(series: one, month: step)) else { continue }
        ensemble.add(slot, to: total.numbers)
      }
    }
  }
}
