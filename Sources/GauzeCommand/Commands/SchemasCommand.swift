internal import Gauze
internal import GauzeSystem

/// `gauze schemas`: lists the built-in schemas, or prints one.
enum SchemasCommand {
  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitStatus {
    if arguments.operands.count > 1 { throw .usage("gauze schemas takes one name at most") }
    guard let name = arguments.operands.first else { return try list() }
    guard let text = BuiltInSchemas.text(named: name.bytes.span) else {
      throw .usage("no built-in schema is called \(name.text); gauze schemas lists them")
    }
    try Console.print(text.bytes)
    return .done
  }

  private static func list() throws(CommandFailure) -> ExitStatus {
    let width = BuiltInSchemas.all.map { "\($0.name)".count }.max() ?? 0
    for entry in BuiltInSchemas.all {
      let bytes = entry.text.bytes
      guard let schema = try? Schema(reading: bytes.span) else { continue }
      let version = String(decoding: schema.version.text, as: UTF8.self)
      let description = String(decoding: schema.description, as: UTF8.self)
      try Console.print(
        "\(Columns.padded("\(entry.name)", to: width))  \(version)  \(description)\n"
      )
    }
    return .done
  }
}
