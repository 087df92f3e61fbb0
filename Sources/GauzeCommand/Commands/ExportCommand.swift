internal import Gauze
internal import GauzeGate
internal import GauzeSystem

/// `gauze export`: a schema, or the language of schemas, in the words of other tools.
enum ExportCommand {
  /// What a schema can be exported as.
  private enum Target {
    case jsonSchema, languageSchema, swift
  }

  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitStatus {
    let words: KeyValuePairs<String, Target> = [
      "json-schema": .jsonSchema, "language-schema": .languageSchema, "swift": .swift,
    ]
    guard let target = try arguments.word(.exportTarget, words) else {
      throw .usage(
        "gauze export needs a target: --as json-schema, --as swift, or --as language-schema"
      )
    }
    let form = try arguments.word(.exportForm, ["raw": RecordForm.raw, "wire": .wire])
    let output = try arguments.file(.exportOutput)
    let bytes: [UInt8]
    switch target {
    case .jsonSchema:
      bytes = JSONSchemaExport(try source(arguments).load(), form ?? .wire).bytes
    case .languageSchema:
      // It tells of every schema, so of none in particular, and of no record.
      guard arguments.operands.isEmpty, form == nil else {
        throw .usage("the language's own schema takes none: gauze export --as language-schema")
      }
      bytes = Array(LanguageSchema.text.utf8)
    case .swift:
      if form != nil { throw .usage("--form belongs to --as json-schema: Swift has the raw form") }
      guard let file = schemaFile(try source(arguments)) else { return .usage }
      bytes = SwiftExport(file).bytes
    }
    if let output {
      try WholeFile.write(bytes, to: output)
    } else {
      try Console.print(bytes)
    }
    return .done
  }

  private static func source(_ arguments: Arguments) throws(CommandFailure) -> SchemaSource {
    guard let operand = arguments.operands.first, arguments.operands.count == 1 else {
      throw .usage("gauze export takes one schema: gauze export SCHEMA --as json-schema")
    }
    return try SchemaSource(operand)
  }

  /// The schema; nil if it does not load. Then its faults were told as compilers tell theirs, for builds
  /// and editors that look for lines of that form.
  private static func schemaFile(_ source: SchemaSource) -> SchemaFile? {
    do throws(SchemaFaults) {
      return try SchemaFile(reading: source.bytes)
    } catch {
      for line in source.lines(of: error.faults, mark: "error: ") { Console.note(line) }
      return nil
    }
  }
}
