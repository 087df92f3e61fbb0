// The wire form of a shape is a small language of its own, read here byte for byte: an object's members
// in their order, each with one of the words that `append` writes.

extension Shaping {
  /// Whether `text` is what `append` gives: the wire form. Complexity: O(text).
  package func isShape(_ text: Span<UInt8>) -> Bool {
    guard text.count <= limit else { return false }
    var reader = ShapeReader(text, self)
    let isWhole = text.first == ASCII.leftBrace ? reader.object(level: 1) : reader.word(level: 0)
    return isWhole && reader.position == text.count
  }
}

/// Reads one shape.
private struct ShapeReader: ~Escapable {
  let text: Span<UInt8>
  let shaping: Shaping
  private(set) var position = 0

  @_lifetime(copy text)
  init(_ text: Span<UInt8>, _ shaping: Shaping) {
    self.text = text
    self.shaping = shaping
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < text.count, text[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func take(_ word: StaticString) -> Bool {
    let end = position + word.utf8CodeUnitCount
    guard end <= text.count, text.extracting(position..<end).equals(word) else { return false }
    position = end
    return true
  }

  /// An object: allowed names in order, then positions in order, then perhaps the marker.
  mutating func object(level: Int) -> Bool {
    guard take(ASCII.leftBrace) else { return false }
    if take(ASCII.rightBrace) { return true }
    var lastName = -1
    var lastPosition = -1
    var members = 0
    while true {
      if level == 1, take("\"...\":\"") { return marker(isFirst: members == 0) }
      guard take(ASCII.quote) else { return false }
      let start = position
      while position < text.count, text[position] != ASCII.quote { position += 1 }
      let name = text.extracting(start..<position)
      guard take("\":") else { return false }
      var isSecret: Bool?
      if let number = Self.number(name) {
        guard number > lastPosition else { return false }
        lastPosition = number
      } else {
        let place = Shaping.place(of: name, in: shaping.allowed)
        guard lastPosition < 0, place > lastName else { return false }
        lastName = place
        isSecret = MemberName.isSensitive(name)
      }
      guard value(isSecret: isSecret, level: level) else { return false }
      members += 1
      // Only allowed names, which come first, stand at the positions that are left out before one.
      guard lastPosition < members else { return false }
      if take(ASCII.rightBrace) { return true }
      guard take(ASCII.comma) else { return false }
    }
  }

  /// A member's value; nil where nothing tells whether its name was sensitive.
  private mutating func value(isSecret: Bool?, level: Int) -> Bool {
    if isSecret != false, take("\"<secret>\"") { return true }
    if isSecret == true { return false }
    if position < text.count, text[position] == ASCII.leftBrace {
      return level < shaping.depth && object(level: level + 1)
    }
    return word(level: level)
  }

  /// A word for a value at `level` that is not shown member by member.
  mutating func word(level: Int) -> Bool {
    guard take(ASCII.quote) else { return false }
    if take("null\"") || take("boolean\"") || take("number\"") { return true }
    guard take("string:") || take("array:") || level == shaping.depth && take("object:"),
      count(from: 0)
    else { return false }
    return take(ASCII.quote)
  }

  /// The rest of the marker, which ends the text.
  private mutating func marker(isFirst: Bool) -> Bool {
    guard count(from: 1), isFirst ? take(" keys\"}") : take(" more\"}") else { return false }
    return position == text.count
  }

  /// A length as the schema has them said, not below `least`.
  private mutating func count(from least: Int) -> Bool {
    switch shaping.lengths {
    case .bucket:
      if least == 0, take(ASCII.zero) { return true }
      return take("1-100")
        ? false : take("1-10") || take("11-100") || take("101-1000") || take(">1000")
    case .exact:
      let start = position
      while position < text.count, text[position].isDigit { position += 1 }
      guard let number = Self.number(text.extracting(start..<position)) else { return false }
      return number >= least
    }
  }

  /// A whole number of at most nine digits without a leading zero.
  private static func number(_ digits: Span<UInt8>) -> Int? {
    guard (1...9).contains(digits.count), digits.count == 1 || digits[0] != ASCII.zero else {
      return nil
    }
    var number = 0
    for index in digits.indices {
      guard digits[index].isDigit else { return nil }
      number = number * 10 + Int(digits[index] &- ASCII.zero)
    }
    return number
  }
}
