/// What a word could be completed to.
public struct Candidate: Sendable, Equatable {
  /// As it would stand in the line.
  public var text: String
  /// What it is, in a few words: of a value its unit, what it is now, what it is for.
  public var description: String
  /// Whether nothing can follow it without a blank: not so of `grades.`, behind which a name goes on.
  public var isWhole: Bool

  public init(_ text: String, _ description: String = "", isWhole: Bool = true) {
    self.text = text
    self.description = description
    self.isWhole = isWhole
  }
}

/// What can stand at the end of what was typed.
public struct Completion: Sendable, Equatable {
  /// How many Unicode scalars before the cursor the candidates take the place of.
  public var replaced: Int
  public var candidates: [Candidate]

  /// What all candidates begin with.
  public var commonPrefix: String {
    guard let first = candidates.first?.text else { return "" }
    return candidates.dropFirst().reduce(first) { prefix, candidate in
      String(zip(prefix, candidate.text).prefix { $0 == $1 }.map(\.0))
    }
  }
}
