import OrderedCollections
import WorkforceAnalysis
import WorkforceModel

/// What words of each kind could be.
struct CompletionValues {
  let session: Session
  let surroundings: any Surroundings

  /// - Parameters:
  ///   - word: what has been typed of it
  ///   - given: the words of the command before it
  func candidates(_ kind: Operand.Kind, for word: String, behind given: [Word]) -> [Candidate] {
    switch kind {
    case .none, .number, .words: []
    case .metric: metrics
    case .pictured:
      candidates(.grade, for: word, behind: given) + [
        Candidate(Operand.targetsPicture, "the chance of being at target")
      ]
        + metrics
    case .month: months
    case .path: paths(for: word)
    case .value: values(behind: given)
    case .change: changes(for: word, behind: given)
    case .scenario:
      names + listed + files(for: word) { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") || $0.hasSuffix("/") }
    case .name: names
    case .grade: (session.current?.scenario.grades.keys).map { $0.map { Candidate($0) } } ?? []
    case .pathway: (session.current?.scenario.pathways.keys).map { $0.map { Candidate($0) } } ?? []
    case .topic: topics(for: word)
    case .file: files(for: word) { _ in true }
    case .format: RunRequest.Format.allCases.map { Candidate($0.rawValue) }
    case .onOff: ["on", "off"].map { Candidate($0) }
    }
  }

  private var metrics: [Candidate] {
    guard let read = session.current?.loaded.read,
      let catalog = try? Selection(read, metrics: [], months: nil).catalog
    else { return [] }
    return catalog.metrics.map { Candidate($0.name, $0.summary) }
  }

  private var months: [Candidate] {
    guard let scenario = session.current?.scenario else { return [] }
    let span = scenario.start.value.index...scenario.lastMonth.index
    return span.map { Candidate(Month(index: $0).description, Month(index: $0).shown) }
  }

  /// The next name of a path, or what it is set to.
  private func paths(for word: String) -> [Candidate] {
    guard let scenario = session.current?.scenario else { return [] }
    let depth = word.split(separator: ".", omittingEmptySubsequences: false).count
    let typed = word.split(separator: ".", omittingEmptySubsequences: false).dropLast().map(String.init)
    var found: [Candidate] = []
    var known: Set<String> = []
    for value in scenario.values {
      let segments = value.path.split(separator: ".").map(String.init)
      guard segments.count >= depth, zip(typed, segments).allSatisfy({ $0 == "*" || $0 == $1 }) else { continue }
      let text = (typed + [segments[depth - 1]]).joined(separator: ".")
      let isWhole = segments.count == depth
      guard known.insert(text).inserted else { continue }
      found.append(
        isWhole
          ? Candidate(text, CompletionValues.described(value)) : Candidate(text + ".", "", isWhole: false))
    }
    if depth == 1 { found += SettingRecord.all.map { Candidate($0.name, "setting: \($0.summary)") } }
    return found
  }

  /// What a value is now, and what it is for.
  private static func described(_ value: ParameterValue) -> String {
    let summary = row(of: value.path)?.summary ?? ""
    let text = value.text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let shown = text.count > 40 ? text.prefix(39) + "…" : text
    return "\(shown)\(value.isGiven ? "" : " (default)"): \(summary)"
  }

  /// The row of the parameter list that a path belongs to.
  static func row(of path: String) -> ParameterRow? {
    let segments = path.split(separator: ".")
    return Scenario.parameters.first { row in
      let pattern = row.path.split(separator: ".")
      return pattern.count == segments.count && zip(pattern, segments).allSatisfy { $0 == $1 || $0.hasPrefix("<") }
    }
  }

  /// What may be written at the path that was typed: what stands there, and what is allowed.
  private func values(behind given: [Word]) -> [Candidate] {
    guard let path = given.first?.text else { return [] }
    if let setting = SettingRecord.named(path) {
      return setting.allowed.map { Candidate($0, $0 == setting.read(session.settings) ? "as it is" : "") }
    }
    guard given.count == 1, let scenario = session.current?.scenario else {
      return given.last?.isKeyword("from") == true ? months : [Candidate("from", "from a month on")]
    }
    let values = ScenarioPaths(scenario).values(at: path)
    guard let value = values.first else { return [] }
    let row = CompletionValues.row(of: value.path)
    var found = [Candidate(value.text, "as it is; \(row?.allowed ?? "")")]
    if !value.quantities.isEmpty {
      found += [Candidate("+20%", "a fifth more"), Candidate("-20%", "a fifth less")]
      if value.quantities.contains(where: { $0.quantity.measure.isPercent }) {
        found += [Candidate("+1pt", "a percentage point more"), Candidate("-1pt", "a percentage point less")]
      }
    }
    if row?.requirement == .optional { found.append(Candidate("none", "take it out")) }
    return found
  }

  /// `PATH VALUE and PATH VALUE`, or `PATH=VALUE` behind an option.
  private func changes(for word: String, behind given: [Word]) -> [Candidate] {
    if given.last?.isOption == true || given.contains(where: \.isOption) {
      return paths(for: word).map { $0.isWhole ? Candidate($0.text + "=", $0.description, isWhole: false) : $0 }
    }
    let own = given.split(omittingEmptySubsequences: false) { $0.isKeyword("and") }.last.map(Array.init) ?? []
    return own.isEmpty ? paths(for: word) : values(behind: own) + [Candidate("and", "another change")]
  }

  private var names: [Candidate] {
    session.named.map { Candidate($0.key, $0.value.scenario.name.value) }
  }

  private var listed: [Candidate] {
    surroundings.scenarioNames().map { Candidate($0.name, $0.title ?? $0.kind.rawValue) }
  }

  private func files(for word: String, where isWanted: (String) -> Bool) -> [Candidate] {
    surroundings.files(beginningWith: word).filter(isWanted).map {
      Candidate($0.hasSuffix("/") ? $0 : Statement.quoted($0), "", isWhole: !$0.hasSuffix("/"))
    }
  }

  private func topics(for word: String) -> [Candidate] {
    let first = CommandTable.all.map { Candidate($0.name, $0.summary) } + HelpPages.ownTopics.map { Candidate($0) }
    return word.contains(".") || word.isEmpty
      ? first + paths(for: word) + (word.isEmpty ? [] : metrics) : first + paths(for: word) + metrics
  }
}
