package import Gauze
package import GauzeSystem

/// What a run did, in numbers and the schema's words, for machines.
package struct BatchReport: Sendable {
  package var program: String
  package var schemaName: [UInt8]
  package var schemaVersion: [UInt8]
  package var form: RecordForm
  package var files: [FilePath]
  package var bytes: Int
  package var nanoseconds: Int
  package var isComplete: Bool

  package init(
    program: String,
    schema: Schema,
    form: RecordForm,
    files: [FilePath],
    bytes: Int,
    nanoseconds: Int,
    isComplete: Bool
  ) {
    self.program = program
    schemaName = schema.name
    schemaVersion = schema.version.text
    self.form = form
    self.files = files
    self.bytes = bytes
    self.nanoseconds = nanoseconds
    self.isComplete = isComplete
  }

  /// Writes the report as one JSON object.
  package func write(_ sanitizer: borrowing Sanitizer, to output: inout ByteBuffer) {
    let tally = sanitizer.tally
    output.append("{\"gauze\":")
    append(Array(program.utf8), &output)
    output.append(",\"schema\":{\"name\":")
    append(schemaName, &output)
    output.append(",\"version\":")
    append(schemaVersion, &output)
    output.append("},\"form\":\"")
    output.append(form == .raw ? "raw" : "wire")
    output.append("\",\"complete\":")
    output.append(isComplete ? "true" : "false")
    output.append(",\"files\":[")
    for (index, file) in files.enumerated() {
      if index > 0 { output.append(ASCII.comma) }
      append(Array(file.text.utf8), &output)
    }
    output.append("],\"records\":{\"read\":")
    output.append(decimal: tally.accepted + tally.rejected)
    output.append(",\"accepted\":")
    output.append(decimal: tally.accepted)
    output.append(",\"rejected\":")
    output.append(decimal: tally.rejected)
    output.append("},\"rejections\":")
    appendCodes(tally.rejections, &output)
    output.append(",\"violations\":")
    appendCodes(tally.violations, &output)
    output.append(",\"droppedFields\":")
    output.append(decimal: tally.droppedFields)
    output.append(",\"policies\":")
    appendPolicies(tally, &output)
    output.append(",\"fields\":[")
    var isFirst = true
    for field in sanitizer.fieldCounts where field.violations + field.changes > 0 {
      if !isFirst { output.append(ASCII.comma) }
      isFirst = false
      append(field, &output)
    }
    output.append("],\"bytes\":")
    output.append(decimal: bytes)
    output.append(",\"milliseconds\":")
    output.append(decimal: nanoseconds / 1_000_000)
    output.append("}\n")
  }

  private func append(_ text: [UInt8], _ output: inout ByteBuffer) {
    JSONText.write(text.span, to: &output)
  }

  private func appendCodes(_ counts: [Int], _ output: inout ByteBuffer) {
    output.append(ASCII.leftBrace)
    var isFirst = true
    for code in ViolationCode.allCases where counts[Int(code.rawValue)] > 0 {
      if !isFirst { output.append(ASCII.comma) }
      isFirst = false
      output.append(ASCII.quote)
      output.append(code.word)
      output.append("\":")
      output.append(decimal: counts[Int(code.rawValue)])
    }
    output.append(ASCII.rightBrace)
  }

  private func appendPolicies(_ tally: Tally, _ output: inout ByteBuffer) {
    output.append(ASCII.leftBrace)
    var isFirst = true
    for policy in PolicyName.allCases where tally.handled[policy.index] > 0 {
      if !isFirst { output.append(ASCII.comma) }
      isFirst = false
      output.append(ASCII.quote)
      output.append(policy.row.word)
      output.append("\":{\"values\":")
      output.append(decimal: tally.handled[policy.index])
      output.append(",\"changed\":")
      output.append(decimal: tally.changed[policy.index])
      output.append(",\"refused\":")
      output.append(decimal: tally.refused[policy.index])
      output.append(ASCII.rightBrace)
    }
    output.append(ASCII.rightBrace)
  }

  private func append(_ field: FieldCount, _ output: inout ByteBuffer) {
    output.append("{\"event\":")
    append(field.event, &output)
    output.append(",\"field\":")
    append(field.field, &output)
    output.append(",\"violations\":")
    output.append(decimal: field.violations)
    output.append(",\"changed\":")
    output.append(decimal: field.changes)
    output.append(ASCII.rightBrace)
  }
}
