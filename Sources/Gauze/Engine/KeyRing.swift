/// Why a key cannot be used. Says nothing of the key.
public enum KeyError: Error, Sendable {
  /// An id is 1 to 32 letters, digits, `-` or `_`.
  case badID
  /// A key has at least 16 bytes.
  case tooShort
  /// The id was given before.
  case duplicateID
}

/// The keys of keyed policies, by the ids that a schema names. Holds midstates, not key bytes.
public struct KeyRing: Sendable {
  private var keys: [(id: [UInt8], key: HMACSHA256)] = []

  /// Makes an empty ring.
  public init() {}

  /// The fewest bytes that a key may have.
  public static let shortestKey = 16

  /// Adds a key of at least 16 bytes under `id`.
  public mutating func add(id: [UInt8], key: Span<UInt8>) throws(KeyError) {
    guard EmailHashing.isKeyID(id.span) else { throw .badID }
    guard key.count >= Self.shortestKey else { throw .tooShort }
    guard self[id] == nil else { throw .duplicateID }
    keys.append((id, HMACSHA256(key: key)))
  }

  package subscript(id: [UInt8]) -> HMACSHA256? {
    keys.first { $0.id == id }?.key
  }

  /// Adds what tells two rings apart and nothing of a key: what each key makes of a fixed word.
  package func appendMarks(to output: inout ByteBuffer) {
    for (id, key) in keys {
      output.append(id)
      output.append(ASCII.lineFeed)
      let word: StaticString = "gauze checkpoint"
      key.authenticate(word.bytes.span).appendBytes(to: &output)
    }
  }
}
