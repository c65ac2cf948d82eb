// swift-tools-version: 6.2
import PackageDescription

// A package of its own, because nobody who builds the program needs it: see docs/performance.md and scripts/benchmark.
let package = Package(
  name: "cadre-benchmarks",
  dependencies: [
    .package(name: "cadre-workforce", path: "../.."),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "EngineBenchmark",
      dependencies: [
        .product(name: "Benchmarking", package: "cadre-workforce"),
        .product(name: "ScenarioFiles", package: "cadre-workforce"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ])
  ]
)
