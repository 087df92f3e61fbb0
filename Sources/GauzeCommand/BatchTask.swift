internal import Gauze
internal import GauzeBatch
internal import GauzeSystem

/// What `sanitize` and `verify` share: a schema, files, a run over them, a report and a summary.
struct BatchTask {
  let source: SchemaSource
  let schema: Schema
  let plan: Plan
  let form: RecordForm
  /// Where clean records go; nil if nobody wants them.
  var target: FilePath?
  var bound: RejectBound?
  var isLineBuffered = false
  /// What clean records are put into; nil if they leave as they are.
  var envelope: Envelope?
  var onReject: ((RejectedRecord) -> Void)?
  private let jobs: Int
  private let unknown: UnknownFields?
  private let inputs: [FilePath]
  private let rejects: FilePath?
  private let report: FilePath?
  private let showsProgress: Bool

  init(_ arguments: Arguments, form: RecordForm) throws(CommandFailure) {
    source = try SchemaSource(arguments)
    schema = try source.load()
    plan = try source.plan(schema, arguments)
    self.form = form
    unknown = try arguments.word(.unknown, ["reject": UnknownFields.reject, "drop": .drop])
    jobs = try Self.jobs(arguments)
    inputs = arguments.operands.isEmpty ? [FilePath("-")] : arguments.operands
    rejects = try arguments.file(.rejects)
    report = try arguments.file(.report)
    if let report, !report.text.hasSuffix(".json") {
      throw .usage("--report takes a file that ends in .json")
    }
    showsProgress =
      arguments.has(.progress) || (Terminal.hasStandardError && !arguments.has(.noProgress))
  }

  /// As many as there are cores, unless `--jobs` says otherwise.
  private static func jobs(_ arguments: Arguments) throws(CommandFailure) -> Int {
    guard let text = try arguments.text(.jobs) else { return CurrentProcess.coreCount }
    guard text.utf8.allSatisfy(\.isDigit), let jobs = Int(text), (1...1024).contains(jobs) else {
      throw .usage("--jobs takes a number from 1 to 1024")
    }
    return jobs
  }

  /// Runs over all files and ends with a summary on standard error.
  func run() throws(CommandFailure) -> ExitStatus {
    try requireDistinctFiles()
    let start = MonotonicClock.now
    var run = BatchRun(
      Sanitizer(plan, reading: form, unknown: unknown),
      output: try Self.open(target),
      named: target ?? FilePath("-"),
      rejects: try Self.open(rejects),
      named: rejects ?? FilePath("-")
    )
    // Opened before the work, so that a report which cannot be costs nothing, and put in its place
    // before the target, which nothing may fail after.
    var reportFile = try Self.open(report)
    run.bound = bound
    run.isLineBuffered = isLineBuffered
    run.jobs = jobs
    run.envelope = envelope
    run.onReject = onReject
    let progress = Progress(start: start)
    if showsProgress { run.onProgress = { progress.show($0, $1) } }
    let isComplete: Bool
    let elapsed: UInt64
    do throws(BatchError) {
      defer { progress.clear() }
      let isWhole = try readAll(&run)
      isComplete = try run.finish(isComplete: isWhole)
      elapsed = MonotonicClock.now - start
      try writeReport(run, elapsed, isComplete: isComplete, to: &reportFile)
      try run.commit(isComplete: isComplete)
    } catch {
      throw Self.failure(error)
    }
    Console.note(Summary(run.sanitizer, bytes: run.bytesRead, nanoseconds: elapsed).line)
    for advice in advice(run.sanitizer, isComplete: isComplete) { Console.note(advice) }
    let hasRejects = run.sanitizer.tally.rejected > 0
    return !isComplete || (bound == nil && hasRejects) ? .findings : .done
  }

  /// Refuses one file for two outputs, of which one would be lost, and findings that would replace
  /// an input. A target may replace its input: that is cleaning in place.
  private func requireDistinctFiles() throws(CommandFailure) {
    let outputs = [("the target", target), ("--rejects", rejects), ("--report", report)]
      .compactMap { name, path in path.map { (name: name, path: $0) } }
    for (index, output) in outputs.enumerated() {
      for other in outputs[..<index] where Self.isSame(other.path, output.path) {
        throw .usage("\(other.name) and \(output.name) are the same file: \(output.path.text)")
      }
      guard output.name != "the target", output.path != FilePath("-") else { continue }
      for input in inputs where Self.isSame(input, output.path) {
        throw .usage("\(output.name) and an input are the same file: \(output.path.text)")
      }
    }
  }

  /// Whether two names lead to one file; devices take what they are given, from anybody.
  private static func isSame(_ one: FilePath, _ other: FilePath) -> Bool {
    if one.bytes.starts(with: "/dev/".utf8) { return false }
    if one == other { return true }
    guard let identity = FileIdentity(of: one) else { return false }
    return identity == FileIdentity(of: other)
  }

  /// Reads every file; false if the bound stopped it.
  private func readAll(_ run: inout BatchRun) throws(BatchError) -> Bool {
    do throws(BatchError) {
      for input in inputs {
        let file = try Self.open(input: input)
        Console.noteIfTyped(file, "records, one a line,")
        try run.run(file, named: input)
      }
      return true
    } catch {
      // What came before it is written, as it would be by one worker.
      do throws(BatchError) { try run.drain() } catch .tooManyRejects { return false }
      guard case .tooManyRejects = error else { throw error }
      return false
    }
  }

  private static func open(input path: FilePath) throws(BatchError) -> InputFile {
    do throws(SystemError) {
      return try path == FilePath("-") ? InputFile.standardInput() : InputFile(path)
    } catch {
      throw .file(path, error)
    }
  }

  private static func open(_ path: FilePath?) throws(CommandFailure) -> OutputFile? {
    guard let path else { return nil }
    if path == FilePath("-") { return OutputFile.standardOutput() }
    do throws(SystemError) {
      return try OutputFile(path)
    } catch {
      throw .file(path.text, error.description)
    }
  }

  private static func failure(_ error: BatchError) -> CommandFailure {
    switch error {
    case .file(let path, let reason):
      .file(name(of: path, reason), reason.description)
    case .tooManyRejects: CommandFailure(status: .findings, lines: [])
    case .notWrapped: .schema(["a clean record does not fit the envelope; the target is untouched"])
    }
  }

  private static func name(of path: FilePath, _ reason: SystemError) -> String {
    if path != FilePath("-") { return path.text }
    return reason.operation == .write ? "standard output" : "standard input"
  }

  private func writeReport(
    _ run: borrowing BatchRun,
    _ elapsed: UInt64,
    isComplete: Bool,
    to file: inout OutputFile?
  ) throws(BatchError) {
    guard let report else { return }
    var text = ByteBuffer()
    BatchReport(
      program: Program.version,
      schema: schema,
      form: form,
      files: run.files,
      bytes: run.bytesRead,
      nanoseconds: Int(clamping: elapsed),
      isComplete: isComplete
    ).write(run.sanitizer, to: &text)
    do throws(SystemError) {
      try file?.write(text.span)
      try file?.commit()
    } catch {
      throw .file(report, error)
    }
  }

  /// What to do about what happened, if there is something to do.
  private func advice(_ sanitizer: borrowing Sanitizer, isComplete: Bool) -> [String] {
    let tally = sanitizer.tally
    var lines: [String] = []
    if !isComplete {
      let state =
        target == FilePath("-")
        ? "what was written is not complete" : "the target is untouched"
      lines.append("more records were rejected than --max-rejects allows; \(state)")
    }
    let codes = ViolationCode.allCases
    guard tally.rejected * 2 > tally.accepted,
      let code = codes.max(by: {
        tally.rejections[Int($0.rawValue)] < tally.rejections[Int($1.rawValue)]
      }), tally.rejections[Int(code.rawValue)] * 2 > tally.rejected
    else { return lines }
    let name = String(decoding: schema.name, as: UTF8.self)
    switch code {
    case .unknownEvent, .missingField, .unknownField, .wrongType:
      lines.append(
        "most were rejected as \(code.word): is \(name) the schema of these records? "
          + "--schema FILE names another"
      )
      if code == .unknownField {
        lines.append("--unknown drop lets records through without the fields it does not name")
      }
    case .malformedJSON, .notAnObject:
      lines.append("most were rejected as \(code.word): one JSON object a line is expected")
    default:
      lines.append("most were rejected as \(code.word): gauze explain --line N FILE shows why")
    }
    return lines
  }
}

/// The line that a run ends with.
struct Summary {
  let line: String

  init(_ sanitizer: borrowing Sanitizer, bytes: Int, nanoseconds: UInt64) {
    let tally = sanitizer.tally
    var causes: [String] = []
    for code in ViolationCode.allCases where tally.rejections[Int(code.rawValue)] > 0 {
      causes.append("\(code.word) \(Columns.grouped(tally.rejections[Int(code.rawValue)]))")
    }
    let seconds = Double(nanoseconds) / 1e9
    let rate = seconds > 0 ? Double(bytes) / 1e6 / seconds : 0
    let parts = [
      "read \(Columns.grouped(tally.accepted + tally.rejected))",
      "accepted \(Columns.grouped(tally.accepted))",
      "rejected \(Columns.grouped(tally.rejected))"
        + (causes.isEmpty ? "" : " (\(causes.joined(separator: ", ")))"),
      "fields dropped \(Columns.grouped(tally.droppedFields))",
      "\(Columns.decimal(seconds)) s",
      "\(Columns.decimal(rate)) MB/s",
    ]
    line = parts.joined(separator: " · ")
  }
}

/// One line on a terminal that says how far a run has come.
final class Progress {
  private let start: UInt64
  private var last: UInt64
  private var isShown = false

  init(start: UInt64) {
    self.start = start
    last = start
  }

  func show(_ sanitizer: borrowing Sanitizer, _ bytes: Int) {
    let now = MonotonicClock.now
    guard now - last > 300_000_000 else { return }
    last = now
    isShown = true
    let text = Summary(sanitizer, bytes: bytes, nanoseconds: now - start).line
    let width = (Terminal.width() ?? 80) - 1
    StandardError.write("\r\u{1B}[K\(text.prefix(width))")
  }

  func clear() {
    if isShown { StandardError.write("\r\u{1B}[K") }
    isShown = false
  }
}
