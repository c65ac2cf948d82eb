public import WorkforceAnalysis
public import WorkforceModel
import WorkforceSimulation

/// How far a change moves the expected path, in one line: the FTE of each grade with a target, or of every grade where
/// none has one, at the last month and at the first at which a target changes.
public struct ExpectedMove: Sendable {
  /// The expected path of a scenario, at every month.
  public struct Path: Sendable {
    let start: Month
    /// FTE by grade, and within a grade by month of the run.
    let fte: [(grade: String, values: [Double?])]
    /// The first month of the run in which a target is not what it was at the opening.
    let targetChange: Month?

    /// - Parameter evaluation: of one expected path that recorded ``ExpectedMove/columns(_:)``
    public init(_ scenario: Scenario, _ evaluation: MetricEvaluation) {
      start = scenario.start.value
      let months = scenario.months.value.months
      func series(_ name: String) -> [Double?] {
        guard let metric = evaluation.catalog[name] else { return [] }
        return (0...months).map { evaluation.numbers(metric, step: $0).first ?? nil }
      }
      let grades = ExpectedMove.grades(evaluation.catalog)
      fte = grades.map { ($0, series("\($0).fte")) }
      let changes = grades.compactMap { grade in
        let targets = series("\(grade).target")
        return targets.firstIndex { $0 != targets.first }
      }
      targetChange = changes.min().map { scenario.start.value + $0 }
    }

    func value(_ grade: String, at month: Month) -> Double? {
      guard let values = fte.first(where: { $0.grade == grade })?.values, month >= start,
        values.indices.contains(month - start)
      else { return nil }
      return values[month - start]
    }

    var last: Month { start + max(0, (fte.first?.values.count ?? 1) - 1) }
  }

  private let before: Path
  private let after: Path

  public init(from before: Path, to after: Path) {
    self.before = before
    self.after = after
  }

  static func grades(_ catalog: MetricCatalog) -> [String] {
    let targeted = catalog.legend.grades.filter(\.hasTarget)
    return (targeted.isEmpty ? catalog.legend.grades : targeted).map(\.key)
  }

  /// The columns that a run must record.
  public static func columns(_ selection: Selection) -> [Int] {
    let names = grades(selection.catalog).flatMap { ["\($0).fte", "\($0).target"] }
    return MetricEvaluation.columns(
      names.compactMap { selection.catalog[$0] }, steps: Array(0...selection.legend.months), selection.legend)
  }

  /// "≈ −38 PO.fte at Sep 2029, −12 at Mar 2027"; nil where the two have no grade or month in common.
  public var words: String? {
    let last = min(before.last, after.last)
    let next = after.targetChange.flatMap { $0 < last && $0 > after.start ? $0 : nil }
    let known = after.fte.map(\.grade).filter { move($0, at: last) != nil }
    guard !known.isEmpty else { return nil }
    let moved = known.filter { grade in [last, next].contains { $0.flatMap { move(grade, at: $0) } ?? 0 != 0 } }
    guard !moved.isEmpty else {
      return "on the expected path the FTE of \(Suggestion.list(known)) at \(last.shown) does not move"
    }
    let parts = moved.map { grade in
      let words = "\(ExpectedMove.shown(move(grade, at: last) ?? 0)) \(grade).fte at \(last.shown)"
      guard let next, let earlier = move(grade, at: next) else { return words }
      return words + ", \(ExpectedMove.shown(earlier)) at \(next.shown)"
    }
    return "on the expected path ≈ " + parts.joined(separator: "; ")
  }

  private func move(_ grade: String, at month: Month) -> Double? {
    guard let one = before.value(grade, at: month), let two = after.value(grade, at: month) else { return nil }
    return two - one
  }

  /// With its sign; what rounds to nothing is told apart from nothing.
  private static func shown(_ move: Double) -> String {
    if move == 0 { return "0" }
    guard move.magnitude >= 0.5 else { return move > 0 ? "+<1" : "−<1" }
    return (move > 0 ? "+" : "") + Shown.whole(move)
  }
}
