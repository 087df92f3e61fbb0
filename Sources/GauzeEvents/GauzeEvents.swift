import Foundation
import PackagePlugin

/// Makes Swift types of the events of each schema of a target, and fails the build where one does not load.
///
/// A schema is what `gauze gate` takes for one: a file called `schema.json`, or something before
/// `.schema.json`, that has a member `gauze`. What is no JSON is taken for a schema too, and refused.
@main
struct GauzeEvents: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? any SourceModuleTarget else { return [] }
    let tool = try context.tool(named: "GauzeMain").url
    var names: Set<String> = []
    var commands: [Command] = []
    for file in target.sourceFiles.map(\.url).sorted(by: { $0.path < $1.path }) {
      guard Self.isSchema(file) else { continue }
      let name = Self.outputName(file, in: target.directoryURL)
      guard names.insert(name).inserted else {
        Diagnostics.error("two schemas of \(target.name) would be written as \(name)")
        continue
      }
      let output = context.pluginWorkDirectoryURL.appending(path: name)
      commands.append(
        .buildCommand(
          displayName: "Making events of \(file.lastPathComponent)",
          executable: tool,
          arguments: ["export", "--as", "swift", "--output", output.path, "--", file.path],
          inputFiles: [file],
          outputFiles: [output]
        )
      )
    }
    return commands
  }

  private static func isSchema(_ file: URL) -> Bool {
    let name = file.lastPathComponent
    guard name == "schema.json" || name.hasSuffix(".schema.json") else { return false }
    guard let data = try? Data(contentsOf: file),
      let value = try? JSONSerialization.jsonObject(with: data)
    else { return true }
    return (value as? [String: Any])?["gauze"] != nil
  }

  /// `Telemetry/app.schema.json` as `Telemetry-app.schema.json.swift`: a target has one file of a name.
  private static func outputName(_ file: URL, in folder: URL) -> String {
    let top = folder.standardizedFileURL.pathComponents
    let path = file.standardizedFileURL.pathComponents
    let parts = path.starts(with: top) ? path.dropFirst(top.count) : path.suffix(1)
    return parts.joined(separator: "-") + ".swift"
  }
}
