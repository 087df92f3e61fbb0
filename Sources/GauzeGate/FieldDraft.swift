internal import Gauze

/// Drafts fields from what was seen of them. Where there is a choice, less leaves: a person can take a
/// word away, and cannot take back what has left.
///
/// Everything in a draft is a word of the schema language, a sentence of ours, a name that was judged,
/// or a power of ten. Bounds and buckets are made of magnitudes, and lists are only proposed.
struct FieldDraft {
  /// Where a field stands, which tells what it may say.
  enum Place {
    /// Under a name: it can be dropped, and says why it is needed.
    case member
    /// An item of an array or a value of a map.
    case element
  }

  let tree: SampleTree
  /// The most parts of an array or map that is described part by part.
  var mostParts = Int.max
  /// How many members were left out of the objects that were drafted.
  private(set) var unnamed = 0

  init(_ tree: SampleTree) { self.tree = tree }

  /// What somebody has to write before the draft is a schema.
  static let why = "TODO: say what this is needed for, or drop it."

  // MARK: - Objects

  /// The members `properties` and `required` of an object's fields, without those named `key`.
  mutating func members(
    of field: SampleField,
    without key: [UInt8]? = nil,
    isPersonal: Bool = false
  ) -> [DraftedMember] {
    var members: [DraftedMember] = []
    if field.hasUnnamed { unnamed += 1 }
    for number in field.fields {
      let member = tree.fields[number]
      if let key, member.name == key { continue }
      // What a single one of many objects has may be called after somebody.
      let isRare = member.seen < 2 && field.objects >= Self.many
      guard !isRare, let value = self.field(member, isPersonal: isPersonal) else {
        unnamed += 1
        continue
      }
      let isRequired = member.seen == field.objects
      members.append(DraftedMember(name: member.name, value: value, isRequired: isRequired))
    }
    return members
  }

  /// So many objects make a rare name suspicious.
  private static let many = 16

  /// The field of a member; nil if no field can be handed its values.
  private mutating func field(_ field: SampleField, isPersonal: Bool) -> JSONValue? {
    // Even a dropped field judges its numbers.
    if field.someNumber.contains(.long) { return nil }
    let hint = NameHint(field.name, isPersonal: isPersonal)
    if hint.isDropped, holdsTexts(field) {
      return Self.dropped("Its name speaks of \(hint.subject ?? "somebody"): nothing of it leaves.")
    }
    guard var fields = draft(field, hint, .member) else { return nil }
    let isDropped = fields.isDropped
    if !isDropped { fields.add("why", .word(Self.why)) }
    return .object(fields)
  }

  /// Whether texts are among the values, their items or what stands under keys.
  private func holdsTexts(_ field: SampleField) -> Bool {
    if field.types.contains(.string) { return true }
    if let items = field.items, holdsTexts(tree.fields[items]) { return true }
    if case .keyed(_, let values) = field.members { return holdsTexts(tree.fields[values]) }
    return false
  }

  private static func dropped(_ sentence: String) -> JSONValue {
    .members([
      "policies": .list([.word("drop")]), "description": .word(sentence),
    ])
  }

  // MARK: - Values

  /// A field without its `why`; nil if a number has more bytes than any field takes.
  private mutating func draft(_ field: SampleField, _ hint: NameHint, _ place: Place) -> JSONFields?
  {
    if field.someNumber.contains(.long) { return nil }
    let types = field.types.subtracting(.null)
    switch types {
    case []:
      let sentence = "It was null wherever it was seen."
      return place == .member ? .dropped(sentence) : .shaped(sentence)
    case .string: return text(field, hint, place)
    case .integer, .number, [.integer, .number]: return number(field, hint)
    case .boolean:
      var fields = JSONFields()
      fields.add("type", Self.types(field, .word("boolean")))
      return fields
    case .array: return array(field, hint)
    case .object: return object(field, hint)
    default: return .shaped("Its values are of several types: what leaves are types and lengths.")
    }
  }

  /// A type, with null beside it if null was seen.
  static func types(_ field: SampleField, _ type: JSONValue) -> JSONValue {
    field.types.contains(.null) ? .list([type, .word("null")]) : type
  }

  private mutating func array(_ field: SampleField, _ hint: NameHint) -> JSONFields {
    var fields = JSONFields()
    fields.add("type", Self.types(field, .word("array")))
    guard let number = field.items, field.mostItems <= mostParts,
      let items = draft(tree.fields[number], hint, .element)
    else {
      let buckets = NumberBuckets(digits: 0, isWhole: true, isSmall: false)
      fields.add("policies", .list([.word("count"), buckets.policy]))
      fields.add("description", .word("What leaves is roughly how many items there are."))
      return fields
    }
    fields.add("items", .object(items))
    fields.add("maxItems", .count(Self.bound(field.mostItems)))
    return fields
  }

  private mutating func object(_ field: SampleField, _ hint: NameHint) -> JSONFields {
    switch field.members {
    case .named:
      let rest = FieldDraft.looksKeyed(field, tree)
      if rest { break }
      let before = unnamed
      let members = members(of: field, isPersonal: hint.isPersonal)
      guard !members.isEmpty else {
        unnamed = before
        break
      }
      var fields = JSONFields()
      fields.add("type", Self.types(field, .word("object")))
      DraftedMember.add(members, to: &fields)
      return fields
    case .keyed(let formats, let values):
      guard field.mostMembers <= min(mostParts, Self.mostMembers),
        let format = SampleTree.keyFormats.enumerated().first(where: {
          formats & 1 << UInt16($0.offset) != 0
        }),
        let value = draft(tree.fields[values], hint, .element)
      else { break }
      var fields = JSONFields()
      fields.add("type", Self.types(field, .word("object")))
      fields.add("propertyNames", JSONFields.one("format", .word("\(format.element.word)")))
      fields.add("additionalProperties", .object(value))
      fields.add("maxProperties", .count(min(Self.bound(field.mostMembers), Self.mostMembers)))
      return fields
    case .none, .open: break
    }
    return .shaped("Its keys look like data: what leaves are the types and lengths of its values.")
  }

  /// The most members of a map.
  private static let mostMembers = 100_000

  /// Whether so many names share the objects that none of them stands in half: they are keys.
  private static func looksKeyed(_ field: SampleField, _ tree: SampleTree) -> Bool {
    guard field.objects >= 4, field.fields.count >= many else { return false }
    return field.fields.allSatisfy { tree.fields[$0].seen * 2 < field.objects }
  }

  /// The next power of ten, at least ten.
  private static func bound(_ count: Int) -> Int {
    var bound = 10
    while bound < count, bound < 1_000_000 { bound *= 10 }
    return bound
  }
}

/// A named field of a draft.
struct DraftedMember {
  var name: [UInt8]
  var value: JSONValue
  var isRequired: Bool

  /// Adds these as `properties` and `required`.
  static func add(_ members: [DraftedMember], to fields: inout JSONFields) {
    var properties = JSONFields()
    for member in members { properties.add(member.name, member.value) }
    fields.add("properties", .object(properties))
    let required = members.filter(\.isRequired).map { JSONValue.text($0.name) }
    if !required.isEmpty { fields.add("required", .list(required)) }
  }
}

extension JSONFields {
  /// A field of which nothing leaves.
  static func dropped(_ sentence: String) -> JSONFields {
    var fields = JSONFields()
    fields.add("policies", .list([.word("drop")]))
    fields.add("description", .word(sentence))
    return fields
  }

  /// A field of any type of which types and lengths leave.
  static func shaped(_ sentence: String) -> JSONFields {
    var fields = JSONFields()
    fields.add("policies", .list([.word("shape")]))
    fields.add("description", .word(sentence))
    return fields
  }

  /// Whether it is a field of which nothing leaves.
  var isDropped: Bool {
    guard case .list(let policies)? = members.first?.value,
      case .text(let word)? = policies.first
    else { return false }
    return word == Array("drop".utf8)
  }
}
