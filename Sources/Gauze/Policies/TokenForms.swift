/// The bytes that a token's body is made of.
enum TokenAlphabet: Sendable {
  /// `0`…`9`, `a`…`f`.
  case lowerHex
  /// Capital letters and digits.
  case capitals
  /// Letters and digits.
  case alphanumeric
  /// Letters, digits and `_`.
  case word
  /// The same with `$`.
  case dollars
  /// Base64 for URLs: letters, digits, `-` and `_`.
  case base64URL
  /// The same with dots.
  case dotted
  /// The same with `~`: RFC 3986's unreserved characters.
  case unreserved
  /// Both kinds of Base64, with dots and padding.
  case base64

  func contains(_ byte: UInt8) -> Bool {
    switch self {
    case .lowerHex: byte.isLowerHexDigit
    case .capitals: byte.isUppercase || byte.isDigit
    case .alphanumeric: byte.isAlphanumeric
    case .word: byte.isAlphanumeric || byte == ASCII.underscore
    case .dollars: Self.word.contains(byte) || byte == ASCII.dollar
    case .base64URL: byte.isAlphanumeric || byte == ASCII.underscore || byte == ASCII.minus
    case .dotted: Self.base64URL.contains(byte) || byte == ASCII.dot
    case .unreserved: Self.dotted.contains(byte) || byte == ASCII.tilde
    case .base64:
      Self.dotted.contains(byte) || byte == ASCII.plus || byte == ASCII.slash
        || byte == ASCII.equals
    }
  }
}

/// What a token's body must hold besides its length, so that no ordinary word is taken for one.
enum TokenMix: Sendable {
  case any
  /// A digit.
  case digit
  /// A digit and a letter of each case, or at least four digits.
  case mixed
}

/// One issuer's form: a prefix, and at least `least` bytes of an alphabet behind it.
///
/// `least` is less than the published length where the prefix is telling, so that a token that a log
/// cut off is found too.
struct TokenForm: Sendable {
  var prefix: StaticString
  /// The prefix's second byte, and its third, or 0 if it has none.
  var second: UInt8
  var third: UInt8
  var alphabet: TokenAlphabet
  var least: Int
  var most: Int
  var mix: TokenMix

  init(
    _ prefix: StaticString,
    _ alphabet: TokenAlphabet,
    _ least: Int,
    most: Int = .max,
    _ mix: TokenMix = .any
  ) {
    self.prefix = prefix
    let bytes = prefix.bytes
    second = bytes[1]
    third = bytes.count > 2 ? bytes[2] : 0
    self.alphabet = alphabet
    self.least = least
    self.most = most
    self.mix = mix
  }
}

/// The forms that issuers publish, in the order of their first bytes.
package struct TokenForms: Sendable {
  static let known = TokenForms()

  private let forms: [TokenForm] = [
    // Google refresh tokens and authorization codes.
    TokenForm("1//0", .base64URL, 24), TokenForm("4/0A", .base64URL, 30),
    // Amazon: long-lived, temporary, and for single services.
    TokenForm("AKIA", .capitals, 12, most: 28, .digit), TokenForm("AKIA", .capitals, 16, most: 16),
    TokenForm("ASIA", .capitals, 12, most: 28, .digit), TokenForm("ASIA", .capitals, 16, most: 16),
    TokenForm("ABIA", .capitals, 16, most: 16), TokenForm("ACCA", .capitals, 16, most: 16),
    TokenForm("ABSK", .base64, 60), TokenForm("AIza", .base64URL, 20),
    TokenForm("AC", .lowerHex, 32, most: 32), TokenForm("AGE-SECRET-KEY-1", .capitals, 16),
    TokenForm("ATATT3", .base64, 20), TokenForm("ATCTT3", .base64, 20),
    TokenForm("ATBB", .alphanumeric, 28, .mixed), TokenForm("AKCp", .alphanumeric, 40),
    TokenForm("AKID", .alphanumeric, 32, most: 36, .mixed),
    TokenForm("CLOJARS_", .lowerHex, 32),
    TokenForm("EAAA", .base64URL, 50, .mixed), TokenForm("EAAC", .alphanumeric, 60, .mixed),
    TokenForm("GOCSPX-", .base64URL, 16), TokenForm("IQoJb3JpZ2lu", .base64, 20),
    TokenForm("FwoGZXIvYXdz", .base64, 20), TokenForm("LTAI", .alphanumeric, 16, .mixed),
    // Private keys in Base64 without their armour: OpenSSH, PKCS #1, PKCS #8, SEC 1.
    TokenForm("MIIEpAIBAAKCAQEA", .base64, 16), TokenForm("MIIEowIBAAKCAQEA", .base64, 16),
    TokenForm("MIIEvQIBADAN", .base64, 16), TokenForm("MIIEvgIBADAN", .base64, 16),
    TokenForm("MIIEvAIBADAN", .base64, 16), TokenForm("MIIJQgIBADAN", .base64, 16),
    TokenForm("MIIJQwIBADAN", .base64, 16), TokenForm("MIIJKQIBAAKCAgEA", .base64, 16),
    TokenForm("MIIJKAIBAAKCAgEA", .base64, 16), TokenForm("MIICXAIBAAKBgQ", .base64, 16),
    TokenForm("MIICXQIBAAKBgQ", .base64, 16), TokenForm("MIGHAgEAMBMGByqG", .base64, 16),
    TokenForm("MHcCAQEEI", .base64, 32), TokenForm("MC4CAQAwBQYDK2Vw", .base64, 16),
    TokenForm("NRAK-", .capitals, 16), TokenForm("NRAA-", .lowerHex, 16),
    TokenForm("PMAK-", .base64URL, 24), TokenForm("SG.", .dotted, 20),
    TokenForm("SK", .lowerHex, 32, most: 32), TokenForm("SWMTKN-1-", .base64URL, 20),
    // The messages of NTLM and of SPNEGO in Base64 (RFC 4178).
    TokenForm("TlRMTVNTUAA", .base64, 16), TokenForm("YII", .base64, 60, .mixed),
    TokenForm("access_token$", .dollars, 16),
    TokenForm("b3BlbnNzaC1rZXktdjE", .base64, 8), TokenForm("bkua_", .lowerHex, 24),
    TokenForm("cio", .alphanumeric, 32, most: 32, .mixed),
    TokenForm("dapi", .lowerHex, 20), TokenForm("dckr_pat_", .base64URL, 12),
    TokenForm("dckr_oat_", .base64URL, 12), TokenForm("dop_v1_", .lowerHex, 16),
    TokenForm("doo_v1_", .lowerHex, 16), TokenForm("dor_v1_", .lowerHex, 16),
    TokenForm("dp.pt.", .alphanumeric, 20), TokenForm("dp.st.", .dotted, 20),
    TokenForm("dt0c01.", .dotted, 20),
    TokenForm("eyJ", .base64, 10), TokenForm("fo1_", .base64URL, 20),
    TokenForm("fm1r_", .base64, 20), TokenForm("fm1a_", .base64, 20),
    TokenForm("fm2_", .base64, 20), TokenForm("figd_", .base64URL, 20),
    TokenForm("gAAAAA", .base64URL, 60, .mixed), TokenForm("ghp_", .alphanumeric, 10),
    TokenForm("gho_", .alphanumeric, 10), TokenForm("ghu_", .alphanumeric, 10),
    TokenForm("ghs_", .alphanumeric, 10), TokenForm("ghr_", .alphanumeric, 10),
    TokenForm("github_pat_", .word, 16), TokenForm("glpat-", .dotted, 10),
    TokenForm("gldt-", .dotted, 12), TokenForm("glrt-", .dotted, 12),
    TokenForm("glrtr-", .dotted, 12), TokenForm("glptt-", .dotted, 12),
    TokenForm("glft-", .dotted, 12), TokenForm("glsoat-", .dotted, 12),
    TokenForm("glimt-", .dotted, 12), TokenForm("glagent-", .dotted, 12),
    TokenForm("glcbt-", .dotted, 12), TokenForm("glffct-", .dotted, 12),
    TokenForm("gloas-", .dotted, 12), TokenForm("glc_", .base64, 24, .mixed),
    TokenForm("glsa_", .word, 20), TokenForm("gsk_", .alphanumeric, 20, .digit),
    TokenForm("hf_", .alphanumeric, 16, .mixed), TokenForm("hf_", .alphanumeric, 30),
    TokenForm("hvs.", .base64URL, 16), TokenForm("hvs.", .base64URL, 10, .digit),
    TokenForm("hvb.", .base64URL, 16), TokenForm("hvr.", .base64URL, 16),
    TokenForm("key-", .lowerHex, 32, most: 32), TokenForm("lin_api_", .alphanumeric, 16),
    TokenForm("lin_oauth_", .alphanumeric, 16),
    TokenForm("npm_", .alphanumeric, 20, .digit), TokenForm("ntn_", .alphanumeric, 24, .digit),
    TokenForm("nvapi-", .base64URL, 24), TokenForm("oy2", .alphanumeric, 43, most: 43),
    TokenForm("pypi-", .base64URL, 24, .mixed), TokenForm("pplx-", .alphanumeric, 24, .mixed),
    TokenForm("pat-na1-", .base64URL, 24), TokenForm("pat-eu1-", .base64URL, 24),
    TokenForm("pat", .dotted, 70, .mixed), TokenForm("phx_", .alphanumeric, 24, .mixed),
    TokenForm("pscale_tkn_", .dotted, 20), TokenForm("pscale_pw_", .dotted, 20),
    TokenForm("pscale_oauth_", .dotted, 20), TokenForm("pul-", .lowerHex, 32),
    TokenForm("rk_live_", .word, 10), TokenForm("rk_test_", .word, 10),
    TokenForm("rdme_", .alphanumeric, 40), TokenForm("rubygems_", .lowerHex, 24),
    TokenForm("r8_", .alphanumeric, 30, .mixed), TokenForm("re_", .word, 24, .mixed),
    TokenForm("sk_live_", .word, 10), TokenForm("sk_test_", .word, 10),
    TokenForm("sk-ant-", .base64URL, 12, .digit), TokenForm("sk-proj-", .base64URL, 12, .digit),
    TokenForm("sk-or-v1-", .lowerHex, 16), TokenForm("sk-svcacct-", .base64URL, 12, .digit),
    TokenForm("sk-admin-", .base64URL, 16, .digit), TokenForm("sk-", .base64URL, 20, .mixed),
    TokenForm("sk_", .alphanumeric, 32, .mixed), TokenForm("shpat_", .alphanumeric, 16),
    TokenForm("shpca_", .alphanumeric, 16), TokenForm("shppa_", .alphanumeric, 16),
    TokenForm("shpss_", .alphanumeric, 16), TokenForm("shpua_", .alphanumeric, 16),
    TokenForm("sbp_", .lowerHex, 24), TokenForm("sb_secret_", .base64URL, 12),
    TokenForm("sntrys_", .base64, 20), TokenForm("sntryu_", .lowerHex, 20),
    TokenForm("sntrya_", .lowerHex, 20), TokenForm("sq0atp-", .base64URL, 16),
    TokenForm("sq0csp-", .base64URL, 16), TokenForm("secret_", .alphanumeric, 32, .mixed),
    TokenForm("s.", .alphanumeric, 24, most: 24, .mixed),
    TokenForm("sgp_", .word, 32, .digit), TokenForm("sl.", .base64URL, 60, .mixed),
    TokenForm("squ_", .lowerHex, 32), TokenForm("sqp_", .lowerHex, 32),
    TokenForm("sqa_", .lowerHex, 32), TokenForm("tskey-", .base64URL, 16, .digit),
    TokenForm("tvly-", .base64URL, 20, .mixed), TokenForm("v1.0-", .base64URL, 60),
    TokenForm("whsec_", .base64, 12), TokenForm("xoxb-", .dotted, 8, .digit),
    TokenForm("xoxp-", .dotted, 8, .digit), TokenForm("xoxa-", .dotted, 8, .digit),
    TokenForm("xoxo-", .dotted, 8, .digit), TokenForm("xoxr-", .dotted, 8, .digit),
    TokenForm("xoxs-", .dotted, 8, .digit), TokenForm("xoxe-", .dotted, 8, .digit),
    TokenForm("xoxe.xox", .dotted, 8, .digit), TokenForm("xoxd-", .base64, 8),
    TokenForm("xoxc-", .dotted, 8, .digit), TokenForm("xapp-", .dotted, 8, .digit),
    TokenForm("xai-", .alphanumeric, 32, .mixed), TokenForm("xkeysib-", .base64URL, 24),
    TokenForm("xsmtpsib-", .base64URL, 24), TokenForm("ya29.", .dotted, 12),
  ]

  /// The forms with one first byte: where they begin and end, and their second bytes, modulo 64.
  private struct Group: Sendable {
    var first: UInt16 = 0
    var end: UInt16 = 0
    var seconds: UInt64 = 0
  }

  /// For each first byte its forms.
  private var groups = [Group](repeating: Group(), count: 128)

  private init() {
    for (index, form) in forms.enumerated() {
      let prefix = form.prefix.bytes
      let byte = Int(prefix[0] & 127)
      if groups[byte].end == 0 { groups[byte].first = UInt16(truncatingIfNeeded: index) }
      groups[byte].end = UInt16(truncatingIfNeeded: index + 1)
      groups[byte].seconds |= 1 << UInt64(prefix[1] & 63)
    }
  }

  /// Whether a form may begin with the two bytes.
  func mayBegin(_ byte: UInt8, _ second: UInt8) -> Bool {
    byte < 128 && groups[Int(byte)].seconds >> UInt64(second & 63) & 1 == 1
  }

  /// The numbers of the forms that may begin with the two bytes.
  func candidates(_ byte: UInt8, _ second: UInt8) -> Range<Int> {
    guard mayBegin(byte, second) else { return 0..<0 }
    let group = groups[Int(byte)]
    return Int(group.first)..<Int(group.end)
  }

  /// Whether the form with that number may go on with the two bytes behind its first.
  func mayGoOn(_ index: Int, _ second: UInt8, _ third: UInt8) -> Bool {
    forms[index].second == second && (forms[index].third == third || forms[index].third == 0)
  }

  /// Whether the forms that share a first byte stand together, as `candidates` needs.
  package static var areInOrder: Bool {
    var seen: [UInt8] = []
    for form in known.forms {
      let byte = form.prefix.bytes[0]
      if seen.last != byte, seen.contains(byte) { return false }
      seen.append(byte)
    }
    return true
  }

  /// The form with that number, which `candidates` gave.
  subscript(_ index: Int) -> TokenForm { forms[index] }
}

extension TokenMix {
  /// Whether what a body was counted to hold is enough.
  func accepts(digits: Int, capitals: Int, small: Int) -> Bool {
    switch self {
    case .any: true
    case .digit: digits > 0
    case .mixed: digits >= 4 || (digits > 0 && capitals > 0 && small > 0)
    }
  }
}
