internal import Gauze

/// What a schema says of the names that its things had before (`was`).
///
/// The old schema is given the new names before anything else is compared, so that a renamed field is
/// compared as the same field.
struct Renaming {
  /// The new name of each old event that is still there.
  private(set) var events: [[UInt8]: [UInt8]] = [:]
  /// The new name of each field, at the top of some event, that has another.
  private var fields: [[UInt8]: [UInt8]] = [:]

  init(from old: Schema, to new: Schema) {
    let names = Set(old.events.map { $0.name })
    for event in new.events {
      if names.contains(event.name) {
        events[event.name] = event.name
      } else if let was = event.was, names.contains(was) {
        events[was] = event.name
      }
    }
    for event in old.events {
      guard let name = events[event.name] else { continue }
      let after = new.events.first { $0.name == name }
      for (was, now) in Self.names(event.properties, toBecome: after?.properties ?? []) {
        fields[was] = now
      }
    }
  }

  /// The names that change among the fields of one object.
  private static func names(
    _ before: [Property],
    toBecome after: [Property]
  ) -> [[UInt8]: [UInt8]] {
    let known = Set(before.map { $0.name })
    var names: [[UInt8]: [UInt8]] = [:]
    for property in after where !known.contains(property.name) {
      if let was = property.field.was, known.contains(was) { names[was] = property.name }
    }
    return names
  }

  /// The old fields under their new names; those that were renamed say what they were called.
  static func applied(to before: [Property], toBecome after: [Property]) -> [Property] {
    let names = names(before, toBecome: after)
    return before.map { property in
      var property = property
      let now = names[property.name]
      property.field.was = now == nil ? nil : property.name
      property.name = now ?? property.name
      rename(&property.field, names)
      guard let new = after.first(where: { $0.name == property.name })?.field else {
        return property
      }
      property.field = applied(to: property.field, toBecome: new)
      return property
    }
  }

  /// The same for what a container holds.
  private static func applied(to before: Field, toBecome after: Field) -> Field {
    var field = before
    if let old = before.properties, let new = after.properties {
      field.properties = applied(to: old, toBecome: new)
    }
    field.element = zip(before.element, after.element).map { applied(to: $0, toBecome: $1) }
    if field.element.isEmpty { field.element = before.element }
    return field
  }

  /// Renames the siblings that a field speaks of.
  private static func rename(_ field: inout Field, _ names: [[UInt8]: [UInt8]]) {
    guard !names.isEmpty else { return }
    field.source = field.source.map { names[$0] ?? $0 }
    field.moreSources = field.moreSources.map { names[$0] ?? $0 }
    if let condition = field.condition {
      field.condition?.field = names[condition.field] ?? condition.field
    }
    for index in field.alternative.indices { rename(&field.alternative[index], names) }
  }

  // MARK: What surrounds the events

  func applied(to identity: [Identity]) -> [Identity] {
    identity.map { entry in
      var entry = entry
      entry.field = fields[entry.field] ?? entry.field
      return entry
    }
  }

  func applied(to promises: [Promise]) -> [Promise] {
    promises.map { promise in
      var promise = promise
      promise.fields = promise.fields.map { fields[$0] ?? $0 }
      return promise
    }
  }

  func applied(to forbidden: [Forbidden]) -> [Forbidden] {
    forbidden.map { entry in
      var entry = entry
      entry.except = entry.except.map { events[$0] ?? $0 }
      return entry
    }
  }
}
