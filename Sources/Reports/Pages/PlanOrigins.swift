import WorkforceModel

/// Where numbers come from, in a few characters: `39:7 [1]`, with the sources numbered as they come up.
struct PlanOrigins {
  private let places: [String: SourceRange]
  /// The file that most values stand in; its name is said once.
  let file: String
  private(set) var sources: [String] = []

  init(_ places: [String: SourceRange]) {
    self.places = places
    var tally: [String: Int] = [:]
    for place in places.values { tally[place.source, default: 0] += 1 }
    let most = tally.max { ($0.value, $1.key) < ($1.value, $0.key) }
    file = most?.key ?? ""
  }

  /// The place of a value, and its source or that it is assumed.
  /// - Parameter provenance: of the value itself, then of what it stands in; the first that says anything counts
  mutating func words(_ path: String, _ provenance: Provenance...) -> String {
    var words: [String] = []
    if let place = place(path) {
      // An option has one line; a file that the scenario extends, or that extends another, has many.
      let own = place.source == file ? "" : place.source
      let isOption = own.hasPrefix("--")
      words.append(isOption ? own : (own.isEmpty ? "" : own + ":") + "\(place.line):\(place.column)")
    }
    let known = provenance.first { $0.source != nil || $0.assumption != nil } ?? Provenance()
    if let source = known.source { words.append("[\(number(source))]") }
    if known.assumption == true { words.append("assumed") }
    if let changed = provenance.lazy.compactMap(\.changed).first { words.append("changed \(changed)") }
    return words.joined(separator: " ")
  }

  /// The place of the value, or of the nearest thing around it.
  private func place(_ path: String) -> SourceRange? {
    var path = Substring(path)
    while true {
      if let place = places[String(path)] { return place }
      guard let dot = path.lastIndex(of: ".") else { return nil }
      path = path[..<dot]
    }
  }

  private mutating func number(_ source: String) -> Int {
    if let known = sources.firstIndex(of: source) { return known + 1 }
    sources.append(source)
    return sources.count
  }
}
