internal import Gauze

/// All changes between two schemas.
public struct ChangeList: Sendable {
  /// The surroundings first, then the events in the new schema's order.
  public private(set) var changes: [Change] = []

  let old: SchemaFile
  let new: SchemaFile

  /// Compares two schemas. Complexity: O(fields × fields of an event).
  public init(from old: SchemaFile, to new: SchemaFile) {
    self.old = old
    self.new = new
    compareSurroundings()
    compareEvents()
  }

  private mutating func compareEvents() {
    let renaming = Renaming(from: old.schema, to: new.schema)
    for event in old.schema.events where renaming.events[event.name] == nil {
      add(
        .eventRemoved,
        event: event.name,
        .narrows,
        producers: true,
        before: old.text(of: event),
        isGone: true
      )
    }
    for event in new.schema.events {
      if let before = old.schema.events.first(where: { renaming.events[$0.name] == event.name }) {
        if before.name != event.name {
          // Where records name no event, nobody meets the name.
          let isNamed = old.schema.eventKey != nil
          add(
            .renamed,
            event: event.name,
            .neutral,
            consumers: isNamed,
            producers: isNamed,
            before: FieldText.text(before.name),
            after: FieldText.text(event.name)
          )
        }
        compare(before, event)
      } else {
        add(.eventAdded, event: event.name, .widens, after: new.text(of: event))
      }
    }
  }

  private mutating func compare(_ before: Event, _ after: Event) {
    let properties = Renaming.applied(to: before.properties, toBecome: after.properties)
    var comparison = EventComparison(list: self, before: before, properties, after: after)
    comparison.run()
    changes += comparison.changes
    if before.isExplicit != after.isExplicit {
      // What a person does is taken for the consent, whatever was said before.
      add(
        after.isExplicit ? .consentLoosened : .consentTightened,
        event: after.name,
        after.isExplicit ? .widens : .narrows,
        before: before.isExplicit ? "explicit" : "",
        after: after.isExplicit ? "explicit" : ""
      )
    }
    if before.description != after.description {
      add(
        .textChanged,
        event: after.name,
        .neutral,
        before: FieldText.text(before.description),
        after: FieldText.text(after.description)
      )
    }
  }

  /// Adds a change of the whole schema or of a whole event.
  mutating func add(
    _ rule: ChangeRule,
    event: [UInt8]? = nil,
    _ privacy: PrivacyEffect,
    consumers: Bool = false,
    producers: Bool = false,
    before: String = "",
    after: String = "",
    at path: [String] = [],
    isGone: Bool = false
  ) {
    let name = event.map { FieldText.text($0) }
    let file = isGone ? old : new
    changes.append(
      Change(
        rule: rule,
        event: name,
        field: nil,
        privacy: privacy,
        breaksConsumers: consumers,
        breaksProducers: producers,
        before: before,
        after: after,
        offset: file.offset(of: name.map { ["events", $0] } ?? path),
        isGone: isGone
      )
    )
  }
}

extension SchemaFile {
  /// The event of that name.
  func event(_ name: [UInt8]) -> Event? { schema.events.first { $0.name == name } }

  /// All of an event, as `FieldText` says it.
  func text(of event: Event) -> String {
    let text = FieldText(file: self)
    let fields = event.properties.map { "\(FieldText.word($0.name)): \(text.all($0))" }
      .joined(separator: "; ")
    // What the person does is then the consent.
    return (event.isExplicit ? "explicit consent; " : "") + fields
  }
}
