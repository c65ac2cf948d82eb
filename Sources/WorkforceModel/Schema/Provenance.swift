/// Where a value comes from and who answers for it.
public struct Provenance: Equatable, Sendable {
  public var source: String?
  /// True when the value is assumed, not taken from a source.
  public var assumption: Bool?
  public var note: String?
  public var owner: String?
  /// The month in which somebody last looked at the value.
  public var reviewed: Month?
  /// The last month for which the value is meant to hold.
  public var validUntil: Month?
  /// What has been done to the number since: it is the source's, changed by this.
  public var changed: String?

  public init(
    source: String? = nil, assumption: Bool? = nil, note: String? = nil, owner: String? = nil,
    reviewed: Month? = nil, validUntil: Month? = nil, changed: String? = nil
  ) {
    self.source = source
    self.assumption = assumption
    self.note = note
    self.owner = owner
    self.reviewed = reviewed
    self.validUntil = validUntil
    self.changed = changed
  }

  /// The keys, as written, with what each is for.
  public static let keys: [(key: String, summary: String)] = [
    ("source", "the document and the place in it that the value comes from"),
    ("assumption", "true when the value is assumed, not taken from a source"),
    ("note", "the reasoning, or anything that a reader should know"),
    ("owner", "who answers for the value"),
    ("reviewed", "the month in which somebody last looked at it"),
    ("valid-until", "the last month for which the value is meant to hold"),
    ("changed", "what was done to the number that the source gives: +20%; written by relative changes"),
  ]

  static func isKey(_ text: String) -> Bool { keys.contains { $0.key == text } }

  /// Takes one provenance entry from a text.
  mutating func read(_ member: SourceNode.Member, in reading: inout Reading) {
    guard let text = member.value.scalar, !member.value.isEmpty else {
      reading.fault("\(member.key) is a text, not \(member.value.words)", at: member.value.range)
      return
    }
    switch member.key {
    case "source": source = text
    case "note": note = text
    case "owner": owner = text
    case "changed": changed = text
    case "assumption":
      guard text == "true" || text == "false" else {
        reading.fault("assumption is true or false, not '\(text)'", at: member.value.range)
        return
      }
      assumption = text == "true"
    case "reviewed", "valid-until":
      guard let month = Month(text) else {
        reading.fault("\(member.key) is a month such as 2024-09, not '\(text)'", at: member.value.range)
        return
      }
      if member.key == "reviewed" { reviewed = month } else { validUntil = month }
    default: break
    }
  }

  /// The entries that are given, in the order of ``keys``.
  var members: [(String, SourceNode)] {
    var found: [(String, SourceNode)] = []
    if let source { found.append(("source", .text(source))) }
    if let assumption { found.append(("assumption", .text(assumption ? "true" : "false"))) }
    if let note { found.append(("note", .text(note))) }
    if let owner { found.append(("owner", .text(owner))) }
    if let reviewed { found.append(("reviewed", .text(reviewed.description))) }
    if let validUntil { found.append(("valid-until", .text(validUntil.description))) }
    if let changed { found.append(("changed", .text(changed))) }
    return found
  }

  /// Says that the number is no longer as it was given. Where nothing is said of it, there is nothing to mend.
  mutating func markChanged(_ words: String) {
    guard self != Provenance() else { return }
    changed = changed.map { "\($0), \(words)" } ?? words
  }

  /// The source in quotes, the beginning of a long one.
  var shownSource: String? {
    source.map { $0.count > 60 ? "\"\($0.prefix(60))…\"" : "\"\($0)\"" }
  }

  /// What is said of a value, in a few words: its source, or that it is an assumption.
  var words: String? {
    if let shownSource { return "source \(shownSource)" }
    if assumption == true { return "its mark as an assumption" }
    return members.isEmpty ? nil : Suggestion.list(members.map(\.0))
  }
}
