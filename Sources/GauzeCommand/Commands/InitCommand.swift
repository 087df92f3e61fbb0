internal import Gauze
internal import GauzeBatch
internal import GauzeGate
internal import GauzeSystem

/// `gauze init`: from an unknown export to a first schema that loads.
enum InitCommand {
  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitStatus {
    let target = try arguments.file(.draftOutput)
    try requireAbsence(of: target)
    let key = try arguments.file(.eventKey)
    var draft = SchemaDraft(eventKey: key?.bytes)
    var skipped = SkippedRecords()
    let inputs = arguments.operands.isEmpty ? [FilePath("-")] : arguments.operands
    for input in inputs {
      try readRecords(of: input, into: &draft, &skipped)
    }
    guard draft.records > 0 else {
      throw .usage(
        "no record was found: JSON objects are expected, one a line or in an array\(skipped.text)"
      )
    }
    let drafted = draft.draft()
    try requireLoading(drafted)
    if let target, target != FilePath("-") {
      try requireAbsence(of: target)
      try WholeFile.write(drafted.bytes, to: target)
    } else {
      try Console.print(drafted.bytes)
    }
    let file = target == FilePath("-") ? nil : target
    if let key, drafted.eventKey == nil {
      Console.note(
        "\(key.text) does not name the events: it is not in every record, or holds too many words or "
          + "such as look like data"
      )
    }
    say(drafted, draft.records, skipped, file, inputs)
    return skipped.isEmpty ? .done : .findings
  }

  /// A draft that somebody has worked on is not to be lost to another one.
  private static func requireAbsence(of target: FilePath?) throws(CommandFailure) {
    guard let target, target != FilePath("-"), FileIdentity(of: target) != nil else { return }
    throw .usage("\(target.text) is there already; name another file, or remove it first")
  }

  /// Adds every record of a file.
  private static func readRecords(
    of path: FilePath,
    into draft: inout SchemaDraft,
    _ skipped: inout SkippedRecords
  ) throws(CommandFailure) {
    let format = try InputChoice.formatOfSample(path)
    do throws(BatchError) {
      let file = try BatchTask.open(input: path)
      Console.noteIfTyped(file, "sample records, one a line,")
      var records = try SampleRecords(file, named: path, as: format)
      try records.forEach({ draft.add($0) }, skip: { skipped.note($0) })
    } catch {
      throw BatchTask.failure(error)
    }
  }

  /// A draft that does not load is our slip; its faults name nothing that is not in the draft.
  private static func requireLoading(_ drafted: DraftedSchema) throws(CommandFailure) {
    _ = try SchemaSource(name: "the draft", bytes: drafted.bytes).load()
  }

  private static func say(
    _ drafted: DraftedSchema,
    _ records: Int,
    _ skipped: SkippedRecords,
    _ target: FilePath?,
    _ inputs: [FilePath]
  ) {
    Console.note(
      "drafted \(Columns.counted(drafted.events, "event")) with "
        + "\(Columns.counted(drafted.fields, "field")) from \(Columns.counted(records, "record"))"
        + skipped.text
    )
    if let key = drafted.eventKey {
      let key = String(decoding: key, as: UTF8.self)
      Console.note("events are told apart by \(key), and its words were copied: read them")
    } else {
      Console.note("no member names the events: --event-key NAME says which one does, if one does")
    }
    if drafted.unnamed > 0 {
      Console.note(
        "\(Columns.counted(drafted.unnamed, "place")) had members whose names look like data, are rare "
          + "or too many: they are not named, and \"unknown\": \"drop\" leaves them out"
      )
    }
    Console.note("no value was copied; names of fields were: read them before you hand the file on")
    let draft = target?.text ?? "draft.schema.json"
    let sample = inputs.first.map { $0 == FilePath("-") ? "sample.jsonl" : $0.text } ?? ""
    Console.note("next\(target == nil ? ", with the draft in \(draft)" : ""):")
    Console.note("  gauze check \(draft)     lists what is to be confirmed")
    Console.note("  gauze sanitize --schema \(draft) \(sample) > clean.jsonl")
    Console.note("  gauze docs \(draft)      says in plain words what would leave")
  }
}

/// Records of a sample that no schema accepts, by the reason.
private struct SkippedRecords {
  private var counts = [Int](repeating: 0, count: ViolationCode.allCases.count)

  var isEmpty: Bool { counts.allSatisfy { $0 == 0 } }

  mutating func note(_ code: ViolationCode) { counts[Int(code.rawValue)] += 1 }

  /// What there is to say of them; empty if there are none.
  var text: String {
    let causes = ViolationCode.allCases.filter { counts[Int($0.rawValue)] > 0 }
      .map { "\($0.word) \(Columns.grouped(counts[Int($0.rawValue)]))" }
    return causes.isEmpty
      ? ""
      : "; skipped, as no schema accepts them: "
        + causes.joined(separator: ", ")
  }
}
