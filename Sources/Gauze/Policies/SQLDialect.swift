/// The SQL dialects that a schema can name, each with the default settings of its server.
package enum SQLDialect: UInt8, Sendable, CaseIterable {
  /// No dialect is known: what any of the others masks is masked.
  case any
  case standard
  case postgres
  case redshift
  case duckdb
  case mysql
  case mariadb
  case sqlite
  case mssql
  case oracle
  case snowflake
  case bigquery
  case databricks
  case spark
  case clickhouse
  case trino
  case teradata
  case hive

  /// The dialect's name in the schema language.
  package var word: StaticString {
    switch self {
    case .any: "any"
    case .standard: "standard"
    case .postgres: "postgres"
    case .redshift: "redshift"
    case .duckdb: "duckdb"
    case .mysql: "mysql"
    case .mariadb: "mariadb"
    case .sqlite: "sqlite"
    case .mssql: "mssql"
    case .oracle: "oracle"
    case .snowflake: "snowflake"
    case .bigquery: "bigquery"
    case .databricks: "databricks"
    case .spark: "spark"
    case .clickhouse: "clickhouse"
    case .trino: "trino"
    case .teradata: "teradata"
    case .hive: "hive"
    }
  }

  /// The dialect that `word` names, or nothing; names are matched byte for byte.
  package static func named(_ word: Span<UInt8>) -> SQLDialect? {
    for dialect in allCases where word.equals(dialect.word) { return dialect }
    return nil
  }

  /// What this dialect's lexer does; nothing for `any`, which has no lexer of its own.
  ///
  /// Sources are each system's reference on lexical structure. SQLite's double quotes count as
  /// literals because it reads `"Jane"` as one wherever no column has that name.
  package var traits: SQLTraits {
    switch self {
    case .any: []
    case .standard: [.nestedComments]
    case .postgres: Self.postgresFamily
    case .redshift: Self.postgresFamily.union([.backslashInStrings, .hashInNames])
    case .duckdb: Self.postgresFamily.union(.questionParameters)
    case .mysql: Self.mysqlFamily.union([.dollarQuotes, .dollarTags])
    case .mariadb: Self.mysqlFamily
    case .sqlite:
      [
        .doubleQuotedStrings, .backtickNames, .bracketNames, .dollarInNames, .dollarParameters,
        .colonParameters, .questionParameters,
      ]
    case .mssql:
      [.bracketNames, .doubledBrackets, .nestedComments, .hashInNames, .dollarInNames]
    case .oracle: [.delimitedStrings, .hashInNames, .dollarInNames, .colonParameters]
    case .snowflake:
      [
        .backslashInStrings, .slashComments, .dollarQuotes, .dollarInNames, .dollarParameters,
        .colonParameters,
      ]
    case .bigquery:
      [
        .backslashInStrings, .backslashInDoubleQuotes, .backslashInBackticks,
        .doubleQuotedStrings, .tripleQuotes, .backtickNames, .hashComments, .returnEndsLine,
      ]
    case .databricks: Self.sparkFamily.union([.dollarQuotes, .dollarTags])
    case .spark: Self.sparkFamily
    case .clickhouse:
      [
        .backslashInStrings, .backslashInDoubleQuotes, .backslashInBackticks, .backtickNames,
        .hashComments, .nestedComments, .dollarQuotes, .dollarTags, .dollarInNames,
        .typographicQuotes,
      ]
    case .trino: .returnEndsLine
    case .teradata: [.hashInNames, .dollarInNames]
    case .hive:
      [
        .backslashInStrings, .backslashInDoubleQuotes, .doubleQuotedStrings, .backtickNames,
        .returnEndsLine,
      ]
    }
  }

  private static let postgresFamily: SQLTraits = [
    .escapeStrings, .nestedComments, .dollarQuotes, .dollarTags, .dollarInNames,
    .dollarParameters, .returnEndsLine,
  ]

  private static let mysqlFamily: SQLTraits = [
    .backslashInStrings, .backslashInDoubleQuotes, .doubleQuotedStrings, .backtickNames,
    .hashComments, .dashesNeedSpace, .executableComments, .dollarInNames,
  ]

  private static let sparkFamily: SQLTraits = [
    .backslashInStrings, .backslashInDoubleQuotes, .doubleQuotedStrings, .rawStrings,
    .backtickNames, .nestedComments, .continuedComments, .returnEndsLine,
  ]
}
