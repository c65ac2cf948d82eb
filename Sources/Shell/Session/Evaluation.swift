import Reports
import WorkforceModel
import WorkforceSimulation

/// One statement at work: what was asked, on a session of its own.
struct Evaluation {
  var session: Session
  let invocation: Invocation
  let surroundings: any Surroundings

  var settings: Settings { session.settings }
  var record: CommandRecord { invocation.record }

  /// The scenario as it stands.
  func located() throws(Faults) -> LocatedScenario {
    guard let current = session.current else {
      throw Faults("no scenario is open", at: invocation.statement.range, help: ["open one: open national-2024"])
    }
    return current
  }

  func tell(_ diagnostics: [Diagnostic]) { if !diagnostics.isEmpty { surroundings.tell(diagnostics) } }

  func note(_ message: String, help: [String] = []) {
    surroundings.tell([Diagnostic(message, severity: .note, help: help)])
  }

  // MARK: results

  /// How the result is to be written.
  func format() throws -> RunRequest.Format {
    guard let word = invocation.value(of: .format) else { return settings.format }
    guard let format = RunRequest.Format(rawValue: word.text) else {
      let names = RunRequest.Format.allCases.map(\.rawValue)
      throw invocation.misuse(
        "\(OptionRecord.format.name) takes \(Suggestion.list(names, conjunction: "or")), not '\(word.text)'", at: word,
        help: Suggestion.help(for: word.text, among: names).map { [$0] } ?? [])
    }
    return format
  }

  /// Where the result is to be written, where that is a file.
  var outputPath: String? {
    if case .file(let word) = invocation.statement.destination { return word.text }
    return invocation.value(of: .output)?.text
  }

  /// Shows a result, writes it to a file, or gives it to a program, as the statement says; and keeps it.
  mutating func deliver(_ answer: Answer) throws {
    try checkDestinations(against: session.current)
    let report = try answer.text(surroundings.display, effective)
    if let path = outputPath {
      // What somebody has written by hand is not lost to a result.
      if [".yaml", ".yml", ".cadre"].contains(where: path.hasSuffix) {
        throw Faults(
          "a result is no scenario and no script: '\(path)' is not written",
          help: ["name it otherwise, such as result.csv or result.txt"])
      }
      try surroundings.write(report, to: path)
    } else if case .program(let program, _) = invocation.statement.destination {
      try surroundings.send(report, to: program)
    } else {
      try surroundings.show(report, paged: settings.isPaged)
    }
    session.last = answer
  }

  /// The settings, with what the statement says for itself.
  private var effective: Settings {
    var settings = settings
    if let word = invocation.value(of: .format), let format = RunRequest.Format(rawValue: word.text) {
      settings.format = format
    }
    return settings
  }

  // MARK: requests

  /// The scenario as it stands, with what options of the statement change for it alone.
  /// - Throws: ``Faults``, ``Misuse``
  /// - Parameter simulates: whether the session's number of futures plays a part
  func adjusted(simulates: Bool = true) throws -> LocatedScenario {
    try checkDestinations(against: nil)
    var located = try located()
    try checkDestinations(against: located)
    try located.adjust(typedChanges(simulates: simulates), in: surroundings)
    return located
  }

  /// - Parameter located: what a result is not to replace
  func checkDestinations(against located: LocatedScenario?) throws {
    var written: [(path: String, option: String)] = []
    if let raw = invocation.value(of: .raw) { written.append((raw.text, OptionRecord.raw.name)) }
    if case .file(let word) = invocation.statement.destination {
      if let output = invocation.value(of: .output) {
        throw invocation.misuse("'>' and \(OptionRecord.output.name) both say where the result goes", at: output)
      }
      written.append((word.text, ">"))
    } else if let output = invocation.value(of: .output) {
      if case .program = invocation.statement.destination {
        throw invocation.misuse("'|' and \(OptionRecord.output.name) both say where the result goes", at: output)
      }
      written.append((output.text, OptionRecord.output.name))
    }
    for (path, option) in written {
      try surroundings.check(destination: path, isNone: located?.files ?? [], option: option)
    }
    if let raw = invocation.value(of: .raw) { try surroundings.check(raw: raw.text, output: outputPath) }
  }

  /// What the options of the statement change.
  func typedChanges(simulates: Bool = true) throws -> ChangeList {
    var changes = ChangeList()
    let given = Evaluation.assignments(invocation.words(of: .set) ?? [])
    for (position, text) in given.enumerated() {
      let option = given.count == 1 ? OptionRecord.set.name : "\(OptionRecord.set.name) \(position + 1)"
      surroundings.know(text, as: option)
      changes.add { () throws(Faults) in try TypedChange(text, option: option) }
    }
    let months = invocation.value(of: .months)?.text
    let isNumber = months?.allSatisfy(\.isNumber) == true
    let values = [
      ("replicates", OptionRecord.replicates, invocation.value(of: .replicates)?.text),
      ("seed", OptionRecord.seed, invocation.value(of: .seed)?.text),
      ("months", OptionRecord.months, isNumber ? months.map { "\($0)mo" } : months),
    ]
    for (path, option, text) in values {
      guard let text else { continue }
      surroundings.know(text, as: option.name)
      changes.add { () throws(Faults) in TypedChange(path, to: text, option: option.name) }
    }
    if simulates, !invocation.has(.replicates), let replicates = session.replicates {
      changes.add { () throws(Faults) in .chosen("replicates", replicates, option: "run") }
    }
    return changes
  }

  /// A word with `=` begins an assignment; those without belong to the one before: `leaving=+20% from 2026-04`.
  private static func assignments(_ words: [Word]) -> [String] {
    var texts: [String] = []
    for word in words {
      if texts.isEmpty || word.text.contains("=") {
        texts.append(word.text)
      } else {
        texts[texts.count - 1] += " \(word.text)"
      }
    }
    return texts
  }

  /// How many threads work.
  func threads() throws -> Int {
    guard let word = invocation.value(of: .threads) else { return settings.threads ?? surroundings.processors }
    guard let number = Int(word.text), (1...1024).contains(number) else {
      throw invocation.misuse("\(OptionRecord.threads.name) takes 1 to 1024, not '\(word.text)'", at: word)
    }
    return number
  }

  /// What is asked for of a run.
  func request(metrics: [String] = [], months: [String] = []) throws -> RunRequest {
    RunRequest(
      metrics: metrics, months: months, format: try format(), threads: try threads(),
      variation: SourcesOfVariation(
        chance: !invocation.has(.noChance), parameters: !invocation.has(.noParameterUncertainty)),
      isRaw: invocation.has(.raw), memory: surroundings.memory)
  }
}

/// Changes that options make, with the faults of those that could not be read.
struct ChangeList {
  private(set) var changes: [TypedChange] = []
  private(set) var faults: [Diagnostic] = []

  mutating func add(_ change: () throws(Faults) -> TypedChange) {
    do throws(Faults) { changes.append(try change()) } catch { faults += error.diagnostics }
  }
}

extension LocatedScenario {
  /// Makes changes as one step, and tells what they came to.
  mutating func adjust(_ list: ChangeList, in surroundings: any Surroundings) throws(Faults) {
    var faults = list.faults
    var notes: [Diagnostic] = []
    do throws(Faults) { notes = try loaded.set(list.changes) } catch { faults += error.diagnostics }
    if !faults.isEmpty { throw Faults(faults) }
    if !notes.isEmpty { surroundings.tell(notes) }
  }
}
