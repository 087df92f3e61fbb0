import Gauze

/// One target for each detector: the input is the text, with no header, so that a finding can be
/// tried with `gauze apply`.
enum DetectorTargets {
  static func stripPaths(_ input: [UInt8]) {
    for keepsExtension in [false, true] {
      judge(.paths(PathStripping(keepsExtension: keepsExtension)), input)
    }
  }

  static func maskEmails(_ input: [UInt8]) {
    judge(.emails(EmailMasking()), input)
    // The twin reads a small language only: each byte of the input picks one of its pieces.
    let pieces = ["a", "b", "ab", "x", "v", "1", "20", ".", ".", "-", "+", "_", " ", ",", "@", "@"]
    let small = input.prefix(24).map { pieces[Int($0) % pieces.count] }.joined()
    let found = findings(Array(small.utf8), .emails(EmailMasking())).map { $0.start..<$0.end }
    hold(found == NaiveAddresses.ranges(in: small), "the naive twin agrees", Array(small.utf8))
  }

  static func maskSecrets(_ input: [UInt8]) {
    for findsEntropy in [false, true] {
      judge(.secrets(SecretMasking(findsEntropy: findsEntropy)), input)
    }
  }

  static func maskURLs(_ input: [UInt8]) {
    for keepsPath in [false, true] { judge(.urls(URLMasking(keepsPath: keepsPath)), input) }
    let text = input.repaired
    let all = covered(text, URLMasking())
    let some = covered(text, URLMasking(keepsPath: true))
    hold(some.isSubset(of: all), "keeping paths masks no more", text)
    // Where nothing stands behind a URL's host but its tail, none of the tail is left.
    let plain = input.filter { $0.isAlphanumeric }.prefix(40)
    guard !plain.isEmpty else { return }
    let url = Array("see https://app.example/".utf8) + plain + Array(" now".utf8)
    let masked = mask(url, .urls(URLMasking()))
    hold(masked == Array("see https://app.example/<url> now".utf8), "a path goes", url, masked)
  }

  private static func covered(_ text: [UInt8], _ masking: URLMasking) -> Set<Int> {
    Set(findings(text, .urls(masking)).flatMap { Array($0.start..<$0.end) })
  }

  static func maskAddresses(_ input: [UInt8]) { judge(.addresses(AddressMasking()), input) }

  static func maskIdentifiers(_ input: [UInt8]) {
    for findsUUIDs in [false, true] {
      judge(.identifiers(IdentifierMasking(findsUUIDs: findsUUIDs)), input)
    }
    // Nothing is a card or an account whose check digits are wrong.
    let digits = input.filter { $0.isDigit }
    if PaymentCards.isCard(digits.span) {
      hold(NaiveChecks.luhn(digits.map { Int($0 - ASCII.zero) }), "a card's check digit", digits)
    }
    let account = input.filter { $0.isAlphanumeric }
    if account.count > 4, BankAccounts.isAccount(account.span) {
      let text = String(decoding: account, as: UTF8.self)
      hold(NaiveChecks.mod97(text), "an account's check digits", account)
    }
  }

  /// What holds of every detector: any bytes are read without a trap; what it finds ascends; what is
  /// left of a text is a text, stays as it is, and depends on nothing that was read before.
  static func judge(_ detector: Detector, _ input: [UInt8]) {
    let found = findings(input, detector)
    hold(areInOrder(found, in: input), "findings ascend and lie in the text", input)
    let text = input.repaired
    let isText = text == input
    if !isText {
      let found = findings(text, detector)
      hold(areInOrder(found, in: text), "findings ascend and lie in the text", text)
    }
    for finding in isText ? found : findings(text, detector) {
      let isAtBorders =
        !text[finding.start].isContinuation
        && (finding.end == text.count || !text[finding.end].isContinuation)
      hold(isAtBorders, "no finding splits a character", text)
    }
    ScrubProperties.judge(
      TextScrub(detectors: [detector], policies: [], limit: nil, truncates: false),
      text
    )
  }

  static func findings(_ text: [UInt8], _ detector: Detector) -> [Finding] {
    var findings: [Finding] = []
    detector.find(in: text.span, into: &findings)
    return findings
  }

  /// The text with a placeholder for each finding, once.
  static func mask(_ text: [UInt8], _ detector: Detector) -> [UInt8] {
    var output = ByteBuffer()
    var position = 0
    for finding in findings(text, detector) {
      output.append(Array(text[position..<finding.start]))
      output.append(finding.placeholder.text)
      position = finding.end
    }
    output.append(Array(text[position...]))
    return output.bytes
  }

  private static func areInOrder(_ findings: [Finding], in text: [UInt8]) -> Bool {
    var last = 0
    for finding in findings {
      guard finding.start >= last, finding.end > finding.start, finding.end <= text.count
      else { return false }
      last = finding.end
    }
    return true
  }
}
