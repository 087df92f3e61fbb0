import Testing

import Gauze

/// The laws for policies that make values: whatever comes in, what leaves is in its wire form, stays
/// as it is there, and does not depend on how the record was spelled.
@Suite struct ValueLawTests {
  static let chains = [
    #"[{"round": {"digits": 2}}]"#,
    #"[{"round": {"to": 0.25}}, {"clamp": {"minimum": -9, "maximum": 9}}]"#,
    #"[{"clamp": {"minimum": -5, "maximum": 50.5}}]"#,
    #"[{"clamp": {"minimum": -5, "maximum": 97}}, {"round": {"digits": 1}}]"#,
    #"["count"]"#, #"["count", {"round": {"to": 2}}]"#, #"["count", {"clamp": {"maximum": 2}}]"#,
    #"["count", {"bucket": {"edges": [1, 3], "labels": ["none", "few", "many"]}}]"#,
    #"["presence"]"#, #"[{"presence": {"as": "truthy", "absent": "omitted"}}]"#,
    #"[{"keys": {"allow": ["b", "a", "é"], "otherwise": "other"}}]"#,
    #"[{"coarsen-time": "hour"}]"#, #"[{"coarsen-time": "month"}]"#,
    #"["coarsen-version"]"#, #"[{"coarsen-version": {"parts": 1, "otherwise": "no \"version\""}}]"#,
    #"[{"pseudonymize": {"key": "k", "previous": "j"}}]"#,
    #"["scrub-text", "fingerprint"]"#,
    #"["mask-emails", {"truncate": 9}, {"fingerprint": {"key": "k"}}]"#,
    #"[{"classify": {"a\nb": ["a"], "number": ["1", "2"]}}]"#,
    #"["scrub-text", {"classify": {"path": ["path"], "jane": ["jane"]}}]"#,
    #"[{"vocabulary": {"words": ["a", "22", "path"], "otherwise": "é\n"}}]"#,
    #"[{"vocabulary": {"words": {"v1": "one", "22": "two"}, "match": "segment", "separator": "."}}]"#,
    #"[{"vocabulary": {"words": ["a", "a 1", "x", "x 12"], "match": "words", "otherwise": "-"}}]"#,
  ]

  static let types = [
    #""type": ["string", "null"], "#, #""type": ["number", "null"], "#, #""type": "integer", "#,
    #""type": ["string", "integer"], "#, #""type": ["object", "null"], "#, "",
    #""type": "number", "minimum": -20, "maximum": 1e3, "#,
  ]

  static func plan(_ chain: String, _ type: String) throws -> Plan? {
    let text =
      #"{"gauze": 1, "name": "x", "version": "1.0", "events": {"e": {"description": "d", "#
      + #""properties": {"v": {\#(type)"policies": \#(chain), "why": "y"}, "#
      + #""d": {"from": "v", "policies": \#(chain), "why": "y"}}}}}"#
    guard let schema = try? Schema(reading: Array(text.utf8).span) else { return nil }
    var keys = KeyRing()
    try keys.add(id: Array("k".utf8), key: Array("an example key, never a real one".utf8).span)
    return try Plan(schema, keys: keys)
  }

  static func value(_ random: inout SeededRandom, depth: Int = 0) -> RandomValue {
    func pick<T>(_ values: [T], _ fallback: T) -> T {
      values.randomElement(using: &random) ?? fallback
    }
    switch Int.random(in: 0..<(depth < 2 ? 7 : 5), using: &random) {
    case 0: return .null
    case 1: return .boolean(Bool.random(using: &random))
    case 2:
      return .number(
        pick(
          [
            "0", "-0.0", "5", "-7", "95.5", "99", "0.125", "1e21", "123456789012345678901234567890",
            "1e999", "1e1001", "-1e-1000", "9e-3", "1755902537000", "-1", "1e12", "2.50", "97",
            "1e3",
          ],
          "0"
        )
      )
    case 3, 4:
      return .text(
        pick(
          [
            "", "jane@acme.example", "/home/jane/a.sql", "a", "x 12 a", "v1.30.2-eks.4", "22",
            "2026-11-21T10:42:17+05:30", "2026-02-28", "0000-01-01T00:00:00+00:01", "é😀\n\"\\",
            "<path>",
            "gz1.k.0", "path", "1.2.", String(repeating: "a 1 ", count: 40),
          ],
          ""
        )
      )
    case 5:
      return .list(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in value(&random, depth: depth + 1) }
      )
    default:
      let names = ["a", "b", "é", "A", "", "x\"y"].shuffled(using: &random)
      return .object(
        names.prefix(Int.random(in: 0...4, using: &random)).map {
          ($0, value(&random, depth: depth + 1))
        }
      )
    }
  }

  @Test(arguments: chains) func whatLeavesIsInItsWireForm(chain: String) throws {
    let seed: UInt64 = 4401
    var random = SeededRandom(seed: seed)
    var accepted = 0
    for type in Self.types {
      guard let plan = try Self.plan(chain, type) else { continue }
      var raw = Sanitizer(plan)
      var wire = Sanitizer(plan, reading: .wire)
      for round in Rounds.upTo(2_000) {
        let isThere = Int.random(in: 0..<12, using: &random) > 0
        let value = RandomValue.object(isThere ? [("v", Self.value(&random))] : [])
        let record = value.spelled(&random)
        let label = "seed \(seed) round \(round) \(type)\(chain): \(record)"
        guard let output = LawTests.run(&raw, Array(record.utf8)) else {
          #expect(raw.violations.allSatisfy { $0.code != .malformedJSON }, "\(label)")
          continue
        }
        accepted += 1
        #expect(LawTests.run(&wire, output) == output, "wire: \(output.shown)\n\(label)")
        let again = LawTests.run(&raw, Array(value.spelled(&random).utf8))
        #expect(again == output, "respelled: \(output.shown)\n\(label)")
        #expect(!output.holds(Array("jane".utf8)) || chain.contains("jane"), "\(label)")
      }
    }
    #expect(accepted > 100, "\(chain)")
  }

  @Test(arguments: chains) func timeGrowsWithTheValue(chain: String) throws {
    for type in Self.types {
      guard let plan = try Self.plan(chain, type) else { continue }
      var sanitizer = Sanitizer(plan)
      for piece in ["a ", "1.", "[],", "\\u0061", "\\\"", "a\\n1 "] {
        for (left, right) in [("\"", "\""), ("[\"", "\"]"), ("{\"", "\":1}")] {
          let records = [2_000, 16_000].map { size in
            Array(
              "{\"v\":\(left)\(String(repeating: piece, count: size / piece.utf8.count))\(right)}"
                .utf8
            )
          }
          let isLinear = LinearTimeTests.isLinear(records[0], records[1], &sanitizer)
          #expect(isLinear, "\(chain) \(piece)")
        }
      }
    }
  }
}
