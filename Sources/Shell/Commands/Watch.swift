import Reports
import WorkforceModel

/// A file that is being written in another window.
extension CommandRecord {
  static let watch = CommandRecord(
    "watch", .script, [.file],
    summary: "show the results of a scenario or a script again each time its file changes",
    discussion: """
      Of a scenario the table of 'run' is shown, of a script (FILE.cadre) whatever it shows. A change of a file that the \
      scenario extends counts too. What is wrong in the file is told, and it is waited for to be mended. Ctrl-C ends it; \
      the session is then as it was before.
      """,
    examples: ["get seed; record session.cadre; watch session.cadre"], file: .none, hasResult: false, isRecorded: false
  ) { try $0.watch() }
}

extension Evaluation {
  fileprivate func watch() throws {
    let word = invocation[.file][0]
    let isScript = word.text.hasSuffix(CommandRecord.scriptEnding)
    if isScript {
      _ = try surroundings.text(of: word.text)
    } else if try open(word).files[0].path == nil {
      throw Faults("\(word.text) is no file, and cannot change", at: word.range)
    }
    var paths: Set<String> = [word.text]
    while true {
      // Taken before the file is read: what changes while it is shown is seen.
      var states = Dictionary(uniqueKeysWithValues: paths.map { ($0, surroundings.state(of: $0)) })
      var trial = session
      // Who watches does not turn pages.
      trial.settings.isPaged = false
      do {
        if isScript {
          try trial.run(try surroundings.text(of: word.text), source: word.text, in: surroundings)
        } else {
          trial.change(to: try open(word))
          try trial.run(CommandRecord.table.name, source: word.text, in: surroundings)
        }
      } catch {
        guard let failure = Failure(error) else { throw error }
        if failure.code == Failure.interrupted { return }
        surroundings.tell(failure.diagnostics)
      }
      paths = [word.text]
      paths.formUnion(trial.current?.files.compactMap(\.path) ?? [])
      for path in paths where states[path] == nil { states[path] = surroundings.state(of: path) }
      note("watching \(Suggestion.list(paths.sorted(), conjunction: "and")); Ctrl-C ends it")
      guard surroundings.wait(forChangeOf: states) else { return }
    }
  }
}
