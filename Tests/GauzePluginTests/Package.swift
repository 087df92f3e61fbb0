// swift-tools-version: 6.2
import PackageDescription

// A package that depends on Gauze as anybody's would. `.ci/plugins` copies it, adds the schemas and says
// where Gauze is.
let place = Context.environment["GAUZE_PACKAGE"] ?? "../.."
let name = Context.environment["GAUZE_NAME"] ?? "gauze"

let package = Package(
  name: "shop",
  dependencies: [.package(path: place)],
  targets: ["Shop", "Systems"].map { target in
    .executableTarget(
      name: target,
      dependencies: [.product(name: "Gauze", package: name)],
      swiftSettings: [.treatAllWarnings(as: .error)],
      plugins: [.plugin(name: "GauzeEvents", package: name)]
    )
  },
  swiftLanguageModes: [.v6]
)
