import Testing

@testable import Shell

@Suite struct LineHistoryTests {
  @Test func everyEntryStandsOnce() {
    var history = LineHistory()
    for line in ["run 500 ", "targets", "run 500"] { history.add(line) }
    #expect(history.entries == ["targets", "run 500"])
    #expect(!history.add(" secret") && !history.add(""))
    #expect(history.entries.count == 2)
  }

  @Test func theOldestAreForgotten() {
    var history = LineHistory(limit: 2)
    for line in ["a", "b", "c"] { history.add(line) }
    #expect(history.entries == ["b", "c"])
    #expect(LineHistory(["a", "b", "a", "c"], limit: 2).entries == ["a", "c"])
  }

  @Test func aFileGivesBackWhatWasWritten() {
    let entries = ["set x {a,\n b}", #"a \ b"#, #"\n"#, "日本 é", "x\\", "carriage\r", "after"]
    let text = entries.map(LineHistory.written).joined()
    #expect(text.utf8.count { $0 == UInt8(ascii: "\n") } == entries.count)
    #expect(LineHistory(file: text).entries == entries)
  }

  /// A line that was torn, or written by something else, is an entry like any other.
  @Test func whateverStandsInAFileIsRead() {
    #expect(LineHistory(file: "run\n\nset \\").entries == ["run", "set "])
  }

  @Test func walkingKeepsToWhatWasTyped() {
    let history = LineHistory(["run 1", "get seed", "run 2"])
    #expect(history.older(than: 3, beginningWith: "run") == 2)
    #expect(history.older(than: 2, beginningWith: "run") == 0)
    #expect(history.older(than: 0, beginningWith: "run") == nil)
    #expect(history.newer(than: 0, beginningWith: "run") == 2)
    #expect(history.newer(than: 2, beginningWith: "") == nil)
    #expect(history.older(than: 3, beginningWith: "") == 2)
    #expect(history.continuation(of: "run") == " 2")
    #expect(history.continuation(of: "run 2") == nil)
  }
}
