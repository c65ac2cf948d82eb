import Talking
import Testing
import WorkforceModel

@testable import Shell

@Suite struct CompleterTests {
  private func completed(_ text: String, _ talk: Talk? = nil) throws -> Completion {
    let talk = try talk ?? Talk()
    return Completer(talk.session, talk.world).completion(of: text)
  }

  @Test(arguments: [
    ("ru", ["run"]), ("what ", ["if"]), ("save a", ["as"]), ("un", ["undo"]), ("run 500; tar", ["targets"]),
    ("set grades.S", ["grades.SPO.", "grades.PSO."].sorted().filter { $0.hasPrefix("grades.S") }),
    ("set grades.PO.leaving.ra", ["grades.PO.leaving.rate"]),
    ("set grades.*.tar", ["grades.*.target"]),
    ("run PO.qualifiers-1", ["PO.qualifiers-12mo"]),
    ("run PO.fte at 2029-0", (1...9).map { "2029-0\($0)" }),
    ("run --re", ["--replicates"]), ("run --format c", ["csv"]), ("run --metric PO.ft", ["PO.fte"]),
    ("open nat", ["national-2024"]), ("format js", ["json"]), ("set charts as", ["ascii"]),
    ("what if grades.PO.leaving.rate -1pt an", ["and"]),
    ("what if grades.PO.leaving.rate -1pt and intakes.autumn.pl", ["intakes.autumn.places"]),
    ("set \"a;b\" ; und", ["undo"]), ("help what", ["what if"]), ("frob", []), ("", CommandTable.all.map(\.name)),
  ])
  func aWordIsCompletedFromTheLists(text: String, expected: [String]) throws {
    let found = try completed(text).candidates.map(\.text)
    if text.isEmpty {
      #expect(Set(found) == Set(expected.map { String($0.prefix { $0 != " " }) }))
    } else {
      #expect(found == expected, "\(found)")
    }
  }

  /// What is there, what is allowed, and what it is for.
  @Test func valuesAreShownWithWhatTheyAre() throws {
    let path = try #require(try completed("set grades.PSO.tar").candidates.first)
    #expect(path.text == "grades.PSO.target")
    #expect(path.description.contains("4000 fte") && path.description.contains("the FTE that the grade should have"))
    let value = try completed("set grades.PSO.target ").candidates
    #expect(value.first?.text == "4000 fte")
    #expect(value.first?.description.contains("a target in FTE") == true)
    #expect(value.contains { $0.text == "none" })
    let rate = try completed("set grades.SPO.leaving.rate ").candidates.map(\.text)
    #expect(rate.contains("+20%") && rate.contains("-1pt"))
  }

  @Test func whatIsReplacedIsTheWord() throws {
    let completion = try completed("set grades.PO.lea")
    #expect(completion.replaced == 13)
    #expect(completion.commonPrefix.hasPrefix("grades.PO.leaving."))
  }

  /// Whatever is completed can be said: every row of the parameter list is reached name by name.
  @Test func everyValueIsReached() throws {
    let talk = try Talk()
    let values = try #require(talk.session.current?.scenario.values)
    for value in values {
      let found = try completed("set \(value.path)", talk).candidates.map(\.text)
      #expect(found.contains(value.path), "\(value.path)")
      #expect(!(try completed("set \(value.path) ", talk).candidates.isEmpty), "\(value.path)")
    }
  }

  /// Nothing that is offered as a command's option or keyword is refused by it as unknown.
  @Test func everyOptionThatIsOfferedIsKnown() throws {
    for record in CommandTable.all {
      let offered = try completed("\(record.name) --").candidates.map(\.text)
      #expect(offered == record.options.map(\.name), "\(record.name)")
    }
  }
}
