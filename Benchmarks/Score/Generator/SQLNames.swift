extension Writer {
  /// A name or a hint of an SQL statement.
  mutating func sqlName(_ name: String) -> Answer? {
    switch name {
    case "t": return .harmless(random.pick(SQLNames.tables))
    case "t.q":
      return .harmless(random.pick(SQLNames.schemas) + "." + random.pick(SQLNames.tables))
    case "col": return .harmless(random.pick(SQLNames.columns))
    case "col.q": return .harmless(random.pick(["o", "u", "t1", "src", "x"]) + "." + column())
    case "alias": return .harmless(random.pick(["a", "b", "t1", "src", "total", "cnt", "latest"]))
    case "fn": return .harmless(random.pick(SQLNames.functions))
    case "qi": return .neutral(quotedName())
    case "hint":
      return .neutral(
        random.pick(["/*+ PARALLEL(4) */", "/*+ INDEX(o ix_1) */", "/*+ FIRST_ROWS(10) */"])
      )
    default: return nil
    }
  }

  private mutating func column() -> String {
    random.pick(SQLNames.columns)
  }

  private mutating func quotedName() -> String {
    let name = random.pick(["Order Id", "group", "Total", "select", "due-on"])
    switch dialect {
    case "mysql", "mariadb", "bigquery", "databricks", "hive", "clickhouse": return "`" + name + "`"
    case "mssql": return "[" + name + "]"
    default: return "\"" + name + "\""
    }
  }
}

/// Names of tables, columns and functions that tell nothing about anybody.
enum SQLNames {
  /// Tables.
  static let tables = Names.words(
    """
    orders users customers invoices line_items events payments sessions accounts shipments products
    audit_log stg_orders dim_customer fact_sales employees tickets leads subscriptions contacts
    """
  )
  /// Schemas.
  static let schemas = Names.words("public sales analytics core hr billing raw mart dbo")
  /// Columns.
  static let columns = Names.words(
    """
    id customer_id status email full_name created_at updated_at amount phone notes city country_code
    order_no due_on sku qty owner_id birth_date region plan iban tax_no address line_total
    """
  )
  /// Functions of one argument.
  static let functions = Names.words("COUNT SUM MAX MIN AVG COALESCE LOWER UPPER TRIM LENGTH")

  /// Dialects in which a backslash in a plain literal is a character like any other.
  static let dialectsWithoutBackslash: Set<String> = [
    "postgres", "mssql", "oracle", "sqlite", "duckdb", "trino", "teradata",
  ]

  /// Words that are literals in some grammars and keywords in others: nobody is asked to keep them.
  static let values: Set<String> = ["true", "false", "null", "nan", "inf", "infinity"]

  /// The identifiers and keywords of a statement that no secret and no neutral stretch meets.
  static func words(of draft: Draft) -> [String] {
    var words: [String] = []
    var position = 0
    let scalars = draft.scalars
    while position < scalars.count {
      guard isStart(scalars[position]) else {
        position += 1
        continue
      }
      let start = position
      while position < scalars.count, isStart(scalars[position]) || isDigit(scalars[position]) {
        position += 1
      }
      let word = text(scalars[start..<position])
      if draft.isTouched(start..<position) || isParameter(scalars, before: start) { continue }
      if values.contains(word.lowercased()) {
        let previous = words.last?.lowercased() ?? ""
        if word.lowercased() != "null" || (previous != "is" && previous != "not") { continue }
      }
      words.append(word)
    }
    return words
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func isStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || (scalar.isASCII && scalar.properties.isAlphabetic)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  /// True for `:name`, `@name`, `$1a`, `%s` and the tail of a number, but not for `::int`.
  private static func isParameter(_ scalars: [Unicode.Scalar], before start: Int) -> Bool {
    guard start > 0 else { return false }
    let previous = scalars[start - 1]
    if previous == ":" { return start < 2 || scalars[start - 2] != ":" }
    return "@$%#".unicodeScalars.contains(previous) || isDigit(previous)
  }
}
