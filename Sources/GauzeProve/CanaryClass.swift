package import Gauze

/// What a canary looks like: the classes of data that policies speak of, and a word of no class.
package enum CanaryClass: String, Sendable, CaseIterable {
  case path
  case email
  case token
  case pair
  case connection
  case privateKey = "private-key"
  case webToken = "web-token"
  case ipv4
  case ipv6
  case mac
  case host
  case card
  case iban
  case ssn
  case phone
  case arn
  /// What stands behind the host of a URL, and before it.
  case url
  case sqlText = "sql-text"
  case sqlNumber = "sql-number"
  case sqlComment = "sql-comment"
  /// A word that no detector can know: what is closed must not let it through either.
  case word

  /// Its permanent name.
  package var name: String { rawValue }

  /// The class that a schema's promises call it by. A number alone is no SQL, and a word is of no class.
  package var dataClass: DataClass? {
    switch self {
    case .path: .path
    case .email: .email
    case .token, .pair, .connection, .privateKey, .webToken: .secret
    case .ipv4, .ipv6: .ip
    case .mac, .host: .host
    case .card, .iban, .ssn, .phone, .arn: .id
    case .url: .url
    case .sqlText, .sqlComment: .sql
    case .sqlNumber, .word: nil
    }
  }

  /// Whether it is a part of a SQL statement.
  var isSQL: Bool { self == .sqlText || self == .sqlNumber || self == .sqlComment }

  /// Whether it is the same in capital letters.
  var ignoresCase: Bool {
    switch self {
    case .email, .ipv6, .mac, .host, .url: true
    default: false
    }
  }
}
