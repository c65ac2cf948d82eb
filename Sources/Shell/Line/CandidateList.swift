import Reports

/// What a word could be completed to, as lines of a screen.
public struct CandidateList: Sendable {
  public let candidates: [Candidate]

  public init(_ candidates: [Candidate]) { self.candidates = candidates }

  /// With what each is where that is known, a line for each; else side by side.
  /// - Parameters:
  ///   - width: columns
  ///   - height: lines at most
  public func lines(width: Int, height: Int) -> [String] {
    let hasWords = candidates.contains { !$0.description.isEmpty }
    let all = hasWords ? described(width) : sideBySide(width)
    let height = max(2, height)
    guard all.count > height else { return all }
    let left = hasWords ? candidates.count - height + 1 : all.count - height + 1
    return all.prefix(height - 1) + ["… and \(left) \(hasWords ? "more" : "more lines")"]
  }

  private func described(_ width: Int) -> [String] {
    let longest = candidates.map { DisplayWidth.of($0.text) }.max() ?? 0
    let room = min(longest, max(12, width * 2 / 3))
    return candidates.map { candidate in
      let blanks = String(repeating: " ", count: max(0, room - DisplayWidth.of(candidate.text)))
      return CandidateList.cut("\(candidate.text)\(blanks)  \(candidate.description)", to: width - 1)
    }
  }

  private func sideBySide(_ width: Int) -> [String] {
    let longest = (candidates.map { DisplayWidth.of($0.text) }.max() ?? 0) + 2
    let columns = max(1, (width - 1) / longest)
    let rows = (candidates.count + columns - 1) / columns
    return (0..<rows).map { row in
      let cells = stride(from: row, to: candidates.count, by: rows).map { candidates[$0].text }
      let padded = cells.dropLast().map {
        $0 + String(repeating: " ", count: max(0, longest - DisplayWidth.of($0)))
      }
      return CandidateList.cut((padded + cells.suffix(1)).joined(), to: width - 1)
    }
  }

  private static func cut(_ text: String, to width: Int) -> String {
    var trimmed = text[...]
    while trimmed.last == " " { trimmed.removeLast() }
    guard DisplayWidth.of(trimmed) > width else { return String(trimmed) }
    return DisplayWidth.prefix(trimmed, columns: max(1, width - 1)) + "…"
  }
}
