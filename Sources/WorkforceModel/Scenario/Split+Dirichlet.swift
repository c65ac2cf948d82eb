/// Uncertain shares that always make up a whole: `dirichlet(PQiP-15 60, PQiP-21 30, PQiP-27 10)`. The numbers are its
/// concentrations: a name's mean share is its number over their sum, and the larger the sum, the closer the shares keep
/// to their means.
///
/// The shares are gamma numbers over their sum, each drawn at the path of its name (Devroye, Non-Uniform Random Variate
/// Generation, 1986, chapter XI.4.1), so that a name added leaves the draws of the others alone.
extension Split {
  static let call = "dirichlet"

  /// Reads the call; nil where the text is another, and nothing where the call has a fault, which is then told.
  static func readDirichlet(
    _ node: SourceNode, rule: SplitRule, path: String, in reading: inout Reading
  ) -> Split?? {
    guard let text = node.scalar, text.hasPrefix(call + "(") else { return .none }
    func fault(_ words: String, _ help: String) -> Split?? {
      reading.fault(words, at: node.range, help: [help])
      return .some(nil)
    }
    let example = "write dirichlet(A 60, B 30, C 10): a number above 0 for each name"
    guard let close = text.lastIndex(of: ")") else {
      return fault(
        "the bracket after \(call) is not closed",
        "inside { } a comma ends the value: quote it, or leave the commas out")
    }
    var each: Quantity.Recurrence?
    let after = text[text.index(after: close)...].split(separator: " ")
    if !after.isEmpty {
      guard after.count == 2, after[0] == "each", let known = Quantity.Recurrence(rawValue: String(after[1])),
        rule.share.recurrences.contains(known)
      else {
        let allowed = rule.share.recurrences.map { "each \($0)" }
        return fault(
          "'\(after.joined(separator: " "))' cannot follow \(call)(…)",
          allowed.isEmpty ? "nothing can follow it here" : "allowed: \(Suggestion.list(allowed, conjunction: "or"))")
      }
      each = known
    }
    let words = text[..<close].dropFirst(call.count + 1).split { $0 == " " || $0 == "," || $0 == ":" }
    guard words.count >= 4, words.count.isMultiple(of: 2) else {
      return fault("\(call) takes at least two names, each with a number", example)
    }
    var parts: [Part] = []
    for place in stride(from: 0, to: words.count, by: 2) {
      let key: String
      switch rule.key(String(words[place])) {
      case .success(let known): key = known
      case .failure(let problem): return fault(problem.words, example)
      }
      let scalars = Array(words[place + 1].unicodeScalars)
      guard let number = NumberText.leading(scalars[...]), number.count == scalars.count,
        (0.01...1e9).contains(number.value)
      else {
        return fault("'\(words[place + 1])' is not a number from 0.01 to a thousand million", example)
      }
      if parts.contains(where: { $0.key == key }) { return fault("'\(key)' stands twice", example) }
      reading.origins["\(path).\(key)"] = node.range
      var size = Quantity(.gamma(shape: number.value, scale: 1), .number)
      size.each = each
      parts.append(Part(key: key, share: Entry(size)))
    }
    var split = Split(parts: parts)
    split.isDirichlet = true
    return split
  }

  /// The call as text.
  var dirichletText: String {
    let each = parts.compactMap(\.share?.value.each).first
    let names = concentrations.map { "\($0.key) \(NumberText.shortest($0.size))" }
    return "\(Split.call)(\(names.joined(separator: ", ")))" + (each.map { " each \($0)" } ?? "")
  }

  /// The names with their concentrations; none where the shares are stated.
  public var concentrations: [(key: String, size: Double)] {
    guard isDirichlet else { return [] }
    return parts.compactMap { part in
      guard case .gamma(let shape, _) = part.share?.value.distribution else { return nil }
      return (part.key, shape)
    }
  }

  /// What a part is, in words: its share, that it is the rest, or its mean.
  public func words(_ part: Part) -> String {
    guard isDirichlet else { return part.share?.value.description ?? "the rest" }
    let sizes = concentrations
    let sum = sizes.reduce(0) { $0 + $1.size }
    let own = sizes.first { $0.key == part.key }?.size ?? 0
    return "\(Split.percent(own / sum)) on average (\(Split.call))"
  }
}
