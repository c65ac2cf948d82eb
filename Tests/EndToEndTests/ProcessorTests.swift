import BuiltProgram
import Testing

/// Results do not depend on what the processor offers: the C library is told that there is neither AVX2 nor FMA, and all
/// bytes are the same. (The names of the two differ between versions of the library; unknown ones are ignored.)
@Suite struct ProcessorTests {
  static let hidden = ["GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2_Usable,-FMA_Usable,-AVX2,-FMA"]

  @Test(arguments: ["national-2024", "benchmark"])
  func everyByteIsTheSameWithoutNewInstructions(name: String) throws {
    let words = ["run", name, "--replicates", "300", "--format", "csv"]
    let usual = try BuiltProgram.run(words)
    let old = try BuiltProgram.run(words, environment: Self.hidden)
    #expect(usual.code == 0 && old.code == 0)
    #expect(usual.output.utf8.count > 1_000_000)
    #expect(usual.output == old.output)
  }
}
