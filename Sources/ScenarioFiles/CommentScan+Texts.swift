internal import WorkforceModel

/// What is text of several lines, in which a `#` is no comment; and every comment outside of it.
extension CommentScan {
  mutating func markTexts(of node: SourceNode, indent: Int) {
    switch node.content {
    case .mapping(let members):
      for member in members { markTexts(of: member.value, indent: member.keyRange.column) }
    case .sequence(let items):
      for item in items { markTexts(of: item, indent: indent) }
    case .scalar:
      guard node.isQuoted, node.range.line <= lines.count else { return }
      if node.textOffset == 0 { markBlock(from: node.range.line, indent: indent) } else { markQuoted(from: node.range) }
    }
  }

  /// The lines of a text after `|` or `>`: blank, or further in than the key.
  private mutating func markBlock(from first: Int, indent: Int) {
    var number = first + 1
    while number <= lines.count {
      let line = lines.line(number)
      let margin = line.prefix { $0 == " " }.count
      guard margin == line.count || margin >= indent else { return }
      isText[number] = true
      number += 1
    }
  }

  private mutating func markQuoted(from range: SourceRange) {
    var rest = lines.rest(.init(line: range.line, column: range.column))
    guard let quote = rest.popFirst() else { return }
    var number = range.line
    while true {
      while let scalar = rest.popFirst() {
        if scalar == "\\", quote == "\"" {
          _ = rest.popFirst()
        } else if scalar == quote {
          guard quote == "'", rest.first == quote else { return }
          _ = rest.popFirst()
        }
      }
      number += 1
      guard number <= lines.count else { return }
      isText[number] = true
      rest = lines.line(number)
    }
  }

  /// Every comment by its line, the last of all there is on it.
  func found() -> [Int: (text: String, column: Int)] {
    var result: [Int: (text: String, column: Int)] = [:]
    for number in stride(from: 1, through: lines.count, by: 1) {
      guard !isText[number] else { continue }
      let line = lines.line(number)
      var quote: Unicode.Scalar?
      // The last scalar that is no blank: a quotation mark opens a text only where one may begin.
      var before: Unicode.Scalar?
      for position in line.indices {
        let scalar = line[position]
        if let open = quote {
          if scalar == open, !(open == "\"" && line[position - 1] == "\\") { quote = nil }
        } else if scalar == "#", position == line.startIndex || [" ", "\t"].contains(line[position - 1]) {
          result[number] = (Self.trimmed(line[position...]), position - line.startIndex + 1)
          break
        } else if scalar == "'" || scalar == "\"", before.map({ ":-[{,".unicodeScalars.contains($0) }) ?? true {
          quote = scalar
        }
        if scalar != " ", scalar != "\t" { before = scalar }
      }
    }
    return result
  }

  static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var scalars = scalars
    while let last = scalars.last, last == " " || last == "\t" { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }
}
