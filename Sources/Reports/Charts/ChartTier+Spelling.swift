/// Texts in the alphabet of a tier.
extension ChartTier {
  var glyphs: ChartGlyphs { self == .ascii || self == .words ? .ascii : .unicode }

  /// The text in the tier's alphabet, on one line.
  public func spelled(_ text: String) -> String {
    let line = TextRenderer.oneLine(text)
    guard self == .ascii, !line.utf8.allSatisfy({ $0 < 0x80 }) else { return line }
    return line.map { ChartTier.substitutes[$0] ?? ($0.isASCII ? String($0) : "?") }.joined()
  }

  /// The table in the tier's alphabet.
  func spelled(_ table: Table) -> Table {
    var spelled = table
    for column in spelled.columns.indices {
      spelled.columns[column].header = self.spelled(table.columns[column].header)
    }
    spelled.rows = table.rows.map { $0.map { self.spelled($0) } }
    return spelled
  }

  /// The text on one line that is not wider than so many columns.
  func fitted(_ text: String, columns: Int) -> String {
    let line = spelled(text)
    guard DisplayWidth.of(line) > columns else { return line }
    guard columns > 1 else { return columns < 1 ? "" : glyphs.ellipsis }
    return DisplayWidth.prefix(line, columns: columns - 1) + glyphs.ellipsis
  }

  private static let substitutes: [Character: String] = [
    "−": "-", "–": "-", "—": "-", "…": "...", "·": ".", "×": "x", "÷": "/", "±": "+/-", "≈": "~", "≤": "<=", "≥": ">=",
    "→": "->", "“": "\"", "”": "\"", "‘": "'", "’": "'", "£": "GBP ", "€": "EUR ", "\u{A0}": " ", "\u{202F}": " ",
    "é": "e", "è": "e", "ê": "e", "à": "a", "â": "a", "ç": "c", "ô": "o", "ö": "oe", "ä": "ae", "ü": "ue", "ß": "ss",
    "ŵ": "w", "ŷ": "y", "î": "i", "ï": "i", "û": "u", "ù": "u", "Ŵ": "W", "Ŷ": "Y", "É": "E",
  ]
}
