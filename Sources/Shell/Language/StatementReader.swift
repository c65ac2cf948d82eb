public import WorkforceModel

/// Takes a text apart into statements.
///
/// `;` and the end of a line end a statement, outside quotes and brackets; an open bracket and a `\` before the end of a
/// line go on in the next. `#` at the beginning of a word begins a comment. `>` and `|` outside brackets say where the
/// result goes; `>=`, `<=`, `!=` and `=` are words of their own there. `$1` … `$9` are the arguments of a script.
public struct StatementReader {
  private let scalars: [Unicode.Scalar]
  private let source: String
  private let arguments: [String]
  private var position = 0
  private var line: Int
  private var column = 1
  private(set) var words: [Word] = []
  /// The highest argument that was asked for.
  private var mostAsked = 0
  private var text: [Unicode.Scalar] = []
  private var open: [(bracket: Unicode.Scalar, range: SourceRange)] = []

  /// - Parameters:
  ///   - source: the name by which faults are located
  ///   - line: the number of the text's first line
  ///   - arguments: what `$1` … stand for
  public init(_ text: String, source: String, line: Int = 1, arguments: [String] = []) {
    // A line break may be two characters.
    var given = Array(text.replacing("\r\n", with: "\n").unicodeScalars)
    // Editors may begin a file with a mark of its encoding.
    if given.first == "\u{FEFF}" { given.removeFirst() }
    scalars = given
    self.source = source
    self.line = line
    self.arguments = arguments
  }

  /// Every statement of a text.
  /// - Throws: ``Faults`` with those of all of them.
  public static func all(
    _ text: String, source: String, line: Int = 1, arguments: [String] = []
  ) throws(Faults) -> [Statement] {
    let (statements, faults) = readable(text, source: source, line: line, arguments: arguments)
    if !faults.isEmpty { throw Faults(faults) }
    return statements
  }

  /// The statements of a text that can be read, and the faults of the others.
  static func readable(
    _ text: String, source: String, line: Int = 1, arguments: [String] = []
  ) -> (statements: [Statement], faults: [Diagnostic]) {
    var reader = StatementReader(text, source: source, line: line, arguments: arguments)
    var statements: [Statement] = []
    var faults: [Diagnostic] = []
    while !reader.isAtEnd {
      do throws(Faults) {
        if let statement = try reader.next() { statements.append(statement) }
      } catch {
        faults += error.diagnostics
        reader.skipLine()
      }
    }
    if faults.isEmpty, reader.mostAsked < arguments.count {
      faults.append(
        Diagnostic(
          "\(source) asks for \(reader.mostAsked) arguments, and was given \(arguments.count)",
          help: ["$1, $2 … in it stand for them"]))
    }
    return (statements, faults)
  }

  /// Whether a text ends inside a statement, so that another line is wanted.
  public static func isUnfinished(_ text: String) -> Bool {
    var reader = StatementReader(text, source: "", arguments: Array(repeating: "", count: 99))
    while !reader.isAtEnd {
      do throws(Faults) { _ = try reader.next() } catch {
        if reader.endsInside { return true }
        reader.skipLine()
      }
    }
    return reader.endsInside
  }

  public var isAtEnd: Bool { position >= scalars.count }

  /// Whether the last statement was cut off by the end of the text.
  private var endsInside = false

  /// The next statement; nil where only blanks and comments are left.
  /// - Throws: ``Faults`` of the statement, after which reading can go on behind its line.
  public mutating func next() throws(Faults) -> Statement? {
    (words, text, open) = ([], [], [])
    endsInside = false
    while let scalar = peek {
      if scalar == "\n" || scalar == ";" {
        advance()
        if words.isEmpty { continue }
        return statement(to: nil)
      }
      if scalar == "\\", peek(1) == "\n" || peek(1) == nil {
        if peek(1) == nil { return try unfinished("the line goes on behind '\\', and there is no other", at: here(1)) }
        for _ in 0..<2 { take(as: " ") }
        continue
      }
      if StatementReader.isBlank(scalar) {
        take()
      } else if scalar == "#", !isGlued {
        skipComment()
      } else if scalar == "|" || (scalar == ">" && peek(1) != "=") {
        return statement(to: try destination())
      } else if let operation = operatorHere {
        let begin = mark
        for _ in operation.unicodeScalars { take() }
        append(operation, from: begin, isOperator: true)
      } else {
        try readWord()
      }
    }
    return words.isEmpty ? nil : statement(to: nil)
  }

  /// Goes on behind the end of the line that a fault stood in.
  mutating func skipLine() { while let scalar = peek, advanced() == scalar, scalar != "\n" {} }

  private mutating func advanced() -> Unicode.Scalar {
    let scalar = scalars[position]
    advance()
    return scalar
  }

  // MARK: words

  private static let closing: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "[": "]", "{": "}"]

  private mutating func readWord() throws(Faults) {
    let begin = mark
    var content = String.UnicodeScalarView()
    var isQuoted = false
    while let scalar = peek {
      if scalar == "\"" || scalar == "'", !(content.last?.properties.isAlphabetic ?? false) {
        // Behind a letter it is an apostrophe. Inside brackets quotes belong to what the brackets hold, and stay.
        let quoted = try readQuoted(scalar)
        content += open.isEmpty ? quoted.content : quoted.whole
        isQuoted = isQuoted || open.isEmpty
      } else if let close = StatementReader.closing[scalar] {
        open.append((close, here(1)))
        content.append(scalar)
        take()
      } else if StatementReader.closing.values.contains(scalar) {
        guard open.last?.bracket == scalar else {
          throw Faults(
            "there is no bracket that '\(scalar)' closes", at: here(1),
            help: open.last.map { ["'\($0.bracket)' is missing before it"] } ?? [])
        }
        open.removeLast()
        content.append(scalar)
        take()
      } else if scalar == "$", let number = digits(behind: position) {
        content += try argument(number)
      } else if !open.isEmpty {
        content.append(scalar == "\n" ? " " : scalar)
        take()
      } else if StatementReader.isBlank(scalar) || ["\n", ";", "|", ">"].contains(scalar) || operatorHere != nil
        || (scalar == "\\" && peek(1) == "\n")
      {
        break
      } else {
        content.append(scalar)
        take()
      }
    }
    if let last = open.last {
      _ = try unfinished("the bracket is not closed: '\(last.bracket)' is missing", at: last.range)
    }
    append(String(content), from: begin, isQuoted: isQuoted)
  }

  private mutating func readQuoted(_ quote: Unicode.Scalar) throws(Faults) -> (
    content: String.UnicodeScalarView, whole: String.UnicodeScalarView
  ) {
    let range = here(1)
    var (content, whole) = (String.UnicodeScalarView(), String.UnicodeScalarView([quote]))
    take()
    while let scalar = peek, scalar != "\n" {
      whole.append(scalar)
      take()
      if quote == "\"", scalar == "\\", let next = peek, next == "\"" || next == "\\" {
        whole.append(next)
        content.append(next)
        take()
      } else if scalar == quote {
        // Two single quotes stand for one.
        guard quote == "'", peek == "'" else { return (content, whole) }
        whole.append("'")
        content.append("'")
        take()
      } else {
        content.append(scalar)
      }
    }
    throw Faults("the text in quotes does not end on its line: \(quote) is missing", at: range)
  }

  /// What a script was given stands as it is: nothing in it means anything here. In the text, which may be read again, it is
  /// in quotes where it would be taken apart, but for a value, which is read by its own rules.
  private mutating func argument(_ number: String) throws(Faults) -> String.UnicodeScalarView {
    guard let index = Int(number), index >= 1, index <= arguments.count else {
      throw Faults(
        "there is no argument $\(number)", at: here(1 + number.count),
        help: [arguments.isEmpty ? "$1 … are what a script was given" : "the script was given \(arguments.count)"])
    }
    mostAsked = max(mostAsked, index)
    for _ in 0...number.count { advance() }
    let given = arguments[index - 1]
    let isValue = CommandTable.record(for: words)?.operands.contains { [.value, .change].contains($0.kind) } ?? false
    let isPlain = isValue ? !given.contains { ";#>|\n".contains($0) } : false
    text += (isPlain || !open.isEmpty ? given : Statement.quoted(given)).unicodeScalars
    return given.unicodeScalars
  }

  private func digits(behind place: Int) -> String? {
    let found = scalars[(place + 1)...].prefix { ("0"..."9").contains($0) }
    return found.isEmpty ? nil : String(String.UnicodeScalarView(found))
  }

  // MARK: destinations

  private mutating func destination() throws(Faults) -> Statement.Destination {
    let mark = here(1)
    let isFile = peek == ">"
    guard !words.isEmpty else {
      throw Faults("'\(isFile ? ">" : "|")' stands behind a command", at: mark)
    }
    advance()
    skipBlanks()
    if isFile {
      let count = words.count
      let kept = text
      if let scalar = peek, ![";", "\n", "#", "|", ">"].contains(scalar) { try readWord() }
      text = kept
      guard words.count > count, let file = words.popLast() else {
        throw Faults("a file is missing behind '>'", at: mark, help: ["for example: run > result.csv"])
      }
      skipBlanks()
      if peek == "#" { skipComment() }
      if let scalar = peek, scalar != ";", scalar != "\n" {
        throw Faults(
          "nothing stands behind the file that a result goes to", at: here(1), help: ["quote a name with blanks"])
      }
      return .file(file)
    }
    let range = here(1)
    var program = String.UnicodeScalarView()
    var quote: Unicode.Scalar?
    while let scalar = peek, scalar != "\n" {
      if quote == nil, scalar == ";" { break }
      if let kept = quote {
        if scalar == kept { quote = nil }
      } else if scalar == "\"" || scalar == "'" {
        quote = scalar
      }
      program.append(scalar)
      advance()
    }
    while let last = program.last, StatementReader.isBlank(last) { program.removeLast() }
    guard !program.isEmpty else {
      throw Faults("a program is missing behind '|'", at: mark, help: ["for example: run --format csv | head"])
    }
    return .program(
      String(program), SourceRange(source: source, line: range.line, column: range.column, length: program.count))
  }

  private func statement(to destination: Statement.Destination?) -> Statement {
    let first = words[0].range
    // All of it, on its first line.
    let isOneLine = words.allSatisfy { $0.range.line == first.line }
    let end = words.last.map { $0.range.column + $0.range.length } ?? 1
    let range = SourceRange(
      source: source, line: first.line, column: first.column,
      length: isOneLine ? end - first.column : first.length)
    var kept = text[...]
    while let last = kept.last, StatementReader.isBlank(last) || last == "\n" { kept.removeLast() }
    return Statement(
      text: String(String.UnicodeScalarView(kept)), words: words, destination: destination, range: range)
  }

  private mutating func unfinished(_ words: String, at range: SourceRange) throws(Faults) -> Statement? {
    endsInside = true
    position = scalars.count
    throw Faults(words, at: range)
  }

  // MARK: characters

  private struct Mark {
    var offset: Int
    var line: Int
    var column: Int
    var isGlued: Bool
  }

  private var mark: Mark { Mark(offset: text.count, line: line, column: column, isGlued: isGlued) }

  private var isGlued: Bool { words.last.map { $0.offsets.upperBound == text.count } ?? false }

  private mutating func append(_ content: String, from begin: Mark, isQuoted: Bool = false, isOperator: Bool = false) {
    let length = line == begin.line ? column - begin.column : 1
    words.append(
      Word(
        text: content,
        range: SourceRange(source: source, line: begin.line, column: begin.column, length: length),
        offsets: begin.offset..<text.count, isQuoted: isQuoted, isOperator: isOperator, isGlued: begin.isGlued))
  }

  private var operatorHere: String? {
    guard let scalar = peek else { return nil }
    if peek(1) == "=", [">", "<", "!"].contains(scalar) { return "\(scalar)=" }
    return scalar == "=" ? "=" : nil
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{A0}"
  }

  private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }
  private func peek(_ ahead: Int) -> Unicode.Scalar? {
    position + ahead < scalars.count ? scalars[position + ahead] : nil
  }

  private func here(_ length: Int) -> SourceRange {
    SourceRange(source: source, line: line, column: column, length: length)
  }

  private mutating func advance() {
    if scalars[position] == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    position += 1
  }

  /// Goes on, and keeps what stands here.
  private mutating func take(as other: Unicode.Scalar? = nil) {
    text.append(other ?? scalars[position])
    advance()
  }

  private mutating func skipBlanks() { while let scalar = peek, StatementReader.isBlank(scalar) { advance() } }
  private mutating func skipComment() {
    while let scalar = peek, scalar != "\n" {
      _ = scalar
      advance()
    }
  }
}
