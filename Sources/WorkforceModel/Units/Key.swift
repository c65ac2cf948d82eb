/// What a name in a scenario may look like: `PO`, `PQiP-15`, `labour-market`.
public enum Key {
  /// Words that mean something where a name could stand.
  /// Beside the shares of a split, the keys of provenance are its provenance.
  public static let reserved = Set(["leave", "rest", "none", "all", "value"] + Provenance.keys.map(\.key))
  public static let longest = 64

  /// Why the text cannot be a name, or nil when it can.
  public static func fault(in text: String) -> String? {
    if text.isEmpty { return "a name cannot be empty" }
    if text.unicodeScalars.count > longest { return "a name has at most \(longest) characters" }
    if reserved.contains(text) { return "'\(text)' has a meaning of its own and cannot be a name" }
    let scalars = Array(text.unicodeScalars)
    guard scalars[0].properties.isAlphabetic else { return "a name begins with a letter" }
    for scalar in scalars {
      let isDigit = ("0"..."9").contains(scalar)
      guard scalar.properties.isAlphabetic || isDigit || scalar == "-" || scalar == "_" else {
        return "a name is made of letters, digits, '-' and '_'"
      }
    }
    return nil
  }
}

extension String {
  /// Ascending by Unicode scalars: the one order of names that a file's order or a locale cannot change.
  public static func byScalars(_ first: String, _ second: String) -> Bool {
    first.unicodeScalars.lexicographicallyPrecedes(second.unicodeScalars)
  }
}
