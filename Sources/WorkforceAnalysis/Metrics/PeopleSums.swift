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
      fill(made.column, series, steps)
      known[key] = made
      return made.column
    }
    guard sum.steps != steps else { return sum.column }
    if steps.count > 1, sum.steps.lowerBound + 1 == steps.lowerBound {
      let (gone, come) = (sum.steps.lowerBound, steps.upperBound)
      ensemble.add(slots(series, gone...gone), taking: true, isFirst: false, to: sum.column.numbers)
      ensemble.add(slots(series, come...come), isFirst: false, to: sum.column.numbers)
    } else {
      fill(sum.column, series, steps)
    }
    sum.steps = steps
    known[key] = sum
    return sum.column
  }

  private func fill(_ column: ReplicateColumn<Int32>, _ series: [Int], _ steps: ClosedRange<Int>) {
    ensemble.add(slots(series, steps), isFirst: true, to: column.numbers)
  }

  /// The columns recorded of series in months.
  private func slots(_ series: [Int], _ steps: ClosedRange<Int>) -> [Int] {
    var slots: [Int] = []
    for step in steps {
      for one in series {
        if let slot = ensemble.slot(of: legend.column(series: one, month: step)) { slots.append(slot) }
      }
    }
    return slots
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
    if let whole = whole(series, steps) {
      for place in 0..<total.count { total.start[place] = Double(whole.start[place]) }
      return
    }
    total.fill(0)
    for step in steps {
      for one in series {
        guard let slot = ensemble.slot(of: legend.column(series: one, month: step)) else { continue }
        ensemble.add(slot, to: total.numbers)
      }
    }
  }
}
