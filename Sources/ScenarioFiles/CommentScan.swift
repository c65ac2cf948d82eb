internal import WorkforceModel

/// Finds the comments of a file, and the keys that they stand at: above the line of a key, or behind it.
struct CommentScan {
  private(set) var notes: [[String]: ScenarioComments.Note] = [:]
  private(set) var foot: [String] = []
  let lines: SourceLines
  private let source: String
  /// Every comment by its line, whether it stands at a key or not.
  private(set) var comments: [Int: (text: String, column: Int)] = [:]
  /// Lines, numbered from 1, that go on with a text that began before them: a `#` in them is part of it.
  var isText: [Bool]
  /// The line up to which comments have been given to keys.
  private var taken = 0
  /// Lines whose comment behind everything else has been given to a key.
  private var takenBehind: Set<Int> = []

  init(_ file: ScenarioFile) {
    var text = file.text
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    lines = SourceLines(text, source: file.source)
    source = file.source
    isText = Array(repeating: false, count: lines.count + 2)
    markTexts(of: file.node, indent: 0)
    comments = found()
    gather(file.node, path: [])
    foot = comments(before: lines.count + 1)
    while foot.last?.isEmpty == true { foot.removeLast() }
  }

  // MARK: comments

  private mutating func gather(_ node: SourceNode, path: [String]) {
    if case .sequence(let items) = node.content {
      for (position, item) in items.enumerated() { gather(item: item, path: path + ["\(position)"]) }
    }
    let members = node.members ?? []
    for (position, member) in members.enumerated() {
      let line = member.keyRange.line
      let inner = path + [ScenarioComments.spelt(member.key)]
      // What an alias stands for was met where it is written.
      guard line > taken else {
        let isLast = position + 1 == members.count || members[position + 1].keyRange.line != line
        if isLast, line == taken { take(behind(member), at: inner, line) }
        gather(member.value, path: inner)
        continue
      }
      let front = lines.line(line).prefix(member.keyRange.column - 1)
      if front.allSatisfy({ $0 == " " }) {
        let above = comments(before: line)
        if !above.isEmpty { notes[inner] = ScenarioComments.Note(above: above) }
        take(behind(member), at: inner, line)
        taken = line
      }
      gather(member.value, path: inner)
    }
  }

  /// An entry of a list, behind a dash or in brackets.
  private mutating func gather(item: SourceNode, path: [String]) {
    let line = item.range.line
    guard item.range.source == source, line >= taken, line <= lines.count else { return }
    if line > taken {
      let dash = dashLine(above: line, column: item.range.column)
      let above = comments(before: dash ?? line)
      if !above.isEmpty { notes[path] = ScenarioComments.Note(above: above) }
      // A dash on a line of its own: what stands between it and the first key is the key's.
      taken = dash ?? line
      if let dash { take(behindEverything(on: dash), at: path, dash) }
      if dash == nil || item.members == nil { taken = line }
    }
    let rest = lines.rest(.init(line: line, column: item.range.column))
    if item.members == nil {
      take(comment(in: rest.dropFirst(item.range.length)), at: path, line)
    } else if rest.first == "{", item.members?.allSatisfy({ $0.keyRange.line == line }) == true {
      // Braces on one line: the comment is about all of them.
      take(behindEverything(on: line), at: path, line)
    }
    gather(item, path: path)
  }

  /// The line above an entry that holds its dash and nothing else; nil where the dash is beside it.
  private func dashLine(above line: Int, column: Int) -> Int? {
    guard lines.line(line).prefix(column - 1).allSatisfy({ $0 == " " }) else { return nil }
    var number = line - 1
    while number > taken, !isText[number] {
      let text = lines.line(number).drop { $0 == " " }
      if text.first == "-" { return number }
      guard text.isEmpty || text.first == "#" else { return nil }
      number -= 1
    }
    return nil
  }

  private func behindEverything(on line: Int) -> String? { comments[line]?.text }

  private mutating func take(_ comment: String?, at path: [String], _ line: Int) {
    guard let comment, takenBehind.insert(line).inserted else { return }
    notes[path, default: ScenarioComments.Note()].behind = comment
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
    return comment(in: rest)
  }

  /// What stands behind commas and closing brackets, and a blank.
  private func comment(in rest: ArraySlice<Unicode.Scalar>) -> String? {
    let comment = rest.drop { " \t,}]".unicodeScalars.contains($0) }
    guard comment.first == "#", comment.startIndex > rest.startIndex,
      [" ", "\t"].contains(rest[comment.startIndex - 1])
    else { return nil }
    return Self.trimmed(comment)
  }
}
