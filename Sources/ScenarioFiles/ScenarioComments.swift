public import WorkforceModel

/// The comments of a file, by the path of the key that they stand at, so that they can be put back.
public struct ScenarioComments: Equatable, Sendable {
  struct Note: Equatable, Sendable {
    /// The lines above the key, without indentation; an empty one is a blank line.
    var above: [String] = []
    /// What stands behind the key or its value, from the `#` on.
    var behind: String?
  }

  var notes: [[String]: Note] = [:]
  /// The lines after everything else.
  var foot: [String] = []
  /// The paths that have a comment somewhere below them.
  private var around: Set<[String]> = []

  public static let none = ScenarioComments()

  /// One spelling for one key: `<60mo` is `<5y`.
  static func spelt(_ key: String) -> String {
    Band(key)?.description ?? MonthSpan(key)?.description ?? key
  }

  func isWithin(_ path: [String]) -> Bool { around.contains(path) }

  /// The comments of a file.
  public init(of file: ScenarioFile) {
    let scan = CommentScan(file)
    notes = scan.notes
    foot = scan.foot
  }

  private init() {}

  /// The comments of files that a text does not hold, as warnings at their places.
  public static func lost(from files: [ScenarioFile], in text: String) throws(Faults) -> [Diagnostic] {
    let written = CommentScan(try ScenarioFile(text, source: "")).comments.values.map(\.text)
    var kept = written.reduce(into: [:]) { count, text in count[text, default: 0] += 1 }
    return files.flatMap { file in
      CommentScan(file).comments.sorted { $0.key < $1.key }.compactMap { line, comment in
        if let count = kept[comment.text], count > 0 {
          kept[comment.text] = count - 1
          return nil
        }
        let range = SourceRange(
          source: file.source, line: line, column: comment.column, length: comment.text.unicodeScalars.count)
        return Diagnostic("this comment is not in the file that was written", at: range, severity: .warning)
      }
    }
  }

  /// These comments, and over them those of a file that changes the scenario.
  func overlaid(by other: ScenarioComments) -> ScenarioComments {
    var result = self
    result.notes.merge(other.notes) { own, over in
      // A blank line is no comment that could take the place of one.
      let isComment = over.above.contains { !$0.isEmpty }
      return Note(above: isComment ? over.above : own.above, behind: over.behind ?? own.behind)
    }
    result.foot += other.foot
    return result
  }

  /// The comments at keys that the tree has. Where a level of keys is not written, such as that of a group's only row,
  /// what stood at it goes to the key around it, and what stood below it to the same keys a level further out.
  func placed(in node: SourceNode) -> ScenarioComments {
    guard !notes.isEmpty || !foot.isEmpty else { return self }
    var below: [ArraySlice<String>: Set<String>] = [:]
    for path in notes.keys {
      for (count, key) in path.enumerated() { below[path[..<count], default: []].insert(key) }
    }
    var result = ScenarioComments()
    result.foot = foot
    result.place(node, path: [], from: [[]], of: self, below: below)
    for path in result.notes.keys {
      for count in 0..<path.count { result.around.insert(Array(path.prefix(count))) }
    }
    return result
  }

  /// The values of a mapping by their keys, those of a list by their places.
  private static func parts(of node: SourceNode) -> [(key: String, value: SourceNode)] {
    switch node.content {
    case .scalar: []
    case .mapping(let members): members.map { (spelt($0.key), $0.value) }
    case .sequence(let items): items.enumerated().map { ("\($0)", $1) }
    }
  }

  /// - Parameter sources: the paths whose comments belong at `path`
  private mutating func place(
    _ node: SourceNode, path: [String], from sources: [[String]], of given: ScenarioComments,
    below: [ArraySlice<String>: Set<String>]
  ) {
    for (key, value) in Self.parts(of: node) {
      var inner = sources.map { $0 + [key] }
      let parts = Self.parts(of: value)
      let written = parts.isEmpty ? nil : Set(parts.map(\.key))
      // Keys that are not written, but stood around what is.
      for source in inner {
        let left = (below[source[...]] ?? []).subtracting(written ?? [])
        inner += left.sorted().map { source + [$0] }
          .filter { path in written.map { below[path[...]]?.isDisjoint(with: $0) == false } ?? true }
      }
      let found = inner.compactMap { given.notes[$0] }
      if let first = found.first {
        let above = first.above + found.dropFirst().flatMap { $0.above.filter { !$0.isEmpty } }
        notes[path + [key]] = Note(above: above, behind: found.lazy.compactMap(\.behind).first)
      }
      place(value, path: path + [key], from: inner, of: given, below: below)
    }
  }
}
