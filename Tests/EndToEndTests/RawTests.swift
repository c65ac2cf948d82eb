import BuiltProgram
import Foundation
import Testing

/// `run --raw`: every value of every future.
@Suite struct RawTests {
  private static let words = ["run", "benchmark", "--replicates", "300", "--seed", "3", "--metric", "PO.fte"]

  @Test func theMeanOfTheValuesIsTheMean() throws {
    let folder = try TemporaryFolder()
    let outcome = try BuiltProgram.run(
      Self.words + ["PO.wastage", "--at", "2025-03", "2025-09", "--format", "csv", "--raw", "raw.csv"], in: folder.url)
    #expect(outcome.code == 0 && outcome.error.isEmpty, "\(outcome.error)")
    let lines = try folder.text(of: "raw.csv").split(separator: "\n").map(String.init)
    #expect(lines.first == "replicate,place,metric,month,value")
    // The wastage does not exist in March.
    #expect(lines.count == 1 + 300 * 3)
    let fronts = ["PO.fte,2025-03", "PO.fte,2025-09", "PO.wastage,2025-09"]
    let places = lines.dropFirst().map { $0.prefix(upTo: $0.lastIndex(of: ",") ?? $0.endIndex) }
    #expect(places == (1...300).flatMap { number in fronts.map { "\(number),,\($0)"[...] } })
    for front in fronts {
      let values = lines.filter { $0.contains(",\(front),") }.compactMap { Double($0.split(separator: ",").last ?? "") }
      let mean = values.reduce(0, +) / 300
      let told = outcome.lines.first { $0.hasPrefix("benchmark,,\(front),mean,") }?.split(separator: ",").last
      let expected = try #require(told.flatMap { Double($0) })
      #expect(abs(mean - expected) < 1e-9 * expected, "\(front)")
    }
    #expect(try folder.names() == ["raw.csv"])
  }

  /// Two files of CSV in one stream are none.
  @Test func theResultAndTheFuturesDoNotMix() throws {
    let folder = try TemporaryFolder()
    for line in [
      "--raw /dev/stdout", "--raw /dev/fd/1 --output /dev/stdout", "--raw both.csv > both.csv",
    ] {
      let outcome = try BuiltProgram.shell("cadre run benchmark --replicates 5 \(line)", in: folder.url)
      #expect(outcome.code == 2 && outcome.output.isEmpty)
      #expect(outcome.error.contains("--raw would write to standard output"), "\(outcome.error)")
    }
    let apart = "cadre run benchmark --replicates 5 --raw /dev/stdout --output result.txt"
    let outcome = try BuiltProgram.shell(apart, in: folder.url)
    #expect(outcome.code == 0 && outcome.lines.first == "replicate,place,metric,month,value")
    #expect(try BuiltProgram.shell("cadre run benchmark --replicates 5 --raw /dev/null >/dev/null").code == 0)
  }

  @Test func theFirstFuturesOfALongerRunAreTheSame() throws {
    let folder = try TemporaryFolder()
    for (count, threads) in [("140", "1"), ("300", "3")] {
      let words = ["run", "benchmark", "--replicates", count, "--threads", threads, "--metric", "PO.heads"]
      #expect(try BuiltProgram.run(words + ["--raw", "\(count).csv"], in: folder.url).code == 0)
    }
    let (short, long) = (try folder.text(of: "140.csv"), try folder.text(of: "300.csv"))
    #expect(long.hasPrefix(short) && long.utf8.count > short.utf8.count)
  }

  @Test func aFileThatWouldBeTooLargeIsRefusedBeforeTheRun() throws {
    let folder = try TemporaryFolder()
    let words = ["run", "benchmark", "--replicates", "20000", "--raw", "raw.csv"]
    let outcome = try BuiltProgram.run(words, in: folder.url)
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains("error: --raw would write about ") && outcome.error.contains(" GB: "))
    #expect(outcome.error.contains("help: name the metrics (--metric)"))
    #expect(try folder.names().isEmpty)
  }

  @Test func itReplacesNoScenarioAndNoResult() throws {
    let folder = try TemporaryFolder()
    let text = "cadre: 1\nname: One\nstart: 2024-09\nmonths: 5mo\ngrades:\n  A: {opening: 20, leaving: 5%/yr}\n"
    try folder.write(text, to: "one.yaml")
    let same = try BuiltProgram.run(["run", "one.yaml", "--raw", "./one.yaml"], in: folder.url)
    #expect(same.code == 2 && same.error.contains("--raw would replace the scenario"))
    #expect(try folder.text(of: "one.yaml") == text)
    let both = try BuiltProgram.run(["run", "one.yaml", "--raw", "a", "--output", "a"], in: folder.url)
    #expect(both.code == 2 && both.error.contains("--raw and the result name one file"))
    let folderless = try BuiltProgram.run(["run", "one.yaml", "--raw", "missing/a"], in: folder.url)
    #expect(folderless.code == 2 && folderless.error.contains("cannot write missing/a"))
  }
}
