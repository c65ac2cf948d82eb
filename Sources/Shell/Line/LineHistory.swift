/// What was typed, the last at the end, each once.
public struct LineHistory: Sendable, Equatable {
  public private(set) var entries: [String] = []
  /// How many are kept.
  public let limit: Int

  public init(_ entries: [String] = [], limit: Int = 5000) {
    self.limit = limit
    // The last of those that are alike stays.
    var known: Set<String> = []
    let kept = entries.reversed().filter { known.insert($0).inserted }.prefix(limit)
    self.entries = kept.reversed()
  }

  /// Adds what was typed, and forgets where it stood before. What is blank or begins with a blank is not kept.
  /// - Returns: whether it is kept
  @discardableResult
  public mutating func add(_ typed: String) -> Bool {
    guard let first = typed.first, !first.isWhitespace else { return false }
    // What completion leaves behind a word makes no other line of it.
    let text = String(typed.reversed().drop { $0 == " " }.reversed())
    entries.removeAll { $0 == text }
    entries.append(text)
    if entries.count > limit { entries.removeFirst() }
    return true
  }

  /// The place of the next older entry that begins with a text.
  /// - Parameter place: an entry's; the number of entries for what is being typed
  public func older(than place: Int, beginningWith prefix: String) -> Int? {
    entries[..<min(place, entries.count)].lastIndex { $0.hasPrefix(prefix) }
  }

  public func newer(than place: Int, beginningWith prefix: String) -> Int? {
    guard place + 1 < entries.count else { return nil }
    return entries[(place + 1)...].firstIndex { $0.hasPrefix(prefix) }
  }

  /// What the last entry that begins with a text goes on with.
  public func continuation(of text: String) -> String? {
    guard let entry = entries.last(where: { $0.hasPrefix(text) && $0.count > text.count }) else { return nil }
    return String(entry.dropFirst(text.count))
  }

  // MARK: as a file

  /// An entry as a line of a file.
  public static func written(_ entry: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": line.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": line.append(contentsOf: "\\n".unicodeScalars)
      default: line.append(scalar)
      }
    }
    return String(line) + "\n"
  }

  /// The entries of a file; what is no entry of ours is one all the same.
  public init(file text: String, limit: Int = 5000) {
    // Scalar by scalar: with what stands before it a line break may be one character.
    let entries = text.unicodeScalars.split(separator: "\n").map { line in
      var entry = String.UnicodeScalarView()
      var isEscaped = false
      for scalar in line {
        if isEscaped {
          entry.append(scalar == "n" ? "\n" : scalar)
          isEscaped = false
        } else if scalar == "\\" {
          isEscaped = true
        } else {
          entry.append(scalar)
        }
      }
      return String(entry)
    }
    self.init(entries.filter { !$0.isEmpty }, limit: limit)
  }
}
