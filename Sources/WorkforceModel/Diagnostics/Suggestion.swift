/// "Did you mean …": the known names nearest to one that is not known.
public enum Suggestion {
  /// Up to three candidates within a third of the word's length in edits, nearest first, ties in the order given.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> [String] {
    let lowered = Array(word.lowercased().unicodeScalars.prefix(64))
    let bound = max(1, lowered.count / 3 + (lowered.count > 3 ? 1 : 0))
    var found: [(distance: Int, order: Int, name: String)] = []
    for (order, candidate) in candidates.enumerated() {
      let other = Array(candidate.lowercased().unicodeScalars.prefix(64))
      guard abs(lowered.count - other.count) <= bound || other.starts(with: lowered) else { continue }
      var distance = edits(lowered, other, atMost: bound)
      if lowered.count >= 3, other.starts(with: lowered) { distance = min(distance, 1) }
      if distance <= bound { found.append((distance, order, candidate)) }
    }
    found.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
    return found.prefix(3).map(\.name)
  }

  /// "did you mean a, b or c?", or nil when nothing is near.
  public static func help(for word: String, among candidates: some Sequence<String>) -> String? {
    let names = nearest(to: word, among: candidates)
    guard !names.isEmpty else { return nil }
    return "did you mean \(list(names, conjunction: "or"))?"
  }

  /// "a, b and c".
  public static func list(_ names: [String], conjunction: String = "and") -> String {
    if names.count > 20 { return names.prefix(20).joined(separator: ", ") + " and \(names.count - 20) more" }
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  /// Levenshtein distance with transpositions of neighbours counted as one edit (optimal string alignment); any number
  /// above `bound` when it is above.
  static func edits(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar], atMost bound: Int = .max) -> Int {
    if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
    var before = [Int](repeating: 0, count: second.count + 1)
    var previous = Array(0...second.count)
    for i in 1...first.count {
      var current = [i] + [Int](repeating: 0, count: second.count)
      for j in 1...second.count {
        let cost = first[i - 1] == second[j - 1] ? 0 : 1
        current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
        if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
          current[j] = min(current[j], before[j - 2] + 1)
        }
      }
      // A transposition reaches back two rows; beyond both nothing gets smaller.
      if let least = current.min(), let last = previous.min(), min(least, last) > bound { return least }
      before = previous
      previous = current
    }
    return previous[second.count]
  }
}
