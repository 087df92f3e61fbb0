internal import Gauze

// How a fragment is found whatever became of it. Every output is looked at twice: as it is, in small
// letters, and with its encodings undone again and again, and what looks like Base64 decoded:
//
//     output   "m":"caf\u00e9 %71%78KV"      views   "m":"cafe\u00e9 %71%78kv"   "m":"café qxkv"
//
// A fragment is four characters in a row of a secret part. Four letters can come from elsewhere too,
// so what is found is looked for once more in the output of the case's twin: the same record with
// another secret. What both show is none of the canary's.
//
// Digits and the letters a to f also stand by chance in what a policy makes: `735ee4988d0beef9` holds
// `4988`. Within such a run of sixteen digits or more only a whole secret counts.

/// Searches outputs for fragments of canaries.
package enum CanarySearch {
  /// How long a fragment is.
  static let length = 4

  /// The fragments of a secret, in small letters, as words.
  package static func fragments(of secrets: [[UInt8]]) -> [UInt32] {
    secrets.flatMap { windows($0) }
  }

  private static func windows(_ text: [UInt8]) -> [UInt32] {
    guard text.count >= length else { return [] }
    var word: UInt32 = 0
    var words: [UInt32] = []
    for (index, byte) in text.enumerated() {
      word = word << 8 | UInt32(byte.isUppercase ? byte | 0x20 : byte)
      if index >= length - 1 { words.append(word) }
    }
    return words
  }

  /// What a reader may see in `output`: it and what its encodings stand for.
  package static func views(of output: [UInt8]) -> [UInt8] {
    let plain = withoutDigests(output)
    var views = plain
    var text = plain
    for _ in 0..<3 {
      var view = DecodedText(text)
      guard view.isOther else { break }
      text = view.take()
      views.append(ASCII.lineFeed)
      views += text
    }
    Base64Text.append(of: text, to: &views)
    for index in views.indices where views[index].isUppercase { views[index] |= 0x20 }
    return views
  }

  /// Whether all of `text` stands in `views`, in letters of either case.
  static func stands(_ text: [UInt8], in views: [UInt8]) -> Bool {
    let small = text.map { $0.isUppercase ? $0 | 0x20 : $0 }
    guard let first = small.first, small.count <= views.count else { return false }
    return (0...views.count - small.count).contains { start in
      views[start] == first && views[start..<start + small.count].elementsEqual(small)
    }
  }

  /// A digest is sixty-four digits that say nothing; some of them may spell a number.
  private static func withoutDigests(_ text: [UInt8]) -> [UInt8] {
    var text = text
    var start = 0
    for index in 0...text.count {
      if index < text.count, text[index].isLowerHexDigit { continue }
      if index - start == 64 {
        for place in start..<index { text[place] = ASCII.minus }
      }
      start = index + 1
    }
    return text
  }

  /// How many hexadecimal digits in a row a policy makes at least.
  private static let token = 16

  /// The fragments of `secrets` that `views` shows. Complexity: O(views + fragments), but for the
  /// fragments within hexadecimal runs.
  package static func found(
    _ fragments: [UInt32],
    of secrets: [[UInt8]],
    in views: [UInt8]
  ) -> [UInt32] {
    guard !fragments.isEmpty else { return [] }
    var filter = [UInt64](repeating: 0, count: 1024)
    for word in fragments {
      let hash = Int((word &* 0x9E37_79B1) >> 16)
      filter[hash >> 6] |= 1 << UInt64(hash & 63)
    }
    var found: [UInt32] = []
    var word: UInt32 = 0
    for index in views.indices {
      word = word << 8 | UInt32(views[index])
      let hash = Int((word &* 0x9E37_79B1) >> 16)
      guard filter[hash >> 6] >> UInt64(hash & 63) & 1 == 1, index >= length - 1 else { continue }
      guard fragments.contains(word) else { continue }
      if let run = run(around: index, in: views), !isWhole(word, of: secrets, in: views, run) {
        continue
      }
      found.append(word)
    }
    return found
  }

  /// The hexadecimal run in which the fragment that ends at `last` stands, if it is as long as what
  /// policies make and holds both digits and letters.
  private static func run(around last: Int, in views: [UInt8]) -> Range<Int>? {
    guard views[last - length + 1...last].allSatisfy({ $0.isLowerHexDigit }) else { return nil }
    var start = last - length + 1
    while start > 0, views[start - 1].isLowerHexDigit { start -= 1 }
    var end = last + 1
    while end < views.count, views[end].isLowerHexDigit { end += 1 }
    guard end - start >= token, views[start..<end].contains(where: { $0.isDigit }),
      views[start..<end].contains(where: { $0.isLetter })
    else { return nil }
    return start..<end
  }

  /// Whether a secret with that fragment stands within or across `run` as a whole.
  private static func isWhole(
    _ fragment: UInt32,
    of secrets: [[UInt8]],
    in views: [UInt8],
    _ run: Range<Int>
  ) -> Bool {
    secrets.contains { secret in
      guard windows(secret).contains(fragment) else { return false }
      let start = max(0, run.lowerBound - secret.count)
      let end = min(views.count, run.upperBound + secret.count)
      return stands(secret, in: Array(views[start..<end]))
    }
  }
}

/// A text with one level of its encodings undone: escapes, percent signs, character references,
/// full-width forms, and characters that are not seen. Looser than the engine's own view, on purpose.
struct DecodedText {
  private var text: [UInt8] = []
  private(set) var isOther = false

  init(_ source: [UInt8]) {
    let mayBeOther = source.contains {
      $0 == ASCII.backslash || $0 == ASCII.percent || $0 == ASCII.ampersand || $0 >= 0xC2
    }
    guard mayBeOther else { return }
    text.reserveCapacity(source.count)
    var position = 0
    while position < source.count {
      let (byte, length) = Self.unit(source, position)
      if length > 1 { isOther = true }
      if let byte { text.append(byte) }
      position += length
    }
  }

  mutating func take() -> [UInt8] { text }

  /// What stands at `position`: a byte, or nothing that is seen, and how long it is.
  private static func unit(_ text: [UInt8], _ position: Int) -> (UInt8?, Int) {
    func at(_ offset: Int) -> UInt8 {
      position + offset < text.count ? text[position + offset] : 0
    }
    switch text[position] {
    case ASCII.percent where at(1).isHexDigit && at(2).isHexDigit:
      return (at(1).hexValue << 4 | at(2).hexValue, 3)
    case ASCII.ampersand where at(1) == ASCII.hash && at(2) | 0x20 == ASCII.lowerX:
      var value: UInt32 = 0
      var length = 3
      while length < 9, at(length).isHexDigit {
        value = value << 4 | UInt32(at(length).hexValue)
        length += 1
      }
      guard length > 3, at(length) == ASCII.semicolon else { return (text[position], 1) }
      return (plain(value) ?? (value < 0x80 ? UInt8(value) : nil), length + 1)
    case ASCII.backslash:
      let isUnicode = at(1) | 0x20 == ASCII.lowerU && (2...5).allSatisfy { at($0).isHexDigit }
      guard isUnicode else { return (at(1), min(2, text.count - position)) }
      let value = (2...5).reduce(UInt32(0)) { $0 << 4 | UInt32(at($1).hexValue) }
      return (plain(value) ?? (value < 0x80 ? UInt8(value) : nil), 6)
    case 0xC2...0xEF:
      guard let scalar = UTF8Text.scalar(text.span, at: position, end: text.count) else {
        return (text[position], 1)
      }
      if let byte = plain(scalar.value) { return (byte, scalar.length) }
      return isSeen(scalar.value) ? (text[position], 1) : (nil, scalar.length)
    default: return (text[position], 1)
    }
  }

  private static func plain(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0xFF01...0xFF5E: UInt8(scalar - 0xFF01 + 0x21)
    case 0x3000, 0xA0: ASCII.space
    default: nil
    }
  }

  private static func isSeen(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: false
    default: true
    }
  }
}

/// What looks like Base64, decoded.
enum Base64Text {
  /// Adds what each run of at least twelve such bytes stands for, from each of its first four bytes.
  static func append(of text: [UInt8], to views: inout [UInt8]) {
    var start = 0
    for index in 0...text.count {
      if index < text.count, value(text[index]) != nil { continue }
      if index - start >= 12 {
        for first in start..<start + 4 { decode(text, first..<index, &views) }
      }
      start = index + 1
    }
  }

  private static func decode(_ text: [UInt8], _ range: Range<Int>, _ views: inout [UInt8]) {
    views.append(ASCII.lineFeed)
    var bits: UInt32 = 0
    for (index, place) in range.enumerated() {
      bits = bits << 6 | UInt32(value(text[place]) ?? 0)
      switch index % 4 {
      case 1: views.append(UInt8(truncatingIfNeeded: bits >> 4))
      case 2: views.append(UInt8(truncatingIfNeeded: bits >> 2))
      case 3: views.append(UInt8(truncatingIfNeeded: bits))
      default: break
      }
    }
  }

  private static func value(_ byte: UInt8) -> UInt8? {
    if byte.isUppercase { return byte - ASCII.upperA }
    if byte.isLowercase { return byte - ASCII.lowerA + 26 }
    if byte.isDigit { return byte - ASCII.zero + 52 }
    switch byte {
    case ASCII.plus, ASCII.minus: return 62
    case ASCII.slash, ASCII.underscore: return 63
    default: return nil
    }
  }
}
