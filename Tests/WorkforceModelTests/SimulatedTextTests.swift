import OrderedCollections
import ScenarioFiles
import TestSupport
import Testing

@testable import WorkforceModel

/// The text that is equal exactly when the same is simulated.
@Suite struct SimulatedTextTests {
  private static func simulated(_ text: String) throws -> String { try Samples.read(text).scenario.simulatedText }

  @Test func namesNotesSeedAndOrderMeanNothing() throws {
    let scenario = try Samples.read(Samples.full).scenario
    var bare = scenario
    bare.name = Entry("other")
    bare.note = nil
    bare.seed = Entry(1)
    bare.replicates = Entry(7)
    for key in bare.grades.keys { bare.grades[key]?.name = nil }
    for key in bare.pathways.keys { bare.pathways[key]?.name = Entry("x") }
    bare.grades["PO"]?.opening.provenance = Provenance()
    bare.grades["PO"]?.service.provenance.note = "x"
    bare.grades.reverse()
    bare.pathways.reverse()
    bare.intakes["autumn"]?.differing.reverse()
    bare.factors["labour-market"]?.moves.value.reverse()
    #expect(bare.simulatedText == scenario.simulatedText)
    let spelt = Samples.full.replacing("<5y", with: "<60mo").replacing("months: 60mo", with: "months: 5y")
    #expect(try Self.simulated(spelt.replacing("leaving.<60mo", with: "leaving.<5y")) == scenario.simulatedText)
  }

  /// What to change each row's value into, where a small change of its number would not be allowed.
  private static let other: [String: String] = [
    "start": "2024-10", "months": "59mo", "fte-per-head": "0.5",
    "service": "{<5y: 50%, 5y-10y: 10%, 10y+: {share: 40%, to: 30y}}",
    "capacity": "77%", "target": "5 fte", "rate": "5%/yr", "multiplier": "×1.3", "opening": "17", "from": "PSO",
    "to": "PSO",
    "at-service": "7mo", "family": "Other", "employed-as": "SPO", "qualifies-as": "SPO", "attrition": "1%/mo",
    "withdrawn": "SPO", "learners": "{1mo: 3}", "starts": "every 12mo from 2025-09 until 2029-09", "places": "3",
    "fill": "33%",
    "into": "PSO", "number": "3/yr", "year-begins": "july", "on-costs": "11%", "uplift": "×1.7",
    "by-origin": "{PQiP-15: ×1.5}", "yearly-variation": "3%", "persistence": "0.9", "in": "[june]", "pay": "£5",
    "share": "3%", "waiting": "3mo", "awaiting": "{2024-11: 1}", "cost-per-starter": "£7",
    "cost-per-learner-month": "£7", "late": "3mo", "counts": "without-learners", "after": "2mo", "at-most": "1/mo",
    "kind": "recruits", "moves": "[grades.PO.fte-per-head]", "weight": "0.1",
  ]
  private static let alsoAllowed: [String: String] = [
    "kind": "returners", "from": "{SPO: 5%}", "into": "{PQiP-15: 1%, PQiP-21: 99%}",
  ]
  private static let notSimulated: Set<String> = [
    "cadre", "name", "note", "seed", "replicates", "prices", "metric", "at", "value",
  ]
  /// Rows that allow one word alone, whose meaning is that they are there; and what nothing else fits in the sample:
  /// by-origin names who qualifies as PO, and nobody waits on the second pathway.
  private static let oneWord: Set<String> = [
    "grades.PO.divided-by", "recruitment.vacancies.fill", "pathways.PQiP-15.qualifies-as", "pathways.PQiP-21.awaiting",
  ]

  @Test func everySimulatedValueCounts() throws {
    // Without the factor no draw is needed anywhere, so any value may become certain.
    let text = Samples.full.replacing(
      "moves: [grades.PO.leaving.<5y, grades.PSO.leaving]", with: "moves: [moves.promotion.rate]")
    let read = try Samples.read(text)
    var changed = 0
    for value in read.scenario.values where !Self.notSimulated.contains(Self.last(value.path)) {
      let row = Self.last(value.path)
      if value.path == "moves.promotion.rate" || Self.oneWord.contains(value.path) { continue }
      let months = value.path.hasPrefix("pathways") && row == "months" ? "20mo" : Self.other[row]
      let candidates = [months, Self.alsoAllowed[row], row == "into" ? "PO" : nil].compactMap(\.self)
      let texts = candidates.compactMap { candidate -> String? in
        guard let node = try? ScenarioText.value(candidate, source: "--set", column: 1) else { return nil }
        let place = SourceRange(source: "--set", line: 1, column: 1)
        return try? read.setting(value.path, to: node, pathRange: place).result.scenario.simulatedText
      }
      #expect(texts.contains { $0 != read.scenario.simulatedText }, "\(value.path)")
      changed += 1
    }
    #expect(changed > 50)
  }

  private static func last(_ path: String) -> String { path.split(separator: ".").last.map(String.init) ?? "" }
}
