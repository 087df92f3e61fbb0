internal import Gauze
internal import GauzeSystem

// How a stretch of a secret is found wherever it may stand, in one pass: every window of a secret
// (eight letters, ten digits, twelve hexadecimal digits) is filed under its first eight bytes; at
// every byte of the output the next eight are looked up, and only where something is filed the rest
// is compared. A bitmap in front answers for almost all of the rest.
//
//     secret   ghjklmnpqrst        filed   ghjklmnp, hjklmnpq, jklmnpqr, klmnpqrs, lmnpqrst
//     output   …open <path>/klmnpqrst: no such…
//                           ^ found: five letters of its end and more survive

/// Looks for planted secrets in what is meant to be clean.
struct Checker {
  /// What is known of one class of secrets.
  struct ClassCount {
    let label: String
    var planted = 0
    /// Found whole, and found at least in part.
    var whole = 0
    var survived = 0
  }

  private struct Entry {
    let key: UInt64
    let secret: Int32
    let offset: Int8
  }

  private(set) var classes: [ClassCount] = []
  /// Where the first survivors stand.
  private(set) var places: [(label: String, offset: Int)] = []
  private var secrets: [(start: Int, length: Int, label: Int, kind: SecretKind)] = []
  private var bytes: [UInt8] = []
  /// For each secret: 1 if it was found in part, 2 if whole.
  private var found: [UInt8] = []
  /// Where the last whole secret ended.
  private var wholeEnd = 0
  private var filter = [UInt64](repeating: 0, count: 1 << 21)
  private var table: [Entry] = []
  private var mask = 0

  private static let empty = Entry(key: 0, secret: -1, offset: 0)

  /// Reads the list of what was planted; nil if a line of it is no such entry.
  init?(list: Span<UInt8>) {
    var labels: [[UInt8]: Int] = [:]
    var start = 0
    for end in list.indices where list[end] == ASCII.lineFeed {
      guard let node = try? JSONNode(reading: list.extracting(start..<end)),
        let label = node.text(of: "class"), let secret = node.text(of: "secret"),
        secret.count >= SecretKind.hexadecimal.window
      else { return nil }
      start = end + 1
      let number = labels[label] ?? classes.count
      if number == classes.count {
        labels[label] = number
        classes.append(ClassCount(label: String(decoding: label, as: UTF8.self)))
      }
      classes[number].planted += 1
      secrets.append((bytes.count, secret.count, number, SecretKind(of: secret)))
      bytes += secret
    }
    found = [UInt8](repeating: 0, count: secrets.count)
    file()
  }

  private mutating func file() {
    let windows = secrets.reduce(0) { $0 + $1.length - $1.kind.window + 1 }
    var size = 16
    while size < windows * 2 { size *= 2 }
    mask = size - 1
    table = [Entry](repeating: Self.empty, count: size)
    for (index, secret) in secrets.enumerated() {
      for offset in 0...secret.length - secret.kind.window {
        var key: UInt64 = 0
        for position in 0..<8 {
          key = key << 8 | UInt64(bytes[secret.start + offset + position])
        }
        let hash = Self.hash(key)
        filter[(hash >> 6) & (filter.count - 1)] |= 1 << UInt64(hash & 63)
        var slot = hash & mask
        while table[slot].secret >= 0 { slot = (slot + 1) & mask }
        table[slot] = Entry(key: key, secret: Int32(index), offset: Int8(offset))
      }
    }
  }

  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: SeededRandom.mix(key) >> 1)
  }

  /// Looks through `text`, which must not cut a secret at either end. Complexity: O(text).
  mutating func check(_ text: Span<UInt8>) {
    var key: UInt64 = 0
    wholeEnd = 0
    for end in text.indices {
      key = key << 8 | UInt64(text[end].lowercased)
      let hash = Self.hash(key)
      guard filter[(hash >> 6) & (filter.count - 1)] >> UInt64(hash & 63) & 1 == 1, end >= 7
      else { continue }
      compare(key, from: hash & mask, text, at: end - 7)
    }
  }

  /// The first eight bytes of some windows stand at `position`: are they stretches of secrets?
  private mutating func compare(
    _ key: UInt64,
    from slot: Int,
    _ text: Span<UInt8>,
    at position: Int
  ) {
    var slot = slot
    var parts: [Int] = []
    while table[slot].secret >= 0 {
      let entry = table[slot]
      slot = (slot + 1) & mask
      let index = Int(entry.secret)
      let secret = secrets[index]
      guard entry.key == key,
        matches(secret.start + Int(entry.offset), text, position, secret.kind.window)
      else { continue }
      // Digits within a digest or an id are no number.
      if secret.kind == .digits, Self.isWithinHexadecimal(text, position) { continue }
      if entry.offset == 0, matches(secret.start, text, position, secret.length) {
        note(index, 2, at: position)
        wholeEnd = position + secret.length
      } else if found[index] == 0, position + secret.kind.window > wholeEnd {
        parts.append(index)
      }
    }
    // A window inside a secret that stands here whole is part of that one; that another shares it is
    // chance.
    for index in parts where position + secrets[index].kind.window > wholeEnd {
      note(index, 1, at: position)
    }
  }

  private mutating func note(_ index: Int, _ extent: UInt8, at position: Int) {
    let count = classes[secrets[index].label]
    if found[index] == 0, places.count < 10 {
      places.append((count.label, position))
    }
    found[index] = extent
  }

  private func matches(_ start: Int, _ text: Span<UInt8>, _ position: Int, _ length: Int) -> Bool {
    guard position + length <= text.count else { return false }
    for offset in 0..<length where bytes[start + offset] != text[position + offset].lowercased {
      return false
    }
    return true
  }

  /// A digest is long, and the last group of an id begins with a letter (see `Corpus.uuid`).
  private static func isWithinHexadecimal(_ text: Span<UInt8>, _ position: Int) -> Bool {
    var start = position
    while start > 0, text[start - 1].isHexDigit { start -= 1 }
    var end = position
    while end < text.count, text[end].isHexDigit { end += 1 }
    return !text[start].isDigit || end - start >= 64
  }

  /// Ends the check: every class with its counts, in order of its name.
  mutating func finish() -> [ClassCount] {
    for (index, secret) in secrets.enumerated() {
      if found[index] > 0 { classes[secret.label].survived += 1 }
      if found[index] > 1 { classes[secret.label].whole += 1 }
    }
    return classes.sorted { $0.label < $1.label }
  }
}

extension JSONNode {
  /// The text of the member called `name`.
  fileprivate func text(of name: StaticString) -> [UInt8]? {
    guard case .object(let members) = value,
      let member = members.first(where: { $0.name.span.equals(name) }),
      case .string(let text) = member.node.value
    else { return nil }
    return text
  }
}
