internal import Crypto
public import WorkforceModel

extension ScenarioText {
  /// SHA-256 of a text, in lower-case hexadecimal.
  public static func digest(ofText text: String) -> String {
    var hash = SHA256()
    // No contiguous storage is asked for, so that any string gives the same bytes.
    hash.update(data: Array(text.utf8))
    let digits = Array("0123456789abcdef")
    return hash.finalize().reduce(into: "") { text, byte in
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
  }

  /// The digest of what is simulated: equal whatever the names, notes, provenance, order, seed and replicates.
  public static func simulationDigest(of scenario: Scenario) -> String { digest(ofText: scenario.simulatedText) }
}

extension ScenarioText {
  /// Bytes that a file may have; more are not worth reading.
  public static var largestFile: Int { TextBounds.mostBytes }
}
