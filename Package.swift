// swift-tools-version: 6.2
import PackageDescription

/// Spans that our own types return need the `Lifetimes` feature; it is legal without unsafe flags.
let settings: [SwiftSetting] = [
  .enableExperimentalFeature("Lifetimes"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "gauze",
  products: [
    .library(name: "Gauze", targets: ["Gauze"]),
    .executable(name: "gauze", targets: ["GauzeMain"]),
    .plugin(name: "GauzeEvents", targets: ["GauzeEvents"]),
    .plugin(name: "GauzeGatePlugin", targets: ["GauzeGatePlugin"]),
  ],
  targets: [
    .target(name: "Gauze", swiftSettings: settings),
    .target(name: "GauzeSystem", dependencies: ["Gauze"], swiftSettings: settings),
    .target(name: "GauzeBatch", dependencies: ["Gauze", "GauzeSystem"], swiftSettings: settings),
    .target(name: "GauzeGate", dependencies: ["Gauze"], swiftSettings: settings),
    .target(
      name: "GauzeProve",
      dependencies: ["Gauze", "GauzeSystem", "GauzeBatch"],
      swiftSettings: settings
    ),
    .target(
      name: "GauzeCommand",
      dependencies: ["Gauze", "GauzeSystem", "GauzeBatch", "GauzeProve", "GauzeGate"],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "GauzeMain",
      dependencies: ["GauzeCommand"],
      swiftSettings: settings
    ),
    .plugin(
      name: "GauzeEvents",
      capability: .buildTool(),
      dependencies: ["GauzeMain"],
      path: "Sources/GauzeEvents"
    ),
    // It asks for no permission to write: a run without a terminal, as in CI, would have to grant it.
    .plugin(
      name: "GauzeGatePlugin",
      capability: .command(
        intent: .custom(
          verb: "gauze-gate",
          description: "Judge what changed in schemas since a base (gauze gate)"
        )
      ),
      dependencies: ["GauzeMain"],
      path: "Sources/GauzeGatePlugin"
    ),
    .target(
      name: "GauzeWasm",
      dependencies: ["Gauze"],
      exclude: ["build", "gauze.mjs", "gauze.d.ts"],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "GauzeBenchmarks",
      dependencies: ["Gauze", "GauzeSystem"],
      path: "Benchmarks/Runner",
      // The allocation counter calls glibc's `__libc_malloc`, which no header declares.
      swiftSettings: settings + [.enableExperimentalFeature("Extern")]
    ),
    .executableTarget(
      name: "GauzeCorpus",
      dependencies: ["Gauze", "GauzeSystem"],
      path: "Benchmarks/Corpus",
      swiftSettings: settings
    ),
    .executableTarget(
      name: "GauzeScoreSet",
      path: "Benchmarks/Score/Generator",
      swiftSettings: settings
    ),
    .testTarget(name: "GauzeTests", dependencies: ["Gauze"], swiftSettings: settings),
    .testTarget(
      name: "GauzeSystemTests",
      dependencies: ["Gauze", "GauzeSystem"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "GauzeBatchTests",
      dependencies: ["Gauze", "GauzeSystem", "GauzeBatch"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "GauzeGateTests",
      dependencies: ["Gauze", "GauzeGate"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "GauzeProveTests",
      dependencies: ["Gauze", "GauzeSystem", "GauzeBatch", "GauzeProve"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "GauzeCommandTests",
      dependencies: ["GauzeMain", "Gauze", "GauzeProve"],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)
