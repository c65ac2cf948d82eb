import WorkforceModel

/// A statement, taken apart as its command's record says.
struct Invocation: Sendable {
  let record: CommandRecord
  let statement: Statement
  /// The words that are no options, in order.
  private(set) var words: [Word] = []
  private var operands: [(operand: Operand, words: [Word])] = []
  private var options: [String: [Word]] = [:]

  /// - Throws: ``Misuse``
  init(_ statement: Statement, of record: CommandRecord) throws {
    self.record = record
    self.statement = statement
    try readOptions(Array(statement.words.dropFirst(record.name.split(separator: " ").count)))
    try readOperands()
  }

  subscript(operand: Operand) -> [Word] { operands.first { $0.operand == operand }?.words ?? [] }

  /// The words of an option; nil where it was not given.
  func words(of option: OptionRecord) -> [Word]? { options[option.name] }
  func has(_ option: OptionRecord) -> Bool { options[option.name] != nil }
  func value(of option: OptionRecord) -> Word? { options[option.name]?.first }
  func texts(of option: OptionRecord) -> [String] { options[option.name]?.map(\.text) ?? [] }

  func misuse(_ message: String, at word: Word? = nil, help: [String] = []) -> Misuse {
    Misuse(message, at: word?.range ?? statement.range, help: help, of: record)
  }

  // MARK: options

  private mutating func readOptions(_ given: [Word]) throws {
    var position = 0
    while position < given.count {
      let word = given[position]
      position += 1
      guard word.isOption else {
        words.append(word)
        continue
      }
      guard let option = record.options.first(where: { $0.name == word.text }) else {
        let names = record.options.map(\.name)
        let help =
          Suggestion.help(for: word.text, among: names)
          ?? (names.isEmpty ? "it takes none" : "options are \(Suggestion.list(names))")
        throw misuse("'\(record.name)' has no option \(word.text)", at: word, help: [help])
      }
      if options[option.name] != nil, option.arity != .several {
        throw misuse("\(option.name) is given twice; it is said once", at: word)
      }
      // `--at=2027-03`
      let isJoined = given.indices.contains(position) && given[position].isOperator && given[position].isGlued
      if isJoined { position += 1 }
      if option.arity == .flag {
        guard !isJoined else { throw misuse("\(option.name) takes no value", at: word) }
        options[option.name] = []
        continue
      }
      var values: [Word] = []
      while position < given.count, !given[position].isOption, !isKeyword(given[position]),
        option.arity == .several || values.isEmpty
      {
        values.append(Invocation.glued(given, &position, of: statement))
        if isJoined { break }
      }
      guard !values.isEmpty else {
        throw misuse("\(option.name) lacks its \(option.placeholder)", at: word)
      }
      options[option.name, default: []] += values
    }
  }

  /// A word of the language ends what an option takes: `--metric PO.fte at 2029-09`.
  private func isKeyword(_ word: Word) -> Bool {
    record.operands.contains { $0.keyword.map(word.isKeyword) ?? false }
  }

  /// A word with those that nothing parts from it: `PATH=7%/yr` is one.
  private static func glued(_ given: [Word], _ position: inout Int, of statement: Statement) -> Word {
    let first = position
    position += 1
    while position < given.count, given[position].isGlued { position += 1 }
    guard position > first + 1 else { return given[first] }
    let parts = given[first..<position]
    var word = given[first]
    word.text = parts.map(\.text).joined()
    word.isQuoted = parts.contains(where: \.isQuoted)
    let end = given[position - 1]
    word.offsets = word.offsets.lowerBound..<end.offsets.upperBound
    if end.range.line == word.range.line {
      word.range.length = end.range.column + end.range.length - word.range.column
    }
    return word
  }

  // MARK: operands

  private mutating func readOperands() throws {
    var parts: [(keyword: String?, words: [Word])] = [(nil, [])]
    let keywords = record.operands.compactMap(\.keyword)
    for word in words {
      if !word.isQuoted, keywords.contains(word.text) {
        if parts.contains(where: { $0.keyword == word.text }) {
          throw misuse("'\(word.text)' is said twice", at: word)
        }
        parts.append((word.text, []))
      } else {
        parts[parts.count - 1].words.append(word)
      }
    }
    for part in parts {
      var rest = part.words[...]
      for operand in record.operands where operand.keyword == part.keyword {
        operands.append((operand, try take(operand, from: &rest)))
      }
      if let word = rest.first {
        throw misuse("'\(record.name)' does not take '\(word.text)' here", at: word)
      }
      if let keyword = part.keyword, part.words.isEmpty {
        let operand = record.operands.first { $0.keyword == keyword }
        let word = words.last { $0.text == keyword }
        throw misuse("'\(keyword)' lacks its \(operand?.placeholder ?? "value")", at: word)
      }
    }
    for operand in record.operands where operand.keyword != nil && (operand.count == .one || operand.count == .several)
    {
      guard !self[operand].isEmpty else { throw misuse("'\(record.name)' lacks '\(operand.usage)'") }
    }
  }

  private func take(_ operand: Operand, from rest: inout ArraySlice<Word>) throws -> [Word] {
    switch operand.count {
    case .one, .several:
      guard !rest.isEmpty else { throw misuse("'\(record.name)' lacks its \(operand.placeholder)") }
      let taken = operand.count == .one ? rest.prefix(1) : rest
      rest = rest.dropFirst(taken.count)
      return Array(taken)
    case .optional:
      guard let word = rest.first else { return [] }
      if operand.kind == .number, !word.text.allSatisfy(\.isNumber) { return [] }
      rest = rest.dropFirst()
      return [word]
    case .any:
      defer { rest = [] }
      return Array(rest)
    }
  }
}
