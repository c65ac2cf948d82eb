public import WorkforceAnalysis
public import WorkforceModel
public import WorkforceSimulation

/// Every value of every future as CSV, one a row: `replicate,place,metric,month,value`, by replicate, then metric as
/// asked for, then month. A number that does not exist has no row. Made replicate by replicate, never whole.
public struct RawRenderer: Sendable {
  public static let header = "replicate,place,metric,month,value\n"

  /// Bytes that a file may have unless its metrics were named.
  public static let limit = 2_000_000_000

  private let selection: Selection
  /// A metric and a month, with what stands before their value.
  private let cells: [(metric: Metric, step: Int, front: String)]

  /// - Parameters:
  ///   - isLimited: whether the file must stay below ``limit``
  ///   - hasChance: whether people are whole
  /// - Throws: ``Faults`` for a file that would be too large
  public init(
    _ selection: Selection, replicates: Int, isLimited: Bool, hasChance: Bool
  ) throws(Faults) {
    self.selection = selection
    let start = selection.legend.start
    cells = selection.metrics.flatMap { metric in
      selection.steps.filter { metric.exists(in: $0, start: start) }.map { step in
        // The place is left out until there are regions.
        (metric, step, ",,\(metric.name),\(start + step),")
      }
    }
    let number = String(replicates).utf8.count
    let each = cells.reduce(0) { sum, cell in
      sum + number + cell.front.utf8.count + RawRenderer.width(cell.metric.unit, hasChance: hasChance) + 1
    }
    guard isLimited, each * replicates > RawRenderer.limit else { return }
    let gigabytes = Shown.fixed(Double(each * replicates) / 1e9, decimals: 1)
    let (metrics, futures) = (selection.metrics.count, RawRenderer.limit / each)
    let fitting = metrics * futures / replicates
    throw Faults(
      "--raw would write about \(gigabytes) GB: \(Shown.count(metrics, "metric")) in "
        + "\(Shown.count(selection.steps.count, "month")) of \(Shown.count(replicates, "future"))",
      help: [
        "name the metrics (--metric); about \(fitting) of them, or \(Shown.whole(Double(futures))) futures, make 2 GB"
      ])
  }

  /// Bytes in memory while the file is made: the values of the futures that are kept together.
  public var bytes: Int { cells.count * Ensemble.blockSize * MemoryLayout<Double?>.stride }

  /// Characters that a value takes, about.
  private static func width(_ unit: Metric.Unit, hasChance: Bool) -> Int {
    guard hasChance else { return 17 }
    return switch unit {
    case .heads: 4
    case .fte: 7
    default: 8
    }
  }

  /// Gives the file in parts, in order: the header, then each replicate.
  public func render(_ ensemble: Ensemble, _ take: (String) throws -> Void) throws {
    try take(RawRenderer.header)
    for (position, block) in ensemble.blocks.enumerated() {
      let evaluation = MetricEvaluation(selection.catalog, ensemble.alone(position))
      let columns = cells.map { evaluation.numbers($0.metric, step: $0.step) }
      for offset in 0..<block.count {
        let number = String(block.first + offset)
        var text = ""
        text.reserveCapacity(cells.count * 40)
        for (cell, column) in zip(cells, columns) {
          guard let value = column[offset] else { continue }
          text += number
          text += cell.front
          text += NumberText.shortest(value)
          text += "\n"
        }
        try take(text)
      }
    }
  }
}
