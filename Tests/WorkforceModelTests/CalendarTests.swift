import Testing

@testable import WorkforceModel

/// Months, spans, bands and schedules.
@Suite struct CalendarTests {
  @Test func months() {
    #expect(Month("2024-09")?.description == "2024-09")
    #expect(Month("2024-09").map { ($0 + 16).description } == "2026-01")
    #expect(Month(year: 2026, month: 1) - Month(year: 2024, month: 9) == 16)
    #expect(Month(year: 2025, month: 9).shown == "Sep 2025")
    for text in ["2024-9", "2024-13", "2024-00", "1899-12", "2200-01", "24-09", "2024-09-01", "2024/09", "٢٠٢٤-٠٩", ""]
    {
      #expect(Month(text) == nil, "\(text)")
    }
    for index in stride(from: Month.allowed.lowerBound.index, through: Month.allowed.upperBound.index, by: 7) {
      #expect(Month(Month(index: index).description)?.index == index)
    }
  }

  @Test func spans() {
    #expect(MonthSpan("15mo")?.months == 15)
    #expect(MonthSpan("5y")?.months == 60)
    for text in ["15", "mo", "1.5y", "-3mo", "101y", "1201mo", "5 y", "٥y"] {
      #expect(MonthSpan(text) == nil, "\(text)")
    }
  }

  @Test func bands() {
    for text in ["<5y", "5y-10y", "10y+", "6mo-1y", "<9mo", "0mo+"] { #expect(Band(text)?.description == text) }
    #expect(Band("0mo-5y") == Band("<5y"))
    for text in ["5y", "<0mo", "10y-5y", "5y-5y", "-5y", "+", "<", "5y-10y-15y"] {
      #expect(Band(text) == nil, "\(text)")
    }
    func fault(_ texts: String...) -> String? { Band.fault(in: texts.compactMap { Band($0) }) }
    #expect(fault("5y+", "<5y") == nil)
    #expect(fault("<5y") == "nothing covers 5y+")
    #expect(fault("<5y", "6y+") == "nothing covers 5y-6y")
    #expect(fault("<5y", "4y+") == "4y+ overlaps another band")
    #expect(fault("0mo+", "5y+") == "5y+ overlaps 0mo+")
    #expect(fault() == "nothing covers 0mo+")
  }

  @Test func schedules() {
    let months = Month(year: 2024, month: 10)...Month(year: 2029, month: 9)
    let september = Month(year: 2025, month: 9)
    let yearly = Schedule.every(MonthSpan(months: 12), from: september, until: nil)
    #expect(yearly.starts(in: months).map(\.description) == ["2025-09", "2026-09", "2027-09", "2028-09", "2029-09"])
    let ending = Schedule.every(
      MonthSpan(months: 12), from: Month(year: 2020, month: 9), until: Month(year: 2026, month: 8))
    #expect(ending.starts(in: months).map(\.description) == ["2025-09"])
    #expect(yearly.contains(september) && !yearly.contains(september + 1) && !yearly.contains(september - 12))
    #expect(Schedule.once(september).starts(in: months) == [september])
    #expect("\(ending)" == "every 12mo from 2020-09 until 2026-08")
  }

  @Test func suggestions() {
    let grades = ["PO", "PSO", "SPO"]
    #expect(Suggestion.nearest(to: "POS", among: grades) == ["PO", "PSO"])
    #expect(Suggestion.nearest(to: "leav", among: ["leaving", "target"]) == ["leaving"])
    #expect(Suggestion.help(for: "capcity", among: ["capacity", "opening"]) == "did you mean capacity?")
    #expect(Suggestion.help(for: "zebra", among: grades) == nil)
    #expect(Suggestion.list(["a", "b", "c"]) == "a, b and c")
    #expect(Suggestion.list((0..<30).map { "\($0)" }).hasSuffix("18, 19 and 10 more"))
    func edits(_ first: String, _ second: String) -> Int {
      Suggestion.edits(Array(first.unicodeScalars), Array(second.unicodeScalars))
    }
    #expect(edits("kitten", "sitting") == 3)
    #expect(edits("ab", "ba") == 1)
    #expect(edits("", "abc") == 3)
  }
}
