/// What is gathered while a scenario is read: every fault, and where each value stands.
public struct Reading: Sendable {
  public var diagnostics: [Diagnostic] = []
  /// Path of a value or of a named thing → where it was written.
  public var origins: [String: SourceRange] = [:]

  /// Where the path stands that is being set; nil while a file is read.
  public var pathRange: SourceRange?
  /// The month at whose end the scenario opens: the month of the old value where a value gets dates. Nil while a file
  /// is read.
  var start: Month?
  /// What has been changed so far, in order; empty while a file is read.
  var applied: [AppliedChange] = []
  /// The months from which changes hold, with their places.
  var monthsNamed: [(place: SourceRange, month: Month)] = []
  /// What is to be said of the change that is being made, in words.
  var remarks: [String] = []
  /// The month from which the change holds that is being made, as typed.
  var changedFrom: String?

  /// Whether the text lies over others, which it changes: `none` then takes out what they say.
  var isOver = false
  /// Paths whose values this text replaces or takes out, with everything below them.
  var replaced: Set<String> = []
  /// Paths with a fault of their own, which are not told as missing too: misspelt, or not to be read.
  var told: Set<String> = []

  public init() {}

  public mutating func fault(_ message: String, at range: SourceRange?, label: String? = nil, help: [String?] = []) {
    // A message quotes what it found; a text of a thousand characters says no more than its beginning.
    let shown = message.utf8.count > 600 ? String(message.unicodeScalars.prefix(400)) + "…" : message
    diagnostics.append(Diagnostic(shown, at: range, label: label, help: help.compactMap(\.self)))
  }

  public mutating func warn(_ message: String, at range: SourceRange?, help: [String] = []) {
    diagnostics.append(Diagnostic(message, at: range, severity: .warning, help: help))
  }

  /// A value that has been taken out stands nowhere any more.
  mutating func forget(_ path: String) {
    origins = origins.filter { $0.key != path && !$0.key.hasPrefix(path + ".") }
  }

  /// Tells of a named thing or a list that has been taken out.
  mutating func takeOut(_ path: String, _ before: SourceNode, by change: Change) {
    forget(path)
    let text = before.flowText
    applied.append(
      AppliedChange(
        path: path, before: text.count > 200 ? text.prefix(200) + "…" : text, after: "none", numbers: [], remarks: [],
        help: nil, range: change.range))
  }

  /// How a number is given where it stands: in a file by itself, otherwise as the change that makes it so.
  func given(_ quantity: Quantity, at path: String) -> String {
    guard let pathRange else { return "\(quantity)" }
    // As it would be typed where the change was.
    func change(_ path: String, _ value: String) -> String {
      pathRange.source.hasPrefix("--") ? "--set '\(path)=\(value)'" : "set \(path) \(value)"
    }
    guard let from = changedFrom else { return change(path, "\(quantity)") }
    // What holds from that month on is given from that month on: the value has no entry for it yet.
    let own = path.hasSuffix(".\(from)") ? String(path.dropLast(from.count + 1)) : path
    return change(own, "\(quantity)\(own == path ? "" : " from \(from)")")
  }

  /// Adds to what is said of the last change made.
  mutating func remark(_ words: [String]) {
    guard let last = applied.indices.last else { return }
    applied[last].remarks += words
  }

  /// "did you mean …?", as long as there are few faults: a suggestion costs time for every name there is, and nobody
  /// reads the fiftieth.
  func suggestion(for word: String, among names: some Sequence<String>) -> String? {
    diagnostics.count < 50 ? Suggestion.help(for: word, among: names) : nil
  }

  /// Takes in what was gathered from a text that lies over the texts so far.
  mutating func lay(_ over: Reading) {
    diagnostics += over.diagnostics
    told.formUnion(over.told)
    if !over.replaced.isEmpty { origins = origins.filter { !over.replaces($0.key) } }
    origins.merge(over.origins) { $1 }
  }

  /// Whether the path, or one that it lies below, is replaced.
  private func replaces(_ path: String) -> Bool {
    var path = Substring(path)
    while !replaced.contains(String(path)) {
      guard let dot = path.lastIndex(of: ".") else { return false }
      path = path[..<dot]
    }
    return true
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
