package import Gauze
internal import GauzeBatch
internal import GauzeSystem

/// What one run over some cases wrote.
package struct BatchOutputs {
  /// The clean record of each case; nil if it was rejected.
  package var clean: [[UInt8]?] = []
  /// The line of the rejects of each case.
  package var rejects: [[UInt8]?] = []
  package var report: [UInt8] = []
  package var log: [UInt8] = []
  package var summary: [UInt8] = []

  package init() {}
}

/// The files of a proof: one name each, used again for every run, gone when the proof is.
struct ProofFiles: ~Copyable {
  private let input: ScratchFile
  private let output: ScratchFile
  private let rejects: ScratchFile
  private let report: ScratchFile

  init() throws(SystemError) {
    let cases = try ScratchFile("cases.jsonl")
    let clean = try ScratchFile("clean.jsonl")
    let lines = try ScratchFile("rejects.jsonl")
    let counts = try ScratchFile("report.json")
    // All or none: what is not copied is not made in part.
    input = cases
    output = clean
    rejects = lines
    report = counts
  }

  /// Runs `sanitizer` over `records` as `gauze sanitize -o … --rejects … --report …` does, and reads
  /// what it wrote.
  func run(
    _ sanitizer: Sanitizer,
    _ records: [[UInt8]],
    of schema: Schema,
    _ program: ProofProgram
  ) throws(BatchError) -> BatchOutputs {
    var file = ByteBuffer(capacity: records.reduce(0) { $0 + $1.count + 1 })
    for record in records {
      file.append(record)
      file.append(ASCII.lineFeed)
    }
    try Self.write(file.span, to: input)
    let log = RunLog(sanitizer.plan)
    let start = MonotonicClock.now
    var run = BatchRun(
      sanitizer,
      output: try Self.open(output),
      named: output.path,
      rejects: try Self.open(rejects),
      named: rejects.path
    )
    run.onReject = { log.add($0) }
    try run.run(try Self.read(input), named: input.path)
    let isComplete = try run.finish(isComplete: true)
    let nanoseconds = MonotonicClock.now - start
    var text = ByteBuffer()
    BatchReport(
      program: program.version,
      schema: schema,
      form: .raw,
      files: run.files,
      bytes: run.bytesRead,
      nanoseconds: Int(clamping: nanoseconds),
      isComplete: isComplete
    ).write(run.sanitizer, to: &text)
    try Self.write(text.span, to: report)
    try run.commit(isComplete: isComplete)
    var outputs = BatchOutputs()
    outputs.summary = Array(program.summary(run.sanitizer, run.bytesRead, nanoseconds).utf8)
    outputs.log = log.text
    outputs.report = try Self.bytes(report)
    Self.sort(try Self.bytes(output), try Self.bytes(rejects), log, records.count, &outputs)
    var offset = 0
    for (place, record) in records.enumerated() {
      let head = Self.head(input.path, line: place + 1, offset: offset)
      if let line = outputs.rejects[place], line.starts(with: head) {
        outputs.rejects[place] = Array(line.dropFirst(head.count))
      }
      offset += record.count + 1
    }
    return outputs
  }

  /// How the line of a reject begins. All of it is the run's own; what is exactly so holds nothing of
  /// the record, though the digits of a file's name, a line and an offset may spell four of its own.
  private static func head(_ path: FilePath, line: Int, offset: Int) -> [UInt8] {
    var head = ByteBuffer()
    head.append("{\"file\":")
    JSONText.write(Array(path.text.utf8).span, to: &head)
    head.append(",\"line\":")
    head.append(decimal: line)
    head.append(",\"offset\":")
    head.append(decimal: offset)
    return head.bytes
  }

  /// Gives each case its line: the records that were rejected are known by number, the others left
  /// their lines in order.
  private static func sort(
    _ clean: [UInt8],
    _ rejects: [UInt8],
    _ log: RunLog,
    _ count: Int,
    _ outputs: inout BatchOutputs
  ) {
    outputs.clean = [[UInt8]?](repeating: nil, count: count)
    outputs.rejects = outputs.clean
    let lines = rejects.split(separator: ASCII.lineFeed)
    for (place, line) in log.lines.enumerated() where line <= count && place < lines.count {
      outputs.rejects[line - 1] = Array(lines[place])
    }
    var rest = clean.split(separator: ASCII.lineFeed)[...]
    for place in 0..<count where outputs.rejects[place] == nil {
      outputs.clean[place] = rest.popFirst().map { Array($0) }
    }
  }

  private static func open(_ file: borrowing ScratchFile) throws(BatchError) -> OutputFile {
    let path = file.path
    do throws(SystemError) {
      return try OutputFile(path)
    } catch {
      throw .file(path, error)
    }
  }

  private static func read(_ file: borrowing ScratchFile) throws(BatchError) -> InputFile {
    let path = file.path
    do throws(SystemError) {
      return try InputFile(path)
    } catch {
      throw .file(path, error)
    }
  }

  private static func write(
    _ bytes: Span<UInt8>,
    to file: borrowing ScratchFile
  ) throws(BatchError) {
    let path = file.path
    do throws(SystemError) {
      var output = try OutputFile(path)
      try output.write(bytes)
      try output.commit()
    } catch {
      throw .file(path, error)
    }
  }

  private static func bytes(_ file: borrowing ScratchFile) throws(BatchError) -> [UInt8] {
    let path = file.path
    do throws(SystemError) {
      let file = try InputFile(path)
      let size = file.size ?? 0
      // One byte more than there is, which shows where the end is.
      var buffer = ByteBuffer(capacity: size + 1)
      try file.readAll(into: &buffer, limit: size)
      return buffer.bytes
    } catch {
      throw .file(path, error)
    }
  }
}

/// What the program around a run says, as the proof hears it.
package struct ProofProgram: Sendable {
  /// What reports call the program.
  package let version: String
  /// The line that a run ends with: its counts, bytes and nanoseconds.
  package let summary: @Sendable (borrowing Sanitizer, Int, UInt64) -> String

  package init(
    version: String,
    summary: @escaping @Sendable (borrowing Sanitizer, Int, UInt64) -> String
  ) {
    self.version = version
    self.summary = summary
  }
}

/// What `verify` says of each rejected record, and which those are.
private final class RunLog {
  private(set) var lines: [Int] = []
  private var buffer = ByteBuffer()
  private let plan: Plan

  init(_ plan: Plan) { self.plan = plan }

  var text: [UInt8] { buffer.bytes }

  func add(_ record: RejectedRecord) {
    lines.append(record.line)
    for violation in record.violations {
      buffer.append(decimal: record.line)
      buffer.append(": ")
      buffer.append(violation.code.word)
      buffer.append(ASCII.space)
      violation.place.append(plan.tables.names, to: &buffer)
      buffer.append(ASCII.lineFeed)
    }
  }
}
