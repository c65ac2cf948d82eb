internal import WorkforceModel
internal import Yams

/// How far the pieces of a text reach on their line: Yams tells only where they begin.
enum ScalarPlaces {
  /// The scalars that a scalar covers on the line where it begins.
  static func length(of scalar: Node.Scalar, _ lines: SourceLines, at place: SourceLines.Place) -> Int {
    let rest = lines.rest(place)
    switch scalar.style {
    case .singleQuoted, .doubleQuoted:
      return quotedLength(rest) ?? trimmed(rest)
    case .literal, .folded:
      return trimmed(rest)
    default:
      let count = scalar.string.unicodeScalars.count
      // A plain text over several lines has more in it than its first line.
      let isOneLine = count <= rest.count && !scalar.string.unicodeScalars.contains("\n")
      return isOneLine && matches(scalar.string, rest) ? count : trimmed(rest)
    }
  }

  /// Masked characters match anything: they were put in one for one.
  private static func matches(_ text: String, _ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    zip(text.unicodeScalars, rest).allSatisfy { $0 == $1 || $0.value >= TextMask.star.value }
  }

  private static func quotedLength(_ rest: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let quote = rest.first else { return nil }
    var position = rest.startIndex + 1
    while position < rest.endIndex {
      if rest[position] == "\\", quote == "\"" {
        position += 2
        continue
      }
      if rest[position] == quote {
        // A doubled single quote stands for one.
        guard quote == "'", position + 1 < rest.endIndex, rest[position + 1] == quote else {
          return position - rest.startIndex + 1
        }
        position += 1
      }
      position += 1
    }
    return nil
  }

  /// Up to the end of the line, without a comment and blanks.
  private static func trimmed(_ rest: ArraySlice<Unicode.Scalar>) -> Int {
    var end = rest.startIndex
    var previous: Unicode.Scalar = " "
    for position in rest.indices {
      if rest[position] == "#", previous == " " || previous == "\t" { break }
      if rest[position] != " ", rest[position] != "\t" { end = position + 1 }
      previous = rest[position]
    }
    return max(1, end - rest.startIndex)
  }

  /// From an opening bracket to its closing one when both stand on one line; else 1.
  static func flowLength(
    _ lines: SourceLines, from place: SourceLines.Place, last: SourceRange?, close: Unicode.Scalar
  ) -> Int {
    let rest = lines.rest(place)
    var position = rest.startIndex + 1
    if let last {
      guard last.line == place.line, last.column >= place.column else { return 1 }
      position = rest.startIndex + last.column - place.column + last.length
    }
    guard position <= rest.endIndex else { return 1 }
    let end = rest[position...].prefix(8).firstIndex(of: close)
    return end.map { $0 - rest.startIndex + 1 } ?? 1
  }

  /// Where the value of an anchor begins, on its line or a later one.
  static func afterAnchor(_ lines: SourceLines, from place: SourceLines.Place) -> SourceLines.Place {
    var place = place
    place.column += lines.rest(place).prefix { $0 != " " && $0 != "\t" }.count
    while true {
      place.column += lines.rest(place).prefix { $0 == " " || $0 == "\t" }.count
      if let first = lines.rest(place).first, first != "#" { return place }
      guard place.line < lines.count else { return place }
      place = SourceLines.Place(line: place.line + 1, column: 1)
    }
  }
}
