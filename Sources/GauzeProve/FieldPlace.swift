internal import Gauze

/// A place of a record that a program can put a value at.
package struct FieldPlace: Sendable {
  /// The event's number in the schema.
  let event: Int
  let steps: [RecordStep]
  /// The field in the schema's words: `error/error_message`.
  let name: String
  /// What everything promises that is made of the value: the field and those derived from it.
  let promises: [FieldPromise]
  /// Whether it is a map, whose keys are data.
  let isMap: Bool
  /// Whether an array of texts may be what it takes.
  let isArray: Bool
  /// Whether any object may be what it takes, of whose members the schema says nothing.
  let isOpen: Bool
  /// Whether it stands under a name, which can stand twice.
  let isNamed: Bool

  /// Every place of `schema`, event by event.
  static func all(of schema: Schema) -> [FieldPlace] {
    var places: [FieldPlace] = []
    for (index, event) in schema.events.enumerated() {
      let name = String(decoding: event.name, as: UTF8.self)
      add(event.properties, event: index, [], name, &places)
    }
    return places
  }

  private static func add(
    _ properties: [Property],
    event: Int,
    _ steps: [RecordStep],
    _ name: String,
    _ places: inout [FieldPlace]
  ) {
    for property in properties where property.field.source == nil {
      let derived = properties.map(\.field).flatMap { [$0] + $0.alternative }
        .filter { $0.source == property.name || $0.moreSources.contains(property.name) }
      let outputs = ([property.field] + derived).filter { !$0.isDropped }
      add(
        property.field,
        event: event,
        steps + [.member(property.name)],
        "\(name)/\(String(decoding: property.name, as: UTF8.self))",
        outputs,
        &places
      )
    }
  }

  private static func add(
    _ field: Field,
    event: Int,
    _ steps: [RecordStep],
    _ name: String,
    _ outputs: [Field],
    _ places: inout [FieldPlace]
  ) {
    places.append(
      FieldPlace(
        event: event,
        steps: steps,
        name: name,
        promises: outputs.map(FieldPromise.init),
        isMap: field.keys != nil,
        isArray: !field.element.isEmpty && field.keys == nil,
        isOpen: field.types.contains(.object) && field.properties == nil && field.keys == nil
          && field.choices == nil && !(field.policies.isEmpty && outputs.isEmpty),
        isNamed: steps.last != .item
      )
    )
    add(field.properties ?? [], event: event, steps, name, &places)
    guard let element = field.element.first, field.maxItems ?? field.keys?.most != 0 else { return }
    let step = field.keys == nil ? RecordStep.item : .mapValue
    add(element, event: event, steps + [step], "\(name)/*", [element], &places)
  }
}
