/// The memory of policies that make a text of a whole container; reused from value to value.
package struct ContainerSpace: Sendable {
  /// The JSON text under way.
  package var content = ByteBuffer()
  /// A member's name, decoded.
  var name = ByteBuffer()
  /// A text, decoded.
  var text = ByteBuffer()
  var scrub = ScrubSpace()
  /// A name or a text with other widths of letters and what is not seen undone.
  private var view = DecodedView()
  /// The names of a JSON text that is judged.
  var keys = KeyLedger()
  /// For each allowed name the offset of its value, or -1; one stretch a level.
  var places: [Int] = []

  package init() {}

  /// Leaves in `name` what a name stands for.
  mutating func readName(_ token: JSONToken, in text: Span<UInt8>) {
    name.removeAll()
    Self.read(token, in: text, to: &name)
  }

  /// Leaves in `text` what a string stands for.
  mutating func readText(_ token: JSONToken, in text: Span<UInt8>) {
    self.text.removeAll()
    Self.read(token, in: text, to: &self.text)
  }

  /// Whether the name in `name` says that its value is a secret, as a person reads it: full-width letters
  /// are letters, and what is not seen is not there.
  mutating func nameIsSensitive() -> Bool {
    if MemberName.isSensitive(name.span) { return true }
    return Self.isPlain(name.span) ? false : readsAsSensitive(name)
  }

  private mutating func readsAsSensitive(_ name: ByteBuffer) -> Bool {
    view.build(name.span, undoing: .escapesAndForms) && MemberName.isSensitive(view.buffer.span)
  }

  private static func isPlain(_ text: Span<UInt8>) -> Bool { text.allSatisfy { $0 < 0x80 } }

  /// Undoes other widths of letters and what is not seen in the text.
  mutating func foldText() {
    if Self.isPlain(text.span) { return }
    Self.fold(&text, &view)
  }

  private static func fold(_ text: inout ByteBuffer, _ view: inout DecodedView) {
    guard view.build(text.span, undoing: .escapesAndForms) else { return }
    text.removeAll()
    text.append(view.buffer.span)
  }

  private static func read(_ token: JSONToken, in text: Span<UInt8>, to buffer: inout ByteBuffer) {
    let written = text.extracting(token.start..<token.end)
    if token.hasEscapes {
      JSONText.decode(written, into: &buffer)
    } else {
      buffer.append(written)
    }
  }
}

/// What the names of members tell, for policies to which names are data.
enum MemberName {
  /// The marker's name, under which a text says how many members were left out.
  static let rest: StaticString = "..."

  /// Whether `name` is an ASCII letter or `_`, and then at most 63 letters, digits, `_`, `-` or `.`.
  static func isIdentifier(_ name: Span<UInt8>) -> Bool {
    guard (1...64).contains(name.count), name[0].isLetter || name[0] == ASCII.underscore else {
      return false
    }
    return name.allSatisfy { $0.isASCIIWord || $0 == ASCII.minus || $0 == ASCII.dot }
  }

  /// Whether the parts of `name` say that its value is a secret.
  static func isSensitive(_ name: Span<UInt8>) -> Bool {
    let parts = NameParts(name, from: 0, to: name.count)
    if SensitiveName.weight(parts, word: 0) != .none { return true }
    return parts.count > 0 && parts.stands(in: alone, from: 0, through: parts.count - 1)
  }

  /// Names that name a secret only where nothing else is said of the value.
  private static let alone = WordTable("key ssn socialsecuritynumber taxid passport passportnumber")
}

extension ByteBuffer {
  /// Adds `"name":`, behind a comma unless it is the first; the name must need no escape.
  mutating func append(member name: Span<UInt8>, isFirst: Bool) {
    if !isFirst { append(ASCII.comma) }
    append(ASCII.quote)
    append(name)
    append(ASCII.quote)
    append(ASCII.colon)
  }

  /// The same for a name in a buffer.
  mutating func append(member name: borrowing ByteBuffer, isFirst: Bool) {
    append(member: name.span, isFirst: isFirst)
  }

  /// The same for a member that is called by its position.
  mutating func append(position: Int, isFirst: Bool) {
    if !isFirst { append(ASCII.comma) }
    append(ASCII.quote)
    append(decimal: position)
    append(ASCII.quote)
    append(ASCII.colon)
  }
}
