// swift-tools-version: 6.2
import PackageDescription

// A package of its own, because all of it is built with `--sanitize=fuzzer`: see .ci/fuzz.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "cadre-fuzzing",
  dependencies: [.package(name: "cadre-workforce", path: "../..")],
  targets: [
    .executableTarget(
      name: "ScenarioFuzzer", dependencies: [.product(name: "ScenarioFiles", package: "cadre-workforce")],
      swiftSettings: settings),
    .executableTarget(
      name: "ShellFuzzer", dependencies: [.product(name: "Talking", package: "cadre-workforce")],
      swiftSettings: settings),
  ]
)
