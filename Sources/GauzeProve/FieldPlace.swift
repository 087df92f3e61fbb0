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
  /// The numbers of the schema's class rules that speak of any of them.
  let rules: [Int]
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
    var walk = PlaceWalk(rules: schema.classRules)
    for (index, event) in schema.events.enumerated() {
      walk.event = (index, event.name)
      walk.add(event.properties, [], String(decoding: event.name, as: UTF8.self), names: [])
    }
    return walk.places
  }
}

/// The way through a schema's fields.
private struct PlaceWalk {
  let rules: [ClassRule]
  var event: (number: Int, name: [UInt8]) = (0, [])
  var places: [FieldPlace] = []

  /// A field that is made of what comes in at a place, and the names that lead to it.
  private typealias Output = (field: Field, names: [[UInt8]])

  mutating func add(
    _ properties: [Property],
    _ steps: [RecordStep],
    _ name: String,
    names: [[UInt8]]
  ) {
    for property in properties where property.field.source == nil {
      let derived: [Output] = properties.flatMap { other in
        ([other.field] + other.field.alternative)
          .filter { $0.source == property.name || $0.moreSources.contains(property.name) }
          .map { ($0, names + [other.name]) }
      }
      let outputs = ([(property.field, names + [property.name])] + derived)
        .filter { !$0.field.isDropped }
      add(
        property.field,
        steps + [.member(property.name)],
        "\(name)/\(String(decoding: property.name, as: UTF8.self))",
        names: names + [property.name],
        outputs
      )
    }
  }

  private mutating func add(
    _ field: Field,
    _ steps: [RecordStep],
    _ name: String,
    names: [[UInt8]],
    _ outputs: [Output]
  ) {
    places.append(
      FieldPlace(
        event: event.number,
        steps: steps,
        name: name,
        promises: outputs.map { FieldPromise($0.field, withheld: withheld($0.names)) },
        rules: rules.indices.filter { rule in
          outputs.contains { rules[rule].applies(in: event.name, to: $0.names) }
        },
        isMap: field.keys != nil,
        isArray: !field.element.isEmpty && field.keys == nil,
        isOpen: field.types.contains(.object) && field.properties == nil && field.keys == nil
          && field.choices == nil && !(field.policies.isEmpty && outputs.isEmpty),
        isNamed: steps.last != .item
      )
    )
    add(field.properties ?? [], steps, name, names: names)
    guard let element = field.element.first, field.maxItems ?? field.keys?.most != 0 else { return }
    let step = field.keys == nil ? RecordStep.item : .mapValue
    add(element, steps + [step], "\(name)/*", names: names, [(element, names)])
  }

  private func withheld(_ names: [[UInt8]]) -> DataClasses {
    var classes: DataClasses = []
    for rule in rules where rule.applies(in: event.name, to: names) {
      classes.formUnion(rule.classes)
    }
    return classes
  }
}
