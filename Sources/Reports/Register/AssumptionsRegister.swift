public import WorkforceModel

/// What a scenario takes for granted: every value given to a grade, a pathway, an intake …, and every number inside one
/// that says for itself where it comes from. Names, and figures that are only compared with, are not in it.
public struct AssumptionsRegister: Sendable {
  public let entries: [RegisterEntry]
  /// What dates of validity are held against.
  public let date: Month

  /// - Parameter date: nil for the scenario's start, so that the register does not change with the day it is asked for
  public init(_ read: ReadScenario, on date: Month? = nil) {
    let scenario = read.scenario
    let date = date ?? scenario.start.value
    self.date = date
    let meaning = QuantityMeaning(scenario: scenario)
    func entry(_ path: String, _ value: String, _ words: String, _ provenance: Provenance) -> RegisterEntry {
      let place = read.origins[path].map { "\($0.source):\($0.line):\($0.column)" }
      return RegisterEntry(
        path: path, value: value, meaning: words, provenance: provenance, written: place, on: date)
    }
    entries = scenario.values.filter(AssumptionsRegister.belongs).flatMap { value in
      let apart = value.quantities.filter { !$0.path.isEmpty && $0.entry.provenance != Provenance() }
      // A value whose every number speaks for itself has nothing left to say.
      let isWhole = apart.isEmpty || apart.count < value.quantities.count || value.provenance != Provenance()
      let whole = entry(value.path, value.text, meaning.words(value), value.provenance)
      return (isWhole ? [whole] : [])
        + apart.map { part in
          entry(
            "\(value.path).\(part.path)", part.quantity.description, meaning.words(part.quantity, path: value.path),
            part.entry.provenance.completed(by: value.provenance))
        }
    }
  }

  private static func belongs(_ value: ParameterValue) -> Bool {
    // What has no point in its path is about the run: its start and its length.
    value.isGiven && value.isSimulated && !value.isText && value.path.contains(".")
  }

  /// "78 values: 41 with a source and 49 assumed, of which 15 both; 3 neither."
  public var summary: String {
    let sourced = entries.filter { RegisterEntry.isSourced($0.provenance) }
    let both = sourced.count { RegisterEntry.isAssumed($0.provenance) }
    let assumed = entries.count { RegisterEntry.isAssumed($0.provenance) }
    let neither = entries.count { $0.flags.contains(.noSource) }
    return "\(Shown.count(entries.count, "value")): \(sourced.count) with a source, \(assumed) assumed"
      + (both > 0 ? " (\(both) of them both)" : "") + ", \(neither) neither."
  }
}

extension Provenance {
  /// What is said for a whole value holds for a part of it that does not say otherwise; a note is about what it stands at.
  fileprivate func completed(by whole: Provenance) -> Provenance {
    var result = self
    if source == nil, assumption == nil { (result.source, result.assumption) = (whole.source, whole.assumption) }
    result.owner = owner ?? whole.owner
    result.reviewed = reviewed ?? whole.reviewed
    result.validUntil = validUntil ?? whole.validUntil
    return result
  }
}
