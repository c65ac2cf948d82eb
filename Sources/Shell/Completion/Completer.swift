import Reports
import WorkforceAnalysis
import WorkforceModel

/// Completes what is being typed, from the lists that everything else reads: commands, settings, the scenario's values,
/// its metrics and months.
public struct Completer {
  private let session: Session
  private let surroundings: any Surroundings

  public init(_ session: Session, _ surroundings: any Surroundings) {
    self.session = session
    self.surroundings = surroundings
  }

  /// - Parameter text: what stands before the cursor, of the whole input
  public func completion(of text: String) -> Completion {
    let statement = Completer.lastStatement(of: text)
    let word = String(statement.reversed().prefix { $0 != " " && $0 != "\t" && $0 != "\n" }.reversed())
    let before = statement.dropLast(word.count)
    if let sign = before.last(where: { $0 != " " && $0 != "\t" }), sign == ">" || sign == "|" {
      // A file, or a program that nobody here knows.
      let values = CompletionValues(session: session, surroundings: surroundings)
      let files = sign == ">" ? values.candidates(.file, for: word, behind: []) : []
      return Completion(replaced: word.unicodeScalars.count, candidates: files.filter { $0.text.hasPrefix(word) })
    }
    let words = (try? StatementReader.all(String(before), source: ""))?.last?.words ?? []
    let candidates = candidates(for: word, behind: words).filter { $0.text.hasPrefix(word) }
    return Completion(replaced: word.unicodeScalars.count, candidates: candidates)
  }

  /// What stands behind the last `;` or line break that is not in quotes or brackets.
  private static func lastStatement(of text: String) -> Substring {
    var (start, depth) = (text.startIndex, 0)
    var quote: Character?
    for index in text.indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
        continue
      }
      switch character {
      case "\"", "'":
        let isApostrophe = index > text.startIndex && text[text.index(before: index)].isLetter
        if !isApostrophe { quote = character }
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth = max(0, depth - 1)
      case ";", "\n": if depth == 0 { start = text.index(after: index) }
      default: break
      }
    }
    return text[start...].drop { $0 == " " || $0 == "\t" }
  }

  private func candidates(for word: String, behind words: [Word]) -> [Candidate] {
    guard let record = CommandTable.record(for: words) else { return commands(behind: words) }
    // `what` may go on as `what if`, and `save` as `save as`.
    let more = commands(behind: words)
    let given = Array(words.dropFirst(record.name.split(separator: " ").count))
    let own = candidates(of: record, for: word, behind: given)
    return (given.isEmpty ? more : []) + own
  }

  /// Names of commands, or their next word.
  private func commands(behind words: [Word]) -> [Candidate] {
    var found: [Candidate] = []
    for record in CommandTable.all {
      let parts = record.name.split(separator: " ").map(String.init)
      guard parts.count > words.count, zip(parts, words).allSatisfy({ $0 == $1.text }) else { continue }
      let next = parts[words.count]
      if !found.contains(where: { $0.text == next }) { found.append(Candidate(next, record.summary)) }
    }
    return found
  }

  private func candidates(of record: CommandRecord, for word: String, behind given: [Word]) -> [Candidate] {
    let values = CompletionValues(session: session, surroundings: surroundings)
    if word.hasPrefix("-") { return options(of: record, behind: given) }
    // Behind an option that lacks its value.
    if let position = given.lastIndex(where: \.isOption),
      let option = record.options.first(where: { $0.name == given[position].text }), option.arity != .flag,
      option.arity == .several || given.count == position + 1
    {
      return values.candidates(option.kind, for: word, behind: given)
    }
    let keywords = record.operands.compactMap(\.keyword)
    let said = given.last { $0.isKeyword("and") || keywords.contains($0.text) }
    var found: [Candidate] = []
    if let keyword = said?.text, let operand = record.operands.first(where: { $0.keyword == keyword }) {
      found += values.candidates(operand.kind, for: word, behind: given)
    } else {
      let place = given.split(whereSeparator: { $0.isKeyword("and") }).last?.count ?? 0
      let start = said?.text == "and" && given.last?.text == "and" ? 0 : place
      found += operand(of: record, at: start).flatMap { values.candidates($0.kind, for: word, behind: given) }
      // Settings are set with values, and looked at by a command of their own.
      if record.name != CommandTable.setName { found.removeAll { SettingRecord.named($0.text) != nil } }
    }
    for keyword in keywords where !given.contains(where: { $0.text == keyword }) {
      let operand = record.operands.first { $0.keyword == keyword }
      if !found.contains(where: { $0.text == keyword }) {
        found.append(Candidate(keyword, "\(keyword) \(operand?.placeholder ?? "")"))
      }
    }
    return found
  }

  /// The operands that could stand at a place among those without a keyword.
  private func operand(of record: CommandRecord, at place: Int) -> [Operand] {
    var position = 0
    for operand in record.operands where operand.keyword == nil {
      switch operand.count {
      case .one:
        if position == place { return [operand] }
        position += 1
      case .optional:
        if position == place { return record.operands.filter { $0.keyword == nil } }
        position += 1
      case .any, .several: return [operand]
      }
    }
    return []
  }

  private func options(of record: CommandRecord, behind given: [Word]) -> [Candidate] {
    record.options.filter { option in option.arity == .several || !given.contains { $0.text == option.name } }
      .map { Candidate($0.name, $0.summary) }
  }
}
