import ScenarioFiles
public import WorkforceModel

/// A change as somebody typed it.
public struct TypedChange: Sendable {
  /// Shown among the changes of a result.
  let text: String
  let assignment: Assignment
  /// Whether what it came to is told: not of an option of its own, which says it already.
  let isTold: Bool
  /// Whether it stands among the changes of a result: not what the program chose.
  var isListed = true

  /// `PATH=CHANGE`, as `--set` takes it.
  /// - Parameter source: the name by which faults in it are located
  public init(_ text: String, option source: String = "--set") throws(Faults) {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      throw Faults(
        "expected PATH=VALUE, not '\(text)'", at: SourceRange(source: source, line: 1, column: 1),
        help: ["for example --set 'grades.PO.leaving=7.8%/yr'"])
    }
    let path = text[..<equals].trimmingPrefix { $0 == " " }
    let column = text[...equals].unicodeScalars.count + 1
    let change = try ScenarioText.change(String(text[text.index(after: equals)...]), source: source, column: column)
    let range = SourceRange(source: source, line: 1, column: 1, length: path.unicodeScalars.count)
    self.text = text
    assignment = Assignment(String(path), change, pathRange: range)
    isTold = true
  }

  /// A path and a change as words of a statement.
  /// - Parameters:
  ///   - text: the change as it was typed, line breaks inside brackets included
  ///   - range: where its first word stands
  init(_ path: Word, value text: String, at range: SourceRange) throws(Faults) {
    self.text = "\(path.text)=\(text)"
    let change = try ScenarioText.change(text, source: range.source, line: range.line, column: range.column)
    assignment = Assignment(path.text, change, pathRange: path.range)
    isTold = true
  }

  /// A value set by an option of its own, such as `--seed`.
  public init(_ path: String, to text: String, option: String) {
    let range = SourceRange(source: option, line: 1, column: 1, length: text.unicodeScalars.count)
    self.text = "\(path)=\(text)"
    assignment = Assignment(
      // As in quotes: an option takes a value, never a change of one.
      path, Change(replacing: SourceNode(.scalar(text), range: range, isQuoted: true), from: nil), pathRange: range)
    isTold = false
  }

  /// A value that the program chose for what an option asked of it.
  public static func chosen(_ path: String, _ text: String, option: String) -> TypedChange {
    var change = TypedChange(path, to: text, option: option)
    change.isListed = false
    return change
  }
}
