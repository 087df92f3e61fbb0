internal import Gauze
internal import GauzeGate
internal import GauzeSystem

/// `gauze export`: a schema, or the language of schemas, in the words of other tools.
enum ExportCommand {
  /// What a schema can be exported as.
  private enum Target {
    case jsonSchema
    case languageSchema
  }

  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitStatus {
    let targets: KeyValuePairs<String, Target> = [
      "json-schema": .jsonSchema, "language-schema": .languageSchema,
    ]
    guard let target = try arguments.word(.exportTarget, targets) else {
      throw .usage("gauze export needs a target: --as json-schema, or --as language-schema")
    }
    let form = try arguments.word(.exportForm, ["raw": RecordForm.raw, "wire": .wire])
    switch target {
    case .jsonSchema:
      guard let operand = arguments.operands.first, arguments.operands.count == 1 else {
        throw .usage("gauze export takes one schema: gauze export SCHEMA --as json-schema")
      }
      let schema = try SchemaSource(operand).load()
      try Console.print(JSONSchemaExport(schema, form ?? .wire).bytes)
    case .languageSchema:
      // It tells of every schema, so of none in particular, and of no record.
      guard arguments.operands.isEmpty, form == nil else {
        throw .usage("the language's own schema takes none: gauze export --as language-schema")
      }
      try Console.print(LanguageSchema.text)
    }
    return .done
  }
}
