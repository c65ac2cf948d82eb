import OrderedCollections
import ScenarioFiles
import TestSupport
import Testing

@testable import WorkforceModel

/// Changing values by path.
@Suite struct SettingTests {
  private static let place = SourceRange(source: "--set", line: 1, column: 1, length: 4)

  private static func set(
    _ path: String, _ value: String, in read: ReadScenario
  ) throws(Faults) -> (result: ReadScenario, applied: [AppliedChange]) {
    try read.setting(path, to: try ScenarioText.value(value, source: "--set", column: 40), pathRange: place)
  }

  private static func text(_ path: String, _ scenario: Scenario) -> String? {
    scenario.values.first { $0.path == path }?.text
  }

  @Test func oneBand() throws {
    let read = try Samples.read(Samples.full)
    let changed = try Self.set("grades.PO.leaving.<5y", "6%..7%/yr", in: read).result
    let rows = changed.scenario.grades["PO"]?.leaving.rate.value.rows ?? []
    #expect(rows.first?.points.first?.entry == Entry(Quantity(.interval(low: 6, high: 7), .annualRate)))
    #expect(rows.last?.points.map(\.entry.value.description) == ["7.9%/yr", "7%/yr"])
    // The places of what was not set stay as they were.
    #expect(changed.origins["grades.PO.leaving.rate.5y+"] == read.origins["grades.PO.leaving.rate.5y+"])
    #expect(changed.origins["grades.PO.leaving.rate.<5y"]?.source == "--set")
    // Undo is keeping the one before.
    #expect(try Samples.read(Samples.full).scenario == read.scenario)
    #expect(changed.scenario != read.scenario)
  }

  @Test func aWholeRate() throws {
    var text = Samples.full
    text.replace("moves: [grades.PO.leaving.<5y, grades.PSO.leaving]", with: "moves: [grades.PSO.leaving]")
    let read = try Samples.read(text)
    let changed = try Self.set("grades.PO.leaving", "7.0%/yr", in: read).result
    let leaving = changed.scenario.grades["PO"]?.leaving
    #expect(leaving?.rate == Entry(Profile(.constant(7, .annualRate))))
    #expect(leaving?.multiplier == read.scenario.grades["PO"]?.leaving.multiplier)
    #expect(changed.scenario.grades["PSO"] == read.scenario.grades["PSO"])
    #expect(changed.origins["grades.PO.leaving.rate.<5y"] == nil)
    #expect(changed.origins["grades.PO.leaving.rate"]?.source == "--set")
  }

  @Test func provenanceOfTheOthersStays() throws {
    let read = try Samples.read(Samples.full)
    let changed = try Self.set("pathways.PQiP-15.learners.6mo", "300", in: read).result.scenario
    let groups = changed.pathways["PQiP-15"]?.learners.value.groups ?? []
    #expect(groups.map(\.number.value.description) == ["200", "300", "20 fte"])
    #expect(groups.first?.number.provenance.source == "HMPPS")
    let opening = try Self.set("grades.PO.opening", "5000 fte", in: read).result.scenario.grades["PO"]?.opening
    #expect(opening?.provenance == Provenance())
    let noted = try Self.set("grades.PO.opening.note", "checked: twice", in: read).result.scenario.grades["PO"]?.opening
    #expect(noted?.provenance.note == "checked: twice")
    #expect(noted?.provenance.source == "HMI Probation, 2025")
    #expect(noted?.value == read.scenario.grades["PO"]?.opening.value)
    let added = try Self.set("grades.SPO.leaving.source", "HMPPS", in: read).result.scenario.grades["SPO"]?.leaving
    #expect(added?.rate.provenance.source == "HMPPS")
  }

  @Test func starts() throws {
    let read = try Samples.read(Samples.full)
    let changed = try Self.set("intakes.autumn.2027-09.places", "700", in: read).result.scenario
    #expect(changed.intakes["autumn"]?.differing["2027-09"]?.places?.value.description == "700")
    let added = try Self.set("intakes.autumn.2028-09.places", "800", in: read).result.scenario
    #expect(added.intakes["autumn"]?.differing.keys.map { $0 } == ["2026-09", "2027-09", "2028-09"])
    #expect(Self.faults("intakes.autumn.2028-08.places", "800")?.message == "intakes.autumn has no start in 2028-08")
  }

  @Test func wildcard() throws {
    let (changed, applied) = try Self.set("intakes.*.places", "450", in: try Samples.read(Samples.full))
    #expect(
      applied.map(\.path) == [
        "intakes.autumn.places", "intakes.autumn.2026-09.places", "intakes.autumn.2027-09.places",
        "intakes.spring.places",
      ])
    #expect(changed.scenario.intakes.values.allSatisfy { $0.places.value.description == "450" })
  }

  private static func faults(_ path: String, _ value: String) -> Diagnostic? {
    do throws(Faults) {
      let read = try ScenarioText.scenario(Samples.full, source: "test.yaml")
      _ = try set(path, value, in: read)
      return nil
    } catch {
      return error.diagnostics.first
    }
  }

  @Test func wrongPathsAndValues() {
    let star = "* stands for one name, such as a grade's, or for one entry of a value; not for a key of the format"
    let cases: [(String, String, String, [String])] = [
      ("grades.POS.opening", "5", "there is no grade 'POS'", ["did you mean PO or PSO?"]),
      ("grades.PO.openin", "5", "there is no 'openin' in grades.PO", ["did you mean opening?"]),
      ("grades.PO.leaving.<6y", "5%/yr", "grades.PO.leaving.rate has no '<6y'", ["there is: <5y, 5y+ and independent"]),
      ("grade.*.opening", "5", "nothing matches 'grade.*.opening'", [star]),
      ("*.PO.opening", "5", "nothing matches '*.PO.opening'", [star]),
      ("grades.PO.*", "5", "nothing matches 'grades.PO.*'", [star]),
      ("grades..opening", "5", "'grades..opening' is not a path such as grades.PO.leaving", []),
      ("grades", "5", "grades holds grades: name one of PO, PSO and SPO", []),
    ]
    for (path, value, message, help) in cases {
      let fault = Self.faults(path, value)
      #expect(fault?.message == message)
      #expect(fault?.help == help)
      #expect(fault?.range == Self.place)
    }
    // A value's fault stands in the value; one that comes of the whole points there too.
    #expect(
      Self.faults("grades.PO.opening", "five")?.range == SourceRange(source: "--set", line: 1, column: 40, length: 4))
    let sum = Self.faults("intakes.autumn.into.PQiP-15", "70%")
    #expect(sum?.message == "the shares sum to 110%, not 100%")
    #expect(sum?.range == SourceRange(source: "--set", line: 1, column: 40, length: 3))
    #expect(
      Self.faults("grades.PO.leaving", "7%/yr")?.message.contains("no uncertain number 'grades.PO.leaving.<5y'") == true
    )
  }

  /// Any path that is listed can be set to the text that is listed, and nothing changes.
  @Test func everyValueCanBeSetToItself() throws {
    let read = try Samples.read(Samples.full)
    let ofAllStarts = ["places", "fill", "into", "late", "from"].map { "intakes.autumn.\($0)" }
    for value in read.scenario.values where !ofAllStarts.contains(value.path) {
      let changed = try? Self.set(value.path, value.text, in: read).result.scenario
      #expect(changed?.simulatedText == read.scenario.simulatedText, "\(value.path) = \(value.text)")
    }
  }

  /// A value set for all starts of an intake replaces that of a start that differs, and says so.
  @Test func aReplacementReplacesStartsThatDiffer() throws {
    let read = try Samples.read(Samples.full)
    let month = try #require(read.scenario.intakes["autumn"]?.differing.keys.first)
    #expect(read.scenario.intakes["autumn"]?.differing[month]?.places != nil)
    let (changed, applied) = try Self.set("intakes.*.places", "77", in: read)
    #expect(changed.scenario.intakes["autumn"]?.differing[month]?.places == nil)
    let told = applied.first { $0.path == "intakes.autumn.\(month).places" }
    #expect(told?.before == "650")
    #expect(told?.after == "77")
    #expect(told?.remarks == ["the start no longer differs"])
    #expect(read.scenario.intakes["autumn"]?.differing[month]?.places != nil)
  }
}
