import Foundation
import Gauze
import Testing

@Suite struct SecretMaskingTests {
  static let alphabet = [
    "password", "token", "secret", "api_key", "pin", "auth", "Authorization", "Cookie", "name",
    "passphrase", "value", "key", "=", ":", " = ", ": ", "=>", "==", "://", "@", "/", "hunter2",
    "abc", "x", "1234", "7f3a9c2b81", "\"", "'", "`", "\\\"", "\\n", "\n", " ", "  ", ",", ";", "&",
    "|", "(", ")", "[", "]", "{", "}", "<", ">", "<secret>", "<path>", "<email>", "?", "$", "%",
    "%3D", "%26", "%22", "&quot;", "-", "--", "-p", "-u", "mysql", "curl", "Bearer ", "Basic ",
    "dXNlcjpw", "sk-", "eyJhbGciOiJI", "ghp_0123456789ab", "AKIAIOSFODNN7EXAMPLE", "é", "用", "•",
    "-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----", "MIIEvQIBADANBgkqhkiG9w0", "****",
    "is", "must", "the", "required", "postgres", "jane", ".", "+", "#", "!", "~", "\t", "\r\n",
    "user=", "uid=", "pwd=", "Set-Cookie: ", "code ", "your ", "~", "Path=/",
    "</", "<password>", "</password>", "|\n  ", "password is ", "with password '", "true", "null",
  ]

  static let words = [
    "read", "failed", "in", "the", "and", "error", "at", "was", "not", "found", "while", "user",
    "time", "out", "of", "42", "and/or", "n/a", "3/4", "text/html", "retry", "on", "host",
  ]

  @Test func formsThatShareAByteStandTogether() {
    #expect(TokenForms.areInOrder)
  }

  @Test func findsNothingWithoutASecret() {
    #expect(DetectionHarness.findings("", SecretMasking().find).isEmpty)
    #expect(DetectionHarness.findings("plain prose, 12:30 o'clock", SecretMasking().find).isEmpty)
  }

  @Test(arguments: [false, true])
  func staysInOrderAndAlmostAlwaysSettlesAtOnce(findsEntropy: Bool) {
    DetectionHarness.expectOrderAndRest(
      from: Self.alphabet,
      seed: 20_260_502,
      unsettled: 8,
      SecretMasking(findsEntropy: findsEntropy).find
    )
  }

  @Test(arguments: [false, true])
  func leavesNoFragmentOfAPlantedSecret(isFused: Bool) {
    let seed: UInt64 = 11
    var random = SeededRandom(seed: seed)
    for _ in 0..<3000 {
      let secrets = (0..<2).map { _ in Self.secret(using: &random) }
      let planted = Self.plant(secrets, using: &random)
      let before = DetectionHarness.text(
        from: Self.words.map { $0 + " " },
        upTo: 4,
        using: &random
      )
      let after = DetectionHarness.text(
        from: Self.words.map { " " + $0 },
        upTo: 4,
        using: &random
      )
      for text in [before + planted + after, planted, before + "(" + planted + ")", planted + "\n"]
      {
        let output = isFused ? Self.fused(text) : DetectionHarness.mask(text, SecretMasking().find)
        #expect(
          !DetectionHarness.leaks(secrets, in: output),
          "seed \(seed): \(text) became \(output)"
        )
      }
    }
  }

  /// Twelve letters and digits that no word of the prose holds in a row.
  static func secret(using random: inout SeededRandom) -> String {
    let letters = Array("qzkwvjyQZKWVJY")
    let digits = Array("23456789")
    return String(
      (0..<4).flatMap { _ in
        [
          letters.randomElement(using: &random), letters.randomElement(using: &random),
          digits.randomElement(using: &random),
        ].compactMap { $0 }
      }
    )
  }

  static func plant(_ secrets: [String], using random: inout SeededRandom) -> String {
    let (a, b) = (secrets[0], secrets[1])
    let forms = [
      "password=\(a)", "password = '\(a) \(b)'", "{\"password\":\"\(a)\",\"token\":\"\(b)\"}",
      "{\\\"apiKey\\\":\\\"\(a)\\\"}", "db_password: \(a)", "clientSecret=\"\(a)\"",
      "postgres://jane:\(a)@db.example/x", "https://\(a):\(b)@api.example/v1?token=\(b)",
      "Bearer \(a).\(b)", "Authorization: Basic \(a)\(b)", "X-Api-Key: \(a)",
      "Cookie: sid=\(a); x=\(b)", "--password \(a) --token=\(b)", "mysql -u root -p\(a) acme",
      "curl -u jane:\(a) https://api.example", "sshpass -p '\(a)' ssh host",
      "redis-cli -a \(a) ping", "ghp_\(a)\(b)", "glpat-\(a)\(b)", "xoxb-1234-\(a)\(b)",
      "sk_live_\(a)\(b)", "sk-proj-\(a)_\(b)", "eyJ\(a).eyJ\(b).\(a)", "npm_\(a)\(b)",
      "hooks.slack.com/services/T0/\(a)/\(b)", "jane:\(a)@tcp(db:3306)/x",
      "sqlplus scott/\(a)@orcl", "<password>\(a)</password>", "password: \(a),\(b)",
      "Server=db;Uid=jane;Pwd=\(a);Encrypt=yes", "AccountKey=\(a)/\(b)==;x=1",
      "map[password:\(a) user:jane]", "PGPASSWORD=\(a) psql", "IDENTIFIED BY '\(a)'",
      "-----BEGIN RSA PRIVATE KEY-----\nMIIE\(a)\(b)\n-----END RSA PRIVATE KEY-----",
      "-----BEGIN PRIVATE KEY-----\\nMIIE\(a)\\n\(b)", "the password is \(a)", "sessionid=\(a)",
      "passphrase: \(a) \(b)", "&access_token=\(a)&x=1", "password%3D\(a)%26x",
      "\"secrets\": [\"\(a)\", \"\(b)\"]", "sv=2022&sig=\(a)%2B\(b)%3D&se=1",
    ]
    return forms.randomElement(using: &random) ?? forms[0]
  }

  /// Paths, mail addresses, SQL literals and secrets together.
  private static func fused(_ text: String) -> String {
    var findings = Findings()
    let bytes = Array(text.utf8)
    _ = findings.find(
      [
        .paths(PathStripping()), .emails(EmailMasking()), .sql(SQLMasking()),
        .secrets(SecretMasking()),
      ],
      in: bytes.span
    )
    var output = ByteBuffer()
    findings.write(bytes.span, to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    "=", ":", "@", "a:", "sk-", "eyJ", "-----BEGIN", "\"", "'", "a", "7", "a=", "password=",
    "password:", "password=\"", "password='is ", "auth=", "auth:", "auth=\"auth='", "a://",
    "://a:b",
    "a:b/@", "--password ", "-p ", "mysql -p", "curl -u ", "Bearer ", "Basic ", "Bearer a", "\\",
    "\\n", "password=\\\"", "password=$(", "token:[", "password=[\"", "<password>", "<a>", "%3D",
    "token=%3D", "-", "-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----", "AKIA", "a-",
    "sk-sk_", "eyJ.", "password is ", "password '", "identified by '", "name: password ", "[1;",
    "PuTTY-User-Key-File-", "hooks.slack.com/", "a@b:", "curl -u[", "curl -u@", "curl -u=a",
    "AUTH ", "AUTH a ", "/user:a ", "a1b2Q~", "t=$(cat ",
    "user=", "user=a ", "user=a&", "user=a;b=", "password=a;user=", "password=a b=c ", "code ",
    "your code 1234 ", "otp ", "1234 is your ", "htpasswd -b ", "htpasswd -b a ", " /rp a",
    "schtasks /rp ", "~", "1Q~", "cookie: a=", "set-cookie: a=b; path=", "set-cookie: a=b; path=/,",
    "cookie: a=\"", "password a-", "password 'a ", "-----BEGIN PRIVATE KEY-----%0A",
    "t=<a ", "a/b@c", "a:1@", "&quot;password&quot;:",
    "password=,", "password=;a", "password={", "cookie: a=b; ", "authorization: digest a=",
    "<secret>", "token=<secret>", "&password=", "1234567:", "MTIz.", "passphrase: a ", "u:p@",
    "x9X-", "Zx8Kq3Lm9Pw2Rt7Vb4", "password: the ", "faint=", "pw='", "-a", "--a ", "|", "token|",
  ])
  func staysLinear(_ shape: String) {
    for findsEntropy in [false, true] {
      let isLinear = Growth.isLinear(shape) { text in
        var findings: [Finding] = []
        SecretMasking(findsEntropy: findsEntropy).find(in: text, into: &findings)
      }
      #expect(isLinear)
    }
  }
}
