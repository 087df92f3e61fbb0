/// What became of a record.
public enum Verdict: Sendable, Equatable {
  /// Its clean form was appended to the output.
  case accepted
  /// Nothing was appended; the sanitizer's `violations` say why.
  case rejected
}

/// What happens to fields that the schema does not name.
public enum UnknownFields: Sendable, Equatable {
  /// The record is rejected.
  case reject
  /// They are dropped, at any depth, and counted.
  case drop
}

/// Takes one record at a time to the form in which it may leave.
///
/// ```swift
/// let schema = try Schema(reading: file.span)
/// var sanitizer = Sanitizer(try Plan(schema))
/// var output = ByteBuffer()
/// if sanitizer.sanitize(record.span, appendingTo: &output) == .accepted { send(output.bytes) }
/// ```
///
/// A worker owns its sanitizer; the plan is shared. No record allocates once the memory has grown to
/// the largest. Complexity: O(record).
public struct Sanitizer: Sendable {
  /// The most bytes of a record.
  public static let largestRecord = 1 << 20

  /// The plan that is followed.
  public let plan: Plan
  /// The form that is read.
  public let form: RecordForm
  /// What happens to unknown fields.
  public let unknown: UnknownFields
  /// The most bytes of a record; a longer one is `too-large`.
  public var recordLimit = Self.largestRecord
  /// What was counted so far.
  public internal(set) var tally: Tally
  var trip = Trip()
  /// Set by `explain`: notes where each output was written.
  var observer: Observer?

  /// Makes a sanitizer for records in their raw form (the default) or their wire form. Unknown fields
  /// of raw records are treated as the schema says, and a wire record has none, unless `unknown`
  /// overrides it.
  public init(_ plan: Plan, reading form: RecordForm = .raw, unknown: UnknownFields? = nil) {
    self.plan = plan
    self.form = form
    let drops = plan.tables.dropsUnknownFields && form == .raw
    self.unknown = unknown ?? (drops ? .drop : .reject)
    tally = Tally(plan.tables)
  }

  /// The violations of the last record, in record order, at most 16.
  public var violations: [Violation] { trip.violations }

  /// Sanitizes one record, which is one JSON object without a line end. Appends its clean form to
  /// `output`, or, if it is rejected, nothing.
  public mutating func sanitize(
    _ record: Span<UInt8>,
    appendingTo output: inout ByteBuffer
  ) -> Verdict {
    let start = output.count
    let tables = plan.tables
    trip.begin()
    observer?.begin()
    // 1. The event's key selects its shape. 2. Each field is found, checked and noted.
    if record.count > recordLimit {
      trip.report(.tooLarge, &tally)
    } else if let shape = selectEvent(record, tables) {
      readRecord(record, shape, tables)
    }
    // 3. A record without a violation is written, in the schema's order.
    if trip.violations.isEmpty, trip.event >= 0 {
      writeRecord(record, tables.events[trip.event].shape(in: form), tables, &output)
    }
    // 4. A policy may have refused: then all of it goes.
    guard let first = trip.violations.first else {
      tally.count(accepted: trip.counts)
      return .accepted
    }
    output.truncate(to: start)
    tally.count(rejection: first.code, trip.counts)
    return .rejected
  }

  /// Rejects a record of which only its size is known: longer than the limit, so never read.
  public mutating func rejectTooLarge() { reject(as: .tooLarge) }

  /// Rejects a record that is none: what its format makes of it is no JSON object.
  package mutating func reject(as code: ViolationCode) {
    trip.begin()
    trip.report(code, &tally)
    tally.count(rejection: code, trip.counts)
  }

  /// Adds what another worker has counted with the same plan.
  package mutating func count(_ other: Tally) { tally.add(other) }

  /// Exchanges what was counted for `other`, another tally of the same plan.
  package mutating func exchangeTally(for other: inout Tally) { swap(&tally, &other) }

  /// Adds a violation as JSON: `{"code":"unknown-field","event":"error","at":"/3"}`.
  public func write(_ violation: Violation, to output: inout ByteBuffer) {
    let tables = plan.tables
    output.append("{\"code\":\"")
    output.append(violation.code.word)
    output.append(ASCII.quote)
    if violation.event >= 0 {
      output.append(",\"event\":")
      let name = tables.events[violation.event].name
      JSONText.write(name.span, to: &output)
    }
    output.append(",\"at\":")
    var pointer = ByteBuffer()
    violation.place.append(tables.names, to: &pointer)
    JSONText.write(pointer.span, to: &output)
    output.append(ASCII.rightBrace)
  }
}
