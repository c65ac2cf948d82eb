import ScenarioFiles
import TestSupport
import Testing

@testable import WorkforceModel

/// A change that is spelt otherwise gets the same size in a legal spelling as help, and no other.
@Suite struct MeantChangeTests {
  private static func help(_ path: String, _ change: String) -> [String]? {
    do {
      _ = try ChangeTests.changed([(path, change)])
      return nil
    } catch {
      return (error as? Faults)?.diagnostics.first?.help.filter { $0.hasPrefix("did you mean") }
    }
  }

  @Test(arguments: [
    ("grades.PSO.leaving", "+20 %", "+20%"), ("grades.PSO.leaving", "+ 20%", "+20%"),
    ("grades.PSO.leaving", "+2 pt", "+2pt"), ("grades.PSO.leaving", "+2pp", "+2pt"),
    ("grades.PSO.leaving", "+2 percentage points", "+2pt"), ("grades.PSO.leaving", "\u{2212}1pt", "-1pt"),
    ("grades.PSO.leaving", "\u{2013}5%", "-5%"), ("grades.PSO.opening", "\u{2212}45 fte", "-45fte or -45 fte"),
    ("grades.PSO.leaving", "-50", "-50%"), ("grades.PSO.leaving", "-5", "-5%/yr or -5pt"),
    ("grades.PSO.opening", "-50", "-50 fte"), ("intakes.autumn.places", "\u{2212}50", "-50"),
    ("grades.PSO.leaving", "+20 % from 2026-04", "+20%"),
  ])
  func theSameSize(path: String, change: String, meant: String) {
    #expect(Self.help(path, change) == ["did you mean \(meant)?"])
  }

  /// With a blank a percentage would be a shift of a share, and without it is a scaling: it is neither.
  @Test func nothingThatWouldBeRefused() {
    #expect(Self.help("intakes.autumn.fill", "+20 %") == [])
    #expect(Self.help("intakes.autumn.fill", "+0.5") == [])
    #expect(Self.help("grades.PSO.leaving", "\u{2212}13pt") == [])
  }
}
