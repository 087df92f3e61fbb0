/// `coarsen-version`: a version in, its first numbers out (generalization).
///
/// `v1.30.2-eks.4` becomes `1.30`. A version is an optional `v` and one or more numbers of at most
/// six digits with dots between; behind two or more of them anything of letters, digits, `.`, `-`,
/// `+`, `_`, `~` and `:` may follow, and goes. A version with fewer numbers keeps those that it has.
/// What is no version is *refused*, or leaves as the word `otherwise`. Disclosure: the numbers that
/// stay.
///
/// Parameters: `parts`, how many numbers stay, 1 to 3 (2 if it is not said); `otherwise`.
///
/// Four numbers of at most 255, alone or before a colon, are an address (`203.0.113.7:80`), and no
/// version.
///
/// Not caught: a text that is one number alone is a version.
package struct VersionCoarsening: Sendable, Equatable {
  /// The most bytes of a version.
  private static let longest = 256
  /// The most digits of a number.
  private static let mostDigits = 6

  /// How many numbers stay.
  package var parts: Int
  /// What leaves for a text that is no version.
  package var otherwise: [UInt8]?

  package init(parts: Int = 2, otherwise: [UInt8]? = nil) {
    self.parts = parts
    self.otherwise = otherwise
  }

  /// Reads nothing, or one or both of `{"parts": 2, "otherwise": "unknown"}`.
  package init?(_ parameters: JSONNode?, _ faults: inout [SchemaFault]) {
    self.init()
    guard let parameters else { return }
    let before = faults.count
    var reader = JSONObjectReader(parameters, &faults)
    if reader.members.isEmpty { faults.append(SchemaFault(.badParameter, at: parameters.start)) }
    if let node = reader.take("parts") {
      parts = node.count(in: 1...3, &faults, as: .badParameter) ?? parts
    }
    if let node = reader.take("otherwise") {
      otherwise = node.text(&faults, as: .badParameter)
      if let otherwise, !(1...64).contains(otherwise.count) {
        faults.append(SchemaFault(.badParameter, at: node.start))
      }
    }
    reader.finish(&faults, as: .badParameter)
    guard faults.count == before else { return nil }
  }

  /// Adds the coarser version as JSON; false, and nothing added, if it is refused.
  package func append(_ text: Span<UInt8>, to output: inout ByteBuffer) -> Bool {
    if let kept = kept(text) {
      output.append(ASCII.quote)
      output.append(text.extracting(kept))
      output.append(ASCII.quote)
      return true
    }
    guard let otherwise else { return false }
    JSONText.write(otherwise.span, to: &output)
    return true
  }

  /// Where the numbers that stay are; nil if the text is no version.
  private func kept(_ text: Span<UInt8>) -> Range<Int>? {
    guard text.count <= Self.longest else { return nil }
    let start = text.first == ASCII.lowerV ? 1 : 0
    var position = start
    var end = start
    var numbers = 0
    var areOctets = start == 0
    while position < text.count {
      let first = position
      while position < text.count, text[position].isDigit { position += 1 }
      let length = position - first
      guard length > 0, length <= Self.mostDigits else {
        // A dot with no number behind it ends the numbers; so does a number too long to be one.
        position = first
        break
      }
      numbers += 1
      areOctets = areOctets && Self.isOctet(text.extracting(first..<position))
      if numbers <= parts { end = position }
      guard position < text.count, text[position] == ASCII.dot else { break }
      position += 1
    }
    guard numbers > 0, position == text.count || numbers > 1 else { return nil }
    let isAlone = position == text.count || text[position] == ASCII.colon
    if areOctets, numbers == 4, isAlone { return nil }
    while position < text.count {
      guard Self.isTail(text[position]) else { return nil }
      position += 1
    }
    // A version ends in no dot, and one number alone in nothing else.
    return text[text.count - 1] == ASCII.dot ? nil : start..<end
  }

  /// Whether digits are a number that an address holds.
  private static func isOctet(_ digits: Span<UInt8>) -> Bool {
    guard digits.count <= 3 else { return false }
    var number = 0
    for index in digits.indices { number = number * 10 + Int(digits[index] &- ASCII.zero) }
    return number < 256
  }

  private static func isTail(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == ASCII.dot || byte == ASCII.minus || byte == ASCII.plus
      || byte == ASCII.underscore || byte == ASCII.tilde || byte == ASCII.colon
  }

  /// Whether `text` is what `append` gives: the wire form.
  package func isCoarse(_ text: Span<UInt8>) -> Bool {
    if let otherwise, text.equals(otherwise.span) { return true }
    return kept(text) == 0..<text.count
  }
}

extension VersionCoarsening {
  /// Whether the version that `coarser` gives can be computed from this one.
  package func refines(_ coarser: VersionCoarsening) -> Refinement {
    if self == coarser { return .yes }
    if coarser.otherwise != nil, otherwise == nil { return .no }
    // A word that looks like a version hides which it was.
    if let otherwise, kept(otherwise.span) != nil { return .unknown }
    return Refinement(coarser.parts <= parts)
  }
}
