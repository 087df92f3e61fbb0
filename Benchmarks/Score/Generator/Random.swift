/// A small seeded generator (SplitMix64), the same on every machine.
struct Random {
  private var state: UInt64

  /// A generator that starts from `seed`.
  init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below `bound`; zero if the bound is not above zero.
  mutating func below(_ bound: Int) -> Int {
    bound > 0 ? Int(next() % UInt64(bound)) : 0
  }

  /// A number of the range, both ends included.
  mutating func within(_ low: Int, _ high: Int) -> Int {
    low + below(high - low + 1)
  }

  /// True in about `percent` of a hundred calls.
  mutating func chance(_ percent: Int) -> Bool {
    below(100) < percent
  }

  /// One of the items; `fallback` if there is none.
  mutating func pick<Item>(_ items: [Item], else fallback: @autoclosure () -> Item) -> Item {
    items.isEmpty ? fallback() : items[below(items.count)]
  }

  /// One of the words of a list, or nothing of an empty one.
  mutating func pick(_ words: [String]) -> String {
    pick(words, else: "")
  }

  /// `count` characters of an alphabet.
  mutating func characters(_ count: Int, of alphabet: [Character]) -> String {
    var text = ""
    for _ in 0..<max(0, count) { text.append(pick(alphabet, else: "x")) }
    return text
  }

  /// `count` decimal digits of which the first is not zero.
  mutating func digits(_ count: Int) -> String {
    guard count > 0 else { return "" }
    return String(within(1, 9)) + characters(count - 1, of: Alphabet.decimal)
  }

  /// The items in another order.
  mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
    var result = items
    var last = result.count - 1
    while last > 0 {
      result.swapAt(last, below(last + 1))
      last -= 1
    }
    return result
  }
}

/// The characters that keys, tokens and numbers are made of.
enum Alphabet {
  /// The ten digits.
  static let decimal = Array("0123456789")
  /// Hexadecimal digits, small.
  static let hexadecimal = Array("0123456789abcdef")
  /// Hexadecimal digits, large.
  static let upperHexadecimal = Array("0123456789ABCDEF")
  /// Large letters.
  static let upper = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
  /// RFC 4648 §6.
  static let base32 = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
  /// Small letters and digits.
  static let lowerAlphanumeric = Array("abcdefghijklmnopqrstuvwxyz0123456789")
  /// Large letters and digits.
  static let upperAlphanumeric = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
  /// Letters and digits.
  static let alphanumeric =
    Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
  /// RFC 4648 §5.
  static let url = alphanumeric + Array("-_")
  /// RFC 4648 §4.
  static let base64 = alphanumeric + Array("+/")
}
