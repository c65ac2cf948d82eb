import WorkforceModel

/// Months as they are asked for: one by one, or as a span `2025-03..2029-03`, with `step 12` behind it for every twelfth.
enum MonthSpans {
  /// - Parameter fault: makes a fault of words, the word at fault, and help
  /// - Returns: texts, which are months only where they were part of a span
  static func expanded(_ words: [Word], fault: (String, Word, [String]) -> any Error) throws -> [String] {
    var texts: [String] = []
    var position = 0
    while position < words.count {
      let word = words[position]
      position += 1
      guard let dots = word.text.firstRange(of: "..") else {
        if word.isKeyword("step") {
          throw fault("'step' stands behind a span of months", word, ["for example: at 2025-03..2029-03 step 12"])
        }
        texts.append(word.text)
        continue
      }
      guard let first = Month(String(word.text[..<dots.lowerBound])),
        let last = Month(String(word.text[dots.upperBound...])),
        first <= last
      else {
        throw fault("a span of months is FIRST..LAST, not '\(word.text)'", word, ["for example: at 2025-03..2029-03"])
      }
      var step = 1
      if words.indices.contains(position), words[position].isKeyword("step") {
        guard words.indices.contains(position + 1),
          let span = Int(words[position + 1].text) ?? MonthSpan(words[position + 1].text)?.months, span >= 1
        else { throw fault("'step' takes a number of months, such as 12", words[position], []) }
        step = span
        position += 2
      }
      texts += stride(from: first.index, through: last.index, by: step).prefix(1200).map {
        Month(index: $0).description
      }
    }
    return texts
  }
}
