import OrderedCollections
import WorkforceAnalysis
import WorkforceModel

/// What is said about a line while it is being typed: what its parts are, how it could go on. For one prompt: the session
/// stays as it is meanwhile, and what was looked up is kept.
public final class LineGuide {
  private let session: Session
  private let completer: Completer

  public init(_ session: Session, _ surroundings: any Surroundings) {
    self.session = session
    completer = Completer(session, surroundings)
  }

  public func completion(of text: String) -> Completion { completer.completion(of: text) }

  // MARK: hints

  /// Letters from which on there are hints.
  private static let least = 2

  /// How what was typed probably goes on: as the last time, or as the only thing that can stand there. Empty for no hint.
  /// - Parameter text: all that was typed; the cursor stands at its end
  public func hint(for text: String, _ history: LineHistory) -> String {
    let hint = continuation(of: text, history)
    // What cannot be shown is not shown.
    return hint.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) } ? hint : ""
  }

  private func continuation(of text: String, _ history: LineHistory) -> String {
    guard text.count >= LineGuide.least, text.contains(where: { !$0.isWhitespace }) else { return "" }
    if let known = history.continuation(of: text) {
      // What goes on in other lines would move the screen.
      return String(known.prefix { !$0.isNewline })
    }
    guard text.last?.isWhitespace == false, let word = text.split(whereSeparator: \.isWhitespace).last,
      word.count >= LineGuide.least
    else { return "" }
    let completion = completer.completion(of: text)
    let replaced = String(String.UnicodeScalarView(text.unicodeScalars.suffix(completion.replaced)))
    let common = completion.commonPrefix
    guard common.count > replaced.count, common.hasPrefix(replaced) else { return "" }
    return String(common.dropFirst(replaced.count))
  }

  // MARK: colours

  private lazy var names: Set<String> = {
    guard let current = session.current else { return Set(session.names) }
    let metrics = try? Selection(current.loaded.read, metrics: [], months: nil).catalog.metrics.map(\.name)
    let scenario = current.scenario
    return Set(session.names).union(metrics ?? []).union(scenario.values.map(\.path)).union(scenario.grades.keys)
      .union(scenario.pathways.keys).union(SettingRecord.all.map(\.name))
  }()

  /// The parts of a text that are something, in order.
  public func spans(of text: String) -> [LineSpan] {
    let scalars = Array(text.unicodeScalars)
    var starts = [0]
    for (position, scalar) in scalars.enumerated() where scalar == "\n" { starts.append(position + 1) }
    func range(_ word: Word) -> Range<Int> {
      let begin = starts[min(word.range.line, starts.count) - 1] + word.range.column - 1
      return min(begin, scalars.count)..<min(begin + word.range.length, scalars.count)
    }
    var spans: [LineSpan] = []
    for words in StatementReader.phrases(text) {
      let record = CommandTable.record(for: words)
      let length = record.map { $0.name.split(separator: " ").count } ?? 1
      let keywords = Set(record?.operands.compactMap(\.keyword) ?? []).union(["and", "from", "step"])
      for (position, word) in words.enumerated() {
        let range = range(word)
        guard
          let kind = kind(
            of: word, at: position, behind: length, record, keywords, isLast: range.upperBound == scalars.count)
        else { continue }
        spans.append(LineSpan(range, kind))
      }
    }
    return spans + comments(in: scalars, outside: spans)
  }

  private func kind(
    of word: Word, at position: Int, behind length: Int, _ record: CommandRecord?, _ keywords: Set<String>, isLast: Bool
  ) -> LineSpan.Kind? {
    if position < length {
      if record != nil { return .command }
      // What is still being typed is not wrong yet.
      let isBegun = CommandTable.all.contains { $0.name.hasPrefix(word.text) && $0.name.count > word.text.count }
      return isBegun && (isLast || CommandTable.all.contains { $0.name.hasPrefix(word.text + " ") }) ? nil : .mistake
    }
    if word.isQuoted { return .quoted }
    if word.isOption { return .option }
    if word.isOperator { return nil }
    if keywords.contains(word.text) { return .keyword }
    if names.contains(word.text) { return .name }
    if let first = word.text.first(where: { !"+-".contains($0) }), first.isNumber { return .number }
    guard word.text.contains("."), let scenario = session.current?.scenario else { return nil }
    return ScenarioPaths(scenario).values(at: word.text).isEmpty ? nil : .name
  }

  /// Comments stand where no word does.
  private func comments(in scalars: [Unicode.Scalar], outside spans: [LineSpan]) -> [LineSpan] {
    var found: [LineSpan] = []
    var position = 0
    var quote: Unicode.Scalar?
    while position < scalars.count {
      let scalar = scalars[position]
      if let open = quote {
        if scalar == open || scalar == "\n" { quote = nil }
      } else if scalar == "\"" || (scalar == "'" && !(position > 0 && scalars[position - 1].properties.isAlphabetic)) {
        quote = scalar
      } else if scalar == "#", position == 0 || " \t\n;".unicodeScalars.contains(scalars[position - 1]) {
        let end = scalars[position...].firstIndex(of: "\n") ?? scalars.count
        found.append(LineSpan(position..<end, .comment))
        position = end
      }
      position += 1
    }
    return found
  }
}
