internal import WorkforceModel

/// A text as Unicode scalars in lines, broken where libYAML breaks them: its marks count scalars within such lines.
struct SourceLines {
  let source: String
  private(set) var scalars: [Unicode.Scalar]
  /// Where each line begins, and where the last one ends.
  private var starts: [Int] = [0]

  init(_ text: String, source: String) {
    self.source = source
    scalars = Array(text.unicodeScalars)
    var position = 0
    while position < scalars.count {
      let scalar = scalars[position]
      position += 1
      guard SourceLines.isBreak(scalar) else { continue }
      if scalar == "\r", position < scalars.count, scalars[position] == "\n" { position += 1 }
      starts.append(position)
    }
  }

  static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  var count: Int { starts.count }

  /// The scalars of a line, numbered from 1, without its break.
  func line(_ number: Int) -> ArraySlice<Unicode.Scalar> {
    guard (1...starts.count).contains(number) else { return [] }
    let start = starts[number - 1]
    var end = number < starts.count ? starts[number] : scalars.count
    while end > start, SourceLines.isBreak(scalars[end - 1]) { end -= 1 }
    return scalars[start..<end]
  }

  /// The scalars of a line from a column, numbered from 1, to its end.
  func rest(_ place: Place) -> ArraySlice<Unicode.Scalar> { line(place.line).dropFirst(max(0, place.column - 1)) }

  /// The line and column of a scalar.
  func place(of offset: Int) -> Place {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return Place(line: low + 1, column: offset - starts[low] + 1)
  }

  func range(_ place: Place, length: Int = 1) -> SourceRange {
    SourceRange(source: source, line: place.line, column: place.column, length: length)
  }

  /// A line and a column, both from 1, the column in Unicode scalars.
  struct Place: Hashable {
    var line: Int
    var column: Int
  }
}
