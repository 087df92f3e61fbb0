extension Sanitizer {
  /// Writes the accepted record in its shape's order.
  mutating func writeRecord(
    _ record: Span<UInt8>,
    _ shape: Int,
    _ tables: PlanTables,
    _ output: inout ByteBuffer
  ) {
    _ = writeObject(record, shape, trip.nodes[0].first, tables, &output, isTop: true)
  }

  private mutating func writeObject(
    _ record: Span<UInt8>,
    _ number: Int,
    _ first: Int,
    _ tables: PlanTables,
    _ output: inout ByteBuffer,
    isTop: Bool = false
  ) -> WriteResult {
    output.append(ASCII.leftBrace)
    var isEmpty = true
    var whole = WriteResult.unchanged
    for index in tables.shapes[number].outputs {
      var node = source(of: index, first, record, tables)
      let isAbsent = trip.nodes[node].kind == .absent && !tables.outputs[index].takesAbsent
      let other = tables.outputs[index].alternative
      if isAbsent, other < 0 { continue }
      let start = output.count
      if !isEmpty { output.append(ASCII.comma) }
      output.append(tables.outputs[index].label)
      let valueStart = output.count
      if isTop { trip.input = tables.shapes[number].inputs.lowerBound + node - first }
      var form = tables.outputs[index].form
      var result = WriteResult.refused
      let isNothing =
        other >= 0 && trip.nodes[node].kind == .null && !tables.forms[form].types.contains(.null)
      if !isAbsent, !isNothing { result = writeOutput(record, node, index, form, tables, &output) }
      if result == .refused, other >= 0 {
        output.truncate(to: valueStart)
        let place = first + tables.alternatives[other].source
        if trip.nodes[place].kind != .absent {
          node = place
          form = tables.alternatives[other].form
          if isTop { trip.input = tables.shapes[number].inputs.lowerBound + node - first }
          result = writeOutput(record, node, index, form, tables, &output)
        }
      }
      if isTop, !isAbsent || trip.nodes[node].kind != .absent {
        observer?.note(index, node, form, valueStart..<output.count, result, trip.scrub.result)
      }
      switch result {
      case .unchanged: isEmpty = false
      case .changed:
        isEmpty = false
        whole = .changed
        trip.counts.changedOutputs.append(index)
      case .refused:
        output.truncate(to: start)
        if tables.outputs[index].isRequired { refuse(tables.outputs[index].name) }
      }
    }
    output.append(ASCII.rightBrace)
    return whole
  }

  private mutating func writeOutput(
    _ record: Span<UInt8>,
    _ node: Int,
    _ index: Int,
    _ form: Int,
    _ tables: PlanTables,
    _ output: inout ByteBuffer
  ) -> WriteResult {
    trip.scrub.result = nil
    // Only inside a container can a refusal need to know the way to it.
    guard trip.nodes[node].first >= 0 else {
      return writeValue(record, node, form, tables, &output)
    }
    trip.place.enter(name: tables.outputs[index].name)
    let result = writeValue(record, node, form, tables, &output)
    trip.place.leave()
    return result
  }

  /// The node that an output is made of: of several sources the first that `presence` finds, else one
  /// that is there at all.
  private func source(
    of index: Int,
    _ first: Int,
    _ record: Span<UInt8>,
    _ tables: PlanTables
  ) -> Int {
    let usual = first + tables.outputs[index].source
    if tables.outputs[index].moreSources.isEmpty { return usual }
    guard case .transform(let run) = tables.forms[tables.outputs[index].form].treatment,
      case .presence(let presence) = tables.transforms[run].steps[0].transform
    else { return usual }
    if isPresent(usual, presence, record) { return usual }
    var best = usual
    for place in tables.outputs[index].moreSources {
      let node = first + place
      if isPresent(node, presence, record) { return node }
      if trip.nodes[best].kind == .absent, trip.nodes[node].kind != .absent { best = node }
    }
    return best
  }

  private func isPresent(_ node: Int, _ presence: Presence, _ record: Span<UInt8>) -> Bool {
    let token = trip.nodes[node].token
    let kind: TransformedKind
    switch trip.nodes[node].kind {
    case .absent: kind = .absent
    case .null: kind = .null
    case .boolean: kind = .boolean
    case .number: kind = .number
    case .string: kind = .text
    case .opaque, .array, .object, .map: kind = .container
    }
    return presence.isPresent(record.extracting(token.start..<token.end), kind)
  }

  /// Rejects the event at a field that it requires.
  private mutating func refuse(_ name: Int) {
    trip.place.enter(name: name)
    trip.report(.policyRefused, &tally)
    trip.place.leave()
  }

  // MARK: - Values

  mutating func writeValue(
    _ record: Span<UInt8>,
    _ node: Int,
    _ number: Int,
    _ tables: PlanTables,
    _ output: inout ByteBuffer
  ) -> WriteResult {
    let form = tables.forms[number]
    switch form.treatment {
    case .copy:
      return writeCopy(record, node, form, tables, &output)
    case .drop:
      return .refused
    case .constant(let constant):
      output.append(tables.constants[constant])
      trip.counts.count(.redact, changed: true)
      return .changed
    case .transform(let run):
      return writeTransformed(record, node, tables.transforms[run], tables, &output)
    case .list(let list):
      guard trip.nodes[node].kind == .array else {
        return writeCopy(record, node, form, tables, &output)
      }
      return writeList(record, trip.nodes[node], form, list, tables, &output)
    case .scrub, .otherwise:
      guard trip.nodes[node].kind == .string else {
        return writeCopy(record, node, form, tables, &output)
      }
      return writeText(record, trip.nodes[node].token, form.treatment, tables, &output)
    }
  }

  mutating func writeCopy(
    _ record: Span<UInt8>,
    _ number: Int,
    _ form: Form,
    _ tables: PlanTables,
    _ output: inout ByteBuffer
  ) -> WriteResult {
    let node = trip.nodes[number]
    switch node.kind {
    case .string:
      if node.token.hasEscapes {
        trip.decode(node.token, in: record)
        JSONText.write(trip.decoded.span, to: &output)
      } else {
        // Without a backslash, a scanned string is already written with the fewest escapes.
        output.append(record.extracting(node.token.start - 1..<node.token.end + 1))
      }
    case .null, .boolean, .number:
      output.append(record.extracting(node.token.start..<node.token.end))
    case .array:
      return writeItems(record, node, form, tables, &output)
    case .object:
      return writeObject(record, form.shape, node.first, tables, &output)
    case .map:
      return writeMap(record, node, form, tables, &output)
    case .absent, .opaque:
      // Only `drop` and `redact` let such a value in, and neither comes here.
      return .refused
    }
    return .unchanged
  }

  private mutating func writeItems(
    _ record: Span<UInt8>,
    _ node: Node,
    _ form: Form,
    _ tables: PlanTables,
    _ output: inout ByteBuffer
  ) -> WriteResult {
    var result = WriteResult.unchanged
    output.append(ASCII.leftBracket)
    var item = node.first
    var position = 0
    while item >= 0 {
      if item != node.first { output.append(ASCII.comma) }
      trip.place.enter(position: position)
      let written = writeValue(record, item, form.items, tables, &output)
      trip.place.leave()
      switch written {
      case .unchanged: break
      case .changed: result = .changed
      case .refused: return .refused
      }
      item = trip.nodes[item].next
      position += 1
    }
    output.append(ASCII.rightBracket)
    return result
  }

  // MARK: - Texts

  private mutating func writeText(
    _ record: Span<UInt8>,
    _ token: JSONToken,
    _ treatment: Treatment,
    _ tables: PlanTables,
    _ output: inout ByteBuffer
  ) -> WriteResult {
    let written = record.extracting(token.start..<token.end)
    guard token.hasEscapes else {
      return Self.write(
        written,
        treatment,
        tables,
        &trip.scrub,
        &trip.counts,
        &output
      )
    }
    trip.decode(token, in: record)
    return Self.write(
      trip.decoded,
      treatment,
      tables,
      &trip.scrub,
      &trip.counts,
      &output
    )
  }

  private static func write(
    _ text: borrowing ByteBuffer,
    _ treatment: Treatment,
    _ tables: PlanTables,
    _ space: inout ScrubSpace,
    _ counts: inout RecordCounts,
    _ output: inout ByteBuffer
  ) -> WriteResult {
    write(text.span, treatment, tables, &space, &counts, &output)
  }

  private static func write(
    _ text: Span<UInt8>,
    _ treatment: Treatment,
    _ tables: PlanTables,
    _ space: inout ScrubSpace,
    _ counts: inout RecordCounts,
    _ output: inout ByteBuffer
  ) -> WriteResult {
    switch treatment {
    case .scrub(let number):
      return scrub(text, tables.scrubs[number], &space, &counts, &output)
    case .otherwise(let choices, let constant):
      if tables.choices[choices].texts.index(of: text) >= 0 {
        JSONText.write(text, to: &output)
        return .unchanged
      }
      output.append(tables.constants[constant])
      return .changed
    case .copy, .drop, .constant, .transform, .list:
      return .refused
    }
  }

  private static func scrub(
    _ text: Span<UInt8>,
    _ scrub: TextScrub,
    _ space: inout ScrubSpace,
    _ counts: inout RecordCounts,
    _ output: inout ByteBuffer
  ) -> WriteResult {
    let result = scrub.apply(text, &space)
    space.result = result
    count(result, of: scrub, &counts)
    switch result.text {
    case .original:
      JSONText.write(text, to: &output)
      return .unchanged
    case .scrubbed:
      JSONText.write(space.text.span, to: &output)
      return .changed
    }
  }

  /// Counts what each policy of a scrub did.
  static func count(
    _ result: ScrubResult,
    of scrub: TextScrub,
    _ counts: inout RecordCounts
  ) {
    for policy in scrub.policies {
      counts.count(policy.name, changed: policy.isHit(result.hits))
    }
    if scrub.truncates { counts.count(.truncate, changed: result.isCut) }
  }
}

/// What writing a value came to.
enum WriteResult: Sendable {
  case unchanged
  case changed
  /// A policy refused it: an optional field is left out, a required one rejects the event.
  case refused
}
