import Foundation
import Reports
import Shell
import Testing
import WorkforceAnalysis

/// What a comparison looks like, on streams that are certain.
@Suite struct ReportTests {
  private static func streams(_ number: Int, name: String, stem: String) throws -> LoadedScenario {
    try Comparing.scenario(
      """
      cadre: 1
      name: \(name)
      start: 2024-09
      months: 24mo
      replicates: 200
      seed: 3
      grades:
        A: {opening: 500, leaving: 0%/yr, target: {2024-09: 600 fte, 2026-01: 610 fte}}
        B: {opening: 20, leaving: 6%/yr}
      recruitment:
        A: {number: {2024-10: 6/mo, 2025-10: \(number)/mo}}

      """, stem: stem)
  }

  private static func pair() throws -> [LoadedScenario] {
    [try streams(6, name: "As planned", stem: "plan"), try streams(10, name: "More", stem: "more")]
  }

  private static func text(_ document: Document) -> String { TextRenderer(width: 100).render(document) }

  @Test func theWholeTable() throws {
    let report = try Comparing.report(Self.pair(), Comparing.request(format: .table))
    #expect(
      Self.text(report.document) == """
        With "More" (B) instead of "As planned" (A), A.fte in Sep 2026 is 692 instead of 644 on average: +48
        (nine futures in ten: +48 … +48); the target of 610 is then met in >99.5 % of futures in both, and
        is 80 % sure by Dec 2025 instead of Apr 2026 (4 months earlier).

        24 months from Sep 2024 · 200 pairs of futures · seed 3

        A: plan · As planned

        B: more · More

        Assumptions that differ

        path                           A      B       taken to mean
        recruitment.A.number.2025-10   6/mo   10/mo   6 a month → 10 a month

        Means over the futures, and differences future by future

                                      Sep 2025   Sep 2026
        A.fte            A                 572        644
                         B                 572        692
                         B − A               0        +48
                           90 %                   +48…+48
                           ±                           ±0
                           P(B > A)               >99.5 %
        A.joiners-12mo   A                  72         72
                         B                  72        120
                         B − A               0        +48
                           90 %                   +48…+48
                           ±                           ±0
                           P(B > A)               >99.5 %

        Targets

                                                             A          B               B − A
        A   at target at Sep 2026                      >99.5 %    >99.5 %                   0
            reached by Sep 2026                        >99.5 %    >99.5 %                   0
            50 % sure by                              Apr 2026   Dec 2025    4 months earlier
            80 % sure by                              Apr 2026   Dec 2025    4 months earlier
            90 % sure by                              Apr 2026   Dec 2025    4 months earlier
            first met, where both meet it (>99.5 %)                         −4 months (−4…−4)

        Financial years (* Oct 2024 to Mar 2025, Apr 2026 to Sep 2026 only)

                            2024/25*   2025/26   2026/27*
        A.joiners   A             36        72         36
                    B             36        96         60
                    B − A          0       +24        +24
        B.leavers   A = B          1         1          1

          The same in every future and month shown: A.leavers-12mo and B.fte.

          Differences are taken in pairs: each future of one with the same future of the other, on the same
          random numbers. Nine in ten lie in the 90 % range; ± is the 95 % Monte Carlo error of the mean: of
          A.fte at Sep 2026 ±0, where separate random numbers would give ±0. 0 is exactly nothing; pt are
          percentage points; stream version 3.

          Not in the model: years in which more leave than in others, recruitment that follows vacancies,
          leaving that follows workload and regions. Every number is taken as certain, so the ranges show
          chance alone.

        """)
  }

  @Test func whatIfInAFewLines() throws {
    let report = try Comparing.report(Self.pair(), Comparing.request(format: .table), extent: .brief)
    // The target next changes in January 2026.
    #expect(
      Self.text(WhatIfReport(report).document) == """
        With "More" (B) instead of "As planned" (A), A.fte in Sep 2026 is 692 instead of 644 on average: +48
        (nine futures in ten: +48 … +48); the target of 610 is then met in >99.5 % of futures in both, and
        is 80 % sure by Dec 2025 instead of Apr 2026 (4 months earlier).

        A.fte at Jan 2026   +16                   (90 %: +16 … +16, paired; ±0)
        A.fte at Sep 2026   +48                   (90 %: +48 … +48, paired; ±0)
        80 % sure by        Apr 2026 → Dec 2025   (4 months earlier)

        """)
    let path = try Comparing.report(
      Self.pair(), Comparing.request(format: .table, variation: SourcesOfVariation(chance: false, parameters: false)),
      extent: .brief)
    #expect(
      Self.text(WhatIfReport(path).document) == """
        With "More" (B) instead of "As planned" (A), A.fte in Sep 2026 is ≈ 692 instead of ≈ 644 on the
        expected path: +48.

        A.fte at Jan 2026   ≈ +16   (expected path)
        A.fte at Sep 2026   ≈ +48   (expected path)

        """)
  }

  @Test func nothingThatDiffers() throws {
    let plan = try Self.streams(6, name: "As planned", stem: "plan")
    let report = try Comparing.report([plan, plan], Comparing.request(format: .table))
    let text = Self.text(report.document)
    #expect(text.hasPrefix("With B A.fte in Sep 2026 is the same as with A in every future: 644"))
    #expect(text.contains("A: plan (A) · As planned") && text.contains("Assumptions: no differences."))
    #expect(text.contains("The same in every future and month shown: A.fte, A.joiners-12mo, A.leavers-12mo and B.fte."))
    #expect(!text.contains("Means over"))
    let brief = try Comparing.report([plan, plan], Comparing.request(format: .table), extent: .brief)
    #expect(
      Self.text(WhatIfReport(brief).document) == """
        With B A.fte in Sep 2026 is the same as with A in every future: 644; the target of 610 is then met
        in >99.5 % of futures in both, and both are 80 % sure of it by Apr 2026.

        A.fte at Jan 2026   0          (the same in every future)
        A.fte at Sep 2026   0          (the same in every future)
        80 % sure by        Apr 2026   (as before)

          no differences of assumptions

        """)
  }

  /// Every pair against the first, A told once.
  @Test func threeScenarios() throws {
    let all = try Self.pair() + [Self.streams(3, name: "Fewer", stem: "fewer")]
    let report = try Comparing.report(all, Comparing.request("A.heads", at: ["2026-09"], format: .table))
    let lines = Self.text(report.document).split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    for line in ["A.heads A 644", "B 692", "C 608", "B − A +48", "C − A −36", "P(C > A) <0.5 %"] {
      #expect(lines.contains(line), "\(line)\n\(lines.joined(separator: "\n"))")
    }
    #expect(lines.count { $0.hasPrefix("With ") } == 2)
  }

  @Test func theCSVIsTidy() throws {
    var text = ""
    try Comparing.report(Self.pair(), Comparing.request(at: ["2026-03"])).csv { text += $0 }
    let rows = text.split(separator: "\n").map(String.init)
    #expect(rows.first == "scenario,place,metric,month,statistic,value")
    for row in [
      "plan,,A.fte,2026-03,mean,608", "more,,A.fte,2026-03,mean,632", "more - plan,,A.fte,2026-03,mean,24",
      "more - plan,,A.fte,2026-03,mean-error,0", "more - plan,,A.fte,2026-03,p95,24",
      "more - plan,,A.fte,2026-03,p-above,1", "more - plan,,A.fte,2026-03,p-above-error,0.005",
      "more - plan,,B.fte,2026-03,p-equal,1", "plan,,A.fte,2026-03,p-at-target,0", "more,,A.fte,2026-03,p-by-target,1",
      "more - plan,,A.fte,2026-03,p-at-target,1", "plan,,A.fte,2026-04,sure-80,19", "more,,A.fte,2025-12,sure-80,15",
      "more - plan,,A.fte,,sure-80,-4", "more - plan,,A.fte,,date-p50,-4", "more - plan,,A.fte,,p-earlier,1",
      "plan,,A.joiners-fy-part,2025-03,mean,36", "more,,A.joiners-fy,2026-03,mean,96",
      "more - plan,,A.joiners-fy,2026-03,mean,24", "more - plan,,A.joiners-fy-part,2026-09,mean,24",
    ] {
      #expect(rows.contains(row), "\(row)")
    }
    let keys = rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).prefix(5).joined(separator: ",") }
    #expect(Set(keys).count == keys.count, "no row twice")
    #expect(rows.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 6 })
  }

  @Test func theJSONHoldsTheSame() throws {
    let loaded = try Self.pair()
    let prepared = try PreparedComparison(loaded, Comparing.request(at: ["2026-03"], format: .json))
    let ensembles = try prepared.runs.map { try $0.job.run() }
    var text = ""
    try prepared.report(ensembles, version: "test", page: TextRenderer().render)({ text += $0 })
    struct Page: Decodable {
      struct Origin: Decodable {
        var scenario: String
        var simulated: String
      }
      struct Assumption: Decodable {
        struct Value: Decodable {
          var scenario, value: String
        }
        var path: String
        var values: [Value]
      }
      struct Row: Decodable {
        var scenario, metric, statistic: String
        var month: String?
        var value: Double?
      }
      var provenance: [Origin]
      var assumptions: [Assumption]
      var pairs: Int
      var results, targets: [Row]
    }
    let page = try JSONDecoder().decode(Page.self, from: Data(text.utf8))
    #expect(page.provenance.map(\.scenario) == ["plan", "more"] && page.pairs == 200)
    #expect(Set(page.provenance.map(\.simulated)).count == 2)
    #expect(page.assumptions.map(\.path) == ["recruitment.A.number.2025-10"])
    #expect(page.assumptions.first?.values.map(\.value) == ["6/mo", "10/mo"])
    var csv = ""
    try Comparing.report(loaded, Comparing.request(at: ["2026-03"])).csv { csv += $0 }
    #expect(csv.split(separator: "\n").count - 1 == page.results.count + page.targets.count)
    let sure = try #require(page.targets.first { $0.scenario == "more - plan" && $0.statistic == "sure-80" })
    #expect(sure.value == -4 && sure.month == nil)
  }

  // MARK: numbers

  @Test func differencesAsTheyAreShown() {
    let cases: [(Double, Metric.Unit, String)] = [
      (61.3, .fte, "+61"), (-38, .heads, "−38"), (0, .heads, "0"), (0.04, .fte, "≈ 0"), (-0.04, .fte, "≈ 0"),
      (0.06, .fte, "+0.1"), (-3.44, .heads, "−3.4"), (9.96, .fte, "+10"), (1234.5, .fte, "+1,235"),
      (0.0031, .rate, "+0.31 pt"), (-0.00004, .rate, "≈ 0"), (0.25, .rate, "+25.0 pt"), (0.4, .money, "≈ 0"),
      (-1_500_000, .money, "−1,500,000"),
    ]
    for (value, unit, text) in cases { #expect(Shown.difference(value, unit) == text) }
    #expect(Shown.margin(0, .fte) == "±0" && Shown.margin(0.01, .fte) == "±0.1" && Shown.margin(12.1, .heads) == "±13")
    #expect(Shown.margin(0.00001, .rate) == "±0.01 pt")
    #expect(Shown.shift(.months(-1)) == "1 month earlier" && Shown.shift(.months(0)) == "the same month")
    #expect(Shown.shift(.laterByAtLeast(4)) == "at least 4 months later")
  }
}
