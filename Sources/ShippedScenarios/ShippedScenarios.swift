/// The scenarios that the program carries, so that it answers from any folder.
public enum ShippedScenarios {
  private static let files: [(name: String, bytes: [UInt8])] = [
    ("national-2024", PackageResources.national_2024_yaml),
    ("benchmark", PackageResources.benchmark_yaml),
  ]

  public static var names: [String] { files.map(\.name) }

  /// The text of one, as in the folder scenarios/ of the project; nil where there is none of that name.
  public static func text(named name: String) -> String? {
    files.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }
}
