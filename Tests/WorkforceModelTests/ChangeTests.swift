import OrderedCollections
import ScenarioFiles
import TestSupport
import Testing

@testable import WorkforceModel

/// Relative and dated changes, in every form.
@Suite struct ChangeTests {
  static let text = Samples.with(
    """
    grades:
      PO:
        opening: {value: 5437, source: "HMI"}
        service: {<5y: 36%, 5y+: {share: 64%, to: 30y}}
        leaving: {rate: {<5y: 7.6%/yr, 5y+: lognormal(7.9% 0.13)/yr}, multiplier: ×1.1}
        target: {2022-09: 6160 fte, 2025-09: 7115 fte by 2026-09, 2027-09: 7200 fte}
        capacity: {<9mo: 80%, 9mo+: 100%}
      PSO: {opening: 3945 fte, service: {<5y: 50%, 5y+: {share: 50%, to: 30y}}, leaving: {value: 12%/yr, source: "HMPPS"}}
    pathways:
      P: {months: 15mo, employed-as: PSO, qualifies-as: PO, attrition: 20% over pathway,
          withdrawn: {leave: 30%, PSO: rest, source: "HMI"}, learners: {6mo: 285, <3mo: 20}}
    intakes:
      autumn: {starts: every 12mo from 2025-09, places: 500, fill: 85%..99%, into: {P: 90%, PO: 10%},
               2027-09: {places: 650}}
    recruitment:
      PSO: {number: poisson(60/mo)}
      PO: {number: 12/yr}

    """)

  static func changed(_ sets: [(String, String)]) throws -> (result: ReadScenario, applied: [[AppliedChange]]) {
    let read = try Samples.read(text)
    let assignments = try sets.enumerated().map { position, set in
      let option = sets.count == 1 ? "--set" : "--set \(position + 1)"
      let range = SourceRange(source: option, line: 1, column: 1, length: set.0.unicodeScalars.count)
      return Assignment(
        set.0, try ScenarioText.change(set.1, source: option, column: set.0.count + 2), pathRange: range)
    }
    return try read.setting(assignments)
  }

  static func value(_ path: String, _ scenario: Scenario) -> String? {
    scenario.values.first { $0.path == path }?.text
  }

  /// Path, change, path of the value, its text then.
  private static let forms: [(path: String, change: String, value: String, text: String)] = [
    (
      "grades.PO.leaving", "+20%", "grades.PO.leaving.rate",
      "{<5y: 9.12%/yr, 5y+: lognormal(7.9% 0.13)/yr times 1.2}"
    ),
    (
      "grades.PO.leaving.<5y", "-1pt", "grades.PO.leaving.rate",
      "{<5y: 6.6%/yr, 5y+: lognormal(7.9% 0.13)/yr}"
    ),
    ("grades.PSO.leaving", "+0.5%/yr", "grades.PSO.leaving.rate", "12.5%/yr"),
    ("grades.PSO.leaving", "-20%", "grades.PSO.leaving.rate", "9.6%/yr"),
    ("grades.PSO.leaving", "+2pt from 2026-04", "grades.PSO.leaving.rate", "{2024-09: 12%/yr, 2026-04: 14%/yr}"),
    ("grades.PSO.leaving", "9%/yr from 2026-04", "grades.PSO.leaving.rate", "{2024-09: 12%/yr, 2026-04: 9%/yr}"),
    ("grades.PSO.leaving", "9%/yr from 2024-09", "grades.PSO.leaving.rate", "9%/yr"),
    (
      "grades.PSO.leaving", "{<5y: 9%/yr, 5y+: 8%/yr} from 2026-04", "grades.PSO.leaving.rate",
      "{<5y: {2024-09: 12%/yr, 2026-04: 9%/yr}, 5y+: {2024-09: 12%/yr, 2026-04: 8%/yr}}"
    ),
    (
      "grades.PO.leaving.<5y", "+10% from 2026-04", "grades.PO.leaving.rate",
      "{<5y: {2024-09: 7.6%/yr, 2026-04: 8.36%/yr}, 5y+: lognormal(7.9% 0.13)/yr}"
    ),
    ("grades.PO.leaving.multiplier", "+×0.1", "grades.PO.leaving.multiplier", "×1.2"),
    ("grades.PO.opening", "+20%", "grades.PO.opening", "6524"),
    ("grades.PO.opening", "+50", "grades.PO.opening", "5487"),
    ("grades.PSO.opening", "-45 fte", "grades.PSO.opening", "3900 fte"),
    ("grades.PSO.opening", "+0.01%", "grades.PSO.opening", "3945.3945 fte"),
    (
      "grades.PO.target", "+100 fte from 2025-01", "grades.PO.target",
      "{2022-09: 6160 fte, 2025-01: 6260 fte, 2025-09: 7215 fte by 2026-09, 2027-09: 7300 fte}"
    ),
    (
      "grades.PO.target", "8000 fte from 2026-10", "grades.PO.target",
      "{2022-09: 6160 fte, 2025-09: 7115 fte by 2026-09, 2026-10: 8000 fte}"
    ),
    ("grades.PO.capacity.<9mo", "+10%", "grades.PO.capacity", "{<9mo: 88%, 9mo+: 100%}"),
    ("pathways.P.months", "+3mo", "pathways.P.months", "18mo"),
    ("months", "-1y", "months", "48mo"),
    ("pathways.P.attrition", "+2pt", "pathways.P.attrition", "22% over pathway"),
    ("pathways.P.learners", "+10%", "pathways.P.learners", "{6mo: 314, <3mo: 22}"),
    ("pathways.P.withdrawn.leave", "+20pt", "pathways.P.withdrawn", "{PSO: rest, leave: 50%}"),
    ("recruitment.PSO.number", "-10/mo", "recruitment.PSO.number", "poisson(50/mo)"),
    ("recruitment.PO.number", "+3/yr from 2025-01", "recruitment.PO.number", "{2024-09: 12/yr, 2025-01: 15/yr}"),
    ("intakes.autumn.fill", "-10%", "intakes.autumn.fill", "85%..99% times 0.9"),
    ("intakes.autumn.2027-09.places", "-100", "intakes.autumn.2027-09.places", "550"),
    // A start that does not differ yet begins as the intake's.
    ("intakes.autumn.2026-09.places", "+30%", "intakes.autumn.2026-09.places", "650"),
    ("intakes.autumn.places", "+20%", "intakes.autumn.2027-09.places", "780"),
    ("intakes.autumn.places", "+20%", "intakes.autumn.places", "600"),
    ("intakes.autumn.places", "+20% from 2027-01", "intakes.autumn.places", "500"),
    ("intakes.autumn.places", "+20% from 2027-01", "intakes.autumn.2027-09.places", "780"),
    ("intakes.autumn.places", "400 from 2027-01", "intakes.autumn.2028-09.places", "400"),
    ("intakes.autumn.starts", "every 12mo from 2025-10 until 2028-10", "intakes.autumn.starts", ""),
  ]

  @Test(arguments: forms.dropLast())
  func everyForm(_ form: (path: String, change: String, value: String, text: String)) throws {
    let (result, _) = try Self.changed([(form.path, form.change)])
    #expect(Self.value(form.value, result.scenario) == form.text)
    // What is written is a scenario again, the same.
    #expect(try Scenario.read(result.scenario.written).scenario == result.scenario)
  }

  /// `from` belongs to the text of a schedule and of a note.
  @Test func fromCanBePartOfAText() throws {
    let (result, _) = try Self.changed([
      ("name", "Pay from 2025-04"), ("note", "\"+20%\""),
      ("intakes.autumn.starts", "every 12mo from 2024-09"),
    ])
    #expect(result.scenario.name.value == "Pay from 2025-04")
    #expect(result.scenario.note?.value == "+20%")
    #expect(Self.value("intakes.autumn.starts", result.scenario) == "every 12mo from 2024-09")
  }

  /// Starts from the month to the horizon's end, and no others.
  @Test func startsFromAMonthOn() throws {
    let (result, applied) = try Self.changed([("intakes.*.places", "+10% from 2027-01"), ("months", "48mo")])
    #expect(result.scenario.intakes["autumn"]?.differing.keys.map { $0 } == ["2027-09", "2028-09"])
    #expect(applied[0].map(\.path) == ["intakes.autumn.2027-09.places", "intakes.autumn.2028-09.places"])
    #expect(applied[0].map(\.before) == ["650", "500"])
    #expect(applied[0].map(\.after) == ["715", "550"])
  }

  /// Two that are right only together are made as one step, in either order.
  @Test func aBatch() throws {
    for sets in [
      [("P", "80%"), ("PO", "20%")], [("PO", "+10pt"), ("P", "-10pt")], [("P", "50%..80%"), ("PO", "rest")],
    ] {
      let (result, _) = try Self.changed(sets.map { ("intakes.autumn.into.\($0)", $1) })
      #expect(result.scenario.intakes["autumn"]?.into.value.faultOfWhole == nil)
      #expect(result.scenario != (try Samples.read(Self.text)).scenario)
    }
    let service = try Self.changed([("grades.PO.service.<5y", "+4pt"), ("grades.PO.service.5y+.share", "60%")])
    #expect(Self.value("grades.PO.service", service.result.scenario) == "{<5y: 40%, 5y+: {share: 60%, to: 360mo}}")
  }

  @Test func provenance() throws {
    let scaled = try Self.changed([("grades.PSO.leaving", "+20%")]).result.scenario.grades["PSO"]?.leaving.rate
    #expect(scaled?.provenance.source == "HMPPS")
    #expect(scaled?.provenance.changed == "+20%")
    let twice = try Self.changed([("grades.PSO.leaving", "+20%"), ("grades.PSO.leaving", "-1pt")])
    #expect(twice.result.scenario.grades["PSO"]?.leaving.rate.provenance.changed == "+20%, -1pt")
    // From a month on: what held before is the source's still.
    let dated = try Self.changed([("grades.PSO.leaving", "+20% from 2026-04")]).result.scenario
    let points = dated.grades["PSO"]?.leaving.rate.value.rows[0].points.map(\.entry.provenance) ?? []
    #expect(points.map(\.source) == ["HMPPS", "HMPPS"])
    #expect(points.map(\.changed) == [nil, "+20% from 2026-04"])
    let replaced = try Self.changed([("grades.PSO.leaving", "9%/yr from 2026-04")]).result.scenario
    #expect(
      replaced.grades["PSO"]?.leaving.rate.value.rows[0].points.map(\.entry.provenance.source) == ["HMPPS", nil])
    // Nothing is said of a number of which nothing was said.
    let bare = try Self.changed([("pathways.P.attrition", "+1pt")]).result.scenario.pathways["P"]?.attrition
    #expect(bare?.provenance == Provenance())
  }

  /// What a dated change leaves alone stands where it stood.
  @Test func placesOfWhatWasLeftAlone() throws {
    let read = try Samples.read(Self.text)
    let rate = try Self.changed([("grades.PSO.leaving", "+20% from 2026-04")]).result.origins
    #expect(rate["grades.PSO.leaving.rate.2024-09"] == read.origins["grades.PSO.leaving.rate"])
    #expect(rate["grades.PSO.leaving.rate.2026-04"]?.source == "--set")
    let bands = try Self.changed([("grades.PO.leaving", "8%/yr from 2026-04")]).result.origins
    #expect(bands["grades.PO.leaving.rate.<5y.2024-09"] == read.origins["grades.PO.leaving.rate.<5y"])
    #expect(bands["grades.PO.leaving.rate.<5y.2026-04"]?.source == "--set")
    let target = try Self.changed([("grades.PO.target", "+10 fte from 2028-01")]).result.origins
    #expect(target["grades.PO.target.2022-09"] == read.origins["grades.PO.target.2022-09"])
    #expect(target["grades.PO.target.2028-01"]?.source == "--set")
  }

  /// A month that the run does not reach back to is told.
  @Test(arguments: [
    ("grades.PSO.leaving", "9%/yr"), ("grades.PO.leaving", "+1%"), ("grades.PO.target", "+10 fte"),
    ("intakes.autumn.places", "+10"),
  ])
  func fromTheOpeningOrBefore(path: String, change: String) throws {
    for month in ["2024-09", "2020-01"] {
      let applied = try Self.changed([(path, "\(change) from \(month)")]).applied[0]
      let words = "\(month) is not after the opening, so it holds throughout"
      #expect(!applied.isEmpty)
      for change in applied { #expect(change.remarks.filter { $0 == words }.count == 1, "\(change.remarks)") }
    }
    let later = try Self.changed([(path, "\(change) from 2028-01")]).applied[0]
    #expect(later.allSatisfy { change in !change.remarks.contains { $0.contains("opening") } })
  }

  /// `*` stands for a name or an entry of a value.
  @Test func whatAStarStandsFor() throws {
    func paths(_ path: String, _ change: String) throws -> [String] {
      try Self.changed([(path, change)]).applied[0].map(\.path)
    }
    #expect(try paths("grades.PO.leaving.*", "+1%") == ["grades.PO.leaving.rate.<5y", "grades.PO.leaving.rate.5y+"])
    #expect(try paths("grades.PO.target.*", "+1%").count == 3)
    #expect(try paths("intakes.*.*.places", "+10") == ["intakes.autumn.2027-09.places"])
    #expect(try paths("pathways.*.learners.*", "+10%").count == 2)
  }

  /// The rest keeps the source of the whole when another part is set.
  @Test func theRestKeepsItsSource() throws {
    for value in ["40%", "+10pt"] {
      let scenario = try Self.changed([("pathways.P.withdrawn.leave", value)]).result.scenario
      let parts = scenario.pathways["P"]?.withdrawn.value.parts ?? []
      #expect(parts.map(\.key) == ["PSO", "leave"])
      #expect(parts.first?.restProvenance.source == "HMI")
      #expect(parts.first?.restProvenance.changed == nil)
      // What is set has no source; what is scaled says so beside its own.
      #expect(parts.last?.share?.provenance.source == (value == "40%" ? nil : "HMI"))
      #expect(parts.last?.share?.provenance.changed == (value == "40%" ? nil : value))
      #expect(try Scenario.read(scenario.written).scenario == scenario)
    }
  }
}
