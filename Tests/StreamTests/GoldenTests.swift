import Testing
import WorkforceModel
import WorkforceSimulation

/// What the shipped scenarios and seeds produce, as one number each.
///
/// A change of these numbers that no change of a shipped scenario explains is a new stream version: `Site.streamVersion`
/// goes up with it, and the change is announced, because everybody's results change.
@Suite struct GoldenTests {
  @Test(arguments: [("national-2024", 0x1715_22c2_aebd_e8d9 as UInt64), ("benchmark", 0x9692_b092_3abf_ae17)])
  func theStreamIsTheOneOfItsVersion(name: String, fingerprint: UInt64) throws {
    #expect(StreamVersion.current == 1)
    let run = try Futures(Running.shipped(name).scenario, replicates: 200)
    #expect(run.ensemble.fingerprint == fingerprint, "0x\(String(run.ensemble.fingerprint, radix: 16))")
  }
}
