internal import Gauze

/// What a raw value is in Swift.
indirect enum SwiftType {
  /// A type of the standard library, of the file's own, or `JSON`.
  case known(String)
  /// One that is declared beside the property: its number in the scope.
  case declared(Int)
  case list(SwiftType)
  case map(key: SwiftType, value: SwiftType)
  /// Or null.
  case nullable(SwiftType)
}

/// A type that a scope declares.
struct SwiftDeclaration {
  /// What there is to declare.
  enum Kind {
    /// One of a few words. Others come in, too, where `isOpen`.
    case words([Choice], isOpen: Bool)
    /// An object with named members.
    case object([Property])
  }

  var wish: SwiftName.Wish
  var kind: Kind
  /// What the schema says of the field.
  var comment: [UInt8]?
}

/// The properties of one object, and the types that stand beside them.
struct SwiftScope {
  /// A property that a program hands in.
  struct Member {
    var property: Property
    var name: String
    var type: SwiftType
  }

  private(set) var members: [Member] = []
  private(set) var declarations: [SwiftDeclaration] = []
  /// What each declaration is called.
  private(set) var typeNames: [String] = []

  /// The scope of `properties`, of which some may be those of `common`, a scope that is called `Common`.
  init(_ properties: [Property], common: SwiftScope? = nil) {
    // What is made of a sibling is no program's to hand in.
    let inputs = properties.filter { $0.field.sources.isEmpty }
    let names = SwiftName.identifiers(
      inputs.map { SwiftName.Wish(word: $0.name) },
      .member,
      reserved: SwiftName.reservedMembers
    )
    for (index, property) in inputs.enumerated() {
      let type =
        common?.spelling(of: property).map { SwiftType.known($0) }
        ?? type(of: property.field, SwiftName.Wish(word: property.name))
      members.append(Member(property: property, name: names[index], type: type))
    }
    typeNames = SwiftName.identifiers(
      declarations.map(\.wish),
      .type,
      reserved: SwiftName.reservedTypes
    )
  }

  // MARK: - Types

  private mutating func type(of field: Field, _ wish: SwiftName.Wish) -> SwiftType {
    let type = typeWithoutNull(of: field, wish)
    if case .known("JSON") = type { return type }
    return Self.takesNull(field) ? .nullable(type) : type
  }

  private static func takesNull(_ field: Field) -> Bool {
    guard field.types.contains(.null) else { return false }
    guard let choices = field.choices else { return true }
    return choices.contains(.null) || field.otherwise != nil
  }

  private mutating func typeWithoutNull(of field: Field, _ wish: SwiftName.Wish) -> SwiftType {
    if let choices = field.choices {
      let words = choices.filter { $0 != .null }
      if words.isEmpty { return .known("JSON") }
      return declare(.words(words, isOpen: field.otherwise != nil), field, wish)
    }
    // What may be of several types, only the engine can judge.
    switch field.types.subtracting(.null) {
    case .string: return .known("String")
    case .boolean: return .known("Bool")
    case .integer: return .known("Int")
    case .number, [.integer, .number]: return .known("Double")
    case .array:
      guard let element = field.element.first else { return .list(.known("JSON")) }
      return .list(type(of: element, wish.behind("Item")))
    case .object: return object(field, wish)
    default: return .known("JSON")
    }
  }

  private mutating func object(_ field: Field, _ wish: SwiftName.Wish) -> SwiftType {
    if let properties = field.properties { return declare(.object(properties), field, wish) }
    guard let keys = field.keys, let element = field.element.first else {
      return .map(key: .known("String"), value: .known("JSON"))
    }
    let value = type(of: element, wish.behind("Value"))
    if keys.words.isEmpty { return .map(key: .known("String"), value: value) }
    let words = SwiftDeclaration.Kind.words(
      keys.words.map { .text($0) },
      isOpen: keys.otherwise != nil
    )
    return .map(key: declare(words, field, wish.behind("Key")), value: value)
  }

  private mutating func declare(
    _ kind: SwiftDeclaration.Kind,
    _ field: Field,
    _ wish: SwiftName.Wish
  ) -> SwiftType {
    declarations.append(SwiftDeclaration(wish: wish, kind: kind, comment: field.description))
    return .declared(declarations.count - 1)
  }

  // MARK: - Spelling

  /// How another scope spells the type of a property of this one; nil if it is none of these.
  private func spelling(of property: Property) -> String? {
    let member = members.first {
      $0.property.name == property.name && $0.property.field.offset == property.field.offset
    }
    return member.map { spelling($0.type, outer: "Common.") }
  }

  /// How code spells a type of this scope; `outer` stands before what the scope declares.
  func spelling(_ type: SwiftType, outer: String = "") -> String {
    switch type {
    case .known(let name): name
    case .declared(let number): outer + typeNames[number]
    case .list(let item): "[\(spelling(item, outer: outer))]"
    case .map(let key, let value):
      "[\(spelling(key, outer: outer)): \(spelling(value, outer: outer))]"
    // Without the sugar, whose properties have a default value.
    case .nullable(let type): "Optional<\(spelling(type, outer: outer))>"
    }
  }
}

extension SwiftName.Wish {
  /// The same with more behind it.
  fileprivate func behind(_ suffix: String) -> SwiftName.Wish {
    SwiftName.Wish(word: word, suffix: self.suffix + suffix)
  }
}
