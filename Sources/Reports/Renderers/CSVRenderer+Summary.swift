import Dispatch
import Synchronization
public import WorkforceAnalysis
import WorkforceModel
import WorkforceSimulation

/// The rows of a run: hundreds of thousands, made by as many workers as the summary was.
extension CSVRenderer {
  /// Metrics in months whose rows are given together: some tens of kilobytes.
  private static let cellsEach = 96
  /// Parts that are made for each worker before they are given.
  private static let partsEach = 8

  /// Gives the rows of a summary in parts, in order: the header, then each metric in a month; see
  /// ``ResultRow/rows(_:scenario:)``.
  /// - Parameter scenario: the stem of the scenario's file
  public func render(_ summary: RunSummary, scenario: String, _ take: (String) throws -> Void) throws {
    let start = summary.selection.legend.start
    let months = summary.selection.steps.reduce(into: [:]) { $0[$1] = "\((start + $1).description)," }
    let front = Array("\(CSVRenderer.field(scenario)),,".utf8)
    try take(CSVRenderer.header)
    let length = CSVRenderer.cellsEach * CSVRenderer.partsEach * summary.threads
    for first in stride(from: 0, to: summary.cells.count, by: length) {
      let cells = first..<min(first + length, summary.cells.count)
      for part in CSVRenderer.parts(summary, cells, front, months) { try take(part) }
    }
  }

  /// The rows of some cells in parts, in order.
  private static func parts(
    _ summary: RunSummary, _ cells: Range<Int>, _ front: [UInt8], _ months: [Int: String]
  ) -> [String] {
    let count = (cells.count + cellsEach - 1) / cellsEach
    let made = Mutex([String](repeating: "", count: count))
    let upcoming = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(summary.threads, count)) { _ in
      while true {
        let part = upcoming.wrappingAdd(1, ordering: .relaxed).oldValue
        guard part < count else { return }
        let first = cells.lowerBound + part * cellsEach
        let text = text(summary, first..<min(first + cellsEach, cells.upperBound), front, months)
        made.withLock { $0[part] = text }
      }
    }
    return made.withLock { $0 }
  }

  private static func text(
    _ summary: RunSummary, _ cells: Range<Int>, _ front: [UInt8], _ months: [Int: String]
  ) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(cells.count * 1_000)
    var own: [UInt8] = []
    for place in cells {
      own.removeAll(keepingCapacity: true)
      own += front
      own += summary.cells[place].metric.name.utf8
      own.append(0x2C)
      own += (months[summary.cells[place].step] ?? "").utf8
      for (statistic, value) in ResultRow.statistics(of: summary.cells[place]) {
        append(own, statistic, value, to: &text)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
