/// What happened at one field of an event, its inner fields included.
public struct FieldCount: Sendable, Equatable {
  /// The event's name.
  public var event: [UInt8]
  /// The field's name.
  public var field: [UInt8]
  /// How many violations there were.
  public var violations: Int
  /// How many of its values left in another form than they came in.
  public var changes: Int
}

extension Sanitizer {
  /// The counts of every top-level field, in the schema's order: of its events, then of its fields.
  /// Complexity: O(schema).
  public var fieldCounts: [FieldCount] {
    let tables = plan.tables
    var counts: [FieldCount] = []
    for event in tables.events {
      let shape = tables.shapes[event.shape(in: form)]
      var names: [[UInt8]] = []
      let first = counts.count
      for input in shape.inputs {
        let name = tables.names[tables.inputs[input].name]
        names.append(name)
        counts.append(
          FieldCount(
            event: event.name,
            field: name,
            violations: tally.violationsByInput[input],
            changes: 0
          )
        )
      }
      for output in shape.outputs {
        let name = tables.names[tables.outputs[output].name]
        let changes = tally.changesByOutput[output]
        if let index = names.firstIndex(of: name) {
          counts[first + index].changes = changes
        } else {
          names.append(name)
          counts.append(
            FieldCount(event: event.name, field: name, violations: 0, changes: changes)
          )
        }
      }
    }
    return counts
  }
}
