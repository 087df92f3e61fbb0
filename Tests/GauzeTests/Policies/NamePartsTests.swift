import Foundation
import Gauze
import Testing

@Suite struct NamePartsTests {
  /// The parts of a name, by way of marks between them.
  static func naive(_ name: String) -> [String] {
    var marked = ""
    let letters = Array(name)
    for (index, letter) in letters.enumerated() {
      let isName = letter.isLetter || letter.isNumber
      if isName, letter.isUppercase, index > 0 {
        let previous = letters[index - 1]
        let isNextSmall = index + 1 < letters.count && letters[index + 1].isLowercase
        if !previous.isUppercase || isNextSmall { marked += " " }
      }
      marked += isName ? String(letter).lowercased() : " "
    }
    var parts = marked.split(separator: " ").map(String.init)
    if let last = parts.last {
      let trimmed = String(last.reversed().drop(while: \.isNumber).reversed())
      parts.removeLast()
      if !trimmed.isEmpty {
        parts.append(trimmed)
      } else if parts.isEmpty {
        parts.append(String(last.prefix(1)))
      }
    }
    return parts
  }

  static func parts(_ name: String) -> [String] {
    let bytes = Array(name.utf8)
    let parts = NameParts(bytes.span, from: 0, to: bytes.count)
    return (0..<parts.count).map { String(decoding: parts.part($0), as: UTF8.self) }
  }

  @Test(arguments: [
    ("dbPassword", ["db", "password"]), ("DB_PASSWORD", ["db", "password"]),
    ("x-api-key", ["x", "api", "key"]), ("APIKey", ["api", "key"]), ("SASToken", ["sas", "token"]),
    ("oauth2Token", ["oauth2", "token"]), ("password2", ["password"]),
    ("a.b_c-d", ["a", "b", "c", "d"]),
    ("key_1", ["key"]), ("", []), ("__", []), ("7", ["7"]), ("MySQLPwd", ["my", "sql", "pwd"]),
  ])
  func splitsAtSeparatorsAndCapitals(name: String, expected: [String]) {
    #expect(Self.parts(name) == expected)
    #expect(Self.naive(name) == expected)
  }

  @Test func agreesWithANaiveTwin() {
    let seed: UInt64 = 3
    var random = SeededRandom(seed: seed)
    let pieces = ["a", "b", "A", "B", "Key", "API", "password", "_", "-", ".", "1", "22", "$", " "]
    for _ in 0..<20_000 {
      let name = DetectionHarness.text(from: pieces, upTo: 7, using: &random)
      #expect(Self.parts(name) == Self.naive(name), "seed \(seed): \(name)")
    }
  }

  @Test func readsTheEndOfALongName() {
    let name = String(repeating: "a", count: 200) + "_password"
    #expect(Self.parts(name).last == "password")
    #expect(Self.parts(String(repeating: "A", count: 200)).count == 1)
    #expect(Self.parts(String(repeating: "aB", count: 100)).count == 33)
  }
}
