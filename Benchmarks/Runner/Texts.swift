/// Texts for the text policies: tiny, small (about as long as in a real event), huge.
struct TextCase {
  let name: String
  /// The policy as the schema language has it, in JSON.
  let policy: String
  let input: String
  let expected: String
  /// How often one pass goes through it.
  let rounds: Int
}

/// The texts, policy by policy. A huge one is a small one repeated to about a mebibyte.
enum Texts {
  static let all =
    paths + emails + secrets + addresses + identifiers + mixed + statements + truncations

  private static let hugeCount = 10_000

  private static let paths = cases(
    "strip-paths",
    policy: #""strip-paths""#,
    [
      ("tiny", "timed out", "timed out"),
      (
        "error-none",
        "dial tcp: connect: connection refused after 3000 ms (attempt 2 of 5); the service is down",
        "dial tcp: connect: connection refused after 3000 ms (attempt 2 of 5); the service is down"
      ),
      (
        "error-two",
        "open /home/jane/acme/etl.yaml: no such file; last used by C:\\Users\\jane\\acme\\etl.exe now",
        "open <path>: no such file; last used by <path> now"
      ),
    ],
    huge: "error-two"
  )

  private static let emails = cases(
    "mask-emails",
    policy: #""mask-emails""#,
    [
      ("tiny", "timed out", "timed out"),
      (
        "error-none",
        "550 5.1.1 the recipient's address was rejected: no such user here; retry in 30 seconds",
        "550 5.1.1 the recipient's address was rejected: no such user here; retry in 30 seconds"
      ),
      (
        "error-two",
        "550 5.1.1 <jane.doe@acme.example> rejected: user unknown; copy of john+etl@acme.example lost",
        "550 5.1.1 <<email>> rejected: user unknown; copy of <email> lost"
      ),
    ],
    huge: "error-two"
  )

  private static let noFinding =
    "dial tcp: connect: connection refused after 3000 ms (attempt 2 of 5); the service is down"

  private static let secrets = cases(
    "mask-secrets",
    policy: #""mask-secrets""#,
    [
      ("tiny", "timed out", "timed out"),
      ("error-none", noFinding, noFinding),
      (
        "error-two",
        "401 from postgres://jane:hunter2@db/acme after login failed: password=hunter2 rejected twice",
        "401 from postgres://<secret>@db/acme after login failed: password=<secret> rejected twice"
      ),
    ],
    huge: "error-two"
  )

  private static let addresses = cases(
    "mask-addresses",
    policy: #""mask-addresses""#,
    [
      ("tiny", "timed out", "timed out"),
      ("error-none", noFinding, noFinding),
      (
        "error-two",
        "read tcp 10.0.0.5:53211->203.0.113.7:443: connection reset by peer at db-17.acme.example",
        "read tcp <ip>:53211-><ip>:443: connection reset by peer at <host>"
      ),
    ],
    huge: "error-two"
  )

  private static let identifiers = cases(
    "mask-identifiers",
    policy: #""mask-identifiers""#,
    [
      ("tiny", "timed out", "timed out"),
      ("error-none", noFinding, noFinding),
      (
        "error-two",
        "payment of 4111 1111 1111 1111 refused for role arn:aws:iam::123456789012:user/jane twice",
        "payment of <id> refused for role <id> twice"
      ),
    ],
    huge: "error-two"
  )

  private static let mixed = cases(
    "scrub-text",
    policy: #""scrub-text""#,
    [
      ("tiny", "timed out", "timed out"),
      ("error-none", noFinding, noFinding),
      (
        "error-two",
        "open /home/jane/acme/etl.yaml: no such file; jane.doe@acme.example told by 10.0.0.5 today",
        "open <path>: no such file; <email> told by <ip> today"
      ),
    ],
    huge: "error-two"
  )

  private static let statements = cases(
    "mask-sql",
    policy: #""mask-sql""#,
    [
      ("tiny", "COMMIT", "COMMIT"),
      (
        "select-small",
        "SELECT id, name FROM users WHERE email = 'jane@acme.example' AND age > 42 LIMIT 10",
        "SELECT id, name FROM users WHERE email = ? AND age > ? LIMIT ?"
      ),
      (
        "insert-many",
        "INSERT INTO t VALUES " + Array(repeating: "('Jane O''Neil', 12.5)", count: 40).list,
        "INSERT INTO t VALUES " + Array(repeating: "(?, ?)", count: 40).list
      ),
    ],
    huge: "select-small",
    separator: ";\n"
  )

  private static let truncations: [TextCase] = {
    let line = "ä line of about fifty bytes, two of them not ASCII\n"
    let long = String(repeating: line, count: 20_000)
    return [
      TextCase("truncate/tiny", #"{"truncate":500}"#, "timed out", "timed out", rounds: 1000),
      TextCase(
        "truncate/small",
        #"{"truncate":500}"#,
        String(long.prefix(800)),
        String(long.prefix(500)),
        rounds: 1000
      ),
      TextCase("truncate/huge", #"{"truncate":500000}"#, long, String(long.prefix(500_000))),
    ]
  }()

  private static func cases(
    _ word: String,
    policy: String,
    _ texts: [(name: String, input: String, expected: String)],
    huge: String,
    separator: String = "\n"
  ) -> [TextCase] {
    var cases = texts.map {
      TextCase("\(word)/\($0.name)", policy, $0.input, $0.expected, rounds: 1000)
    }
    for text in texts where text.name == huge {
      let input = Array(repeating: text.input, count: hugeCount).joined(separator: separator)
      let expected = Array(repeating: text.expected, count: hugeCount).joined(separator: separator)
      cases.append(TextCase("\(word)/huge", policy, input, expected))
    }
    return cases
  }
}

extension TextCase {
  fileprivate init(
    _ name: String,
    _ policy: String,
    _ input: String,
    _ expected: String,
    rounds: Int = 1
  ) {
    self.name = "policy/" + name
    self.policy = policy
    self.input = input
    self.expected = expected
    self.rounds = rounds
  }
}

extension [String] {
  fileprivate var list: String { joined(separator: ", ") }
}
