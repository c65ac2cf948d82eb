/// Sources as they are cited in a table: each by a number, and told once below it.
struct SourceNumbers {
  private var sources: [String] = []

  /// `[1]`, the same for the same source.
  mutating func number(_ source: String) -> String {
    if let known = sources.firstIndex(of: source) { return "[\(known + 1)]" }
    sources.append(source)
    return "[\(sources.count)]"
  }

  /// The sources by their numbers.
  var notes: [Document.Block] { sources.enumerated().map { .note("[\($0 + 1)] \($1)") } }
}
