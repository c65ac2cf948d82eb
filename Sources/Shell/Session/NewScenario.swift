import ScenarioFiles
import WorkforceModel

/// A scenario to begin with: as little as can be simulated.
enum NewScenario {
  static func begun(called name: String) throws(Faults) -> LocatedScenario {
    let source = "a new scenario"
    // Two single quotes stand for one.
    let text = "cadre: 1\nname: '\(name.replacing("'", with: "''"))'\n" + rest
    return LocatedScenario(
      loaded: try LoadedScenario(text: text, source: source, stem: "new"),
      files: [ScenarioSource(place: .begun, text: text, source: source, stem: "new", identity: source)])
  }

  private static let rest = """
    start: 2025-03
    months: 60mo
    replicates: 10000
    seed: 1

    grades:
      staff:
        opening: {value: 100, assumption: true}
        leaving: {value: 8%/yr, assumption: true}
        target: {value: 110 fte, assumption: true}

    intakes:
      hiring:
        starts: every 12mo from 2025-09
        places: {value: 10, assumption: true}
        into: staff

    """
}
