/// Random records that are alike and not alike enough: members that are absent or null, values of other
/// types, keys that are data, doubled names, numbers of any size, and broken JSON at times.
struct RandomExport {
  private static let names = [
    "type", "event", "kind", "time", "created_at", "user", "user_id", "message", "sql", "path",
    "host", "version", "count", "rows", "ratio", "ok", "tags", "meta", "items", "e-mail", "id",
    "password", "$set", "a.b",
  ]
  private static let strangeNames = [
    "jane@acme.example", "/home/jane", "", "a b", "0", "2026-05-01", "\\u0061", "\\\"", "é",
    "2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11", "48213977", "Zx8Kq3Lm9Pw2Rt7Vb4Nc6Yd1",
  ]
  private static let texts = [
    "", "opened", "page.closed", "Jane Doe", "jane@acme.example", "see https://a.example/b?c=d",
    "2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11", "2026-05-01T09:31:00Z", "2026-05-01", "1.30.2", "v2",
    "SELECT a FROM t WHERE b = 'x'", "0f1e2d3c4b5a69780f1e2d3c4b5a6978", "10.0.0.5",
    "0000-01-01T00:00:00+23:59", "9999-12-31T23:59:60-23:59", "caf\\u00e9 \\ud83d\\ude00", "a\\nb",
    "/home/jane/pay.sql", "token=hunter2", "true", "17", "deadbeefdeadbeef", "\\u0000",
  ]
  private static let numbers = [
    "0", "-0", "1", "-1", "7.0", "0.25", "-0.001", "1e3", "48213", "1755900000", "1755900000123",
    "1755900000.5", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "1e400",
    "1e-400", "123456789012345678901234567890123", "0.00000000000000000000000000000000001",
    "4102444799", "4102444800", "999999999999", "1E+2",
  ]

  private var members: [(name: String, depth: Int)] = []

  init(using random: inout SeededRandom) {
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      members.append((Self.name(&random), Int.random(in: 0...3, using: &random)))
    }
  }

  private static func name(_ random: inout SeededRandom) -> String {
    let all = Int.random(in: 0..<8, using: &random) == 0 ? strangeNames : names
    return all.randomElement(using: &random) ?? ""
  }

  func record(using random: inout SeededRandom) -> String {
    var parts: [String] = []
    for member in members where Int.random(in: 0..<6, using: &random) > 0 {
      parts.append(#""\#(member.name)":\#(Self.value(member.name, member.depth, &random))"#)
    }
    if Int.random(in: 0..<20, using: &random) == 0 {
      parts.append(#""\#(Self.name(&random))":1"#)
    }
    if Int.random(in: 0..<4, using: &random) == 0 { parts.shuffle(using: &random) }
    let text = "{\(parts.joined(separator: ","))}"
    switch Int.random(in: 0..<60, using: &random) {
    case 0: return String(text.dropLast(Int.random(in: 1...8, using: &random)))
    case 1: return "[\(text)]"
    case 2: return " " + text + "\t"
    default: return text
    }
  }

  /// A value that its name makes likely, or any other.
  private static func value(_ name: String, _ depth: Int, _ random: inout SeededRandom) -> String {
    let kind =
      Int.random(in: 0..<5, using: &random) == 0
      ? Int.random(in: 0..<9, using: &random)
      : name.utf8.reduce(0) { $0 + Int($1) } % 9
    switch kind {
    case 0, 1, 2:
      // Few texts a name, so that formats and vocabularies come about.
      let first = name.utf8.count % texts.count
      let index =
        Int.random(in: 0..<3, using: &random) == 0
        ? Int.random(in: 0..<texts.count, using: &random) : first
      return "\"\(texts[index])\""
    case 3, 4: return numbers.randomElement(using: &random) ?? "0"
    case 5: return Bool.random(using: &random) ? "true" : "false"
    case 6: return "null"
    case 7 where depth > 0:
      let count = Int.random(in: 0...4, using: &random)
      return "[\((0..<count).map { _ in value(name, depth - 1, &random) }.joined(separator: ","))]"
    case 8 where depth > 0:
      let count = Int.random(in: 0...4, using: &random)
      let members = (0..<count).map { _ in
        let inner = Self.name(&random)
        return #""\#(inner)":\#(value(inner, depth - 1, &random))"#
      }
      return "{\(members.joined(separator: ","))}"
    default: return Bool.random(using: &random) ? "[]" : "{}"
    }
  }
}
