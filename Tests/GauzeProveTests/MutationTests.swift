import Gauze
import GauzeProve
import Testing

/// A proof is worth what it notices: each policy of the catalogue is weakened in turn under promises
/// that were made for the intact one.
@Suite struct MutationTests {
  /// A field that uses a policy, and the same without what the policy does.
  struct Mutation: Sendable {
    let word: String
    let intact: String
    let weak: String
  }

  private static func text(_ policies: String, _ rest: String = "") -> String {
    #"{"type": "string", "policies": [\#(policies)]\#(rest), "why": "A reason."}"#
  }

  private static func object(_ policies: String) -> String {
    #"{"type": "object", "policies": [\#(policies)], "why": "A reason."}"#
  }

  /// One for each row of the catalogue, and more than one where a policy can fail in several ways.
  static let mutations: [Mutation] = [
    Mutation(
      word: "drop",
      intact: #"{"type": "string", "policies": ["drop"]}"#,
      weak: text(#""mask-identifiers", {"truncate": 400}"#)
    ),
    Mutation(
      word: "redact",
      intact: text(#""redact""#),
      weak: text(#""strip-paths", {"truncate": 400}"#)
    ),
    Mutation(
      word: "truncate",
      intact: text(#""mask-emails", {"truncate": 60}"#),
      weak: text(#""mask-emails", {"truncate": 90}"#)
    ),
    Mutation(
      word: "strip-paths",
      intact: text(#""strip-paths", {"truncate": 120}"#),
      weak: text(#""mask-sql", {"truncate": 120}"#)
    ),
    Mutation(
      word: "mask-emails",
      intact: text(#""mask-emails", "strip-paths", {"truncate": 120}"#),
      weak: text(#""strip-paths", {"truncate": 120}"#)
    ),
    Mutation(
      word: "mask-sql",
      intact: text(#""mask-sql", {"truncate": 120}"#),
      weak: text(#""mask-emails", {"truncate": 120}"#)
    ),
    Mutation(
      word: "mask-sql",
      intact: text(#""mask-sql", {"truncate": 120}"#),
      weak: text(#"{"mask-sql": {"dialect": "postgres"}}, {"truncate": 120}"#)
    ),
    Mutation(
      word: "hash-email",
      intact: text(#""hash-email""#),
      weak: text(#""strip-paths", {"truncate": 400}"#)
    ),
    Mutation(
      word: "hash-email",
      intact: text(#"{"hash-email": {"key": "k"}}"#),
      weak: text(#""mask-secrets", {"truncate": 400}"#)
    ),
    Mutation(
      word: "bucket",
      intact:
        #"{"type": "integer", "policies": [{"bucket": {"edges": [9], "labels": ["a", "b"]}}], "why": "A reason."}"#,
      weak: #"{"type": "integer", "minimum": 0, "maximum": 999999999, "why": "A reason."}"#
    ),
    Mutation(
      word: "mask-addresses",
      intact: text(#""mask-addresses", {"truncate": 120}"#),
      weak: text(#""mask-emails", {"truncate": 120}"#)
    ),
    Mutation(
      word: "mask-identifiers",
      intact: text(#""mask-identifiers", {"truncate": 120}"#),
      weak: text(#""mask-emails", {"truncate": 120}"#)
    ),
    Mutation(
      word: "mask-secrets",
      intact: text(#""mask-secrets", {"truncate": 120}"#),
      weak: text(#""mask-emails", {"truncate": 120}"#)
    ),
    Mutation(
      word: "mask-urls",
      intact: text(#""mask-urls", {"truncate": 120}"#),
      weak: text(#""mask-emails", {"truncate": 120}"#)
    ),
    Mutation(
      word: "mask-urls",
      intact: text(#""mask-urls", {"truncate": 120}"#),
      weak: text(#"{"mask-urls": {"keep": "path"}}, {"truncate": 120}"#)
    ),
    Mutation(
      word: "shape",
      intact: #"{"policies": ["shape"], "why": "A reason."}"#,
      weak: text(#""mask-emails", {"truncate": 400}"#)
    ),
    Mutation(
      word: "mask-arguments",
      intact: #"{"type": "object", "policies": ["mask-arguments"], "why": "A reason."}"#,
      weak: text(#""mask-emails", {"truncate": 400}"#)
    ),
    Mutation(
      word: "shape",
      intact: object(#""shape""#),
      weak: object(#""mask-arguments""#)
    ),
    Mutation(
      word: "count",
      intact: object(#""count""#),
      weak: object(#""mask-arguments""#)
    ),
    Mutation(
      word: "presence",
      intact: object(#""presence""#),
      weak: object(#""mask-arguments""#)
    ),
    Mutation(
      word: "keys",
      intact: object(#"{"keys": {"allow": ["mode"]}}"#),
      weak: object(#""mask-arguments""#)
    ),
    Mutation(
      word: "hint",
      intact: text(#""hint""#),
      weak: text(#""mask-emails", {"truncate": 400}"#)
    ),
    Mutation(
      word: "round",
      intact:
        #"{"type": "integer", "minimum": 0, "maximum": 999999999, "policies": [{"round": {"digits": 1}}], "why": "A reason."}"#,
      weak: #"{"type": "integer", "minimum": 0, "maximum": 999999999, "why": "A reason."}"#
    ),
    Mutation(
      word: "clamp",
      intact:
        #"{"type": "integer", "policies": [{"clamp": {"minimum": 0, "maximum": 99}}], "why": "A reason."}"#,
      weak: #"{"type": "integer", "minimum": 0, "maximum": 999999999, "why": "A reason."}"#
    ),
    Mutation(
      word: "count",
      intact: text(#""count""#),
      weak: text(#""mask-emails", {"truncate": 400}"#)
    ),
    Mutation(
      word: "presence",
      intact: text(#""presence""#),
      weak: text(#""mask-emails", {"truncate": 400}"#)
    ),
    Mutation(
      word: "keys",
      intact: #"{"type": "object", "policies": [{"keys": {"allow": ["a"]}}], "why": "A reason."}"#,
      weak: text(#""mask-emails", {"truncate": 400}"#)
    ),
    Mutation(
      word: "coarsen-time",
      intact: text(#"{"coarsen-time": "day"}"#),
      weak: text(#""mask-emails", {"truncate": 400}"#)
    ),
    Mutation(
      word: "coarsen-version",
      intact: text(#""coarsen-version""#),
      weak: text(#""mask-emails", {"truncate": 400}"#)
    ),
    Mutation(
      word: "pseudonymize",
      intact: text(#"{"pseudonymize": {"key": "k"}}"#),
      weak: text(#""mask-emails", {"truncate": 400}"#)
    ),
    Mutation(
      word: "fingerprint",
      intact: text(#""scrub-text", "fingerprint""#),
      weak: text(#""mask-emails", {"truncate": 400}"#)
    ),
    Mutation(
      word: "classify",
      intact: text(#"{"classify": {"timeout": ["timed out"]}}"#),
      weak: text(#""mask-emails", {"truncate": 400}"#)
    ),
    Mutation(
      word: "vocabulary",
      intact: text(#"{"vocabulary": {"words": ["a"], "otherwise": "b"}}"#),
      weak: text(#""mask-emails", {"truncate": 400}"#)
    ),
    Mutation(
      word: "unique",
      intact:
        #"{"type": "array", "items": {"type": "string", "enum": ["a"], "otherwise": "b"}, "maxItems": 9, "policies": ["unique"], "why": "A reason."}"#,
      weak: text(#""mask-emails", {"truncate": 400}"#)
    ),
    Mutation(
      word: "join",
      intact:
        #"{"type": "array", "items": {"type": "string", "enum": ["a"], "otherwise": "b"}, "maxItems": 9, "policies": [{"join": "."}], "why": "A reason."}"#,
      weak: text(#""mask-emails", {"truncate": 400}"#)
    ),
    Mutation(
      word: "scrub-text",
      intact: text(#""scrub-text", {"truncate": 120}"#),
      weak: text(
        #""strip-paths", "mask-emails", "mask-secrets", "mask-addresses", {"truncate": 120}"#
      )
    ),
  ]

  /// The same for what closes a field without a policy.
  static let closings: [Mutation] = [
    Mutation(
      word: "enum",
      intact: #"{"type": "string", "enum": ["a", "b"], "why": "A reason."}"#,
      weak: text(#""strip-paths""#, #", "maxLength": 400"#)
    ),
    Mutation(
      word: "otherwise",
      intact: #"{"type": "string", "enum": ["a"], "otherwise": "b", "why": "A reason."}"#,
      weak: text(#""mask-emails""#, #", "maxLength": 400"#)
    ),
    Mutation(
      word: "format",
      intact: #"{"type": "string", "format": "uuid", "why": "A reason."}"#,
      weak:
        #"{"type": "string", "format": "identifier", "maxLength": 99, "waiver": "None.", "why": "A reason."}"#
    ),
    Mutation(
      word: "maximum",
      intact: #"{"type": "integer", "minimum": 0, "maximum": 255, "why": "A reason."}"#,
      weak: #"{"type": "integer", "minimum": 0, "maximum": 999999999, "why": "A reason."}"#
    ),
    Mutation(
      word: "propertyNames",
      intact:
        #"{"type": "object", "maxProperties": 2, "propertyNames": {"enum": ["a"]}, "additionalProperties": {"type": "boolean"}, "why": "A reason."}"#,
      weak: text(#""mask-emails""#, #", "maxLength": 400"#)
    ),
    Mutation(
      word: "propertyNames with otherwise",
      intact:
        #"{"type": "object", "maxProperties": 2, "propertyNames": {"enum": ["a"], "otherwise": "b"}, "additionalProperties": {"type": "integer", "minimum": 0, "maximum": 9}, "why": "A reason."}"#,
      weak: text(#""mask-emails""#, #", "maxLength": 400"#)
    ),
    Mutation(
      word: "else",
      intact:
        #"{"type": "string", "policies": ["drop"]}, "g": {"from": "value", "policies": [{"vocabulary": {"words": ["a"]}}], "else": {"from": "value", "policies": ["hint"]}, "why": "A reason."}"#,
      weak:
        #"{"type": "string", "policies": ["drop"]}, "g": {"from": "value", "policies": [{"vocabulary": {"words": ["a"]}}], "else": {"from": "value", "policies": ["mask-emails", {"truncate": 400}]}, "why": "A reason."}"#
    ),
    Mutation(
      word: "maxLength",
      intact: text(#""mask-emails""#, #", "maxLength": 60"#),
      weak: text(#""mask-emails""#, #", "maxLength": 400"#)
    ),
  ]

  /// How many cases are run: a sample, but all where few cases concern what is weakened.
  private static func count(_ mutation: Mutation, _ proof: Proof) -> Int {
    mutation.intact.contains("integer") ? proof.caseCount : cases(2_000)
  }

  @Test func everyPolicyOfTheCatalogueIsWeakened() {
    for name in PolicyName.allCases {
      let word = "\(name.row.word)"
      // What promises no class of canaries cannot be missed by them.
      if PolicyPromise.row(of: name.row)?.classes.isEmpty == true { continue }
      #expect(Self.mutations.contains { $0.word == word }, "weaken \(word) here")
    }
  }

  @Test(arguments: mutations + closings)
  func noticesWhatIsWeaker(_ mutation: Mutation) throws {
    let intact = try schema(field: mutation.intact)
    let proof = try Proof(intact, running: schema(field: mutation.weak))
    let result = try proof.run(Self.count(mutation, proof))
    #expect(!result.survivors.isEmpty, "\(mutation.word)")
  }

  @Test(arguments: mutations + closings)
  func holdsWhatIsIntact(_ mutation: Mutation) throws {
    let proof = try Proof(schema(field: mutation.intact))
    let count = Self.count(mutation, proof)
    let result = try proof.run(count)
    let survivors = result.survivors.map(\.number)
    #expect(survivors.isEmpty, "\(mutation.word): \(survivors)")
    #expect(result.untried.isEmpty)
    #expect(result.total.planted == count)
    #expect(result.total.promised > 0)
  }
}
