/// The classes of data that promises and `forbid` speak of. The words are permanent.
package enum DataClass: UInt8, Sendable, CaseIterable {
  case email
  /// Of files.
  case path
  case secret
  /// What a URL tells beside its host.
  case url
  case host
  case ip
  /// Numbers of people, accounts and cards.
  case id
  /// Statements, also without their values: the names in them are somebody's.
  case sql

  /// The word in the schema language.
  package var word: StaticString {
    switch self {
    case .email: "email"
    case .path: "path"
    case .secret: "secret"
    case .url: "url"
    case .host: "host"
    case .ip: "ip"
    case .id: "id"
    case .sql: "sql"
    }
  }

  /// The class of that word.
  package static func named(_ word: Span<UInt8>) -> DataClass? {
    for one in allCases where word.equals(one.word) { return one }
    return nil
  }
}

/// Some of the classes.
package struct DataClasses: OptionSet, Sendable {
  package var rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// One class alone.
  package init(_ one: DataClass) { rawValue = 1 << UInt16(one.rawValue) }

  /// Those that are named; what is none was a fault of the file.
  init(_ names: [[UInt8]]) {
    rawValue = 0
    for name in names {
      if let one = DataClass.named(name.span) { formUnion(DataClasses(one)) }
    }
  }

  package static let email = DataClasses(.email)
  package static let path = DataClasses(.path)
  package static let secret = DataClasses(.secret)
  package static let url = DataClasses(.url)
  package static let host = DataClasses(.host)
  package static let ip = DataClasses(.ip)
  package static let id = DataClasses(.id)
  package static let sql = DataClasses(.sql)
  package static let all: DataClasses = [.email, .path, .secret, .url, .host, .ip, .id, .sql]

  /// Whether `one` is among them.
  package func holds(_ one: DataClass) -> Bool { contains(DataClasses(one)) }
}
