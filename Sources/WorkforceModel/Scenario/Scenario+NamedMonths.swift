import OrderedCollections

extension Scenario {
  /// The months of the year in which what a path says acts; nil where it acts in every month.
  /// - Parameter path: of a leaving rate, a move or a recruitment, or of anything in it
  public func namedMonths(at path: String) -> NamedMonths? {
    let segments = path.split(separator: ".").map(String.init)
    guard segments.count > 2 else { return nil }
    switch segments[0] {
    case "grades" where segments[2] == "leaving": return grades[segments[1]]?.leaving.in?.value
    case "moves": return moves[segments[1]]?.in?.value
    case "recruitment": return recruitment[segments[1]]?.in?.value
    default: return nil
    }
  }
}

extension NamedMonths {
  /// "april and october".
  public var words: String { Suggestion.list(months.map { NamedMonths.names[$0 - 1] }) }
}
