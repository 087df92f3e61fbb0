internal import Gauze
internal import GauzeBatch
internal import GauzeSystem

/// What `sanitize` and `verify` share: a schema, files, a run over them, a report and a summary.
struct BatchTask {
  let source: SchemaSource
  let schema: Schema
  let plan: Plan
  let form: RecordForm
  /// What is read, and where clean records go.
  let files: BatchFiles
  var bound: RejectBound?
  var isLineBuffered = false
  /// What clean records are put into; nil if they leave as they are.
  var envelope: Envelope?
  var onReject: ((RejectedRecord) -> Void)?
  private let jobs: Int
  private let unknown: UnknownFields?
  private let choice: InputChoice
  private let rejects: FilePath?
  private let report: FilePath?
  private let showsProgress: Bool
  /// What the output depends on besides the inputs; nil unless a run is to be gone on with.
  private let basis: ByteBuffer?

  /// Clean records go to `target`, if anybody wants them.
  init(
    _ arguments: Arguments,
    form: RecordForm,
    target: FilePath?
  ) throws(CommandFailure) {
    source = try SchemaSource(arguments)
    schema = try source.load()
    let keys = try SchemaSource.keys(arguments)
    plan = try source.plan(schema, keys, arguments)
    self.form = form
    unknown = try arguments.word(.unknown, ["reject": UnknownFields.reject, "drop": .drop])
    jobs = try Self.jobs(arguments)
    files = try BatchFiles(arguments.operands, target: target)
    choice = try InputChoice(
      arguments,
      schema,
      form: form,
      unknown: unknown,
      inputs: files.items.map { $0.path }
    )
    rejects = try arguments.file(.rejects)
    report = try arguments.file(.report)
    if let report, !report.text.hasSuffix(".json") {
      throw .usage("--report takes a file that ends in .json")
    }
    basis = arguments.has(.resume) ? try Self.basis(source, keys, arguments) : nil
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

  /// What `--resume` needs; nil if nobody asked for it.
  private func resumption() throws(CommandFailure) -> Resumption? {
    guard var basis else { return nil }
    guard let target = files.target, target != FilePath("-"), rejects != FilePath("-") else {
      throw .usage("--resume needs -o FILE, and a file for --rejects")
    }
    for path in [target, rejects].compactMap(\.self) where Compression(nameOf: path) != nil {
      throw .usage("--resume cannot go on with a compressed file: \(path.text)")
    }
    for item in files.items {
      guard let stamp = FileStamp(of: item.path) else {
        throw .usage("--resume reads files only, and \(Console.name(ofInput: item.path)) is none")
      }
      guard choice.isResumable(item.path) else {
        throw .usage("--resume reads JSON Lines that are not compressed: \(item.path.text)")
      }
      Self.add(item.path.bytes, to: &basis)
      for number in stamp.numbers { Self.add(Array(String(number).utf8), to: &basis) }
    }
    for path in [target, rejects] { Self.add(path?.bytes ?? [], to: &basis) }
    return try Resumption(of: target, rejects, basis: SHA256.hash(basis.span), plan)
  }

  /// Program, schema, keys and options.
  private static func basis(
    _ source: SchemaSource,
    _ keys: KeyRing,
    _ arguments: Arguments
  ) throws(CommandFailure) -> ByteBuffer {
    var basis = ByteBuffer()
    add(Array(Program.version.utf8), to: &basis)
    add(source.bytes, to: &basis)
    keys.appendMarks(to: &basis)
    for option in [Option.form, .unknown, .literals] {
      add(try arguments.file(option)?.bytes ?? [], to: &basis)
    }
    add([arguments.has(.envelope) ? 1 : 0], to: &basis)
    if let literals = try arguments.file(.literals) {
      for number in FileStamp(of: literals)?.numbers ?? [] {
        add([UInt8](String(number).utf8), to: &basis)
      }
    }
    return basis
  }

  /// Adds something of any length, so that no two lists look alike.
  private static func add(_ bytes: [UInt8], to basis: inout ByteBuffer) {
    basis.append(decimal: bytes.count)
    basis.append(ASCII.space)
    basis.append(bytes)
  }

  /// Runs over all files and ends with a summary on standard error.
  func run() throws(CommandFailure) -> ExitStatus {
    try files.requireDistinct([("--rejects", rejects), ("--report", report)])
    let start = MonotonicClock.now
    var resumption = try resumption()
    let output =
      if resumption == nil { try Self.open(files.target) } else { resumption?.takeOutput() }
    let lines = if resumption == nil { try Self.open(rejects) } else { resumption?.takeRejects() }
    var run = BatchRun(
      Sanitizer(plan, reading: form, unknown: unknown),
      output: output,
      named: files.target ?? FilePath("-"),
      rejects: lines,
      named: rejects ?? FilePath("-")
    )
    let checkpoint = resumption?.checkpoint
    if let checkpoint, let notebook = resumption?.notebook {
      run.resume(checkpoint, noting: notebook)
    }
    // Opened before the work, so that a report which cannot be costs nothing, and put in its place
    // before the target, which nothing may fail after.
    var reportFile = try Self.open(report)
    run.bound = bound
    run.isLineBuffered = isLineBuffered
    run.jobs = jobs
    run.envelope = envelope
    run.onReject = onReject
    let progress = Progress(start: start, size: showsProgress ? files.size : nil)
    if showsProgress { run.onProgress = { progress.show($0, $1) } }
    let isComplete: Bool
    let elapsed: UInt64
    do throws(BatchError) {
      defer { progress.clear() }
      let isWhole = try readAll(&run, from: checkpoint)
      isComplete = try run.finish(isComplete: isWhole)
      elapsed = MonotonicClock.now - start
      try writeReport(run, elapsed, isComplete: isComplete, to: &reportFile)
      try run.commit(isComplete: isComplete)
    } catch {
      throw Self.failure(error)
    }
    let summary = Summary(run.sanitizer, bytes: run.bytesRead, nanoseconds: elapsed)
    Console.note(run.workerCount > 1 ? "\(summary.line) · \(run.workerCount) jobs" : summary.line)
    if files.othersCount > 0 {
      Console.note(
        "not read: \(Columns.grouped(files.othersCount)) links or devices in folders"
      )
    }
    for file in run.lost {
      Console.note(
        "\(file.text): the last rejected record reaches to the end, for nothing told where the next "
          + "one begins"
      )
    }
    for advice in advice(run.sanitizer, isComplete: isComplete) { Console.note(advice) }
    let hasRejects = run.sanitizer.tally.rejected > 0
    return !isComplete || (bound == nil && hasRejects) ? .findings : .done
  }

  /// Reads every file from the checkpoint on; false if the bound stopped it.
  private func readAll(
    _ run: inout BatchRun,
    from checkpoint: Checkpoint?
  ) throws(BatchError) -> Bool {
    do throws(BatchError) {
      for (number, item) in files.items.enumerated() {
        if let checkpoint, number < checkpoint.file {
          run.skip(item.path)
          continue
        }
        let isHalfRead = number == checkpoint?.file
        let place = isHalfRead ? checkpoint?.place ?? ChunkPlace() : ChunkPlace()
        let file = try Self.open(input: item.path, at: place.offset)
        Console.noteIfTyped(file, "records, one a line,")
        try run.run(
          file,
          named: item.path,
          as: choice.format(of: item.path),
          at: place,
          to: item.target
        )
      }
      return true
    } catch {
      // What came before it is written, as it would be by one worker.
      do throws(BatchError) { try run.drain() } catch .tooManyRejects { return false }
      guard case .tooManyRejects = error else { throw error }
      return false
    }
  }

  /// Opens an input, or what it is compressed of, at `offset`.
  static func open(
    input path: FilePath,
    at offset: Int = 0
  ) throws(BatchError) -> InputFile {
    do throws(SystemError) {
      if path == FilePath("-") { return InputFile.standardInput() }
      let file = try InputFile(decompressing: path)
      if offset > 0 { try file.seek(to: offset) }
      return file
    } catch {
      throw .file(path, error)
    }
  }

  private static func open(_ path: FilePath?) throws(CommandFailure) -> OutputFile? {
    guard let path else { return nil }
    if path == FilePath("-") { return OutputFile.standardOutput() }
    do throws(SystemError) {
      return try OutputFile(compressing: path)
    } catch {
      throw .file(path.text, error.description)
    }
  }

  /// What is told of an error, and the status.
  static func failure(_ error: BatchError) -> CommandFailure {
    switch error {
    case .file(let path, let reason):
      .file(name(of: path, reason), reason.description)
    case .shrunk(let path):
      CommandFailure(status: .failure, lines: ["\(path.text): became shorter while it was read"])
    case .format(let path, let error): .input(path, error)
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
        if files.isMirrored {
          "only the targets of files before are new"
        } else if files.target == FilePath("-") {
          "what was written is not complete"
        } else {
          "the target is untouched"
        }
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
          + "--schema FILE names another, and gauze init drafts one"
      )
      if code == .unknownField {
        lines.append("--unknown drop lets records through without the fields it does not name")
      }
    case .malformedJSON, .notAnObject:
      lines.append(
        "most were rejected as \(code.word): one JSON object a line is expected; "
          + "--from text reads log lines, --from csv a table"
      )
    default:
      lines.append("most were rejected as \(code.word): gauze explain --line N FILE shows why")
    }
    return lines
  }
}
