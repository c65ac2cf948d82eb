import Talking
import Testing

@testable import Shell

@Suite struct LineGuideTests {
  private static func guide() throws -> LineGuide {
    let talk = try Talk()
    return LineGuide(talk.session, talk.world)
  }

  /// The parts of a text with what they are.
  private static func parts(_ text: String) throws -> [String] {
    let scalars = Array(text.unicodeScalars)
    return try guide().spans(of: text).map { span in
      "\(span.kind) \(String(String.UnicodeScalarView(scalars[span.range])))"
    }
  }

  @Test func whatIsKnownIsTold() throws {
    #expect(
      try Self.parts("what if grades.PO.leaving -1pt and intakes.*.places +20%  # why") == [
        "command what", "command if", "name grades.PO.leaving", "number -1pt", "keyword and", "name intakes.*.places",
        "number +20%", "comment # why",
      ])
    #expect(
      try Self.parts("run 500 PO.fte at 2027-03 --format csv > 'a b.csv'") == [
        "command run", "number 500", "name PO.fte", "keyword at", "number 2027-03", "option --format",
      ])
    #expect(try Self.parts("name 'x'; get seed") == ["command name", "quoted 'x'", "command get", "name seed"])
  }

  @Test func whatIsNoCommandIsAMistakeOnceItIsWhole() throws {
    #expect(try Self.parts("ru") == [])
    #expect(try Self.parts("ru x") == ["mistake ru"])
    #expect(try Self.parts("rum") == ["mistake rum"])
    #expect(try Self.parts("what i") == [])
    #expect(try Self.parts("get nothing.of.the.kind") == ["command get"])
  }

  @Test func placesCountEveryLine() throws {
    #expect(
      try Self.parts("get seed\nget 日本 months") == [
        "command get", "name seed", "command get", "name months",
      ])
  }

  /// Whatever is typed, every part lies in it and none over another.
  @Test(arguments: [
    "set x {a, b", "run > ", "| x", "'", "a 'b", "{", "}", "$1", "run |", "set grades.PO.leaving {\n<5y: 1", "; ;",
    "\\",
  ])
  func whatCannotBeReadHasPartsAllTheSame(text: String) throws {
    let spans = try Self.guide().spans(of: text)
    var end = 0
    for span in spans {
      #expect(span.range.lowerBound >= end && span.range.upperBound <= text.unicodeScalars.count)
      end = span.range.upperBound
    }
  }

  @Test func aHintGoesOnAsTheLastTime() throws {
    let guide = try Self.guide()
    let history = LineHistory(["what if intakes.*.places +20%", "get seed", "set x {\n1}"])
    #expect(guide.hint(for: "wh", history) == "at if intakes.*.places +20%")
    #expect(guide.hint(for: "set x", history) == " {")
    #expect(guide.hint(for: "w", history) == "")
    #expect(guide.hint(for: "  ", history) == "")
  }

  @Test func aHintGoesOnAsItMust() throws {
    let guide = try Self.guide()
    #expect(guide.hint(for: "get grades.PO.openi", LineHistory()) == "ng")
    #expect(guide.hint(for: "targ", LineHistory()) == "ets")
    #expect(guide.hint(for: "get grades.PO.", LineHistory()) == "")
    #expect(guide.hint(for: "get zz", LineHistory()) == "")
    #expect(guide.hint(for: "get grades.PO.opening ", LineHistory()) == "")
  }

  @Test func aListFitsTheScreen() throws {
    let paths = try Self.guide().completion(of: "get grades.PO.")
    let lines = CandidateList(paths.candidates).lines(width: 40, height: 5)
    #expect(lines.count == 5)
    #expect(lines.allSatisfy { $0.count <= 39 })
    #expect(lines.last == "… and \(paths.candidates.count - 4) more")
    let plain = (1...10).map { Candidate("2027-\($0 + 10)") }
    #expect(
      CandidateList(plain).lines(width: 20, height: 9) == [
        "2027-11  2027-16", "2027-12  2027-17", "2027-13  2027-18", "2027-14  2027-19", "2027-15  2027-20",
      ])
    #expect(CandidateList(plain).lines(width: 5, height: 3).last == "… and 8 more lines")
  }
}
