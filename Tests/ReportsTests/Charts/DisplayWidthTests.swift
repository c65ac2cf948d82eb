import Reports
import Testing

/// How wide texts are in a terminal.
@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("PO.fte", 6), ("−1,234.5 %", 10), ("café", 4), ("cafe\u{301}", 4), ("保護観察官", 10), ("ﾊﾝｶｸ", 4),
    ("ＡＢ", 4), ("각", 2), ("\u{1100}\u{1161}\u{11A8}", 2), ("░▒▓█●═│┤▏▁", 10), ("a\u{200B}b\u{200D}", 2),
    ("א\u{5B0}", 1),
    ("क\u{94D}ष", 2), ("😀", 2), ("🇬🇧", 2), ("⌚", 2), ("a\tb\u{1B}", 2), ("\u{7F}\u{85}", 0), ("x\u{AD}y", 3),
    ("\u{600}", 1), ("、。", 4), ("\u{303F}", 1), ("𠀀", 2), ("€£", 2), ("\u{FE0F}", 0), ("한국 PO", 7),
  ])
  func aTextHasItsColumns(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns, "\(text.unicodeScalars.map { String($0.value, radix: 16) })")
  }

  @Test func beginningsAreWholeCharactersThatFit() {
    #expect(DisplayWidth.prefix("保護観察官", columns: 5) == "保護")
    #expect(DisplayWidth.prefix("e\u{301}te\u{301}", columns: 2) == "e\u{301}t")
    #expect(DisplayWidth.prefix("abc", columns: 0) == "")
    #expect(DisplayWidth.prefix("abc", columns: 9) == "abc")
  }

  @Test func tablesStandInLine() {
    let table = Table([Table.Column("名"), Table.Column("n", numeric: true)], rows: [["保護", "1"], ["PO", "22"]])
    #expect(TextRenderer(width: 40).render(Document([.table(table)])) == "名      n\n保護    1\nPO     22\n")
  }

  @Test func paragraphsAreFoldedByColumns() {
    let text = TextRenderer(width: 20).render(Document([.paragraph("保護観察官 保護観察官 a")]))
    #expect(text == "保護観察官\n保護観察官 a\n")
    for width in 20...60 {
      let table = Table([Table.Column("k"), Table.Column("v")], rows: [["鍵", String(repeating: "観察官", count: 30)]])
      let folded = TextRenderer(width: width, foldsTables: true).render(Document([.table(table)]))
      #expect(folded.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= width }, "\(folded)")
      #expect(folded.count { $0 == "観" } == 30)
    }
  }
}
