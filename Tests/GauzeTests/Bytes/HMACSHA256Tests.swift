import Gauze
import Testing

@Suite struct HMACSHA256Tests {
  @Test func givesThePublishedCodes() throws {
    let lines = try Fixtures.lines("Bytes/hmac-sha256.jsonl")
    #expect(lines.count == 7)
    for line in lines {
      let key = try #require(bytes(hexadecimal: line["key"] as? String ?? "?"))
      let message = try #require(bytes(hexadecimal: line["hex"] as? String ?? "?"))
      let code = try #require(line["code"] as? String)
      let found = hexadecimal(HMACSHA256(key: key.span).authenticate(message.span))
      #expect(found.hasPrefix(code), "\(line["name"] ?? "")")
    }
  }

  @Test func agreesWithTheTextbookForKeysAroundOneBlock() {
    var random = SeededRandom(seed: 0x5A_0011)
    for keyLength in [0, 1, 31, 32, 63, 64, 65, 131] {
      for length in [0, 1, 25, 55, 56, 63, 64, 65, 300] {
        let (key, message) = (random.bytes(keyLength), random.bytes(length))
        let code = HMACSHA256(key: key.span).authenticate(message.span)
        #expect(raw(code) == textbook(key, message), "\(keyLength), \(length)")
      }
    }
  }

  @Test func doesNotDependOnHowTheMessageIsCut() {
    var random = SeededRandom(seed: 0x5A_0012)
    for _ in 0..<200 {
      let message = random.bytes(Int.random(in: 0...400, using: &random))
      let code = HMACSHA256(key: random.bytes(20).span)
      var stream = code.begin()
      var position = 0
      while position < message.count {
        let end = min(message.count, position + Int.random(in: 0...90, using: &random))
        stream.update(message.span.extracting(position..<end))
        position = end
      }
      #expect(stream.finalize() == code.authenticate(message.span))
    }
  }

  /// RFC 2104 §2 as it stands.
  private func textbook(_ key: [UInt8], _ message: [UInt8]) -> [UInt8] {
    var block = key.count > 64 ? TextbookSHA256.hash(key) : key
    block += [UInt8](repeating: 0, count: 64 - block.count)
    let inner = TextbookSHA256.hash(block.map { $0 ^ 0x36 } + message)
    return TextbookSHA256.hash(block.map { $0 ^ 0x5C } + inner)
  }
}
