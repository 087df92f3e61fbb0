internal import Gauze

// A field's value in one form.

extension JSONSchemaShape {
  /// What may stand in a record of this form.
  func add(_ field: Field, to fields: inout JSONFields) {
    guard form == .wire else {
      addAsWritten(field, to: &fields)
      return
    }
    if let other = field.alternative.first {
      var alternative = JSONFields()
      add(other, to: &alternative)
      var own = field
      own.alternative = []
      var first = JSONFields()
      add(own, to: &first)
      fields.add("anyOf", .list([.object(first), .object(alternative)]))
      return
    }
    let null = field.types.contains(.null) ? [JSONValue.null] : []
    switch field.chain {
    // A dropped field has no wire form.
    case .drop: break
    case .none: addAsWritten(field, to: &fields)
    case .list(let list):
      if let joining = list.joining {
        addTypes(["string"], null, to: &fields)
        fields.add("pattern", Self.joined(field, by: joining).map { .text($0) })
      } else {
        addAsWritten(field, to: &fields)
        if list.isUnique { fields.add("uniqueItems", .boolean(true)) }
      }
    case .redact: fields.add("const", .text(Placeholder.redacted.text.bytes))
    case .scrub(let scrub):
      addTypes(["string"], null, to: &fields)
      fields.add("maxLength", scrub.limit.map { .count($0) })
    case .transform(let chain):
      add(chain, field, chain.takesNull ? [] : null, to: &fields)
    }
  }

  private func add(
    _ chain: TransformChain,
    _ field: Field,
    _ null: [JSONValue],
    to fields: inout JSONFields
  ) {
    switch chain.image {
    case .words(let words): fields.add("enum", .list(words.map { .text($0) } + null))
    case .boolean: addTypes(["boolean"], null, to: &fields)
    case .list(let words):
      addTypes(["array"], null, to: &fields)
      fields.add("items", JSONFields.one("enum", .list(words.map { .text($0) })))
      fields.add("maxItems", .count(words.count))
      fields.add("uniqueItems", .boolean(true))
    case .number:
      let numbers = chain.numbers(from: field.numbers)
      addTypes([numbers.isInteger ? "integer" : "number"], null, to: &fields)
      addBounds(numbers, to: &fields)
    case .text:
      addTypes(["string"], null, to: &fields)
      addText(chain, to: &fields)
    case .scalar:
      let hasText = field.types.contains(.string)
      let hasNumber = !field.types.isDisjoint(with: [.integer, .number])
      addTypes((hasText ? ["string"] : []) + (hasNumber ? ["integer"] : []), null, to: &fields)
      addText(chain, to: &fields)
      if hasNumber { addBounds(chain.numbers(from: field.numbers), to: &fields) }
    }
  }

  /// What the last policy's texts look like.
  private func addText(_ chain: TransformChain, to fields: inout JSONFields) {
    switch chain.steps.last {
    case .hashEmail(let hashing):
      fields.add("pattern", .word(Self.token([hashing.keyID].compactMap(\.self), digits: 64)))
    case .pseudonymize(let pseudonymizing):
      let keys = [pseudonymizing.keyID] + [pseudonymizing.previousID].compactMap(\.self)
      fields.add("pattern", .word(Self.token(keys, digits: 64)))
    case .fingerprint(let printing):
      fields.add("pattern", .word(Self.token([printing.keyID].compactMap(\.self), digits: 16)))
    case .shape(let shaping): fields.add("maxLength", .count(shaping.limit))
    case .maskArguments(let masking): fields.add("maxLength", .count(masking.limit))
    case .hint(let hint): fields.add("maxLength", .count(hint.limit))
    case .coarsenTime(let time): fields.add("pattern", .word(Self.pattern(time.grain)))
    case .coarsenVersion(let version):
      let pattern = "^[0-9]{1,6}(\\.[0-9]{1,6}){0,\(version.parts - 1)}$"
      guard let otherwise = version.otherwise else {
        fields.add("pattern", .word(pattern))
        return
      }
      fields.add(
        "anyOf",
        .list([
          JSONFields.one("pattern", .word(pattern)),
          JSONFields.one("enum", .list([.text(otherwise), .null])),
        ])
      )
    // Of others the type is told: this schema may accept more than the wire form, never less.
    default: break
    }
  }

  /// A digest, with a key a token of one of the keys, whose ids need no escape.
  private static func token(_ keys: [[UInt8]], digits: Int) -> String {
    let names = keys.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|")
    return "^\(keys.isEmpty ? "" : "gz1\\.(\(names))\\.")[0-9a-f]{\(digits)}$"
  }

  private static func pattern(_ grain: TimeCoarsening.Grain) -> String {
    switch grain {
    case .hour: "^\(day)T([01][0-9]|2[0-3]):00:00Z$"
    case .day: "^\(day)$"
    case .month: "^[0-9]{4}-(0[1-9]|1[0-2])$"
    case .year: "^[0-9]{4}$"
    }
  }

  // MARK: - As written

  /// What the field's own keywords say.
  private func addAsWritten(_ field: Field, to fields: inout JSONFields) {
    if field.types != .any {
      addTypes(
        JSONTypes.names.filter { field.types.contains($0.type) }.map { "\($0.name)" },
        [],
        to: &fields
      )
    }
    addVocabulary(field, to: &fields)
    if field.otherwise == nil || form == .raw {
      fields.add("maxLength", field.maxLength.map { .count($0) })
    }
    fields.add("pattern", field.format.map { .word(Self.pattern($0)) })
    var numbers = field.numbers
    if field.types.contains(.integer), !field.types.contains(.number), field.choices == nil {
      // An integer is one that 64 bits hold.
      let (least, most) = (JSONNumber(Int64.min), JSONNumber(Int64.max))
      numbers.minimum = numbers.minimum.map { max($0, least) } ?? least
      numbers.maximum = numbers.maximum.map { min($0, most) } ?? most
    }
    addBounds(numbers, to: &fields)
    addContainers(field, to: &fields)
  }

  private func addVocabulary(_ field: Field, to fields: inout JSONFields) {
    guard let choices = field.choices else { return }
    guard let otherwise = field.otherwise else {
      fields.add("enum", .list(choices.map(Self.value)))
      return
    }
    // Any text comes in; one of the words leaves.
    guard form == .wire else { return }
    var words = choices
    if !words.contains(.text(otherwise)) { words.append(.text(otherwise)) }
    if field.types.contains(.null), !words.contains(.null) { words.append(.null) }
    fields.add("enum", .list(words.map(Self.value)))
  }

  private func addContainers(_ field: Field, to fields: inout JSONFields) {
    if let properties = field.properties { addObject(properties, to: &fields) }
    fields.add("maxItems", field.maxItems.map { .count($0) })
    guard let element = field.element.first else { return }
    var value = JSONFields()
    add(element, to: &value)
    guard let keys = field.keys else {
      fields.add("items", .object(value))
      return
    }
    // Names that are none of the words come in, and leave as another.
    if keys.otherwise == nil || form == .wire {
      let words = keys.words + [keys.otherwise].compactMap(\.self)
      let names =
        keys.format.map { JSONFields.one("pattern", .word(Self.pattern($0))) }
        ?? JSONFields.one("enum", .list(words.map { .text($0) }))
      fields.add("propertyNames", names)
    }
    fields.add("maxProperties", .count(keys.most))
    fields.add("additionalProperties", .object(value))
  }

  private func addTypes(_ names: [String], _ null: [JSONValue], to fields: inout JSONFields) {
    let all = (names + (null.isEmpty ? [] : ["null"])).map { JSONValue.word($0) }
    fields.add("type", all.count == 1 ? all[0] : .list(all))
  }

  private func addBounds(_ numbers: NumberImage, to fields: inout JSONFields) {
    fields.add("minimum", numbers.minimum.map { .number($0) })
    fields.add("maximum", numbers.maximum.map { .number($0) })
  }

  private static let day = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"

  /// A format as a regular expression that JSON Schema's validators share.
  static func pattern(_ format: TextFormat) -> String {
    switch format {
    case .uuid:
      return "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$"
    case .dateTime:
      let time = "([01][0-9]|2[0-3]):[0-5][0-9]"
      return "^\(day)[Tt]\(time):([0-5][0-9]|60)(\\.[0-9]{1,9})?([Zz]|[+-]\(time))$"
    case .date: return "^\(day)$"
    case .version: return "^[0-9]{1,8}(\\.[0-9]{1,8}){0,4}$"
    case .identifier: return "^[A-Za-z_][A-Za-z0-9_.-]*$"
    case .hex: return "^[0-9A-Fa-f]+$"
    case .hex32: return "^[0-9A-Fa-f]{32}$"
    case .hex64: return "^[0-9A-Fa-f]{64}$"
    case .email: return "@"
    case .semver:
      let number = "(0|[1-9][0-9]*)"
      let part = "(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)"
      return "^\(number)\\.\(number)\\.\(number)(-\(part)(\\.\(part))*)?"
        + "(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?$"
    }
  }
}
