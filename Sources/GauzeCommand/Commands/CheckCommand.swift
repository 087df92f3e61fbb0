internal import Gauze
internal import GauzeSystem

/// `gauze check`: reads, compiles and lints schemas, and runs their examples.
enum CheckCommand {
  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitStatus {
    let keys = try SchemaSource.keys(arguments)
    var status = ExitStatus.done
    var sources: [SchemaSource] = []
    for operand in arguments.operands {
      do throws(CommandFailure) {
        sources.append(try SchemaSource(operand))
      } catch {
        for line in error.lines { Console.error(line) }
        status = .usage
      }
    }
    if arguments.operands.isEmpty {
      sources = try SchemaSource.kept()
      if sources.isEmpty { try Console.print("no schemas\n") }
    }
    for source in sources {
      let schema: Schema
      do throws(CommandFailure) {
        schema = try source.load()
      } catch {
        for line in error.lines { try Console.print(Console.visible(line) + "\n") }
        status = .usage
        continue
      }
      let result = try check(schema, source, keys, shows: arguments.has(.show))
      if status != .usage, result != .done { status = result }
    }
    return status
  }

  private static func check(
    _ schema: Schema,
    _ source: SchemaSource,
    _ keys: KeyRing,
    shows: Bool
  ) throws(CommandFailure) -> ExitStatus {
    var findings: [String] = []
    var isRun = true
    for finding in schema.lint { findings.append(line(of: finding, source)) }
    if shows { try Console.print(FormText(schema).text) }
    do throws(PlanError) {
      let plan = try Plan(schema, keys: keys)
      findings += plan.findings(ofCanariesIn: schema).map { line(of: $0, source) }
      findings += examples(plan, schema, source)
    } catch {
      // Without its key no example with a pseudonym can be run; where none is there, nothing is amiss.
      isRun = !hasRecords(schema)
      for line in SchemaSource.failure(of: error).lines where !isRun {
        Console.error("\(source.name): examples and canaries not run: \(line)")
      }
    }
    for finding in findings { try Console.print(finding + "\n") }
    try Console.print(summary(schema, source, findings.count, isRun: isRun))
    if !isRun { return .usage }
    return findings.isEmpty ? .done : .findings
  }

  /// Whether the schema has records to run.
  private static func hasRecords(_ schema: Schema) -> Bool {
    schema.events.contains { !$0.examples.isEmpty }
      || schema.promises.contains { !$0.canaries.isEmpty }
  }

  /// What a finding's advice says besides.
  private static func text(_ detail: LintDetail?) -> String {
    switch detail {
    case nil: ""
    case .policy(let name): " (\(name.row.word))"
    case .seconds(let seconds): " (one core tries every value in \(duration(seconds)))"
    }
  }

  /// A time in the largest unit of which there are two.
  private static func duration(_ seconds: UInt64) -> String {
    let units: [(name: String, seconds: UInt64)] = [
      ("years", 31_536_000), ("days", 86_400), ("hours", 3600), ("minutes", 60),
    ]
    for unit in units where seconds >= 2 * unit.seconds {
      return "\(seconds / unit.seconds) \(unit.name)"
    }
    return seconds < 2 ? "a second" : "\(seconds) seconds"
  }

  private static func line(of finding: LintFinding, _ source: SchemaSource) -> String {
    let subject = Console.visible(String(decoding: finding.subject, as: UTF8.self))
    return "\(source.place(of: finding.offset)): \(finding.code.word)"
      + "\(subject.isEmpty ? "" : " at \(subject)"): \(finding.code.advice)\(text(finding.detail))"
  }

  private static func summary(
    _ schema: Schema,
    _ source: SchemaSource,
    _ count: Int,
    isRun: Bool
  ) -> String {
    let name = String(decoding: schema.name, as: UTF8.self)
    let version = String(decoding: schema.version.text, as: UTF8.self)
    let fields = schema.events.reduce(0) { $0 + $1.properties.count }
    let examples = schema.events.reduce(0) { $0 + $1.examples.count }
    return "\(source.name): \(name) \(version): \(schema.events.count) events, \(fields) fields, "
      + "\(examples) examples\(isRun ? "" : " not run"), "
      + "\(count == 0 ? (isRun ? "no findings" : "no findings besides") : "\(count) findings")\n"
  }

  private static func examples(
    _ plan: Plan,
    _ schema: Schema,
    _ source: SchemaSource
  ) -> [String] {
    plan.failures(ofExamplesIn: schema).map { failure in
      let reason =
        switch failure.reason {
        case .rejected(let code): "the raw record is rejected: \(code.word)"
        case .accepted: "the raw record is accepted, though rejects is given"
        case .differs: "the record leaves in another form than wire says"
        case .otherCodes(let code): "it is rejected for other reasons, first \(code.word)"
        case .wireRejected(let code): "wire is not in wire form: \(code.word)"
        }
      return "\(source.place(of: failure.offset)): example-fails: \(reason); "
        + "gauze explain shows what leaves"
    }
  }
}
