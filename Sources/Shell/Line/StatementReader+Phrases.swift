import WorkforceModel

extension StatementReader {
  /// The words of each statement of a text, as far as they can be read: a text that is being typed is often wrong.
  static func phrases(_ text: String) -> [[Word]] {
    var reader = StatementReader(text, source: "")
    var phrases: [[Word]] = []
    while !reader.isAtEnd {
      do throws(Faults) {
        if let statement = try reader.next() { phrases.append(statement.words) }
      } catch {
        if !reader.words.isEmpty { phrases.append(reader.words) }
        reader.skipLine()
      }
    }
    return phrases
  }
}
