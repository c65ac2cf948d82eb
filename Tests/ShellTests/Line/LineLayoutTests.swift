import Testing

@testable import Shell

@Suite struct LineLayoutTests {
  private static func layout(_ text: String, prompt: Int = 2, columns: Int = 10) -> LineLayout {
    LineLayout(text, promptWidth: prompt, columns: columns) { scalar in
      scalar.value < 0x20 ? -1 : scalar.value == 0x301 ? 0 : scalar.value > 0x2FFF ? 2 : 1
    }
  }

  @Test func aFullRowGoesOnInTheNext() {
    let layout = Self.layout("12345678")
    #expect(layout.places[7] == .init(row: 0, column: 9))
    #expect(layout.end == .init(row: 1, column: 0))
    #expect(layout.rows == 2 && layout.isExact)
    #expect(layout.scalars(ofRow: 0) == 0..<8)
    #expect(layout.scalars(ofRow: 1).isEmpty)
  }

  @Test func aWideCharacterIsNotCutInTwo() {
    let layout = Self.layout("1234567日x")
    #expect(layout.places[7] == .init(row: 1, column: 0))
    #expect(layout.places[8] == .init(row: 1, column: 2))
    #expect(layout.scalars(ofRow: 0) == 0..<7)
    #expect(layout.scalars(ofRow: 1) == 7..<9)
  }

  @Test func aLineBreakGoesToTheLeftEdge() {
    let layout = Self.layout("ab\ncd\n")
    #expect(layout.places[3] == .init(row: 1, column: 0))
    #expect(layout.end == .init(row: 2, column: 0))
    #expect(layout.scalars(ofRow: 1) == 3..<6)
  }

  @Test func whatHasNoSurePlaceIsSaidToHaveNone() {
    #expect(!Self.layout("e\u{301}").isExact)
    #expect(!Self.layout("a\tb").isExact)
    #expect(Self.layout("").places == [.init(row: 0, column: 2)])
  }

  @Test func aPromptWiderThanTheScreenTakesRowsOfItsOwn() {
    #expect(Self.layout("a", prompt: 23).places[0] == .init(row: 2, column: 3))
  }
}
