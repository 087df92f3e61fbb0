import Foundation
import Testing

/// `gauze digest`, against what FIPS 180-4 and RFC 4231 give.
@Suite struct DigestTests {
  private let place: Workplace
  init() throws { place = try Workplace() }

  private let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test func printsAsTheSystemsToolDoes() throws {
    try place.put("abc", as: "a")
    #expect(try place.gauze("digest", "a").text == "\(abc)  a\n")
    #expect(try place.gauze("digest", input: "abc").text == "\(abc)  -\n")
    #expect(try place.gauze("digest", "a", "-", input: "abc").lines.count == 2)
  }

  @Test func escapesNamesAsTheSystemsToolDoes() throws {
    try place.put("abc", as: "a\\b\nc")
    #expect(try place.gauze("digest", "a\\b\nc").text == "\\\(abc)  a\\\\b\\nc\n")
  }

  @Test func authenticatesWithAKey() throws {
    try place.put("Jefe", as: "key")
    let run = try place.gauze(
      "digest",
      "--hmac-key-file",
      "key",
      input: "what do ya want for nothing?"
    )
    #expect(run.status == 0)
    #expect(
      run.text == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843  -\n"
    )
  }

  /// `printf abc | openssl dgst -sha256 -mac HMAC -macopt hexkey:6b65790a`.
  @Test func takesTheKeyByteForByte() throws {
    try place.put("key\n", as: "key")
    #expect(
      try place.gauze("digest", "--hmac-key-file", "key", input: "abc").text
        == "e516667077dd9b0d241fdcf0887ff1a7f4a1c60806638f2165906d8a1519e810  -\n"
    )
  }

  @Test func refusesAKeyThatIsMissingOrEmpty() throws {
    try place.put("", as: "empty")
    for key in ["missing", "empty"] {
      let run = try place.gauze("digest", "--hmac-key-file", key, input: "abc")
      #expect(run.status == 2)
      #expect(run.text.isEmpty)
    }
  }
}
