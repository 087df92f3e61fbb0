package import Gauze

/// One form of a schema's records as JSON Schema 2020-12, for tools that know nothing of Gauze.
///
/// It accepts every record of that form, and may accept more: it does not tell what detectors find in
/// a text, which days a month has, or how a number is spelled. Formats are told as patterns, since
/// validators differ in what they make of `format`.
package struct JSONSchemaExport: Sendable {
  /// The file, with a line feed at its end.
  package let bytes: [UInt8]

  /// Tells of `form`. Complexity: O(schema).
  package init(_ schema: Schema, _ form: RecordForm) {
    var fields = JSONFields()
    let name = String(decoding: schema.name, as: UTF8.self)
    fields.add("$schema", .word("https://json-schema.org/draft/2020-12/schema"))
    fields.add(
      "title",
      .word("\(name) \(schema.version.plainText), \(form == .raw ? "raw" : "wire") form")
    )
    if !schema.description.isEmpty { fields.add("description", .text(schema.description)) }
    let shape = JSONSchemaShape(schema, form)
    if let key = schema.eventKey {
      // Judged first, so that what is wrong within an event is told of that event alone.
      var properties = JSONFields()
      properties.add(key, JSONFields.one("enum", .list(schema.events.map { .text($0.name) })))
      fields.add("type", .word("object"))
      fields.add("properties", .object(properties))
      fields.add("required", .list([.text(key)]))
      fields.add("oneOf", .list(schema.events.indices.map(Self.reference)))
      var definitions = JSONFields()
      for (place, event) in schema.events.enumerated() {
        definitions.add("event-\(place + 1)", .object(shape.event(event)))
      }
      fields.add("$defs", .object(definitions))
    } else if let event = schema.events.first {
      for member in shape.event(event).members where member.name != Array("description".utf8) {
        fields.add(member.name, member.value)
      }
    }
    var buffer = ByteBuffer()
    JSONValue.object(fields).write(to: &buffer)
    buffer.append(ASCII.lineFeed)
    bytes = buffer.bytes
  }

  private static func reference(_ place: Int) -> JSONValue {
    JSONFields.one("$ref", .word("#/$defs/event-\(place + 1)"))
  }
}

/// Objects and what is in them, in one form.
struct JSONSchemaShape {
  private let schema: Schema
  /// Which records are told of.
  let form: RecordForm

  init(_ schema: Schema, _ form: RecordForm) {
    self.schema = schema
    self.form = form
  }

  /// The record of an event.
  func event(_ event: Event) -> JSONFields {
    var fields = JSONFields()
    if !event.description.isEmpty { fields.add("description", .text(event.description)) }
    fields.add("type", .word("object"))
    addObject(event.properties, named: event.name, to: &fields)
    return fields
  }

  /// What is said of an object with `properties`; an event's name is one of them.
  func addObject(_ properties: [Property], named name: [UInt8]? = nil, to fields: inout JSONFields)
  {
    var members = JSONFields()
    var required: [JSONValue] = []
    if let name, let key = schema.eventKey {
      members.add(key, JSONFields.one("const", .text(name)))
      required.append(.text(key))
    }
    let here = properties.filter(isHere)
    for property in here {
      members.add(property.name, .object(described(property)))
      if property.isRequired || (form == .wire && property.field.leavesOfNothing) {
        required.append(.text(property.name))
      }
    }
    fields.add("properties", .object(members))
    if !required.isEmpty { fields.add("required", .list(required)) }
    // What is dropped unread may come in; nothing that is not named leaves.
    if form == .wire || !schema.dropsUnknownFields {
      fields.add("additionalProperties", .boolean(false))
    }
    let conditions = here.compactMap(condition)
    if !conditions.isEmpty { fields.add("allOf", .list(conditions)) }
  }

  /// Whether a record of this form may carry it.
  private func isHere(_ property: Property) -> Bool {
    form == .raw ? property.field.sources.isEmpty : !property.field.isDropped
  }

  /// `presentIf`: there exactly if the sibling has one of the words.
  private func condition(_ property: Property) -> JSONValue? {
    guard let condition = property.field.condition else { return nil }
    let field = condition.field
    var test = JSONFields()
    var member = JSONFields()
    member.add(field, JSONFields.one("enum", .list(condition.words.map(Self.value))))
    test.add("properties", .object(member))
    test.add("required", .list([.text(field)]))
    var absent = JSONFields()
    absent.add(property.name, .boolean(false))
    var fields = JSONFields()
    fields.add("if", .object(test))
    fields.add("then", JSONFields.one("required", .list([.text(property.name)])))
    fields.add("else", JSONFields.one("properties", .object(absent)))
    return .object(fields)
  }

  private func described(_ property: Property) -> JSONFields {
    let field = property.field
    var fields = JSONFields()
    fields.add("description", (field.description ?? field.why).map { .text($0) })
    add(field, to: &fields)
    // Where the field is owed, a word that is refused rejects the record.
    if form == .raw, property.isRequired, let words = field.wordsNotRefused {
      let null = field.types.contains(.null) ? [JSONValue.null] : []
      fields.add("enum", .list(words.map { .text($0) } + null))
    }
    return fields
  }

  /// A word of a vocabulary.
  static func value(_ choice: Choice) -> JSONValue {
    switch choice {
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .boolean(let value): .boolean(value)
    case .null: .null
    }
  }
}

extension Field {
  /// Whether something leaves of it though it is not there.
  var leavesOfNothing: Bool {
    if case .transform(let chain) = chain { chain.takesAbsent } else { false }
  }

  /// The words of a vocabulary that refuses any other, if that is what a value meets first.
  fileprivate var wordsNotRefused: [[UInt8]]? {
    guard choices == nil, case .vocabulary(let vocabulary) = policies.first,
      vocabulary.otherwise == nil, vocabulary.match == .whole
    else { return nil }
    return vocabulary.entries.map(\.word)
  }
}
