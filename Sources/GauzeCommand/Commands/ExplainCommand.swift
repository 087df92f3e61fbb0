internal import Gauze
internal import GauzeBatch
internal import GauzeSystem

/// `gauze explain`: one record, field by field.
enum ExplainCommand {
  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitStatus {
    if arguments.operands.count > 1 { throw .usage("gauze explain takes one file at most") }
    let path = arguments.operands.first ?? FilePath("-")
    let source = try SchemaSource(arguments)
    let plan = try source.plan(try source.load(), arguments)
    let line = try line(arguments)
    let form = try arguments.word(.form, ["raw": RecordForm.raw, "wire": .wire]) ?? .raw
    let unknown = try arguments.word(.unknown, ["reject": UnknownFields.reject, "drop": .drop])
    var sanitizer = Sanitizer(plan, reading: form, unknown: unknown)
    let explanation: Explanation?
    do throws(SystemError) {
      let file = try path == FilePath("-") ? InputFile.standardInput() : InputFile(path)
      Console.noteIfTyped(file, "a record")
      explanation = try explain(file, line: line, &sanitizer)
    } catch {
      throw .file(Console.name(ofInput: path), error.description)
    }
    guard let explanation else {
      let place = line.map { " on line \($0)" } ?? ""
      throw .usage("\(Console.name(ofInput: path)): there is no record\(place)")
    }
    try Console.print(
      ExplanationText(explanation, sanitizer, showsRaw: Terminal.hasStandardOutput).text
    )
    return explanation.verdict == .accepted ? .done : .findings
  }

  private static func line(_ arguments: Arguments) throws(CommandFailure) -> Int? {
    guard let text = try arguments.text(.line) else { return nil }
    guard let line = Int(text), line > 0 else {
      throw .usage("--line takes the number of a line, from 1")
    }
    return line
  }

  /// Explains the record on `line`, or the first.
  private static func explain(
    _ file: consuming InputFile,
    line: Int?,
    _ sanitizer: inout Sanitizer
  ) throws(SystemError) -> Explanation? {
    var reader = RecordReader(file)
    while let record = try reader.next() {
      if let line, record.line < line { continue }
      guard line == nil || record.line == line else { return nil }
      if record.isTooLarge {
        sanitizer.rejectTooLarge()
        return .tooLarge
      }
      return sanitizer.explain(reader.bytes.extracting(record.range))
    }
    return nil
  }
}

/// An explanation for people.
struct ExplanationText {
  let text: String

  init(_ explanation: Explanation, _ sanitizer: Sanitizer, showsRaw: Bool) {
    let event = explanation.event.map(Self.cell) ?? "no event"
    guard explanation.verdict == .accepted else {
      var lines = ["\(Console.styled("rejected", .red))  \(event)"]
      for violation in sanitizer.violations {
        let place = sanitizer.plan.place(of: violation) ?? "the record"
        lines.append("  \(violation.code.word) at \(place)")
      }
      text = lines.joined(separator: "\n") + "\n"
      return
    }
    var lines = ["\(Console.styled("accepted", .green))  \(event)"]
    var rows: [[String]] = []
    for field in explanation.fields {
      let source = field.source.map { " (from \(Self.cell($0)))" } ?? ""
      let policies = field.policies.map { "\($0.word)\($0.changed ? " ✓" : "")" }
      let name = Self.cell(field.name) + source
      let wire = field.wire.map(Self.cell) ?? "(not sent)"
      rows.append([
        name, showsRaw ? Self.cell(field.raw) : "", policies.joined(separator: ", "), wire,
      ])
    }
    let heading = ["field", showsRaw ? "raw" : "", "policies", "wire"]
    let widths = heading.indices.map { column in
      min(([heading] + rows).map { $0[column].count }.max() ?? 0, 48)
    }
    for (index, row) in ([heading] + rows).enumerated() {
      var cells: [String] = []
      for column in row.indices where !(column == 1 && !showsRaw) {
        let isLast = column == row.count - 1
        cells.append(isLast ? row[column] : Columns.padded(row[column], to: widths[column]))
      }
      let line = "  " + cells.joined(separator: "  ")
      lines.append(index == 0 ? Console.styled(line, .faint) : line)
    }
    if explanation.droppedFields > 0 {
      lines.append("  unknown fields dropped: \(explanation.droppedFields)")
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  /// A value on one line, at most 120 characters of it.
  private static func cell(_ bytes: [UInt8]) -> String {
    let text = Console.visible(String(decoding: bytes, as: UTF8.self))
    return text.count > 120 ? "\(text.prefix(119))…" : text
  }
}
