/// What became of one record, field by field, as the sanitizer itself did it: nothing is worked out
/// a second time. It holds raw values, so it is for the eyes of whoever holds the record.
public struct Explanation: Sendable {
  /// One field that came in or left.
  public struct FieldStory: Sendable {
    /// The field's name.
    public var name: [UInt8]
    /// The sibling that it was made of, if it is derived.
    public var source: [UInt8]?
    /// The value as it was written in the record.
    public var raw: [UInt8]
    /// The value as it leaves; nil if it does not.
    public var wire: [UInt8]?
    /// Each policy and whether it changed the value.
    public var policies: [(word: StaticString, changed: Bool)]
  }

  /// The verdict; `violations` of the sanitizer say more.
  public var verdict: Verdict
  /// The event's name, if it was found.
  public var event: [UInt8]?
  /// The fields of an accepted record: what leaves in the schema's order, then what does not.
  public var fields: [FieldStory]
  /// How many unknown fields were dropped.
  public var droppedFields: Int
  /// The record as it leaves.
  public var wire: [UInt8]

  /// What there is to tell of a record that was never read.
  package static var tooLarge: Explanation {
    Explanation(verdict: .rejected, event: nil, fields: [], droppedFields: 0, wire: [])
  }
}

extension Sanitizer {
  /// Sanitizes `record` and tells what became of each of its own fields. Allocates.
  public mutating func explain(_ record: Span<UInt8>) -> Explanation {
    observer = Observer()
    defer { observer = nil }
    var output = ByteBuffer()
    let droppedBefore = tally.droppedFields
    let verdict = sanitize(record, appendingTo: &output)
    let tables = plan.tables
    var fields: [Explanation.FieldStory] = []
    if verdict == .accepted {
      for note in observer?.notes ?? [] {
        fields.append(story(note, record, output.bytes, tables))
      }
      fields += unsentFields(record, tables)
    }
    return Explanation(
      verdict: verdict,
      event: trip.event < 0 ? nil : tables.events[trip.event].name,
      fields: fields,
      droppedFields: tally.droppedFields - droppedBefore,
      wire: output.bytes
    )
  }

  private func story(
    _ note: Observer.Note,
    _ record: Span<UInt8>,
    _ output: [UInt8],
    _ tables: PlanTables
  ) -> Explanation.FieldStory {
    let field = tables.outputs[note.output]
    // The nodes of the top level stand in the order of its inputs.
    let source = tables.inputs[inputs(tables).lowerBound + note.node - trip.nodes[0].first]
    let name = tables.names[field.name]
    let origin = tables.names[source.name]
    return Explanation.FieldStory(
      name: name,
      source: origin == name ? nil : origin,
      raw: raw(note.node, record),
      wire: note.result == .refused ? nil : Array(output[note.written]),
      policies: policies(of: tables.forms[note.form].treatment, note, tables)
    )
  }

  private func inputs(_ tables: PlanTables) -> Range<Int> {
    tables.shapes[tables.events[trip.event].shape(in: form)].inputs
  }

  /// The fields that came in and left in no output.
  private func unsentFields(
    _ record: Span<UInt8>,
    _ tables: PlanTables
  ) -> [Explanation.FieldStory] {
    var stories: [Explanation.FieldStory] = []
    let inputs = inputs(tables)
    for input in inputs where tables.inputs[input].isDropped {
      let node = trip.nodes[0].first + input - inputs.lowerBound
      guard trip.nodes[node].kind != .absent else { continue }
      stories.append(
        Explanation.FieldStory(
          name: tables.names[tables.inputs[input].name],
          source: nil,
          raw: raw(node, record),
          wire: nil,
          policies: [("drop", true)]
        )
      )
    }
    return stories
  }

  /// A value as it was written; of a container with fields of its own, only what kind it is.
  private func raw(_ number: Int, _ record: Span<UInt8>) -> [UInt8] {
    let node = trip.nodes[number]
    return switch node.kind {
    case .absent: []
    case .null, .boolean, .number, .opaque: record.copy(of: node.token.start..<node.token.end)
    case .string: record.copy(of: node.token.start - 1..<node.token.end + 1)
    case .array: Array("[…]".utf8)
    case .object, .map: Array("{…}".utf8)
    }
  }

  private func policies(
    of treatment: Treatment,
    _ note: Observer.Note,
    _ tables: PlanTables
  ) -> [(word: StaticString, changed: Bool)] {
    let hasChanged = note.result == .changed
    switch treatment {
    case .copy, .drop: return []
    case .constant: return [("redact", true)]
    case .transform(let number):
      let run = tables.transforms[number]
      let masks = run.scrub >= 0 ? policies(of: tables.scrubs[run.scrub], note) : []
      return masks + run.steps.map { ($0.transform.name.row.word, hasChanged) }
    case .otherwise: return [("otherwise", hasChanged)]
    case .list(let number):
      let list = tables.lists[number]
      let names =
        (list.isUnique ? [PolicyName.unique] : []) + (list.separator.isEmpty ? [] : [.join])
      return names.map { ($0.row.word, hasChanged) }
    case .scrub(let number): return policies(of: tables.scrubs[number], note)
    }
  }

  private func policies(
    of scrub: TextScrub,
    _ note: Observer.Note
  ) -> [(word: StaticString, changed: Bool)] {
    var policies: [(word: StaticString, changed: Bool)] = []
    for policy in scrub.policies {
      let isHit = policy.isHit(note.scrub?.hits ?? 0)
      policies.append((policy.name.row.word, isHit))
    }
    if scrub.truncates { policies.append(("truncate", note.scrub?.isCut ?? false)) }
    return policies
  }
}
