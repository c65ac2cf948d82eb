/// Finds brackets nested too deeply before libYAML sees them: it takes time in proportion to their depth for each token.
///
/// The scan knows quotes, comments and plain texts, not all of YAML; a text that deceives it costs libYAML a second and
/// is then refused by depth.
struct NestingScan {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0
  /// A quote opens a quoted text, and a bracket opens in block context, only where a value can begin.
  private var isStart = true

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// The offset of the first bracket deeper than `most`; nil when there is none.
  mutating func firstDeeper(than most: Int) -> Int? {
    while position < scalars.count {
      let scalar = scalars[position]
      switch scalar {
      case "[", "{":
        guard isStart || depth > 0 else { break }
        depth += 1
        if depth > most { return position }
        isStart = true
      case "]", "}":
        depth = max(0, depth - 1)
        isStart = false
      case ",":
        if depth > 0 { isStart = true }
      case "\"", "'":
        if isStart { skipQuoted(by: scalar) }
        isStart = false
      case "#":
        if isBlank(position - 1) { skipLine() }
      case ":", "-", "?":
        isStart = isBlank(position + 1) && (isStart || scalar == ":")
      case " ", "\t": break
      default: isStart = SourceLines.isBreak(scalar)
      }
      position += 1
    }
    return nil
  }

  private func isBlank(_ at: Int) -> Bool {
    guard scalars.indices.contains(at) else { return true }
    return scalars[at] == " " || scalars[at] == "\t" || SourceLines.isBreak(scalars[at])
  }

  /// Leaves the position on the closing quote.
  private mutating func skipQuoted(by quote: Unicode.Scalar) {
    position += 1
    while position < scalars.count, scalars[position] != quote {
      if quote == "\"", scalars[position] == "\\" { position += 1 }
      position += 1
    }
  }

  /// Leaves the position before the line break.
  private mutating func skipLine() {
    while position + 1 < scalars.count, !SourceLines.isBreak(scalars[position + 1]) { position += 1 }
  }
}
