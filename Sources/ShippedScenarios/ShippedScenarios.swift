/// The scenarios that the program carries, so that it answers from any folder.
public enum ShippedScenarios {
  private static let files: [(name: String, bytes: [UInt8])] = [
    ("national-2024", PackageResources.national_2024_yaml),
    ("intake-bigger", PackageResources.intake_bigger_yaml),
    ("intake-smaller", PackageResources.intake_smaller_yaml),
    ("leaving-down-a-point", PackageResources.leaving_down_a_point_yaml),
    ("all-on-15-months", PackageResources.all_on_15_months_yaml),
    ("all-on-21-months", PackageResources.all_on_21_months_yaml),
    ("all-on-27-months", PackageResources.all_on_27_months_yaml),
    ("early-support-psos", PackageResources.early_support_psos_yaml),
    ("no-further-recruitment", PackageResources.no_further_recruitment_yaml),
    ("uncertain-target", PackageResources.uncertain_target_yaml),
    ("police-2024", PackageResources.police_2024_yaml),
    ("textbook-law-firm", PackageResources.textbook_law_firm_yaml),
    ("textbook-stores", PackageResources.textbook_stores_yaml),
    ("benchmark", PackageResources.benchmark_yaml),
  ]

  public static var names: [String] { files.map(\.name) }

  /// The text of one, as in the folder scenarios/ of the project; nil where there is none of that name.
  public static func text(named name: String) -> String? {
    files.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }
}
