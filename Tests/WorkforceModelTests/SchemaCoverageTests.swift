import OrderedCollections
import TestSupport
import Testing

@testable import WorkforceModel

/// The parameter list knows every stored property.
@Suite struct SchemaCoverageTests {
  private static func kebab(_ name: String) -> String {
    name.reduce(into: "") { text, letter in
      if letter.isUppercase { text += "-" }
      text += letter.lowercased()
    }
  }

  private static func properties(_ part: some SchemaPart) -> [String] {
    Mirror(reflecting: part).children.compactMap(\.label).map(kebab)
  }

  private static func check<Part: SchemaPart>(_ part: Part, nameless: Set<String> = []) {
    let rows = Part.schema.keys
    let properties = properties(part).filter { !nameless.contains($0) }
    #expect(Set(properties) == Set(rows), "\(Part.self)")
    #expect(properties == rows, "\(Part.self): rows stand in the order of the properties")
  }

  @Test func everyPropertyHasARow() {
    Self.check(Scenario())
    Self.check(Grade())
    Self.check(Costs())
    Self.check(Leaving())
    Self.check(Move())
    Self.check(Pathway())
    Self.check(PathwayExtension())
    Self.check(Intake(), nameless: ["differing"])
    Self.check(StartOverride())
    Self.check(Recruitment())
    Self.check(Factor())
    Self.check(PublishedFigure())
  }

  @Test func rowsHaveWords() {
    for row in Scenario.parameters {
      #expect(!row.summary.isEmpty && !row.allowed.isEmpty && !row.summary.hasSuffix("."), "\(row.path)")
    }
    let paths = Scenario.parameters.map(\.path)
    #expect(Set(paths).count == paths.count)
    #expect(paths.contains("grades.<grade>.leaving.rate") && paths.contains("intakes.<intake>.<month>.places"))
  }

  /// The full sample gives every row, so what is tested over it is tested over every row.
  @Test func theFullSampleIsFull() throws {
    let scenario = try Samples.read(Samples.full).scenario
    func pattern(_ path: String) -> String {
      var segments = path.split(separator: ".").map(String.init)
      let things = [
        "grades": "grade", "moves": "move", "pathways": "pathway", "intakes": "intake", "recruitment": "recruitment",
        "factors": "factor", "published": "number",
      ]
      if segments.count > 2, let thing = things[segments[0]] { segments[1] = "<\(thing)>" }
      if segments.count > 3, Month(segments[2]) != nil { segments[2] = "<month>" }
      return segments.joined(separator: ".")
    }
    let given = Set(scenario.values.filter(\.isGiven).map { pattern($0.path) })
    // A text that stands by itself extends nothing.
    let rows = Scenario.parameters.map(\.path).filter { $0 != Scenario.extendsKey }
    #expect(rows.filter { !given.contains($0) } == [])
    #expect(given.subtracting(rows) == [])
  }
}
