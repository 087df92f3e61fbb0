package import Gauze
package import GauzeSystem

/// How many rejected records a run may have.
package enum RejectBound: Sendable, Equatable {
  case count(Int)
  /// Of the records read, in hundredths of a percent; a run stops for it from 1,000 records on and
  /// is judged by it at its end.
  case share(Int)

  /// Whether `rejected` out of `read` records are too many.
  package func isPassed(rejected: Int, read: Int) -> Bool {
    switch self {
    case .count(let most): rejected > most
    case .share(let most):
      // Full width: neither product can overflow.
      rejected.multipliedFullWidth(by: 10_000) > most.multipliedFullWidth(by: read)
    }
  }

  /// The same while records are still to come: a share of a few says nothing yet.
  func stops(rejected: Int, read: Int) -> Bool {
    if case .share = self, read < 1000 { return false }
    return isPassed(rejected: rejected, read: read)
  }
}

/// Why a run ended early.
package enum BatchError: Error {
  /// A file could not be read or written.
  case file(FilePath, SystemError)
  /// More records were rejected than the bound allows.
  case tooManyRejects
  /// A clean record was none for the envelope: a fault of this program, and nothing appears.
  case notWrapped
}

/// A record that was rejected: where it stands and what it did, nothing of what it said.
package struct RejectedRecord: Sendable {
  package let file: FilePath
  package let line: Int
  package let offset: Int
  package let violations: [Violation]
}

/// One run over any number of files: each record to its clean form or to the rejects, in order, with
/// one worker, in memory that does not grow with the input.
package struct BatchRun: ~Copyable {
  /// How much is gathered before it is written.
  private static let chunk = 256 * 1024

  package private(set) var sanitizer: Sanitizer
  /// How many bytes of input were read.
  package private(set) var bytesRead = 0
  /// The files that were read.
  package private(set) var files: [FilePath] = []
  /// How many records may be rejected; any number if nil.
  package var bound: RejectBound?
  /// Whether each record is written at once.
  package var isLineBuffered = false
  /// What each clean record is put into as it leaves; nil if it leaves as it is.
  package var envelope: Envelope?
  /// Called for each rejected record.
  package var onReject: ((RejectedRecord) -> Void)?
  /// Called now and then.
  package var onProgress: ((borrowing Sanitizer, Int) -> Void)?

  private var output: OutputFile?
  private let outputName: FilePath
  private var rejects: OutputFile?
  private let rejectsName: FilePath
  private var clean = ByteBuffer(capacity: Self.chunk * 2)
  /// A clean record before it is wrapped.
  private var bare = ByteBuffer()
  private var rejected = ByteBuffer(capacity: 4096)

  /// Writes clean records to `output` and rejects to `rejects`, where there are such.
  package init(
    _ sanitizer: Sanitizer,
    output: consuming OutputFile?,
    named outputName: FilePath,
    rejects: consuming OutputFile?,
    named rejectsName: FilePath
  ) {
    self.sanitizer = sanitizer
    self.output = output
    self.outputName = outputName
    self.rejects = rejects
    self.rejectsName = rejectsName
  }

  /// Sanitizes every record of `file`, which is called `name`.
  package mutating func run(
    _ file: consuming InputFile,
    named name: FilePath
  ) throws(BatchError) {
    files.append(name)
    var reader = RecordReader(file, limit: sanitizer.recordLimit)
    let before = bytesRead
    while let record = try Self.next(&reader, name) {
      bytesRead = before + reader.offset
      if record.isTooLarge {
        sanitizer.rejectTooLarge()
        try reject(record, name)
        continue
      }
      let bytes = reader.bytes.extracting(record.range)
      if try sanitize(bytes) == .accepted {
        if output == nil { clean.removeAll() } else { clean.append(ASCII.lineFeed) }
        if clean.count >= Self.chunk || isLineBuffered { try flush() }
      } else {
        try reject(record, name)
      }
      if sanitizer.tally.accepted & 0xFFF == 0 { onProgress?(sanitizer, bytesRead) }
    }
    bytesRead = before + reader.offset
  }

  /// Adds the record's clean form, wrapped if there is an envelope.
  private mutating func sanitize(_ record: Span<UInt8>) throws(BatchError) -> Verdict {
    guard envelope != nil else { return sanitizer.sanitize(record, appendingTo: &clean) }
    bare.removeAll()
    guard sanitizer.sanitize(record, appendingTo: &bare) == .accepted else { return .rejected }
    guard Self.wrap(bare, in: &envelope, appendingTo: &clean) else { throw .notWrapped }
    return .accepted
  }

  private static func wrap(
    _ record: borrowing ByteBuffer,
    in envelope: inout Envelope?,
    appendingTo output: inout ByteBuffer
  ) -> Bool {
    envelope?.wrap(record.span, appendingTo: &output) ?? false
  }

  private static func next(
    _ reader: inout RecordReader,
    _ name: FilePath
  ) throws(BatchError) -> Record? {
    do throws(SystemError) {
      return try reader.next()
    } catch {
      throw .file(name, error)
    }
  }

  private mutating func reject(_ record: Record, _ name: FilePath) throws(BatchError) {
    let rejection = RejectedRecord(
      file: name,
      line: record.line,
      offset: record.offset,
      violations: sanitizer.violations
    )
    onReject?(rejection)
    if rejects != nil {
      write(rejection)
      if rejected.count >= Self.chunk || isLineBuffered { try flushRejects() }
    }
    let tally = sanitizer.tally
    if bound?.stops(rejected: tally.rejected, read: tally.accepted + tally.rejected) == true {
      try flushRejects()
      throw .tooManyRejects
    }
  }

  /// Adds the line of the rejects file: where and why, never what.
  private mutating func write(_ record: RejectedRecord) {
    rejected.append("{\"file\":")
    JSONText.write(Array(record.file.text.utf8).span, to: &rejected)
    rejected.append(",\"line\":")
    rejected.append(decimal: record.line)
    rejected.append(",\"offset\":")
    rejected.append(decimal: record.offset)
    rejected.append(",\"violations\":[")
    for (index, violation) in record.violations.enumerated() {
      if index > 0 { rejected.append(ASCII.comma) }
      sanitizer.write(violation, to: &rejected)
    }
    rejected.append("]}\n")
  }

  private mutating func flush() throws(BatchError) {
    do throws(SystemError) {
      try Self.write(clean, to: &output)
    } catch {
      throw .file(outputName, error)
    }
    clean.removeAll()
  }

  private mutating func flushRejects() throws(BatchError) {
    do throws(SystemError) {
      try Self.write(rejected, to: &rejects)
    } catch {
      throw .file(rejectsName, error)
    }
    rejected.removeAll()
  }

  private static func write(
    _ bytes: borrowing ByteBuffer,
    to file: inout OutputFile?
  ) throws(SystemError) {
    try file?.write(bytes.span)
  }

  /// Writes what is left; no file appears yet. Returns whether the target is complete, which it is
  /// unless the bound was passed.
  package mutating func finish(isComplete: Bool) throws(BatchError) -> Bool {
    if isComplete { try flush() }
    try flushRejects()
    let tally = sanitizer.tally
    return isComplete
      && bound?.isPassed(rejected: tally.rejected, read: tally.accepted + tally.rejected) != true
  }

  /// Ends the run: the rejects appear, and last the target, if it is complete.
  package mutating func commit(isComplete: Bool) throws(BatchError) {
    do throws(SystemError) {
      try rejects?.commit()
    } catch {
      throw .file(rejectsName, error)
    }
    guard isComplete else { return }
    do throws(SystemError) {
      try output?.commit()
    } catch {
      throw .file(outputName, error)
    }
  }
}
