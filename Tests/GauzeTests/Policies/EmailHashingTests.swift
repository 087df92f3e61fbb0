import Testing

import Gauze

@Suite struct EmailHashingTests {
  static func hash(_ text: [UInt8], keyID: String? = nil, key: [UInt8]? = nil) -> [UInt8]? {
    var scratch = ByteBuffer()
    var output = ByteBuffer()
    output.append(ASCII.quote)
    let hashing = EmailHashing(keyID: keyID.map { Array($0.utf8) })
    let code = key.map { HMACSHA256(key: $0.span) }
    let isAddress = hashing.append(text.span, key: code, scratch: &scratch, to: &output)
    guard isAddress else {
      #expect(output.count == 1, "a refusal adds nothing")
      return nil
    }
    let digest = Array(output.bytes.dropFirst())
    func isPseudonym(_ text: [UInt8]) -> Bool { hashing.isPseudonym(text.span) }
    #expect(isPseudonym(digest))
    #expect(!isPseudonym(Array(digest.dropLast())))
    #expect(!isPseudonym(digest + [ASCII.zero]))
    #expect(!isPseudonym(Array(digest.shown.uppercased().utf8)))
    return digest
  }

  @Test func hashesWhatTheAddressStandsFor() throws {
    let known = Array("7ab2023f5a756bb26da296ceaf20cee2f320d806cbedfcc5cf614b1b3f409a52".utf8)
    for text in ["jane.doe@acme.com", " Jane.Doe@ACME.com ", "\t\r\nJANE.DOE@ACME.COM\n"] {
      #expect(Self.hash(Array(text.utf8)) == known, "\(text)")
    }
    // Folding is ASCII's alone: the Kelvin sign is no k, and no-break space is no blank.
    #expect(Self.hash(Array("jane.doe@acme.com\u{A0}".utf8)) != known)
    #expect(Self.hash(known) == nil)
  }

  @Test func neverHashesUnkeyedWhereAKeyIsNamed() {
    let address = Array("jane@mail.example".utf8)
    #expect(Self.hash(address, keyID: "k") == nil)
    let token = Self.hash(address, keyID: "k", key: [UInt8](repeating: 7, count: 16))
    #expect(token?.starts(with: Array("gz1.k.".utf8)) == true)
    let text = token ?? []
    for other in [EmailHashing(keyID: Array("j".utf8)), EmailHashing()] {
      let isOthers = other.isPseudonym(text.span)
      #expect(!isOthers)
    }
  }

  @Test func neverTrapsAndNeverShowsItsInput() {
    let seed: UInt64 = 77
    var random = SeededRandom(seed: seed)
    let alphabet = Array("aZ@. \t\"<>\\0é".utf8) + [0, 0x80, 0xFF]
    for _ in 0..<4_000 {
      let count = Int.random(in: 0...24, using: &random)
      let text = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      guard let digest = Self.hash(text) else { continue }
      #expect(digest.count == 64 && digest.allSatisfy(\.isLowerHexDigit), "seed \(seed)")
    }
  }

  @Test func keysAreChecked() throws {
    var ring = KeyRing()
    let key = [UInt8](repeating: 1, count: 16)
    func error(_ id: String, _ key: [UInt8]) -> KeyError? {
      do throws(KeyError) {
        try ring.add(id: Array(id.utf8), key: key.span)
        return nil
      } catch { return error }
    }
    #expect(error("a", Array(key.dropLast())) == .tooShort)
    #expect(error("", key) == .badID)
    #expect(error("a.b", key) == .badID)
    #expect(error(String(repeating: "a", count: 33), key) == .badID)
    #expect(error("a", key) == nil)
    #expect(error("a", key) == .duplicateID)
    #expect(error("A_-9", key) == nil)
  }
}
