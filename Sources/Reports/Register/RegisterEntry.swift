public import WorkforceModel

/// One line of the assumptions register: a value, what it was taken to mean, and who answers for it.
public struct RegisterEntry: Sendable, Equatable {
  /// What is missing; the words are those of table, CSV and JSON alike.
  public enum Flag: String, Sendable, CaseIterable {
    case noSource = "no source"
    case noOwner = "no owner"
    case neverReviewed = "never reviewed"
    case expired = "past its date"
  }

  public let path: String
  public let value: String
  /// Empty where the value says it all.
  public let meaning: String
  public let provenance: Provenance
  public let flags: [Flag]
  /// Where it was written: file:line:column, or the option.
  public let written: String?

  /// - Parameter date: what a date until which the value is valid is held against
  init(path: String, value: String, meaning: String, provenance: Provenance, written: String?, on date: Month) {
    self.path = path
    self.value = value
    self.meaning = meaning
    self.provenance = provenance
    self.written = written
    flags = Flag.allCases.filter { flag in
      switch flag {
      case .noSource: !RegisterEntry.isSourced(provenance) && !RegisterEntry.isAssumed(provenance)
      case .noOwner: provenance.owner == nil
      case .neverReviewed: provenance.reviewed == nil
      case .expired: provenance.validUntil.map { $0 < date } ?? false
      }
    }
  }

  static func isSourced(_ provenance: Provenance) -> Bool { provenance.source != nil }
  static func isAssumed(_ provenance: Provenance) -> Bool { provenance.assumption == true }
}
