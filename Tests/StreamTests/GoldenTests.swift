import Testing
import WorkforceModel
import WorkforceSimulation

/// What the shipped scenarios and seeds produce, as one number each.
///
/// A change of these numbers that no change of a shipped scenario explains is a new stream version: `Site.streamVersion`
/// goes up with it, and the change is announced, because everybody's results change.
@Suite struct GoldenTests {
  @Test(arguments: [("national-2024", 0xc5e2_309f_03ba_615c as UInt64), ("benchmark", 0x4b07_b2dc_f1d2_059c)])
  func theStreamIsTheOneOfItsVersion(name: String, fingerprint: UInt64) throws {
    #expect(StreamVersion.current == 3)
    let run = try Futures(Running.shipped(name).scenario, replicates: 200)
    #expect(run.ensemble.fingerprint == fingerprint, "0x\(String(run.ensemble.fingerprint, radix: 16))")
  }
}
