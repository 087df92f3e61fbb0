internal import Gauze

/// Lines of Swift code, indented by their braces.
struct SwiftCode {
  private(set) var text = ""
  private var depth = 0

  private var indent: String { String(repeating: "  ", count: depth) }

  /// Adds a line; one that is verbatim is not indented.
  mutating func add(_ line: String, isVerbatim: Bool = false) {
    text += line.isEmpty || isVerbatim ? "\(line)\n" : "\(indent)\(line)\n"
  }

  /// Adds a line and the brace that it opens.
  mutating func open(_ line: String) {
    add("\(line) {")
    depth += 1
  }

  mutating func close() {
    depth -= 1
    add("}")
  }

  /// Adds paragraphs of documentation, if they say anything.
  mutating func comment(_ paragraphs: [[UInt8]]) {
    for line in SwiftText.comment(paragraphs, indent: indent) { add(line, isVerbatim: true) }
  }

  /// The same of a text of ours.
  mutating func comment(_ text: String) { comment([Array(text.utf8)]) }

  // MARK: - Declarations

  /// Adds the types of a scope.
  mutating func declare(_ scope: SwiftScope) {
    for (index, declaration) in scope.declarations.enumerated() {
      if index > 0 { add("") }
      comment([declaration.comment ?? []])
      let name = scope.typeNames[index]
      switch declaration.kind {
      case .words(let words, let isOpen): declare(name, words, isOpen: isOpen)
      case .object(let properties):
        open("struct \(name): Sendable, Equatable, RecordValue")
        members(SwiftScope(properties), of: .value)
        close()
      }
    }
  }

  /// What an object with named members is.
  enum Part {
    /// A record, with the member that names its event, if one does.
    case event((name: [UInt8], event: [UInt8])?)
    /// A value in a record.
    case value
  }

  /// Adds properties, the types beside them, and what writes them.
  mutating func members(_ scope: SwiftScope, of part: Part) {
    for member in scope.members {
      comment(Self.paragraphs(member.property))
      let type = scope.spelling(member.type)
      let optional = member.property.isRequired ? "" : "?"
      let value = Self.onlyWord(member.property).map { " = .\($0)" } ?? ""
      add("var \(SwiftName.code(member.name)): \(type)\(optional)\(value)")
      add("")
    }
    declare(scope)
    if !scope.declarations.isEmpty { add("") }
    if case .event = part {
      open("var record: [UInt8]")
      add("var writer = RecordWriter()")
      add("self.write(to: &writer)")
      add("return writer.bytes")
      close()
      add("")
    }
    open("fileprivate func write(to writer: inout RecordWriter)")
    add("writer.open()")
    if case .event(let key?) = part {
      add("writer.add(\(SwiftText.literal(key.name)), \(SwiftText.literal(key.event)))")
    }
    for member in scope.members {
      let word = member.property.isRequired ? "add" : "addIfPresent"
      let name = SwiftText.literal(member.property.name)
      add("writer.\(word)(\(name), self.\(SwiftName.code(member.name)))")
    }
    add("writer.close()")
    close()
  }

  /// What the schema says of a property, and what its type does not.
  private static func paragraphs(_ property: Property) -> [[UInt8]] {
    let field = property.field
    var bounds: [String] = []
    if let format = field.format { bounds.append("format `\(format.word)`") }
    if let most = field.maxLength { bounds.append("at most \(most) characters") }
    if let least = field.minimum { bounds.append("at least \(number(least))") }
    if let most = field.maximum { bounds.append("at most \(number(most))") }
    if let most = field.maxItems { bounds.append("at most \(most) items") }
    if let keys = field.keys { bounds.append("at most \(keys.most) members") }
    if let condition = field.condition {
      let name = String(decoding: condition.field, as: UTF8.self)
      let words = condition.words.map(json).joined(separator: ", ")
      bounds.append("there exactly if `\(name)` is one of: \(words)")
    }
    if field.isDropped { bounds.append("not sent") }
    let limits = bounds.isEmpty ? "" : "The sanitizer asks: \(bounds.joined(separator: "; "))."
    return [field.description ?? [], field.why ?? [], Array(limits.utf8)]
  }

  /// The case of a property that can be nothing else.
  private static func onlyWord(_ property: Property) -> String? {
    let field = property.field
    guard property.isRequired, field.otherwise == nil, let words = field.choices, words.count == 1,
      words[0] != .null
    else { return nil }
    return cases(words).first.map(SwiftName.code)
  }

  // MARK: - Words

  private mutating func declare(_ name: String, _ words: [Choice], isOpen: Bool) {
    let cases = Self.cases(words)
    let texts = words.compactMap { if case .text(let text) = $0 { text } else { nil } }
    guard texts.count == words.count else {
      declare(name, words, cases)
      return
    }
    guard isOpen else {
      open("enum \(name): String, CaseIterable, Sendable, RecordValue, RecordKey")
      for (index, text) in texts.enumerated() {
        add("case \(SwiftName.code(cases[index])) = \(SwiftText.literal(text))")
      }
      close()
      return
    }
    open("enum \(name): Hashable, Sendable, RecordValue, RecordKey")
    for word in cases { add("case \(SwiftName.code(word))") }
    comment("Any other text. It may come in; what leaves of it is a word of the schema.")
    add("case otherwise(String)")
    add("")
    comment("The case of a text.")
    open("init(_ text: String)")
    add("switch text {")
    for (index, text) in texts.enumerated() {
      add("case \(SwiftText.literal(text)): self = .\(SwiftName.code(cases[index]))")
    }
    add("default: self = .otherwise(text)")
    add("}")
    close()
    add("")
    comment("The text of a case.")
    open("var text: String")
    add("switch self {")
    for (index, text) in texts.enumerated() {
      add("case .\(SwiftName.code(cases[index])): \(SwiftText.literal(text))")
    }
    add("case .otherwise(let text): text")
    add("}")
    close()
    add("")
    add("fileprivate var recordName: String { text }")
    close()
  }

  /// Words that are not all texts, and so no keys.
  private mutating func declare(_ name: String, _ words: [Choice], _ cases: [String]) {
    open("enum \(name): Hashable, CaseIterable, Sendable, RecordValue")
    for word in cases { add("case \(SwiftName.code(word))") }
    add("")
    open("fileprivate func write(to writer: inout RecordWriter)")
    add("switch self {")
    for (index, word) in words.enumerated() {
      let value = SwiftText.literal(Array(Self.json(word).utf8))
      add("case .\(SwiftName.code(cases[index])): writer.raw(\(value))")
    }
    add("}")
    close()
    close()
  }

  /// What the words are called.
  private static func cases(_ words: [Choice]) -> [String] {
    let wishes = words.map { word in
      switch word {
      case .text(let text): SwiftName.Wish(word: text)
      case .number(let value): SwiftName.Wish(word: name(value))
      case .boolean(let value): SwiftName.Wish(word: Array((value ? "true" : "false").utf8))
      case .null: SwiftName.Wish(word: Array("null".utf8))
      }
    }
    return SwiftName.identifiers(wishes, .member, reserved: SwiftName.reservedCases)
  }

  /// `-1.5` as `minus 1 dot 5`.
  private static func name(_ value: JSONNumber) -> [UInt8] {
    var result: [UInt8] = []
    for byte in number(value).utf8 {
      switch byte {
      case ASCII.minus: result += Array("minus ".utf8)
      case ASCII.dot: result += Array(" dot ".utf8)
      default: result.append(byte)
      }
    }
    return result
  }

  private static func number(_ value: JSONNumber) -> String {
    var buffer = ByteBuffer()
    buffer.append(NumberText(value).span)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  private static func json(_ word: Choice) -> String {
    var buffer = ByteBuffer()
    switch word {
    case .text(let text): JSONText.write(text.span, to: &buffer)
    case .number(let value): return number(value)
    case .boolean(let value): return value ? "true" : "false"
    case .null: return "null"
    }
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}
