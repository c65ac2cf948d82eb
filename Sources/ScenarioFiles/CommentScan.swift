internal import WorkforceModel

/// Finds the comments of a file, and the keys that they stand at: above the line of a key, or behind it.
struct CommentScan {
  private(set) var notes: [[String]: ScenarioComments.Note] = [:]
  private(set) var foot: [String] = []
  private let lines: SourceLines
  private let source: String
  /// Lines, numbered from 1, that go on with a text that began before them: a `#` in them is part of it.
  private var isText: [Bool]
  /// The line up to which comments have been given to keys.
  private var taken = 0

  init(_ file: ScenarioFile) {
    var text = file.text
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    lines = SourceLines(text, source: file.source)
    source = file.source
    isText = Array(repeating: false, count: lines.count + 2)
    markTexts(of: file.node, indent: 0)
    gather(file.node, path: [])
    foot = comments(before: lines.count + 1)
    while foot.last?.isEmpty == true { foot.removeLast() }
  }

  // MARK: texts of several lines

  private mutating func markTexts(of node: SourceNode, indent: Int) {
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

  // MARK: comments

  private mutating func gather(_ node: SourceNode, path: [String]) {
    for member in node.members ?? [] {
      let line = member.keyRange.line
      let inner = path + [ScenarioComments.spelt(member.key)]
      // What an alias stands for was met where it is written.
      guard line > taken else {
        gather(member.value, path: inner)
        continue
      }
      let front = lines.line(line).prefix(member.keyRange.column - 1)
      if front.allSatisfy({ $0 == " " }) {
        let note = ScenarioComments.Note(above: comments(before: line), behind: behind(member))
        if !note.above.isEmpty || note.behind != nil { notes[inner] = note }
        taken = line
      }
      gather(member.value, path: inner)
    }
  }

  /// The comments of the lines above, back to the last key, and one blank line for any number of them.
  private func comments(before line: Int) -> [String] {
    var found: [String] = []
    var number = line - 1
    while number > taken, !isText[number] {
      let text = lines.line(number).drop { $0 == " " || $0 == "\t" }
      guard text.isEmpty || text.first == "#" else { break }
      if !text.isEmpty || found.last?.isEmpty == false || found.isEmpty { found.append(Self.trimmed(text)) }
      number -= 1
    }
    return found.reversed()
  }

  private func behind(_ member: SourceNode.Member) -> String? {
    let key = member.keyRange
    let value = member.value.range
    let isBlock = member.value.isQuoted && member.value.textOffset == 0
    var column = key.column + key.length
    let isBeside = value.line == key.line && value.column >= column && value.source == key.source
    if isBeside { column = value.column + (isBlock ? 1 : value.length) }
    var rest = lines.rest(.init(line: key.line, column: column))
    if !isBeside || member.value.isEmpty {
      // Up to the colon, then blanks.
      rest = rest.drop { $0 != ":" }.dropFirst()
    } else if isBlock {
      rest = rest.drop { $0 != " " && $0 != "\t" }
    }
    let comment = rest.drop { $0 == " " || $0 == "\t" }
    return comment.first == "#" && comment.startIndex > rest.startIndex ? Self.trimmed(comment) : nil
  }

  private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var scalars = scalars
    while let last = scalars.last, last == " " || last == "\t" { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }
}
