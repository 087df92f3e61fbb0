import Foundation
import Gauze
import Testing

@Suite struct SHA256Tests {
  @Test func givesThePublishedDigests() throws {
    var checked = 0
    for line in try Fixtures.lines("Bytes/sha256.jsonl") {
      guard let hex = line["hex"] as? String else { continue }
      let piece = try #require(bytes(hexadecimal: hex))
      let times = line["times"] as? Int ?? 1
      let message = [UInt8](repeatElement(piece, count: times).joined())
      let name = "\(line["name"] ?? "")"
      #expect(hexadecimal(SHA256.hash(message.span)) == line["digest"] as? String, "\(name)")
      checked += 1
    }
    #expect(checked > 30)
  }

  @Test func givesThePublishedMonteCarloCheckpoints() throws {
    let lines = try Fixtures.lines("Bytes/sha256.jsonl").filter { $0["seed"] != nil }
    let seed = try #require(bytes(hexadecimal: lines.first?["seed"] as? String ?? ""))
    let expected = Dictionary(
      uniqueKeysWithValues: lines.map {
        ($0["checkpoint"] as? Int ?? -1, $0["digest"] as? String ?? "")
      }
    )
    // SHAVS §6.4; the last checkpoint that the fixture names decides how far to go.
    var message = [UInt8]((seed + seed + seed))
    for checkpoint in 0...(expected.keys.max() ?? 0) {
      for _ in 0..<1000 {
        let digest = raw(SHA256.hash(message.span))
        message.removeFirst(32)
        message += digest
      }
      let last = [UInt8](message.suffix(32))
      if let digest = expected[checkpoint] {
        #expect(last.map { String(format: "%02x", $0) }.joined() == digest)
      }
      message = last + last + last
    }
  }

  @Test func agreesWithTheTextbookAtEveryLengthUpToFourBlocks() {
    var random = SeededRandom(seed: 0x5A_0001)
    for length in 0...260 {
      let message = random.bytes(length)
      #expect(raw(SHA256.hash(message.span)) == TextbookSHA256.hash(message), "\(length)")
    }
  }

  @Test func doesNotDependOnHowTheMessageIsCut() {
    var random = SeededRandom(seed: 0x5A_0002)
    for _ in 0..<400 {
      let message = random.bytes(Int.random(in: 0...700, using: &random))
      var hash = SHA256()
      var position = 0
      while position < message.count {
        let most = [1, 3, 64, 65, 200].randomElement(using: &random) ?? 1
        let end = min(message.count, position + Int.random(in: 0...most, using: &random))
        hash.update(message.span.extracting(position..<end))
        position = end
      }
      #expect(hash.finalize() == SHA256.hash(message.span))
      #expect(raw(hash.finalize()) == TextbookSHA256.hash(message))
    }
  }

  @Test func goesOnAfterADigestWasTaken() {
    var hash = SHA256()
    hash.update([UInt8]("gau".utf8).span)
    _ = hash.finalize()
    hash.update([UInt8]("ze".utf8).span)
    #expect(hash.finalize() == SHA256.hash([UInt8]("gauze".utf8).span))
  }

  /// 2^29 bytes are 2^32 bits: the length needs its upper word. Slow without optimisation, so the
  /// padding is compared with the textbook's from a state that only claims to have come so far.
  @Test(
    arguments: [0xFFFF_FFC0, 0x1_0000_0000, 0x1FFF_FFC0, 0x2000_0000, 0x12_3456_7800] as [UInt64]
  )
  func countsBitsBeyond32(length: UInt64) {
    let rest = [UInt8]("tail".utf8)
    let claimed = SHA256State.initial.finishing(rest.span, after: length)
    #expect(raw(claimed) == TextbookSHA256.hash(rest, claiming: length + 4))
  }

  @Test func agreesWithTheSystemsProgram() throws {
    let program = "/usr/bin/sha256sum"
    guard FileManager.default.isExecutableFile(atPath: program) else { return }
    var random = SeededRandom(seed: 0x5A_0003)
    for length in [0, 1, 55, 56, 64, 4096, 300_001] {
      let message = random.bytes(length)
      let file = FileManager.default.temporaryDirectory
        .appendingPathComponent("gauze-sha256-\(UUID().uuidString)")
      try Data(message).write(to: file)
      defer { try? FileManager.default.removeItem(at: file) }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = [file.path]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let answer = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(answer.hasPrefix(hexadecimal(SHA256.hash(message.span)) + " "))
    }
  }

  @Test func writesOnlyAsManyDigitsAsAsked() {
    let digest = SHA256.hash([UInt8]("connect ECONNREFUSED".utf8).span)
    var output = ByteBuffer()
    digest.appendHexadecimal(to: &output, digits: 16)
    #expect(String(decoding: output.bytes, as: UTF8.self) == "4fe0efcf4d4160f0")
  }

  @Test func tellsDigestsApart() {
    let one = SHA256.hash([UInt8]("one".utf8).span)
    let other = SHA256.hash([UInt8]("other".utf8).span)
    #expect(one == one)
    #expect(one != other)
  }
}

/// FIPS 180-4 written down as it stands: all 64 words, an array for everything.
enum TextbookSHA256 {
  /// The first 32 bits of the fraction of the cube root of each of the first 64 primes (§4.2.2),
  /// found by whole numbers: the root of p · 2^96 in units of 2^-32, less its whole part.
  static let constants: [UInt32] = primes(64).map { prime in
    var low: UInt64 = 0
    var high: UInt64 = 8 << 32
    while high - low > 1 {
      let middle = (low + high) / 2
      // middle^3 <= prime * 2^96, compared by thirds of 32 bits to stay within the type.
      if isCubeAtMost(middle, prime) { low = middle } else { high = middle }
    }
    return UInt32(truncatingIfNeeded: low)
  }

  private static func primes(_ count: Int) -> [UInt64] {
    var found: [UInt64] = []
    var candidate: UInt64 = 2
    while found.count < count {
      if !found.contains(where: { candidate.isMultiple(of: $0) }) { found.append(candidate) }
      candidate += 1
    }
    return found
  }

  private static func isCubeAtMost(_ root: UInt64, _ prime: UInt64) -> Bool {
    let number = UInt128(root)
    return number * number * number <= UInt128(prime) << 96
  }

  static func hash(_ message: [UInt8], claiming claimed: UInt64? = nil) -> [UInt8] {
    var padded = message + [0x80]
    while padded.count % 64 != 56 { padded.append(0) }
    let bits = (claimed ?? UInt64(message.count)) * 8
    for shift in stride(from: 56, through: 0, by: -8) {
      padded.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    var state: [UInt32] = [
      0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A,
      0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
    ]
    for start in stride(from: 0, to: padded.count, by: 64) {
      var words = (0..<16).map { index in
        (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(padded[start + index * 4 + $1]) }
      }
      for t in 16..<64 {
        let low = turn(words[t - 15], 7) ^ turn(words[t - 15], 18) ^ words[t - 15] >> 3
        let high = turn(words[t - 2], 17) ^ turn(words[t - 2], 19) ^ words[t - 2] >> 10
        words.append(words[t - 16] &+ low &+ words[t - 7] &+ high)
      }
      var v = state
      for t in 0..<64 {
        let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
        let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
        let sumOfE = turn(v[4], 6) ^ turn(v[4], 11) ^ turn(v[4], 25)
        let sumOfA = turn(v[0], 2) ^ turn(v[0], 13) ^ turn(v[0], 22)
        let first = v[7] &+ sumOfE &+ choice &+ constants[t] &+ words[t]
        let second = sumOfA &+ majority
        v = [first &+ second, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
      }
      for index in 0..<8 { state[index] &+= v[index] }
    }
    return state.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
  }

  private static func turn(_ word: UInt32, _ places: UInt32) -> UInt32 {
    word >> places | word << (32 - places)
  }
}
