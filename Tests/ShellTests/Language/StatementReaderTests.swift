import Testing
import WorkforceModel

@testable import Shell

@Suite struct StatementReaderTests {
  private static func words(_ text: String) throws -> [[String]] {
    try StatementReader.all(text, source: "t").map { $0.words.map(\.text) }
  }

  @Test(arguments: [
    ("run 500; targets", [["run", "500"], ["targets"]]),
    ("run\n\n  ; ;targets # and so on\n# only this\n", [["run"], ["targets"]]),
    ("set a.b triangular(6% 8% 11%)/yr", [["set", "a.b", "triangular(6% 8% 11%)/yr"]]),
    ("set a {x: 1; y: [2, 3]}", [["set", "a", "{x: 1; y: [2, 3]}"]]),
    ("set a [1,\n 2]\nrun", [["set", "a", "[1,  2]"], ["run"]]),
    ("run \\\n 500", [["run", "500"]]),
    ("name \"a; b # c\"", [["name", "a; b # c"]]),
    ("name 'it''s'", [["name", "it's"]]),
    (#"name "a \"b\" c""#, [["name", #"a "b" c"#]]),
    ("set note Bob's idea", [["set", "note", "Bob's", "idea"]]),
    ("assert PO.fte>=7115", [["assert", "PO.fte", ">=", "7115"]]),
    ("assert a != 5", [["assert", "a", "!=", "5"]]),
    ("set grades.PO.leaving.<5y 7%/yr", [["set", "grades.PO.leaving.<5y", "7%/yr"]]),
    ("solve P(x >= 1) >= 80%", [["solve", "P(x >= 1)", ">=", "80%"]]),
    ("get a#b", [["get", "a#b"]]),
    ("run;;;", [["run"]]),
    ("get \u{1F469}\u{200D}\u{1F469} é", [["get", "\u{1F469}\u{200D}\u{1F469}", "é"]]),
    ("run\r\ntargets\r\n", [["run"], ["targets"]]),
  ])
  func statementsAndTheirWords(text: String, words: [[String]]) throws {
    #expect(try Self.words(text) == words)
  }

  @Test func placesAreThoseOfTheText() throws {
    let statements = try StatementReader.all("run\n  set  a.b  [1,\n 2] from 2026-04; get x", source: "t", line: 7)
    let places = statements.flatMap { $0.words.map { "\($0.text)@\($0.range.line):\($0.range.column)" } }
    #expect(
      places == ["run@7:1", "set@8:3", "a.b@8:8", "[1,  2]@8:13", "from@9:5", "2026-04@9:10", "get@9:19", "x@9:23"])
    #expect(statements[1].raw(statements[1].words[2...]) == "[1,\n 2] from 2026-04")
  }

  @Test(arguments: [
    ("run > out.csv", "out.csv"), ("run >out.csv # there", "out.csv"),
    ("run > 'two words.csv'; get x", "two words.csv"),
  ])
  func aResultGoesToAFile(text: String, path: String) throws {
    let statement = try #require(try StatementReader.all(text, source: "t").first)
    guard case .file(let word) = statement.destination else {
      Issue.record("no file")
      return
    }
    #expect(word.text == path)
    #expect(statement.words.map(\.text) == ["run"])
  }

  @Test func aResultGoesToAProgram() throws {
    let statements = try StatementReader.all("run 5 | grep 'a;b' | head -3; get x", source: "t")
    #expect(statements.count == 2)
    guard case .program(let program, let range) = statements[0].destination else {
      Issue.record("no program")
      return
    }
    #expect(program == "grep 'a;b' | head -3")
    #expect(range.column == 9)
    #expect(statements[0].written == "run 5 | grep 'a;b' | head -3")
  }

  @Test(arguments: [
    ("set a (1", "t:1:7: ')' is missing"), ("set a 1)", "t:1:8: there is no bracket"),
    ("name 'a", "t:1:6: the text in quotes does not end on its line"),
    ("name 'a\nrun", "t:1:6: the text in quotes does not end on its line"),
    ("run >", "t:1:5: a file is missing"), ("run > a b", "t:1:9: nothing stands behind the file"),
    ("> a", "t:1:1: '>' stands behind a command"), ("run |", "t:1:5: a program is missing"),
    ("run\nset a [1)", "t:2:9: there is no bracket that ')' closes"),
    ("run \\", "t:1:5: the line goes on behind '\\'"),
  ])
  func whatCannotBeReadIsToldWithItsPlace(text: String, fault: String) {
    let place = fault.prefix { $0 != " " }
    #expect {
      _ = try StatementReader.all(text, source: "t")
    } throws: { error in
      guard let first = (error as? Faults)?.diagnostics.first, let range = first.range else { return false }
      let found = "t:\(range.line):\(range.column):"
      return found == place && first.message.contains(fault.dropFirst(place.count + 1))
    }
  }

  /// Every line with a fault is told, and the sound ones between them are not.
  @Test func everyFaultIsTold() {
    #expect {
      _ = try StatementReader.all("set a 1)\nrun\nname 'x\n", source: "t")
    } throws: { error in
      (error as? Faults)?.diagnostics.compactMap(\.range?.line) == [1, 3]
    }
  }

  @Test func argumentsStandForThemselves() throws {
    let statement = try #require(
      try StatementReader.all("open $1; set a $2", source: "t", arguments: ["my file; x", "7%/yr"]).last)
    #expect(statement.words.map(\.text) == ["set", "a", "7%/yr"])
    let first = try StatementReader.all("open $1", source: "t", arguments: ["my file; x"])
    #expect(first.map { $0.words.map(\.text) } == [["open", "my file; x"]])
    #expect(throws: Faults.self) { try StatementReader.all("open $2", source: "t", arguments: ["a"]) }
    #expect(throws: Faults.self) { try StatementReader.all("get $1", source: "t") }
    let inside = try StatementReader.all("set a [$1, 2]; open $2", source: "t", arguments: ["7", "a b"])
    #expect(inside.map { $0.words.last?.text } == ["[7, 2]", "a b"])
    #expect(inside.map(\.written) == ["set a [7, 2]", "open 'a b'"])
  }

  @Test(arguments: [
    ("run", false), ("set a (1", true), ("run \\", true), ("name 'a", false), ("set a [1] ; set b {", true),
    ("set a 1)", false), ("run # (", false), ("", false),
  ])
  func anotherLineIsWantedWhereOneIsOpen(text: String, isUnfinished: Bool) {
    #expect(StatementReader.isUnfinished(text) == isUnfinished)
  }

  /// What a statement is written as reads as the statement.
  @Test(arguments: ["run 500 > 'a b'", "set a {x: 'y; z'}", "run | head -1", "name \"q \\\" r\""])
  func whatIsWrittenReadsBack(text: String) throws {
    let statement = try #require(try StatementReader.all(text, source: "t").first)
    let again = try #require(try StatementReader.all(statement.written, source: "t").first)
    #expect(again.words.map(\.text) == statement.words.map(\.text))
    #expect(again.written == statement.written)
  }

  @Test func wordsAreQuotedSoThatTheyReadBack() throws {
    for text in ["plain", "", "a b", "it's", "x;y", "#1", "a=b", "--flag", "(", "$x", "é", ">", "~/x.yaml"] {
      let statement = try #require(try StatementReader.all("get \(Statement.quoted(text))", source: "t").first)
      #expect(statement.words.map(\.text) == ["get", text])
    }
  }
}
