import Gauze
import Testing

@Suite struct IdentifierMaskingTests {
  static let alphabet = [
    "1", "4", "00", "+1", "+49", "+", "-", " ", ".", "(", ")", "(415)", "415", "555", "0100",
    "4111",
    "4111 1111 1111 1111", "411111111111111", "1111", "DE89", "370400440532013000", "3704 0044",
    "GB29", "NWBK",
    "ssn ", "SSN: ", "123-45-6789", "123456789", "account ", "123456789012", "tel ", "call ",
    "phone_number=",
    "1-800", "-FLOWERS", "arn:aws:", "iam::", "arn%3Aaws%3A", "user/jane", "tenant ", "projects/",
    "id ", "_",
    "2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11", "2f1e9c1a", "<id>", "<", ">", "a", "é", "电话", "：", "\n",
    ",", ":",
    "/", "2024-01-15", "10:23:45", "0x", "cell", "\u{0}", "%",
  ]

  @Test func findsNothingWithoutATrigger() {
    #expect(DetectionHarness.findings("", IdentifierMasking().find).isEmpty)
    #expect(DetectionHarness.findings("plain prose, 42 rows", IdentifierMasking().find).isEmpty)
  }

  @Test(arguments: [false, true])
  func staysInOrderAndAlmostAlwaysSettlesAtOnce(findsUUIDs: Bool) {
    DetectionHarness.expectOrderAndRest(
      from: Self.alphabet,
      seed: 20_260_602,
      rounds: 20_000,
      unsettled: 4,
      IdentifierMasking(findsUUIDs: findsUUIDs).find
    )
  }

  @Test func leavesNoFragmentOfAPlantedNumber() {
    let seed: UInt64 = 29
    var random = SeededRandom(seed: seed)
    for _ in 0..<3000 {
      let (number, secrets) = Self.number(using: &random)
      let before = DetectionHarness.text(
        from: PathStrippingTests.words.filter { $0 != "42" && $0 != "3/4" }.map { $0 + " " },
        upTo: 4,
        using: &random
      )
      for text in [
        before + number + ", ok.", number, "(" + number + ")", before + number + " rows",
      ] {
        let output = DetectionHarness.mask(text, IdentifierMasking().find)
        #expect(
          !DetectionHarness.leaks(secrets, in: output),
          "seed \(seed): \(text) became \(output)"
        )
      }
    }
  }

  /// A number, and its runs of four digits and more.
  static func number(using random: inout SeededRandom) -> (String, [String]) {
    func digits(_ count: Int) -> String {
      String((0..<count).map { _ in Character("\(Int.random(in: 1...9, using: &random))") })
    }
    func local() -> String { "\(Int.random(in: 2...9, using: &random))" + digits(2) }
    let number: String
    switch Int.random(in: 0..<9, using: &random) {
    case 0: number = card(using: &random)
    case 1:
      let card = Array(card(using: &random))
      number = (0..<4).map { String(card[$0 * 4..<$0 * 4 + 4]) }.joined(separator: " ")
    case 2: number = account(using: &random)
    case 3: number = "1" + digits(2) + "-" + digits(2) + "-" + digits(4)
    case 4: number = "+1 " + local() + " " + local() + " " + digits(4)
    case 5: number = "(" + local() + ") " + local() + "-" + digits(4)
    case 6: number = "+49 30 " + digits(7)
    case 7: number = "tel: 0" + digits(3) + " " + digits(6)
    default: number = "arn:aws:iam::" + digits(12) + ":user/" + digits(8)
    }
    let runs = number.split { !$0.isNumber }.map(String.init)
    return (number, runs.filter { $0.count > 3 })
  }

  private static func card(using random: inout SeededRandom) -> String {
    var digits = [4] + (0..<14).map { _ in Int.random(in: 0...9, using: &random) }
    digits.append((0...9).first { NaiveChecks.luhn(digits + [$0]) } ?? 0)
    return digits.map { "\($0)" }.joined()
  }

  private static func account(using random: inout SeededRandom) -> String {
    let body = (0..<18).map { _ in "\(Int.random(in: 0...9, using: &random))" }.joined()
    let check = (2...98).first { NaiveChecks.mod97("DE" + ($0 < 10 ? "0" : "") + "\($0)" + body) }
    return "DE" + ((check ?? 0) < 10 ? "0" : "") + "\(check ?? 0)" + body
  }

  @Test func checksCardsLikeItsNaiveTwin() {
    let seed: UInt64 = 31
    var random = SeededRandom(seed: seed)
    var accepted = 0
    for _ in 0..<50_000 {
      let count = [13, 16, 19].randomElement(using: &random) ?? 16
      let digits = [4] + (1..<count).map { _ in Int.random(in: 0...9, using: &random) }
      let text = digits.map { "\($0)" }.joined()
      let expected = NaiveChecks.luhn(digits)
      if expected { accepted += 1 }
      #expect(PaymentCards.isCard(Array(text.utf8).span) == expected, "seed \(seed): \(text)")
    }
    #expect(accepted > 3000)
  }

  @Test func checksAccountsLikeItsNaiveTwin() {
    let seed: UInt64 = 37
    var random = SeededRandom(seed: seed)
    var accepted = 0
    for round in 0..<50_000 {
      let letters = (0..<18).map { _ in "0123456789ABCXYZ".randomElement(using: &random) ?? "0" }
      let check = Int.random(in: 10...99, using: &random)
      let text =
        round % 10 == 0 ? Self.account(using: &random) : "GB\(check)" + String(letters)
      let expected = NaiveChecks.mod97(text)
      if expected { accepted += 1 }
      #expect(BankAccounts.isAccount(Array(text.utf8).span) == expected, "seed \(seed): \(text)")
    }
    #expect(accepted > 5000)
  }

  @Test(arguments: [
    "1", "12", "1 ", "1-", "+1", "+1 ", "-", "(1", "(1)", "1.", "4111 ", "4111-", "4", "DE89 ",
    "DE89", "00", "00 1",
    "arn:aws:", "arn:aws:a ", "tel 1", "account ", "ssn 1-", "123-45-", "415-555-", "a",
    "2f1e9c1a-", "id id ",
    "1-800-", "1/", "电话", "：", "_1", "phone number is ",
  ])
  func staysLinear(_ shape: String) {
    let isLinear = Growth.isLinear(shape) { text in
      var findings: [Finding] = []
      IdentifierMasking(findsUUIDs: true).find(in: text, into: &findings)
    }
    #expect(isLinear)
  }
}
