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
      guard run.firstForNull >= 0 else {
        output.append("null")
        return .unchanged
      }
      kind = .null
    case .boolean: kind = .boolean
    case .number: kind = .number
    case .string: return writeTransformedText(record, node.token, run, tables, &output)
    case .opaque, .array, .object, .map: kind = .container
    case .absent: kind = .absent
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
    let result = steps(value, kind, run, &space, &counts, &output)
    if result == .refused { output.truncate(to: start) }
    return result
  }

  /// Runs the steps; what stands between two of them is a number.
  private static func steps(
    _ value: Span<UInt8>,
    _ kind: TransformedKind,
    _ run: TransformRun,
    _ space: inout TransformSpace,
    _ counts: inout RecordCounts,
    _ output: inout ByteBuffer
  ) -> WriteResult {
    let first = kind == .null ? run.firstForNull : 0
    let last = run.steps.count - 1
    guard first < last else {
      return step(run.steps[last], value, kind, &space.scratch, &space.container, &counts, &output)
    }
    space.middle.removeAll()
    var whole = step(
      run.steps[first],
      value,
      kind,
      &space.scratch,
      &space.container,
      &counts,
      &space.middle
    )
    var index = first + 1
    while index <= last, whole != .refused {
      let written: WriteResult
      if index == last {
        written = step(
          run.steps[index],
          space.middle,
          &space.scratch,
          &space.container,
          &counts,
          &output
        )
      } else {
        space.other.removeAll()
        written = step(
          run.steps[index],
          space.middle,
          &space.scratch,
          &space.container,
          &counts,
          &space.other
        )
        swap(&space.middle, &space.other)
      }
      if written != .unchanged { whole = written }
      index += 1
    }
    return whole
  }

  private static func step(
    _ step: TransformStep,
    _ number: borrowing ByteBuffer,
    _ scratch: inout ByteBuffer,
    _ container: inout ContainerSpace,
    _ counts: inout RecordCounts,
    _ output: inout ByteBuffer
  ) -> WriteResult {
    Self.step(step, number.span, .number, &scratch, &container, &counts, &output)
  }

  private static func step(
    _ step: TransformStep,
    _ value: Span<UInt8>,
    _ kind: TransformedKind,
    _ scratch: inout ByteBuffer,
    _ container: inout ContainerSpace,
    _ counts: inout RecordCounts,
    _ output: inout ByteBuffer
  ) -> WriteResult {
    let start = output.count
    let name = step.transform.name
    let isTaken = step.transform.append(
      value,
      kind,
      step.context,
      scratch: &scratch,
      container: &container,
      to: &output
    )
    guard isTaken else {
      counts.count(name, changed: false)
      counts.refused[name.index] += 1
      return .refused
    }
    // Only a number can leave as it came.
    let isSame = kind == .number && output.span.extracting(start..<output.count).equals(value)
    counts.count(name, changed: !isSame)
    return isSame ? .unchanged : .changed
  }
}

/// The memory that transforms reuse from value to value.
struct TransformSpace: Sendable {
  var scratch = ByteBuffer()
  /// What one step hands to the next.
  var middle = ByteBuffer()
  /// For policies that take a whole container.
  var container = ContainerSpace()
  var other = ByteBuffer()
}
