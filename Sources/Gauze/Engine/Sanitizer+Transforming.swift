extension Sanitizer {
  /// Writes what a chain of transforms makes of a value.
  mutating func writeTransformed(
    _ record: Span<UInt8>,
    _ number: Int,
    _ run: TransformRun,
    _ tables: PlanTables,
    _ output: inout ByteBuffer
  ) -> WriteResult {
    let node = trip.nodes[number]
    let kind: TransformedKind
    switch node.kind {
    case .null:
      guard run.takesNull else {
        output.append("null")
        return .unchanged
      }
      kind = .null
    case .boolean: kind = .boolean
    case .number: kind = .number
    case .string: return writeTransformedText(record, node.token, run, tables, &output)
    case .opaque: kind = .container
    case .array, .object, .map, .absent:
      // Nothing looks into a value that a transform takes whole.
      return .refused
    }
    let written = record.extracting(node.token.start..<node.token.end)
    return Self.transform(written, kind, run, &trip.transform, &trip.counts, &output)
  }

  private mutating func writeTransformedText(
    _ record: Span<UInt8>,
    _ token: JSONToken,
    _ run: TransformRun,
    _ tables: PlanTables,
    _ output: inout ByteBuffer
  ) -> WriteResult {
    trip.decoded.removeAll()
    let written = record.extracting(token.start..<token.end)
    if token.hasEscapes {
      trip.decode(token, in: record)
    } else {
      trip.decoded.append(written)
    }
    if run.scrub >= 0 {
      Self.scrub(&trip.decoded, tables.scrubs[run.scrub], &trip.scrub, &trip.counts)
    }
    return Self.transform(trip.decoded, run, &trip.transform, &trip.counts, &output)
  }

  /// Leaves in `text` what a scrub makes of it.
  private static func scrub(
    _ text: inout ByteBuffer,
    _ scrub: TextScrub,
    _ space: inout ScrubSpace,
    _ counts: inout RecordCounts
  ) {
    let result = apply(scrub, text, &space)
    count(result, of: scrub, &counts)
    space.result = result
    guard result.text == .scrubbed else { return }
    text.removeAll()
    append(space.text, to: &text)
  }

  private static func apply(
    _ scrub: TextScrub,
    _ text: borrowing ByteBuffer,
    _ space: inout ScrubSpace
  ) -> ScrubResult {
    scrub.apply(text.span, &space)
  }

  private static func append(_ text: borrowing ByteBuffer, to other: inout ByteBuffer) {
    other.append(text.span)
  }

  // MARK: - Steps

  private static func transform(
    _ text: borrowing ByteBuffer,
    _ run: TransformRun,
    _ space: inout TransformSpace,
    _ counts: inout RecordCounts,
    _ output: inout ByteBuffer
  ) -> WriteResult {
    transform(text.span, .text, run, &space, &counts, &output)
  }

  private static func transform(
    _ value: Span<UInt8>,
    _ kind: TransformedKind,
    _ run: TransformRun,
    _ space: inout TransformSpace,
    _ counts: inout RecordCounts,
    _ output: inout ByteBuffer
  ) -> WriteResult {
    let start = output.count
    guard step(0, value, kind, run, &space, &counts, &output) else {
      output.truncate(to: start)
      return .refused
    }
    return .changed
  }

  /// Runs the steps from `index` on; what stands between two of them is a number.
  private static func step(
    _ index: Int,
    _ value: Span<UInt8>,
    _ kind: TransformedKind,
    _ run: TransformRun,
    _ space: inout TransformSpace,
    _ counts: inout RecordCounts,
    _ output: inout ByteBuffer
  ) -> Bool {
    let transform = run.steps[index].transform
    let context = run.steps[index].context
    guard index < run.steps.count - 1 else {
      let isTaken = transform.append(
        value,
        kind,
        context,
        scratch: &space.scratch,
        container: &space.container,
        to: &output
      )
      count(transform.name, isTaken, &counts)
      return isTaken
    }
    // Taken out of the space, so that the next step may write while it is read.
    var middle = ByteBuffer()
    swap(&middle, &space.middle)
    middle.removeAll()
    let isTaken = transform.append(
      value,
      kind,
      context,
      scratch: &space.scratch,
      container: &space.container,
      to: &middle
    )
    count(transform.name, isTaken, &counts)
    let isDone =
      isTaken && step(index + 1, middle.span, .number, run, &space, &counts, &output)
    swap(&middle, &space.middle)
    return isDone
  }

  private static func count(_ name: PolicyName, _ isTaken: Bool, _ counts: inout RecordCounts) {
    counts.count(name, changed: isTaken)
    if !isTaken { counts.refused[name.index] += 1 }
  }
}

/// The memory that transforms reuse from value to value.
struct TransformSpace: Sendable {
  var scratch = ByteBuffer()
  /// What one step hands to the next.
  var middle = ByteBuffer()
  /// For policies that take a whole container.
  var container = ContainerSpace()
}
