internal import Gauze
internal import GauzeGate
internal import GauzeSystem

/// `gauze export`: a schema in the words of other tools.
enum ExportCommand {
  /// What a schema can be exported as.
  private enum Target {
    case jsonSchema
  }

  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitStatus {
    guard let operand = arguments.operands.first, arguments.operands.count == 1 else {
      throw .usage("gauze export takes one schema: gauze export SCHEMA --as json-schema")
    }
    guard let target = try arguments.word(.exportTarget, ["json-schema": Target.jsonSchema]) else {
      throw .usage("gauze export needs a target: --as json-schema")
    }
    let form = try arguments.word(.exportForm, ["raw": RecordForm.raw, "wire": .wire]) ?? .wire
    let schema = try SchemaSource(operand).load()
    switch target {
    case .jsonSchema: try Console.print(JSONSchemaExport(schema, form).bytes)
    }
    return .done
  }
}
