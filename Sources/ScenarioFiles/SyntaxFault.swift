internal import WorkforceModel
internal import Yams

/// What libYAML says against a text, in our words, where the writer of the text should look.
struct SyntaxFault {
  private let error: any Error
  private let mask: TextMask
  private let lines: SourceLines

  init(_ error: any Error, mask: TextMask, lines: SourceLines) {
    self.error = error
    self.mask = mask
    self.lines = lines
  }

  private typealias Place = SourceLines.Place

  var diagnostic: Diagnostic {
    guard let error = error as? YamlError else { return fault("the text cannot be read", Place(line: 1, column: 1)) }
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // At the end of the text the mark stands in the padding.
      let isEnd = mark.line > lines.count
      let last = Place(line: lines.count, column: lines.line(lines.count).count + 1)
      let place = isEnd ? last : Place(line: mark.line, column: mark.column)
      let opened = context.map { Place(line: $0.mark.line, column: $0.mark.column) }
      return located(problem, at: place, context: context?.text ?? "", opened: opened)
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first.map(mask.unmasked) ?? ""
      return fault("duplicate key '\(key)'", Place(line: context.mark.line, column: context.mark.column))
    case .memory:
      return TreeReader.tooDeep(at: lines.range(Place(line: 1, column: 1))).diagnostics[0]
    default:
      return fault("the text cannot be read", Place(line: 1, column: 1))
    }
  }

  private func fault(_ message: String, _ place: Place, _ help: String...) -> Diagnostic {
    Diagnostic(message, at: lines.range(place), help: help)
  }

  private func located(_ problem: String, at place: Place, context: String, opened: Place?) -> Diagnostic {
    func says(_ part: String) -> Bool { problem.contains(part) }
    if says("tab character") || (says("cannot start any token") && lines.rest(place).first == "\t") {
      return fault("a tab cannot be used for indentation", place, "use spaces")
    }
    if says("another document") || says("document indicator") {
      return fault(
        "a second document begins here, and a scenario file holds one", place, "take out the line --- or ...")
    }
    if says("nesting level") { return TreeReader.tooDeep(at: lines.range(place)).diagnostics[0] }
    if says("unexpected end of stream"), let opened { return unclosedQuote(opened) }
    if context.contains("flow"), let fault = bracketFault(problem, at: place, opened: opened) { return fault }
    if context.contains("tag") || context.contains("directive") || says("tag handle") || says("directive") {
      return fault("tags (!…) and directives (%…) are not used", place, "put a text that begins with ! or % in quotes")
    }
    if says("mapping values are not allowed") {
      return fault(
        "a colon cannot stand here", place, "put a text with ': ' in it in quotes",
        "or check that this line begins in the same column as its neighbours")
    }
    if says("expected ':'"), let opened {
      return fault("expected 'key: value'", opened, "a colon and a space follow each key")
    }
    return indentationFault(problem, at: place, context: context, opened: opened)
  }

  private func unclosedQuote(_ opened: Place) -> Diagnostic {
    fault("a quote is not closed", opened, "a double quote inside double quotes is written \\\"")
  }

  private func bracketFault(_ problem: String, at place: Place, opened: Place?) -> Diagnostic? {
    guard let opened, let bracket = lines.rest(opened).first, bracket == "{" || bracket == "[" else {
      guard problem.contains("node content") else { return nil }
      return fault("a value is missing", place, "put a text that begins with a special character in quotes")
    }
    let close = bracket == "{" ? "}" : "]"
    guard opened.line == place.line, !lines.rest(place).isEmpty else {
      return fault(
        "the bracket '\(bracket)' is not closed", opened, "expected ',' or '\(close)' by line \(place.line)")
    }
    return fault(
      "expected ',' or '\(close)' here", place, "put a text with , : [ ] { or } in it in quotes")
  }

  private func indentationFault(_ problem: String, at place: Place, context: String, opened: Place?) -> Diagnostic {
    func says(_ part: String) -> Bool { problem.contains(part) }
    let isLineStart = lines.line(place.line).prefix(place.column - 1).allSatisfy { $0 == " " }
    if says("expected key"), lines.rest(place).first == ":" { return fault("a key is missing before the colon", place) }
    if says("did not find expected key") || says("expected '-' indicator") || says("<document start>") {
      guard isLineStart else {
        return fault("nothing may follow a closing quote or bracket", place, "put the whole text in quotes")
      }
      let neighbours = opened.map { "its neighbours begin in column \($0.column), from line \($0.line) on" }
      return Diagnostic(
        "the indentation of this line fits nothing above it", at: lines.range(place),
        help: [neighbours ?? "keys of one mapping begin in the same column"])
    }
    if says("block sequence entries") || says("mapping keys are not allowed") {
      let what = says("block sequence entries") ? "a list item" : "a key"
      return fault("\(what) cannot begin here", place, "put a text that begins with - or ? in quotes")
    }
    if says("escape") || says("hexdecimal") {
      return fault(
        "unknown escape in a text in double quotes", place, "write \\\\ for a backslash, or use single quotes")
    }
    if says("comment or line break") || context.contains("block scalar") {
      return fault(
        "nothing but a comment may follow | or >", place, "the text itself stands on the next lines, indented")
    }
    if says("cannot start any token") || says("alphabetic") {
      let first = lines.rest(place).first.map(String.init) ?? ""
      let character = context.contains("anchor") ? "&" : first
      return fault("a text cannot begin with '\(character)' unless quoted", place, "put the text in quotes")
    }
    if says("node content") { return fault("a value is missing", place) }
    return fault("this is not valid YAML: \(problem)", place)
  }
}
