internal import Gauze

/// A field on a walk through an event: a named one, or what the items of a list or the values of a
/// map are.
struct FieldVisit {
  let path: FieldPath
  let field: Field
  /// Its name and whether it is required; nil for items and values.
  let property: Property?
  /// The fields beside it.
  let siblings: [Property]

  /// Every field of `properties` in the schema's order, and behind each what is in it and leaves.
  static func all(_ properties: [Property], below path: FieldPath = FieldPath()) -> [FieldVisit] {
    var visits: [FieldVisit] = []
    add(properties, below: path, &visits)
    return visits
  }

  private static func add(
    _ properties: [Property],
    below path: FieldPath,
    _ visits: inout [FieldVisit]
  ) {
    for property in properties {
      let path = path.appending(property.name)
      visits.append(
        FieldVisit(path: path, field: property.field, property: property, siblings: properties)
      )
      descend(property.field, path, &visits)
    }
  }

  private static func descend(_ field: Field, _ path: FieldPath, _ visits: inout [FieldVisit]) {
    // Behind a policy nothing of what is in a value leaves by itself.
    switch field.chain {
    case .none, .list: break
    case .drop, .redact, .scrub, .transform: return
    }
    if let properties = field.properties { add(properties, below: path, &visits) }
    guard let element = field.element.first else { return }
    let path = path.appendingEach()
    visits.append(FieldVisit(path: path, field: element, property: nil, siblings: []))
    descend(element, path, &visits)
  }
}

/// The way to a field, from the top of its event.
struct FieldPath {
  /// As a page shows it.
  private(set) var text = ""

  /// A field in it.
  func appending(_ name: [UInt8]) -> FieldPath { appending(MarkdownText.code(name)) }

  /// The items of a list, or the values of a map.
  func appendingEach() -> FieldPath { appending("each") }

  private func appending(_ part: String) -> FieldPath {
    var path = self
    path.text += path.text.isEmpty ? part : " → \(part)"
    return path
  }
}

/// Rows that are told once for all events that they hold for.
struct EventRows {
  private var rows: [(cells: [String], events: [[UInt8]])] = []
  private var places: [[UInt8]: Int] = [:]

  /// Notes that a row holds for an event. Events are noted one after another.
  mutating func add(_ cells: [String], in event: [UInt8]) {
    let key = Array(cells.joined(separator: " | ").utf8)
    if let place = places[key] {
      if rows[place].events.last != event { rows[place].events.append(event) }
    } else {
      places[key] = rows.count
      rows.append((cells, [event]))
    }
  }

  /// The rows, each with its events in the second cell.
  func cells(of schema: Schema) -> [[String]] {
    rows.map { row in
      let isCommon = row.events.count == schema.events.count && row.events.count > 1
      let events = isCommon ? "every event" : MarkdownText.list(row.events)
      return row.cells.prefix(1) + [events] + row.cells.dropFirst()
    }
  }
}
