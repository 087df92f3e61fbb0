import Foundation
import Gauze
import Testing

@Suite struct AddressMaskingTests {
  static let alphabet = [
    "10.0.0.1", "1.2.3.4", "1.", "255", "0", ":", "::", "a:", "a.", "fe80", "2001:db8", "f",
    "%eth0", "[",
    "]", "/", "://", "http://", "@", "db", "db-17", "acme", ".com", ".example", ".local", ".io",
    ".rs",
    "com.", "host", "host=", "hostname: ", "ENOTFOUND ", "lookup ", " on ", "version ", "v",
    "driver ",
    " > ", "to ", "from ", "-", "_", "00-1a-2b-3c-4d-5e", "00:1a:2b:3c:4d:5e", "001a.2b3c.4d5e",
    "MAC=",
    "mac=", ":5432", ":12", "%2F", "%40", "'", "\"", "(", ")", ",", " ", "\n", "<ip>", "<host>",
    "<", ">",
    "é", "用", "ip-10-0-0-5", "localhost", "DESKTOP-", "4F2KQ1Z", "==", ">= ", "Chrome/", "\u{0}",
    "$",
  ]

  @Test func findsNothingWithoutATrigger() {
    #expect(DetectionHarness.findings("", AddressMasking().find).isEmpty)
    #expect(DetectionHarness.findings("plain prose, 12:30 o'clock.", AddressMasking().find).isEmpty)
  }

  @Test func staysInOrderAndAlmostAlwaysSettlesAtOnce() {
    DetectionHarness.expectOrderAndRest(
      from: Self.alphabet,
      seed: 20_260_601,
      rounds: 20_000,
      unsettled: 8,
      AddressMasking().find
    )
  }

  @Test func leavesNoFragmentOfAPlantedName() {
    let seed: UInt64 = 17
    var random = SeededRandom(seed: seed)
    for _ in 0..<3000 {
      let names = (0..<3).map { _ in Self.name(using: &random) }
      let host = Self.host(of: names, using: &random)
      let before = DetectionHarness.text(
        from: PathStrippingTests.words.map { $0 + " " },
        upTo: 4,
        using: &random
      )
      for text in [before + host + ", ok.", host, "(" + host + ")", before + "\"" + host + "\""] {
        let output = DetectionHarness.mask(text, AddressMasking().find)
        #expect(
          !DetectionHarness.leaks(names, in: output),
          "seed \(seed): \(text) became \(output)"
        )
      }
    }
  }

  @Test func leavesNoFragmentOfAPlantedAddress() {
    let seed: UInt64 = 19
    var random = SeededRandom(seed: seed)
    for _ in 0..<3000 {
      let address = Self.address(using: &random)
      let before = DetectionHarness.text(
        from: PathStrippingTests.words.map { $0 + " " },
        upTo: 4,
        using: &random
      )
      for text in [
        before + address + ", ok.", address, "(" + address + ")", "http://[" + address + "]:80/",
      ] {
        let output = DetectionHarness.mask(text, AddressMasking().find)
        #expect(
          !DetectionHarness.leaks([address], in: output),
          "seed \(seed): \(text) became \(output)"
        )
      }
    }
  }

  static func name(using random: inout SeededRandom) -> String {
    let letters = Array("qzkwvjy")
    return String((0..<6).compactMap { _ in letters.randomElement(using: &random) })
  }

  static func host(of names: [String], using random: inout SeededRandom) -> String {
    let (a, b, c) = (names[0], names[1], names[2])
    let forms = [
      "\(a).\(b).com", "\(a)-17.\(b).\(c).example:5432", "https://\(a)/x",
      "http://\(a).\(b):8080/x?y=z",
      "x://\(a):27017,\(b):27017,\(c)/d", "\(a).local", "\(a).\(b).internal", "host=\(a)",
      "\"host\": \"\(a)\"",
      "getaddrinfo ENOTFOUND \(a)", "Unknown host '\(a)'", "\(a).\(b).svc.cluster.local",
      "\(a)-1:5432",
      "postgres://\(b):5432/\("x")", "\(a).\(b).co.uk", "*.\(a).\(b).org", "db.\(a).io", "\(a).lan",
      "lookup \(a) on 10.0.0.2:53", "http%3A%2F%2F\(a).\(b).net%2F", "\(a)-\(b)-MacBook-Pro",
      "\(a)é.\(b).de",
    ]
    return forms.randomElement(using: &random) ?? forms[0]
  }

  /// An address of any form, with no group short enough to be an identifier of code.
  static func address(using random: inout SeededRandom) -> String {
    let kind = Int.random(in: 0..<4, using: &random)
    func group() -> String {
      String(Int.random(in: 0x1000...0xFFFF, using: &random), radix: 16)
    }
    let first = "2" + String(group().dropFirst())
    switch kind {
    case 0:
      return (0..<4).map { _ in "\(Int.random(in: 100...255, using: &random))" }.joined(
        separator: "."
      )
    case 1: return ([first] + (0..<7).map { _ in group() }).joined(separator: ":")
    case 2: return first + ":" + group() + "::" + group()
    default:
      return (0..<6).map { _ in String(Int.random(in: 16...255, using: &random), radix: 16) }
        .joined(separator: ":")
    }
  }

  @Test(arguments: [
    "1.", "1.2.3.4.", ":", "a:", "a.", "::", "::1", "a::", "1:", "00:", "00-", "-", "a-", "http://",
    "x://a", "x://a,", "x://a@", "://", "%2F", "host=", "host ", "10.0.0.1 ", "10.0.0.1 > ",
    "version 1.2.3.4 ",
    "fe80::1%a", "[::1]", "a.com ", "a.com.", "é.", "@a.com", "x://[", "_", "lookup a:", "ping ",
    "ping -c ", "connect to ", "a: Name or ",
  ])
  func staysLinear(_ shape: String) {
    let isLinear = Growth.isLinear(shape) { text in
      var findings: [Finding] = []
      AddressMasking().find(in: text, into: &findings)
    }
    #expect(isLinear)
  }
}

@Suite struct IPv6GrammarTests {
  private func isAddress(_ text: String) -> Bool { IPv6Grammar.isAddress(Array(text.utf8).span) }

  private func isSystemAddress(_ text: String) -> Bool {
    var address = in6_addr()
    return inet_pton(AF_INET6, text, &address) == 1
  }

  @Test func agreesWithTheSystemOnRandomTexts() {
    let seed: UInt64 = 23
    var random = SeededRandom(seed: seed)
    let pieces = [
      ":", ":", ":", "::", "0", "1", "a", "fe80", "2001", "db8", "ffff", "FFFF", "10.0.0.1",
      "1.2.3", "256.0.0.1",
      "01.2.3.4", ".", "12345", "g", "1:", "2:", "3:", "4:", "5:",
    ]
    var accepted = 0
    for _ in 0..<200_000 {
      let text = DetectionHarness.text(from: pieces, upTo: 12, using: &random)
      let expected = isSystemAddress(text)
      if expected { accepted += 1 }
      #expect(isAddress(text) == expected, "seed \(seed): \(text)")
    }
    #expect(accepted > 1000)
  }

  @Test(arguments: [
    "::", "::1", "1::", "2001:db8::1", "fe80::1", "::ffff:10.0.0.1", "1:2:3:4:5:6:7:8",
    "1:2:3:4:5:6:7::",
    "::2:3:4:5:6:7:8", "1:2:3:4:5:6:1.2.3.4", "64:ff9b::192.0.2.33",
    "ABCD:EF01:2345:6789:ABCD:EF01:2345:6789",
  ])
  func acceptsEveryForm(_ text: String) {
    #expect(isAddress(text) && isSystemAddress(text))
  }

  @Test(arguments: [
    "", ":", "1", "1:2", ":::", "1::2::3", "12345::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9",
    "::1.2.3", "1::g",
    "::1.2.3.256", "1:2:3:4:5:6:7:1.2.3.4", "1:", ":1", "1::2:", "::01.2.3.4", "1:2:3:4::5:6:7:8",
  ])
  func refusesWhatIsNone(_ text: String) {
    #expect(!isAddress(text) && !isSystemAddress(text))
  }
}
