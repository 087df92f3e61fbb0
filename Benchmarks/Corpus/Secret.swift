internal import Gauze

/// What secrets are made of. Each kind is drawn from an alphabet of which nothing else in an export
/// or in clean records makes long runs, so that a stretch of a secret can be told from everything
/// that may rightly stay: session ids and digests have hexadecimal digits, times have short runs.
enum SecretKind: CaseIterable {
  /// Twelve consonants, none of them a hexadecimal digit.
  case letters
  /// Thirteen decimal digits.
  case digits
  /// Sixteen hexadecimal digits.
  case hexadecimal

  /// How many bytes in a row betray it.
  var window: Int {
    switch self {
    case .letters: 8
    case .digits: 10
    case .hexadecimal: 12
    }
  }

  /// The kind of a secret that was read.
  init(of secret: [UInt8]) {
    if secret.allSatisfy(\.isDigit) {
      self = .digits
    } else {
      self = secret.allSatisfy(\.isHexDigit) ? .hexadecimal : .letters
    }
  }
}

/// Makes secrets, each once, and keeps the list of what was planted where.
struct SecretLedger {
  /// The list in JSON Lines: `{"class":"path/posix","event":"error","secret":"…"}`.
  var list = ByteBuffer(capacity: 1 << 20)
  private(set) var count = 0
  private let seed: UInt64

  private static let consonants = Array("ghjklmnpqrstvwxz".utf8)

  init(seed: UInt64) { self.seed = SeededRandom.mix(seed) }

  /// A new secret.
  mutating func plant(_ kind: SecretKind, _ label: String, event: String) -> [UInt8] {
    let secret = make(kind)
    count += 1
    list.append(Array("{\"class\":\"\(label)\",\"event\":\"\(event)\",\"secret\":\"".utf8))
    list.append(secret)
    list.append("\"}\n")
    return secret
  }

  /// Each map below is one-to-one on the count, so that no secret comes twice.
  private func make(_ kind: SecretKind) -> [UInt8] {
    let number = UInt64(count)
    switch kind {
    case .letters:
      // An odd factor permutes the numbers below 2^48.
      let spread = (number &* 0x9E37_79B9_7F4B ^ seed) & 0xFFFF_FFFF_FFFF
      return (0..<12).map { Self.consonants[Int(spread >> (4 * UInt64($0)) & 15)] }
    case .digits:
      // So does a factor prime to ten the numbers below 10^12.
      let spread = (number &* 61_803_399 &+ seed % 1_000_000_000_000) % 1_000_000_000_000
      return Array("\(7_000_000_000_000 + spread)".utf8)
    case .hexadecimal:
      let digits = String(SeededRandom.mix(number ^ seed), radix: 16)
      return Array((String(repeating: "0", count: 16 - digits.utf8.count) + digits).utf8)
    }
  }
}
