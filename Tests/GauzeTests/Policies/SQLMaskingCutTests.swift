import Gauze
import Testing

/// What a cut leaves of a masked statement holds nothing of its literals, wherever the cut falls.
@Suite struct SQLMaskingCutTests {
  /// Statements whose literals are made of the letters Q, Z, X, J, K, V and W alone.
  static let statements: [(dialect: String, text: String)] = [
    ("postgres", "SELECT a FROM t WHERE b = 'QZXJ KVWQ' AND c = E'ZQ\\'XJKV' -- WVKJXZ's\nLIMIT 5"),
    (
      "postgres",
      "SELECT $$QZXJKV's$$, $t$WVKJ $$ XZQ$t$ FROM t WHERE u = U&'QZXJ!0061' UESCAPE '!'"
    ),
    ("postgres", "COPY t (a) FROM stdin;\nQZXJKV\t\\N\nWVKJ XZQQ\n\\.\nSELECT b FROM u"),
    ("postgres", "\\set who QZXJKV WVKJXZ\n\\copy t from stdin\nZZXXQQ\n\\.\nSELECT a"),
    (
      "postgres",
      "{\"sql\": \"SELECT a WHERE b = 'QZXJ O\\\\'KVWQ' AND c = \\\"WVKJXZ\\\"\"} failed"
    ),
    (
      "postgres",
      "SELECT a\\nWHERE b = \\u0027QZXJKV\\u0027 AND c = \\\"WVKJXZ\\\" AND d = \\u0051\\u005a"
    ),
    (
      "postgres",
      "SELECT \"QZXJ KVWQ\".a, (1.5e10) FROM \"WVKJ\"\"XZQQ\" /* ZZQQ /* XXKK */ JJVV */"
    ),
    ("mysql", "SELECT `QZXJ` FROM t WHERE a = \"WVKJ\\\"XZQQ\" AND b = _utf8mb4'KKVV' # ZZXXQQ"),
    (
      "mysql",
      "SELECT /*!40001 'QZXJ' */ a, x'5155' , 0b0101 FROM t WHERE b = 'KVWQ\\\\' AND c = 'ZZXX'"
    ),
    (
      "sqlite",
      "SELECT [QZXJ KV], `WVKJ`, \"XZQQ\" FROM t WHERE a = 'KKVV''JJXX' AND b = ?1 AND c = :n"
    ),
    ("mssql", "SELECT [QZXJ]]KVWQ], N'WVKJ''XZQQ', $12.50, 0xABCD FROM #t WHERE a = 'KKVVJJ'"),
    ("oracle", "SELECT q'[QZXJ's KVWQ]', nq'<WVKJ>XZQQ>', 'KKVV' FROM dual -- ZZXXJJ"),
    ("oracle", "CREATE USER app IDENTIFIED BY QZXJKVWQ REPLACE WVKJXZQQ ACCOUNT LOCK"),
    (
      "snowflake",
      "SELECT $$QZXJ's$$, 'WVKJ\\'XZQQ', $1, v:a.b FROM t // KKVVJJ\nWHERE c = 'ZZXXKK'"
    ),
    (
      "bigquery",
      "SELECT r'''QZXJ'KVWQ''', b\"WVKJ\", \"\"\"XZ\"QQKK\"\"\", `VVJJ.XXZZ` FROM t # QQKKVV"
    ),
    (
      "databricks",
      "SELECT r\"QZXJ\\\", 'WVKJ\\'XZQQ', \"KKVV\" FROM t -- JJXXZZ \\\nQQKKVV\nWHERE a = 'ZZXXJJ'"
    ),
    ("clickhouse", "SELECT ‘QZXJKV’, $d$WVKJ's$d$, {p:String} FROM t WHERE a = 'XZ\\'QQKK'"),
    ("clickhouse", "INSERT INTO t (a) FORMAT TSV\nQZXJKV\tWVKJXZ\n"),
    ("duckdb", "SELECT 'QZXJ' || 'WVKJ', 1_000, 1e3, $1, E'KK\\'VVJJ' FROM \"XZQQ\" WHERE a // b"),
    (
      "redshift",
      "UNLOAD ('SELECT QZXJ FROM t WHERE a = \\'WVKJXZ\\'') TO 's3://KKVVJJ/' IAM_ROLE 'ZZXXQQ'"
    ),
    (
      "hive",
      "SELECT a FROM t WHERE b = \"QZXJ\\\"KVWQ\" AND c = 'WVKJ\\'XZQQ' AND d = ${hiveconf:e}"
    ),
    ("teradata", "SEL a FROM t WHERE b = 'QZXJ''KVWQ' AND c = '4142'XB AND d = _Latin'WVKJXZ'"),
    (
      "trino",
      "SELECT \"QZXJKV\", U&'WVKJ\\0041' FROM t WHERE a = DATE '1984-03-02' AND b = 'XZ''QQKK'"
    ),
    (
      "standard",
      "SELECT a FROM {{ ref('QZXJKV') }} {# WVKJ's XZQQ #} WHERE b = '{{ var(\"KKVVJJ\") }}'"
    ),
    (
      "postgres",
      "SELECT a WHERE b = ’QZXJKV’ AND c = “WVKJ O’XZQQ” AND d = «KKVVJJ» AND e = ´ZZXXQQ´"
    ),
  ]

  @Test(arguments: [1...200, 201...400, 401...600])
  func noCutLeavesPartOfALiteral(limits: ClosedRange<Int>) throws {
    for dialect in Set(["any"] + Self.statements.map { $0.dialect }) {
      // One record gives the cuts at all limits, and each must be its own wire form.
      let policy = dialect == "any" ? #""mask-sql""# : #"{"mask-sql": {"dialect": "\#(dialect)"}}"#
      let fields = limits.map {
        #""f\#($0)": {"from": "t", "policies": [\#(policy), {"truncate": \#($0)}], "why": "y"}"#
      }
      let schema =
        #"{"gauze": 1, "name": "x", "version": "1.0", "events": {"e": {"description": "d", "#
        + #""properties": {"t": {"type": "string", "policies": ["drop"]}, "#
        + fields.joined(separator: ", ") + "}}}}"
      let plan = try Plan(try Schema(reading: Array(schema.utf8).span))
      var raw = Sanitizer(plan)
      var wire = Sanitizer(plan, reading: .wire)
      var random = SeededRandom(seed: 1)
      for statement in Self.statements where dialect == "any" || statement.dialect == dialect {
        let record = RandomValue.object([("t", .text(statement.text))]).spelled(&random)
        let clean = try #require(LawTests.run(&raw, Array(record.utf8)))
        #expect(LawTests.run(&wire, clean) == clean, "\(dialect): \(statement.text)")
        var row = 0
        for byte in clean {
          row = "QZXJKVW".utf8.contains(byte) ? row + 1 : 0
          guard row < 4 else {
            Issue.record("\(dialect): \(statement.text) became \(clean.shown)")
            break
          }
        }
      }
    }
  }
}
