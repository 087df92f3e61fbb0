internal import Gauze
internal import GauzeSystem

/// What a run wants of each record, the same for all workers.
struct WorkOrder: Sendable {
  /// Whether clean records are wanted.
  var keepsClean = true
  /// Whether lines of a rejects file are.
  var keepsRejects = false
  /// Whether rejected records are.
  var keepsRejections = false
  /// Whether it is to be known when each record was rejected.
  var keepsPlaces = false
  /// After how many bytes results are taken; each record's at once if none.
  var mostBytes = 0
}

/// Takes records to their clean form or to the rejects; shares nothing but the plan.
struct RecordWorker: Sendable {
  var sanitizer: Sanitizer
  private var envelope: Envelope?
  private let order: WorkOrder
  /// A clean record before it is wrapped.
  private var bare = ByteBuffer()
  /// A record that is built of its bytes in the input.
  private var built = ByteBuffer()
  /// What builds it, and the number of the file that it is for.
  private var maker = RecordMaker.none
  private var makerFile = -1

  init(_ sanitizer: Sanitizer, envelope: Envelope?, _ order: WorkOrder) {
    self.sanitizer = sanitizer
    self.envelope = envelope
    self.order = order
  }

  /// Works on the chunk until it is done or full, or until the bound is passed by what this worker
  /// has counted.
  mutating func work(on chunk: inout Chunk, within bound: RejectBound? = nil) {
    // Lent out meanwhile, so that they can be read while the rest changes.
    var input = ByteBuffer.lent
    var built = ByteBuffer.lent
    if makerFile != chunk.file.number {
      maker = chunk.maker
      makerFile = chunk.file.number
    }
    swap(&input, &chunk.input)
    swap(&built, &self.built)
    while var record = chunk.next(input.span, scratch: &built) {
      if maker.isNeeded { make(&record, input.span, &built) }
      switch sanitize(record, input.span, built.span, &chunk.clean) {
      case .accepted:
        if order.keepsClean { chunk.clean.append(ASCII.lineFeed) } else { chunk.clean.removeAll() }
      case .rejected:
        note(record, &chunk)
        let rejected = sanitizer.tally.rejected
        chunk.isStopped = bound?.stops(rejected: rejected, read: sanitizer.tally.read) == true
      case nil:
        chunk.isNotWrapped = true
      }
      if chunk.isFull(order.mostBytes) { break }
    }
    swap(&input, &chunk.input)
    swap(&built, &self.built)
  }

  /// Builds the JSON object that a record of another format stands for.
  private mutating func make(
    _ record: inout FramedRecord,
    _ input: Span<UInt8>,
    _ built: inout ByteBuffer
  ) {
    guard case .inside(let range) = record.content else { return }
    built.removeAll()
    let fault = maker.make(input.extracting(range), into: &built)
    record.content = fault.map { .violation($0) } ?? .built
  }

  /// The same for a worker among several, whose counts go with the results; whether the chunk is done.
  mutating func workPart(of chunk: inout Chunk) -> Bool {
    work(on: &chunk)
    sanitizer.exchangeTally(for: &chunk.tally)
    return chunk.isDone
  }

  private mutating func sanitize(
    _ record: FramedRecord,
    _ input: Span<UInt8>,
    _ built: Span<UInt8>,
    _ clean: inout ByteBuffer
  ) -> Verdict? {
    switch record.content {
    case .inside(let range): return sanitize(input.extracting(range), &clean)
    case .built: return sanitize(built, &clean)
    case .violation(let code):
      sanitizer.reject(as: code)
      return .rejected
    }
  }

  /// Adds the record's clean form, wrapped if there is an envelope; nil if it does not fit in.
  private mutating func sanitize(_ record: Span<UInt8>, _ clean: inout ByteBuffer) -> Verdict? {
    guard envelope != nil else { return sanitizer.sanitize(record, appendingTo: &clean) }
    bare.removeAll()
    guard sanitizer.sanitize(record, appendingTo: &bare) == .accepted else { return .rejected }
    return Self.wrap(bare, in: &envelope, appendingTo: &clean) ? .accepted : nil
  }

  private static func wrap(
    _ record: borrowing ByteBuffer,
    in envelope: inout Envelope?,
    appendingTo output: inout ByteBuffer
  ) -> Bool {
    envelope?.wrap(record.span, appendingTo: &output) ?? false
  }

  /// Notes a rejected record for everybody who wants to know.
  private mutating func note(_ record: FramedRecord, _ chunk: inout Chunk) {
    if order.keepsPlaces {
      chunk.readAtRejects.append(Int32(clamping: sanitizer.tally.read))
    }
    if order.keepsRejections {
      chunk.rejections.append(
        RejectedRecord(
          file: chunk.file.path,
          line: record.line,
          offset: record.offset,
          violations: sanitizer.violations
        )
      )
    }
    if order.keepsRejects { write(record, of: chunk.file, to: &chunk.rejects) }
  }

  /// Adds the line of the rejects file: where and why, never what.
  private func write(
    _ record: FramedRecord,
    of file: InputName,
    to output: inout ByteBuffer
  ) {
    output.append("{\"file\":")
    output.append(file.label)
    output.append(",\"line\":")
    output.append(decimal: record.line)
    output.append(",\"offset\":")
    output.append(decimal: record.offset)
    output.append(",\"violations\":[")
    for (index, violation) in sanitizer.violations.enumerated() {
      if index > 0 { output.append(ASCII.comma) }
      sanitizer.write(violation, to: &output)
    }
    output.append("]}\n")
  }
}
