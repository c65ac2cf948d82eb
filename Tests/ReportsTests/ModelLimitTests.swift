import Reports
import ScenarioFiles
import TestSupport
import Testing
import WorkforceModel

/// What a scenario does not represent is said, and nothing else.
@Suite struct ModelLimitTests {
  /// A path that no parameter has would say for ever that something is not represented.
  @Test func everyPathIsThatOfAParameter() {
    let rows = Set(Scenario.parameters.map { $0.path.replacing(/<[^>]*>/, with: "*") })
    for path in ModelLimit.all.flatMap(\.paths) {
      let isKnown = rows.contains { $0 == path || $0.hasPrefix(path + ".") }
      #expect(isKnown, "\(path)")
    }
  }

  @Test func whatDoesNotMatterIsNotSaid() throws {
    let alone = try Samples.read(Samples.small).scenario
    let words = ModelLimit.words(alone)
    #expect(!words.contains("programme") && !words.contains("starters"))
    #expect(words.contains("years in which more leave") && words.contains("regions"))
    #expect(words.hasSuffix("Every number is taken as certain, so the ranges show chance alone."))
    let full = ModelLimit.words(try Samples.read(Samples.full).scenario)
    #expect(!full.contains("waiting between") && !full.contains("starters who come from a grade"))
    #expect(!full.contains("certain"))
    #expect(ModelLimit.words(try Samples.read(Samples.full).scenario, isCertain: true).contains("chance alone"))
  }
}
