import Foundation
import PackagePlugin

/// `swift package gauze-gate [--base REV] [SCHEMA…]`: runs `gauze gate` in the package's folder.
@main
struct GauzeGatePlugin: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    let gate = Process()
    gate.executableURL = try context.tool(named: "GauzeMain").url
    gate.arguments = ["gate"] + arguments
    gate.currentDirectoryURL = context.package.directoryURL
    try gate.run()
    gate.waitUntilExit()
    // The package manager says which status it was, and ends with 1 itself.
    guard gate.terminationReason == .exit else {
      Diagnostics.error("gauze gate was ended by signal \(gate.terminationStatus)")
      return
    }
    if gate.terminationStatus != 0 { exit(gate.terminationStatus) }
  }
}
