import Talking
import Testing

@testable import Shell

@Suite struct FirstScreenTests {
  /// What is suggested can be asked of whatever ships.
  @Test(arguments: [
    "national-2024", "police-2024", "textbook-law-firm", "textbook-stores", "benchmark", "uncertain-target",
  ])
  func whatIsSuggestedRuns(name: String) throws {
    var talk = try Talk(name)
    talk.say("run 20")
    let screen = FirstScreen(talk.session, talk.world)
    #expect(screen.suggestions.count == 3)
    for suggestion in screen.suggestions {
      let reply = talk.say(suggestion.line)
      #expect(reply.fault == nil && !reply.output.isEmpty, "\(suggestion.line): \(reply.fault ?? "")")
    }
    #expect(screen.text(rows: 30).contains(" stands at "))
  }

  @Test func itSaysHowFewFuturesItIsFrom() throws {
    let talk = try Talk()
    let text = FirstScreen(talk.session, talk.world).text(rows: 40)
    #expect(text.contains("A first look, from \(FirstScreen.futures)"), "\(text)")
    #expect(text.hasPrefix("PO stands at 5,436 FTE in Sep 2024"))
    // A world without a screen gets no picture.
    #expect(!text.contains("│"))
  }

  @Test func withoutAScenarioThereIsNothingToLookAt() throws {
    let talk = try Talk(nil)
    let screen = FirstScreen(talk.session, talk.world)
    #expect(screen.text(rows: 40).isEmpty && screen.suggestions.isEmpty)
  }
}
