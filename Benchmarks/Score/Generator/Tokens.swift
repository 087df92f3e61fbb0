/// How one vendor's token is written: a fixed beginning, then random characters.
private struct TokenGrammar {
  let start: String
  let count: Int
  let alphabet: [Character]
  let end: String

  init(_ start: String, _ count: Int, _ alphabet: [Character], _ end: String = "") {
    self.start = start
    self.count = count
    self.alphabet = alphabet
    self.end = end
  }
}

/// Grammars as their vendors publish them, or as their own scanners describe them.
private let grammars: [String: [TokenGrammar]] = [
  "aws": [
    TokenGrammar("AKIA", 16, Alphabet.base32), TokenGrammar("ASIA", 16, Alphabet.base32),
  ],
  "awssecret": [TokenGrammar("", 40, Alphabet.base64)],
  "gcp": [TokenGrammar("AIza", 35, Alphabet.url)],
  "gcpoauth": [
    TokenGrammar("ya29.", 68, Alphabet.url), TokenGrammar("GOCSPX-", 28, Alphabet.url),
  ],
  "azurestorage": [TokenGrammar("", 86, Alphabet.base64, "==")],
  "azuread": [TokenGrammar("q~", 34, Alphabet.url)],
  "github": [
    TokenGrammar("ghp_", 36, Alphabet.alphanumeric),
    TokenGrammar("gho_", 36, Alphabet.alphanumeric),
    TokenGrammar("ghs_", 36, Alphabet.alphanumeric),
    TokenGrammar("ghu_", 36, Alphabet.alphanumeric),
    TokenGrammar("github_pat_11", 80, Alphabet.alphanumeric),
  ],
  "gitlab": [
    TokenGrammar("glpat-", 20, Alphabet.url), TokenGrammar("glrt-", 20, Alphabet.url),
    TokenGrammar("glptt-", 40, Alphabet.hexadecimal), TokenGrammar("gldt-", 20, Alphabet.url),
  ],
  "stripe": [
    TokenGrammar("sk_live_", 24, Alphabet.alphanumeric),
    TokenGrammar("rk_live_", 24, Alphabet.alphanumeric),
    TokenGrammar("sk_test_", 24, Alphabet.alphanumeric),
    TokenGrammar("whsec_", 32, Alphabet.alphanumeric),
    TokenGrammar("sk_live_51", 97, Alphabet.alphanumeric),
  ],
  "anthropic": [
    TokenGrammar("sk-ant-api03-", 93, Alphabet.url, "AA"),
    TokenGrammar("sk-ant-admin01-", 93, Alphabet.url, "AA"),
  ],
  "npm": [TokenGrammar("npm_", 36, Alphabet.alphanumeric)],
  "pypi": [TokenGrammar("pypi-AgEIcHlwaS5vcmc", 130, Alphabet.url)],
  "other": [
    TokenGrammar("hf_", 34, Alphabet.alphanumeric),
    TokenGrammar("dop_v1_", 64, Alphabet.hexadecimal),
    TokenGrammar("shpat_", 32, Alphabet.hexadecimal),
    TokenGrammar("dapi", 32, Alphabet.hexadecimal),
    TokenGrammar("hvs.", 24, Alphabet.url), TokenGrammar("key-", 32, Alphabet.hexadecimal),
    TokenGrammar("sq0atp-", 22, Alphabet.url),
    TokenGrammar("NRAK-", 27, Alphabet.upperAlphanumeric),
    TokenGrammar("lin_api_", 40, Alphabet.alphanumeric),
    TokenGrammar("gsk_", 52, Alphabet.alphanumeric),
    TokenGrammar("pplx-", 48, Alphabet.alphanumeric),
    TokenGrammar("r8_", 37, Alphabet.alphanumeric),
    TokenGrammar("sbp_", 40, Alphabet.hexadecimal), TokenGrammar("figd_", 40, Alphabet.url),
    TokenGrammar("pscale_tkn_", 43, Alphabet.url),
    TokenGrammar("dp.pt.", 43, Alphabet.alphanumeric),
    TokenGrammar("ATATT3xFfGF0", 180, Alphabet.url), TokenGrammar("SK", 32, Alphabet.hexadecimal),
    TokenGrammar("dckr_pat_", 27, Alphabet.url),
    TokenGrammar("rubygems_", 48, Alphabet.hexadecimal),
    TokenGrammar("glsa_", 32, Alphabet.alphanumeric, "_0b1c9d3e"),
    TokenGrammar("EAACEdEose0cBA", 60, Alphabet.alphanumeric),
    TokenGrammar("PMAK-", 24, Alphabet.hexadecimal),
    TokenGrammar("tfp_", 44, Alphabet.alphanumeric),
  ],
]

extension Writer {
  /// A credential of the kind that `detail` names.
  mutating func token(_ detail: String) -> Secret? {
    if let kinds = grammars[detail] {
      guard let grammar = kinds.isEmpty ? nil : kinds[random.below(kinds.count)] else { return nil }
      let body = random.characters(grammar.count, of: grammar.alphabet)
      let start = detail == "azuread" ? "8Xk8Q~" : grammar.start
      return token(start + body + grammar.end, Writer.pieces(body), detail)
    }
    switch detail {
    case "any":
      let kinds = [
        "aws", "gcp", "gcpoauth", "github", "github", "gitlab", "stripe", "anthropic", "npm",
        "pypi",
        "other", "other", "other", "openai", "slack", "sendgrid", "jwt", "airtable",
      ]
      return token(random.pick(kinds))
    case "openai": return openAI()
    case "slack": return slack()
    case "slackhook":
      let body = random.characters(24, of: Alphabet.alphanumeric)
      let team = "T" + random.characters(8, of: Alphabet.upperAlphanumeric)
      let bot = "B" + random.characters(10, of: Alphabet.upperAlphanumeric)
      return token("https://hooks.slack.com/services/\(team)/\(bot)/\(body)", [body], "slack-hook")
    case "sendgrid":
      let first = random.characters(22, of: Alphabet.url)
      let second = random.characters(43, of: Alphabet.url)
      return token("SG.\(first).\(second)", Writer.pieces(second), "sendgrid")
    case "airtable":
      let first = random.characters(14, of: Alphabet.alphanumeric)
      let second = random.characters(64, of: Alphabet.hexadecimal)
      return token("pat\(first).\(second)", Writer.pieces(second), "airtable")
    case "telegram":
      let body = random.characters(33, of: Alphabet.url)
      return token(random.digits(10) + ":AA" + body, Writer.pieces(body), "telegram")
    case "jwt": return webToken()
    case "hex32": return opaque(32, Alphabet.hexadecimal, "hex")
    case "hex40": return opaque(40, Alphabet.hexadecimal, "hex")
    case "hex64": return opaque(64, Alphabet.hexadecimal, "hex")
    case "rand": return opaque(random.within(20, 44), Alphabet.alphanumeric, "opaque")
    case "url": return opaque(random.within(24, 43), Alphabet.url, "opaque")
    case "b64":
      let body = random.characters(43, of: Alphabet.base64)
      return token(body + "=", Writer.pieces(body), "base64")
    case "sig":
      let body = random.characters(30, of: Alphabet.alphanumeric)
      return token(body + "%2B" + "mQ%3D", Writer.pieces(body), "percent")
    case "uuid":
      let value = uuid()
      return token(value, [value], "uuid")
    case "pw": return password(quotable: false)
    case "pwq": return password(quotable: true)
    case "basic":
      let plain = person.account + ":" + (password(quotable: false)?.value ?? "")
      let value = Base64.encode(Array(plain.utf8), url: false)
      return token(value, Writer.pieces(value.filter { $0 != "=" }), "basic")
    case "pin": return digits(random.within(6, 8), "one-time")
    case "pem": return pem(lines: "\n")
    case "pemjson": return pem(lines: "\\n")
    default: return nil
    }
  }

  /// The first and the last piece of a long body, or the whole of a short one.
  private static func pieces(_ body: String) -> [String] {
    body.count <= 24 ? [body] : [String(body.prefix(12)), String(body.suffix(12))]
  }

  private func token(_ value: String, _ parts: [String], _ form: String) -> Secret {
    Secret(category: "token", value: value, parts: parts, form: form)
  }

  private mutating func opaque(_ count: Int, _ alphabet: [Character], _ form: String) -> Secret {
    let body = random.characters(count, of: alphabet)
    return token(body, Writer.pieces(body), form)
  }

  private mutating func digits(_ count: Int, _ form: String) -> Secret {
    let body = random.digits(count)
    return token(body, [body], form)
  }

  private mutating func openAI() -> Secret {
    let count = random.pick([20, 74], else: 20)
    let start = count == 20 ? "sk-" : random.pick(["sk-proj-", "sk-svcacct-"])
    let alphabet = count == 20 ? Alphabet.alphanumeric : Alphabet.url
    let first = random.characters(count, of: alphabet)
    let second = random.characters(count, of: alphabet)
    let parts = [String(first.prefix(12)), String(second.suffix(12))]
    return token(start + first + "T3BlbkFJ" + second, parts, "openai")
  }

  private mutating func slack() -> Secret {
    let team = random.digits(12)
    if random.chance(25) {
      let body = random.characters(64, of: Alphabet.hexadecimal)
      let app = "A" + random.characters(10, of: Alphabet.upperAlphanumeric)
      return token("xapp-1-\(app)-\(team)-\(body)", Writer.pieces(body), "slack")
    }
    let start = random.pick(["xoxb", "xoxp"])
    let body = random.characters(24, of: Alphabet.alphanumeric)
    return token("\(start)-\(team)-\(random.digits(13))-\(body)", [body], "slack")
  }

  private mutating func webToken() -> Secret {
    let headers = [
      "{\"alg\":\"HS256\",\"typ\":\"JWT\"}", "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"kid\":\"k1\"}",
      "{\"alg\":\"ES256\"}",
    ]
    let header = Base64.encode(Array(random.pick(headers).utf8), url: true)
    let claims =
      "{\"sub\":\"\(random.digits(8))\",\"name\":\"\(person.account)\",\"exp\":1\(random.digits(9))}"
    let payload = Base64.encode(Array(claims.utf8), url: true)
    let signature = random.characters(43, of: Alphabet.url)
    let parts = [String(payload.suffix(14)), String(signature.prefix(14))]
    return token(header + "." + payload + "." + signature, parts, "jwt")
  }

  /// A password as a person or a generator of passwords would make it.
  mutating func password(quotable: Bool) -> Secret? {
    let word = Person.capitalized(random.pick(Names.head)) + random.pick(Names.tail)
    let marks =
      quotable ? ["!", "#", "$", "&", ",", ";", " ", "@", ")", "%"] : ["!", "-", "_", "."]
    let value: String
    switch random.below(4) {
    case 0: value = word + random.digits(2) + random.pick(marks) + random.digits(3)
    case 1:
      value =
        random.characters(5, of: Alphabet.alphanumeric) + random.pick(marks)
        + random.characters(8, of: Alphabet.alphanumeric)
    case 2: value = word.lowercased() + random.pick(marks) + random.pick(Names.project)
    default: value = random.characters(14, of: Alphabet.alphanumeric)
    }
    return token(value, [value], "password")
  }

  private mutating func pem(lines separator: String) -> Secret {
    let kind = random.pick(["RSA ", "EC ", "", "OPENSSH "])
    let count = random.within(2, 3)
    var body: [String] = []
    for _ in 0..<count { body.append(random.characters(64, of: Alphabet.base64)) }
    body.append(random.characters(24, of: Alphabet.base64) + "==")
    let value =
      "-----BEGIN \(kind)PRIVATE KEY-----" + separator + body.joined(separator: separator)
      + separator
      + "-----END \(kind)PRIVATE KEY-----"
    return token(value, body.map { String($0.prefix(20)) }, "pem")
  }

  /// A random UUID of version 4.
  mutating func uuid() -> String {
    let first = random.characters(8, of: Alphabet.hexadecimal)
    let second = random.characters(4, of: Alphabet.hexadecimal)
    let third = "4" + random.characters(3, of: Alphabet.hexadecimal)
    let fourth = random.pick(["8", "9", "a", "b"]) + random.characters(3, of: Alphabet.hexadecimal)
    let fifth = random.characters(12, of: Alphabet.hexadecimal)
    return [first, second, third, fourth, fifth].joined(separator: "-")
  }
}

/// RFC 4648.
enum Base64 {
  /// The bytes in base64; for `url`, in its alphabet and without padding.
  static func encode(_ bytes: [UInt8], url: Bool) -> String {
    let alphabet = Array(letters) + (url ? urlEnd : plainEnd)
    var result = ""
    var index = 0
    while index < bytes.count {
      let chunk = bytes[index..<min(index + 3, bytes.count)]
      var bits = 0
      for byte in chunk { bits = bits << 8 | Int(byte) }
      bits <<= 8 * (3 - chunk.count)
      for place in 0..<chunk.count + 1 { result.append(alphabet[bits >> (18 - 6 * place) & 63]) }
      if !url { result += String(repeating: "=", count: 3 - chunk.count) }
      index += 3
    }
    return result
  }

  private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
  private static let urlEnd: [Character] = ["-", "_"]
  private static let plainEnd: [Character] = ["+", "/"]
}
