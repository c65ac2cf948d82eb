/// A workforce model as plain numbers, written by hand by a test.
///
/// It covers what has a closed form (model, section 8): no filling of vacancies, cap, move by number or starter taken
/// from a grade. Each group's people are independent of one another and of every other group.
public struct OracleModel: Sendable {
  /// Number of months simulated; month indices run from 1 to this.
  public var months: Int
  /// Grades, in any order.
  public var grades: [OracleGrade]
  /// Pathways, in any order.
  public var pathways: [OraclePathway]
  /// Everyone who is ever in the model, by group.
  public var groups: [OracleGroup]

  /// A model from its parts. What makes no sense is a failed precondition: a test is wrong then.
  public init(months: Int, grades: [OracleGrade], pathways: [OraclePathway] = [], groups: [OracleGroup]) {
    self.months = months
    self.grades = grades
    self.pathways = pathways
    self.groups = groups
    check()
  }

  /// Keys of grades, then of pathways.
  public var stockKeys: [String] { grades.map(\.key) + pathways.map(\.key) }

  private func check() {
    let gradeKeys = Set(grades.map(\.key))
    precondition(Set(stockKeys).count == stockKeys.count, "two stocks have the same key")
    for grade in grades {
      precondition(Set(grade.moves.map(\.to)).count == grade.moves.count, "two moves to one grade: add the hazards")
      for move in grade.moves {
        precondition(gradeKeys.contains(move.to) && move.to != grade.key, "move to an unknown grade \(move.to)")
        precondition(move.atService >= 0, "service must not be negative")
      }
    }
    for pathway in pathways {
      precondition(pathway.length > 0, "a pathway takes at least a month")
      precondition(gradeKeys.contains(pathway.qualifiesAs), "unknown grade \(pathway.qualifiesAs)")
      precondition(gradeKeys.contains(pathway.employedAs), "unknown grade \(pathway.employedAs)")
      precondition(pathway.withdrawnTo.keys.allSatisfy(gradeKeys.contains), "the withdrawn go to an unknown grade")
      precondition(pathway.withdrawnTo.values.allSatisfy { $0 >= 0 }, "a share must not be negative")
      precondition(pathway.withdrawnTo.values.reduce(0, +) < 1 + 1e-12, "shares of the withdrawn exceed 1")
    }
    let lengths = Dictionary(uniqueKeysWithValues: pathways.map { ($0.key, $0.length) })
    for group in groups {
      precondition(group.size.isValid, "a group has an impossible size")
      precondition(lengths[group.stock] != nil || gradeKeys.contains(group.stock), "unknown stock \(group.stock)")
      precondition(group.age >= 0 && group.age < lengths[group.stock] ?? .max, "age outside the stock")
    }
  }
}
