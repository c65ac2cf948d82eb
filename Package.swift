// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours is held to the same settings; the dependencies keep their own.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let collections = Target.Dependency.product(name: "OrderedCollections", package: "swift-collections")

/// The files of scenarios/ that the program carries; ShippedScenarios.swift names the code that each becomes.
let shippedScenarios = [
  "national-2024",
  "intake-bigger",
  "intake-smaller",
  "leaving-down-a-point",
  "all-on-15-months",
  "all-on-21-months",
  "all-on-27-months",
  "early-support-psos",
  "no-further-recruitment",
  "uncertain-target",
  "police-2024",
  "textbook-law-firm",
  "textbook-stores",
  "benchmark",
]

let package = Package(
  name: "cadre-workforce",
  products: [
    .executable(name: "cadre", targets: ["cadre"]),
    // For the fuzzing in Tests/Fuzzing, which is a package of its own.
    .library(name: "ScenarioFiles", targets: ["ScenarioFiles", "WorkforceModel", "ShippedScenarios"]),
    .library(name: "Talking", targets: ["Talking", "Shell"]),
    // For the measurements in Tests/Benchmarks, which is a package of its own.
    .library(name: "Benchmarking", targets: ["WorkforceSimulation", "WorkforceAnalysis", "Oracle"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .target(name: "WorkforceModel", dependencies: [collections], swiftSettings: settings),
    // What the engine does most, on whatever vectors the processor has, which Swift cannot choose while it runs.
    .target(name: "CVectors"),
    .target(
      name: "WorkforceSimulation", dependencies: ["CVectors", "WorkforceModel", collections], swiftSettings: settings),
    .target(
      name: "WorkforceAnalysis", dependencies: ["CVectors", "WorkforceModel", "WorkforceSimulation", collections],
      swiftSettings: settings),
    .target(
      name: "ScenarioFiles",
      dependencies: [
        "WorkforceModel", "Yams", collections, .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    .target(
      name: "Reports", dependencies: ["WorkforceModel", "WorkforceSimulation", "WorkforceAnalysis", collections],
      swiftSettings: settings),
    .target(
      name: "Shell",
      dependencies: [
        "WorkforceModel", "WorkforceSimulation", "WorkforceAnalysis", "ScenarioFiles", "Reports", collections,
      ],
      swiftSettings: settings),
    .target(
      name: "ShippedScenarios",
      resources: shippedScenarios.map { .embedInCode("\($0).yaml") }, swiftSettings: settings),
    // The only C beside the vectors: libedit's variadic calls, keys while signals arrive, and the signals themselves.
    .target(name: "CLineEditor", linkerSettings: [.linkedLibrary("edit")]),
    .executableTarget(
      name: "cadre",
      dependencies: [
        "CLineEditor", "Shell", "Reports", "ScenarioFiles", "ShippedScenarios", "WorkforceModel", "WorkforceSimulation",
      ],
      swiftSettings: settings),

    // The oracle is written from docs and closed forms alone: it sees no target of ours.
    .target(name: "Oracle", path: "Tests/Oracle", swiftSettings: settings),
    .testTarget(name: "OracleTests", dependencies: ["Oracle"], swiftSettings: settings),
    .testTarget(
      name: "WorkforceSimulationTests", dependencies: ["CVectors", "WorkforceSimulation", "WorkforceModel"],
      swiftSettings: settings),
    .testTarget(
      name: "EngineTests",
      dependencies: [
        "Oracle", "TestSupport", "WorkforceModel", "WorkforceSimulation", "WorkforceAnalysis", "ScenarioFiles",
        "ShippedScenarios", collections,
      ],
      swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["WorkforceModel", "ScenarioFiles"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .testTarget(
      name: "WorkforceModelTests", dependencies: ["WorkforceModel", "ScenarioFiles", "TestSupport", collections],
      swiftSettings: settings),
    .testTarget(
      name: "ScenarioFilesTests", dependencies: ["WorkforceModel", "ScenarioFiles", "TestSupport", collections],
      swiftSettings: settings),
    .testTarget(
      name: "StreamTests",
      dependencies: [
        "CVectors", "Oracle", "TestSupport", "WorkforceModel", "WorkforceSimulation", "WorkforceAnalysis",
        "ScenarioFiles",
        "ShippedScenarios", "Reports", "Shell",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "WorkforceModel", "WorkforceSimulation", "WorkforceAnalysis", "ScenarioFiles", "ShippedScenarios", "Reports",
        "Shell", "TestSupport", "BuiltProgram",
      ],
      swiftSettings: settings),

    .target(
      name: "Talking",
      dependencies: ["WorkforceModel", "WorkforceSimulation", "ScenarioFiles", "ShippedScenarios", "Shell"],
      path: "Tests/ShellTests/Support", swiftSettings: settings),
    .testTarget(
      name: "ShellTests",
      dependencies: [
        "WorkforceModel", "WorkforceSimulation", "WorkforceAnalysis", "ScenarioFiles", "ShippedScenarios", "Reports",
        "Shell", "Talking", "TestSupport", collections,
      ],
      exclude: ["Support"], swiftSettings: settings),
    .testTarget(
      name: "ComparisonTests",
      dependencies: [
        "TestSupport", "WorkforceModel", "WorkforceSimulation", "WorkforceAnalysis", "ScenarioFiles",
        "ShippedScenarios",
        "Reports", "Shell",
      ],
      swiftSettings: settings),

    // The program as it is installed: its tests start it, and see no target of ours.
    .target(name: "BuiltProgram", path: "Tests/EndToEndTests/Support", swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests", dependencies: ["BuiltProgram"], exclude: ["Support"], swiftSettings: settings),
    .testTarget(
      name: "DocumentationTests", dependencies: ["BuiltProgram", "ScenarioFiles", "WorkforceModel", "Shell"],
      swiftSettings: settings),
  ]
)
