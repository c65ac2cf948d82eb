/// A word that a command takes, or several of a kind.
public struct Operand: Sendable, Equatable {
  /// What a word is: what it may be, and what it is completed to.
  public enum Kind: Sendable, Equatable {
    case none
    case number
    case metric
    /// A metric, a grade, or the word for all targets.
    case pictured
    case month
    /// A path of the scenario.
    case path
    /// What a value at the path before it may be.
    case value
    /// A path and a value in one.
    case change
    /// A file, the name of a scenario that ships, or of one that the session has named.
    case scenario
    case name
    case grade
    case pathway
    case topic
    case file
    case format
    case onOff
    case words
  }

  public enum Count: Sendable, Equatable {
    case one, optional, any, several
  }

  public let kind: Kind
  /// What stands for it in usage.
  public let placeholder: String
  public let count: Count
  /// Where it stands only behind a word of the language: `at MONTH …`.
  public let keyword: String?

  init(_ kind: Kind, _ placeholder: String, _ count: Count = .one, after keyword: String? = nil) {
    self.kind = kind
    self.placeholder = placeholder
    self.count = count
    self.keyword = keyword
  }

  /// `[at MONTH …]`
  var usage: String {
    let word = (keyword.map { "\($0) " } ?? "") + placeholder
    switch count {
    case .one: return word
    case .optional: return "[\(word)]"
    case .any: return "[\(word) …]"
    case .several: return "\(word) …"
    }
  }

  /// What `plot` calls the chances of being at target.
  static let targetsPicture = "targets"
  static let metrics = Operand(.metric, "METRIC", .any)
  static let atMonths = Operand(.month, "MONTH", .any, after: "at")
  static let number = Operand(.number, "N", .optional)
}
