import ScenarioFiles
import TestSupport
import Testing
import WorkforceModel

/// Texts made to exhaust the reader are refused, with a fault that says why. (How fast is measured elsewhere: here it
/// is enough that the suite ends.)
@Suite struct HostileTextTests {
  private static func message(_ text: String) -> String? { ExpectedFault.faults(in: text).first?.message }

  private static func laughs(_ line: (Int) -> String) -> String {
    "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + (1...9).map(line).joined()
  }

  @Test func billionLaughs() {
    let inValues = Self.laughs { level in
      "a\(level): &a\(level) [" + [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    #expect(Self.message(inValues) == "a scenario has at most 16 aliases (*name)")
    let doubled = Self.laughs { level in "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(Self.message(doubled) == "a scenario has at most 16 aliases (*name)")
    let inKeys = Self.laughs { level in "? &a\(level) [*a\(level - 1), *a\(level - 1)]\n: x\n" }
    #expect(ExpectedFault.faults(in: inKeys).contains { $0.message == "a key is a text, not a list or a mapping" })
  }

  @Test func expandedAliases() {
    let items = [String](repeating: "x", count: 3000).joined(separator: ",")
    let text = "a: &a [\(items)]\nb: [*a,*a,*a,*a,*a,*a,*a]\n"
    #expect(Self.message(text) == "a scenario has at most 20000 values, aliases replaced")
    let deep = "a: &a " + String(repeating: "[", count: 20) + String(repeating: "]", count: 20)
    let text2 = deep + "\nb: " + String(repeating: "[", count: 20) + "*a" + String(repeating: "]", count: 20)
    #expect(Self.message(text2) == "mappings and lists are nested more than 32 deep")
  }

  /// Aliases in quotes and comments are none, and those that are some stay useful.
  @Test func aliasesThatAreFine() throws {
    let stars = [String](repeating: "*x", count: 40).joined(separator: " ")
    let text = "a: &x {k: 1}\nb: \"\(stars)\" # \(stars)\nc: *x\nd: 2*x\n"
    let node = try ScenarioText.node(of: text, source: "t")
    #expect(node.flowText == "{a: {k: 1}, b: \(stars), c: {k: 1}, d: 2*x}")
    #expect(node.members?[2].value.range.line == 1)
  }

  @Test(arguments: ["[", "{", "[{a: ", "- ", "? ", "{a: ", "a: "]) func nesting(_ piece: String) {
    let whole = String(repeating: piece, count: 250_000 / piece.utf8.count)
    #expect(Self.message(whole) != nil)
    #expect(Self.message("a: " + whole) != nil)
    #expect(Self.message(String(repeating: piece, count: 300_000)) == "a scenario file has at most 256 KiB")
    let short = String(repeating: piece, count: 10_000)
    #expect(Self.message("x: " + short) != nil)
  }

  @Test func nestedMappingsByIndentation() {
    let lines = (0..<600).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(Self.message(lines) == "mappings and lists are nested more than 32 deep")
  }

  @Test func manyNodes() {
    let items = [String](repeating: "1", count: 125_000).joined(separator: ",")
    #expect(Self.message("a: [\(items)]\n") == "a scenario has at most 20000 values, aliases replaced")
    let million = [String](repeating: "1", count: 1_000_000).joined(separator: ",")
    #expect(Self.message("a: [\(million)]\n") == "a scenario file has at most 256 KiB")
    let keys = (0..<30_000).map { "k\($0): 1\n" }.joined()
    #expect(Self.message(String(keys.prefix(250_000))) == "a scenario has at most 20000 values, aliases replaced")
  }

  @Test func longLinesAndNumbers() {
    let long =
      "cadre: 1\nname: " + String(repeating: "x", count: 200_000) + "\nstart: " + String(repeating: "1", count: 5000)
    let faults = ExpectedFault.faults(in: long)
    #expect(faults.contains { $0.message == "a text has at most 4,000 characters" })
    #expect(faults.allSatisfy { $0.message.utf8.count < 1000 })
    #expect(DiagnosticRenderer(texts: ["test.yaml": long]).render(faults).utf8.count < 6000)
    let number = Samples.with("grades: {PO: {opening: \(String(repeating: "1", count: 5000)), leaving: 1e999%/yr}}\n")
    let messages = ExpectedFault.faults(in: number).map(\.message)
    #expect(messages == ["a value has at most 200 characters", "'1e999%/yr' is not a number"])
    #expect(Self.message(String(repeating: "k", count: 900) + ": 1\n") == "a key has at most 200 characters")
  }

  /// Keys are unique only when masked, in every way in which a mask could be confused.
  @Test func manyDuplicates() {
    let text = String(String(repeating: "a: 1\n", count: 19_000))
    let faults = ExpectedFault.faults(in: text)
    #expect(faults.count == 51)
    let flow = "x: {" + String(repeating: "a: 1,", count: 40_000) + "}\n"
    #expect(Self.message(flow) == "a scenario has at most 20000 values, aliases replaced")
    let private1 = "a: \"\\U000F0001\"\n"
    #expect(Self.message(private1) == "private-use characters cannot stand in a scenario")
  }

  /// Suggestions are costly where there is much to suggest.
  @Test func manyWrongNames() {
    let grades = (0..<900).map { "  \(String(repeating: "g", count: 50))\($0): {opening: 1, leaving: 1%/yr}\n" }
      .joined()
    let moves = (0..<900).map {
      "  m\($0): {from: \(String(repeating: "h", count: 50))x, to: \(String(repeating: "i", count: 50))y, rate: 1%/yr}\n"
    }.joined()
    let faults = ExpectedFault.faults(in: Samples.with("grades:\n\(grades)moves:\n\(moves)"))
    #expect(faults.count == 51)
  }

  @Test func manyWrongPaths() {
    let paths = (0..<15_000).map { "grades.x\($0)" }.joined(separator: ",")
    let text = Samples.with(
      "grades: {PO: {opening: 5, leaving: 1%..2%/yr}}\nfactors: {z: {weight: 0.5, moves: [\(paths)]}}\n")
    #expect(ExpectedFault.faults(in: text).count == 51)
  }
}
