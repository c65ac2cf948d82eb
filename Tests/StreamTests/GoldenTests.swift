import Testing
import WorkforceModel
import WorkforceSimulation

/// What the shipped scenarios and seeds produce, as one number each.
///
/// A change of these numbers that no change of a shipped scenario explains is a new stream version: `Site.streamVersion`
/// goes up with it, and the change is announced, because everybody's results change.
@Suite struct GoldenTests {
  @Test(arguments: [("national-2024", 0xcd4a_f6e6_aaed_eeb1 as UInt64), ("benchmark", 0x1f22_29e4_4f65_9efa)])
  func theStreamIsTheOneOfItsVersion(name: String, fingerprint: UInt64) throws {
    #expect(StreamVersion.current == 2)
    let run = try Futures(Running.shipped(name).scenario, replicates: 200)
    #expect(run.ensemble.fingerprint == fingerprint, "0x\(String(run.ensemble.fingerprint, radix: 16))")
  }
}
