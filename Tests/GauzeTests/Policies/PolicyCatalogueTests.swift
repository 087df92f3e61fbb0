import Testing

import Gauze

@Suite struct PolicyCatalogueTests {
  /// One policy of each case, by the readers that schemas use.
  static func policies() throws -> [Policy] {
    let texts = [
      #""drop""#, #""redact""#, #"{"truncate": 5}"#, #""strip-paths""#, #""mask-emails""#,
      #""mask-sql""#, #""hash-email""#, #"{"bucket": {"edges": [0], "labels": ["a", "b"]}}"#,
      #""mask-addresses""#, #"{"mask-identifiers": {"uuids": true}}"#,
      #""mask-secrets""#, #""scrub-text""#,
      #""mask-urls""#, #""shape""#, #""mask-arguments""#, #""hint""#,
      #"{"round": {"digits": 2}}"#,
      #"{"clamp": {"minimum": 0, "maximum": 100}}"#, #""count""#,
      #""presence""#, #"{"keys": {"allow": ["a", "b"]}}"#,
      #"{"coarsen-time": "day"}"#, #""coarsen-version""#,
      #"{"pseudonymize": {"key": "2026-11"}}"#, #""fingerprint""#,
      #"{"classify": {"timeout": ["timed out"], "auth": ["401"]}}"#,
      #"{"vocabulary": {"words": ["a", "b"], "otherwise": "other"}}"#,
      #""unique""#, #"{"join": "."}"#,
    ]
    return try texts.map { text in
      var faults: [SchemaFault] = []
      let policy = Policy.read(try JSONNode(reading: Array(text.utf8).span), &faults)
      return try #require(policy, "\(text)")
    }
  }

  @Test func everyRowIsReadByItsWord() throws {
    #expect(try Self.policies().map(\.name) == PolicyName.allCases)
    for name in PolicyName.allCases {
      #expect(PolicyName(Array(name.row.word.text.utf8).span) == name)
    }
  }

  @Test func wordsAreKebabCaseAndDistinct() {
    let words = PolicyName.allCases.map(\.row.word.text)
    #expect(Set(words).count == PolicyName.count)
    for word in words {
      #expect(word.utf8.allSatisfy { $0.isLetter && $0 == $0.lowercased || $0 == ASCII.minus })
      #expect(word.first != "-" && word.last != "-")
    }
  }

  @Test func detectorsAreExactlyTheRowsThatSaySo() throws {
    for policy in try Self.policies() {
      #expect(!Detector.all(of: policy).isEmpty == (policy.name.row.role == .detector))
    }
  }

  @Test func parametersAreRefusedUnlessAllOfThemAreUnderstood() throws {
    let bad = [
      #""Drop""#, #"3"#, #"{}"#, #"{"drop": 1, "redact": 1}"#, #"{"drop": true}"#,
      #"{"drop": null}"#, #"{"redact": {}}"#, #"{"mask-emails": {}}"#, #""truncate""#,
      #"{"truncate": 0}"#, #"{"truncate": -1}"#, #"{"truncate": 1.0}"#, #"{"truncate": "5"}"#,
      #"{"truncate": 1000001}"#, #"{"strip-paths": {}}"#, #"{"strip-paths": {"keep": "name"}}"#,
      #"{"strip-paths": {"keep": "extension", "more": 1}}"#, #"{"mask-sql": {"dialect": "no"}}"#,
      #"{"mask-sql": {"identifiers": "keep"}}"#,
      #"{"mask-sql": {"dialect": "any", "identifiers": "keep"}}"#,
      #"{"mask-sql": {"dialect": "mysql", "identifiers": "mask"}}"#,
      #"{"hash-email": {}}"#, #"{"hash-email": {"key": ""}}"#, #"{"hash-email": {"key": 5}}"#,
      #"{"hash-email": {"key": "a b"}}"#, #"{"hash-email": {"key": "k", "salt": "x"}}"#,
      #""bucket""#, #"{"bucket": {"edges": [], "labels": ["a"]}}"#,
      #"{"bucket": {"edges": [1, 1], "labels": ["a", "b", "c"]}}"#,
      #"{"bucket": {"edges": [2, 1], "labels": ["a", "b", "c"]}}"#,
      #"{"bucket": {"edges": [1], "labels": ["a"]}}"#,
      #"{"bucket": {"edges": [1], "labels": ["a", "a"]}}"#,
      #"{"bucket": {"edges": [1], "labels": ["a", "b"], "unknown": "a"}}"#,
      #"{"bucket": {"edges": [1], "labels": ["a", ""]}}"#,
      #"{"bucket": {"edges": ["1"], "labels": ["a", "b"]}}"#,
      #"{"bucket": {"edges": [1], "labels": ["a", "b"], "closed": "both"}}"#,
      #"{"bucket": {"edges": [1], "labels": ["a", "b"], "step": 5}}"#,
      #"{"mask-addresses": {}}"#, #"{"mask-identifiers": {}}"#,
      #"{"mask-identifiers": {"uuids": 1}}"#, #"{"mask-identifiers": {"uuids": true, "x": 1}}"#,
      #"{"mask-secrets": {}}"#, #"{"mask-secrets": {"entropy": 1}}"#,
      #"{"mask-secrets": {"entropy": true, "more": 1}}"#, #"{"scrub-text": {}}"#,
      #"{"scrub-text": {"uuids": "yes"}}"#, #"{"scrub-text": {"entropy": true, "sql": true}}"#,
      #"{"scrub-text": {"keep": "name"}}"#, #"{"scrub-text": true}"#,
      #"{"mask-urls": {}}"#, #"{"mask-urls": {"keep": "host"}}"#, #"{"mask-urls": []}"#,
      #"{"mask-urls": {"keep": "path", "more": 1}}"#,
      #"{"shape": {}}"#, #"{"shape": {"limit": 31}}"#, #"{"shape": {"limit": 10001}}"#,
      #"{"shape": {"depth": 0}}"#, #"{"shape": {"depth": 3}}"#, #"{"shape": {"lengths": "none"}}"#,
      #"{"shape": {"allow": []}}"#, #"{"shape": {"allow": ["a", "a"]}}"#,
      #"{"shape": {"allow": ["1a"]}}"#, #"{"shape": {"allow": ["..."]}}"#,
      #"{"shape": {"names": "positions"}}"#, #"{"mask-arguments": {}}"#,
      #"{"mask-arguments": {"numbers": "limit"}}"#, #"{"mask-arguments": {"depth": 9}}"#,
      #"{"mask-arguments": {"limit": 31}}"#, #"{"mask-arguments": {"numbers": ["a b"]}}"#,
      #"{"mask-arguments": {"texts": []}}"#, #"{"mask-arguments": {"texts": ["a", "a"]}}"#,
      #"{"mask-arguments": {"allow": ["a", "a"]}}"#, #"{"hint": {}}"#, #"{"hint": {"limit": 0}}"#,
      #"{"hint": {"limit": 201}}"#, #"{"hint": {"words": ["jane"]}}"#,
      #""round""#, #"{"round": {}}"#, #"{"round": 2}"#, #"{"round": {"digits": 0}}"#,
      #"{"round": {"digits": 16}}"#, #"{"round": {"to": 0}}"#, #"{"round": {"to": -5}}"#,
      #"{"round": {"to": 1e-10}}"#, #"{"round": {"to": 1e19}}"#, #"{"round": {"to": "5"}}"#,
      #"{"round": {"to": 1234567891}}"#, #"{"round": {"digits": 2, "to": 5}}"#,
      #"{"round": {"digits": 2, "mode": "even"}}"#,
      #""clamp""#, #"{"clamp": {}}"#, #"{"clamp": 5}"#, #"{"clamp": {"minimum": 2, "maximum": 1}}"#,
      #"{"clamp": {"minimum": "0"}}"#, #"{"clamp": {"minimum": 0, "step": 1}}"#,
      #"{"clamp": {"maximum": 12345678901234567890123456789012}}"#,
      #"{"clamp": {"maximum": 1e1001}}"#,
      #"{"count": {}}"#, #"{"count": "items"}"#,
      #"{"presence": {}}"#, #"{"presence": {"as": "there"}}"#, #"{"presence": {"absent": true}}"#,
      #"{"presence": {"as": "set", "more": 1}}"#, #"{"presence": true}"#,
      #""keys""#, #"{"keys": {}}"#, #"{"keys": {"allow": []}}"#,
      #"{"keys": {"allow": ["a", "a"]}}"#,
      #"{"keys": {"allow": ["a", ""]}}"#, #"{"keys": {"allow": ["a"], "otherwise": "a"}}"#,
      #"{"keys": {"allow": "a"}}"#, #"{"keys": {"allow": ["a"], "deny": ["b"]}}"#,
      #""coarsen-time""#, #"{"coarsen-time": "minute"}"#, #"{"coarsen-time": {"grain": "day"}}"#,
      #"{"coarsen-version": {}}"#, #"{"coarsen-version": {"parts": 0}}"#,
      #"{"coarsen-version": 2}"#,
      #"{"coarsen-version": {"parts": 4}}"#, #"{"coarsen-version": {"otherwise": ""}}"#,
      #"{"coarsen-version": {"parts": 2, "suffix": true}}"#,
      #""pseudonymize""#, #"{"pseudonymize": {}}"#, #"{"pseudonymize": {"key": "a b"}}"#,
      #"{"pseudonymize": {"previous": "k"}}"#, #"{"pseudonymize": {"key": "k", "previous": "k"}}"#,
      #"{"pseudonymize": {"key": "k", "salt": "x"}}"#,
      #"{"pseudonymize": {"key": "k", "previous": 1}}"#,
      #"{"fingerprint": {}}"#, #"{"fingerprint": {"key": ""}}"#, #"{"fingerprint": {"digits": 8}}"#,
      #""classify""#, #"{"classify": {}}"#, #"{"classify": []}"#, #"{"classify": {"a": []}}"#,
      #"{"classify": {"a": [""]}}"#, #"{"classify": {"": ["x"]}}"#, #"{"classify": {"a": "x"}}"#,
      #"{"classify": {"a": [1]}}"#, #"{"classify": {"a": ["x"], "b": {}}}"#,
      #""vocabulary""#, #"{"vocabulary": {}}"#, #"{"vocabulary": ["a"]}"#,
      #"{"vocabulary": {"words": []}}"#, #"{"vocabulary": {"words": {}}}"#,
      #"{"vocabulary": {"words": ["a", "a"]}}"#,
      #"{"vocabulary": {"words": ["a", ""], "match": "words"}}"#,
      #"{"vocabulary": {"words": ["a", 1]}}"#, #"{"vocabulary": {"words": {"a": ""}}}"#,
      #"{"vocabulary": {"words": {"a": 1}}}"#, #"{"vocabulary": {"words": ["", ""]}}"#,
      #"{"vocabulary": {"words": "a"}}"#, #"{"vocabulary": {"words": ["a"], "otherwise": ""}}"#,
      #"{"vocabulary": {"words": ["a"], "otherwise": 1}}"#,
      #"{"vocabulary": {"words": ["a"], "match": "prefix"}}"#,
      #"{"vocabulary": {"words": ["a"], "match": 1}}"#,
      #"{"vocabulary": {"words": ["a"], "separator": "/"}}"#,
      #"{"vocabulary": {"words": ["a"], "match": "words", "separator": " "}}"#,
      #"{"vocabulary": {"words": ["a"], "match": "segment", "separator": "::"}}"#,
      #"{"vocabulary": {"words": ["a"], "match": "segment", "separator": ""}}"#,
      #"{"vocabulary": {"words": ["a"], "match": "segment", "separator": "é"}}"#,
      #"{"vocabulary": {"words": ["a/b"], "match": "segment"}}"#,
      #"{"vocabulary": {"words": ["a"], "case": "ignore"}}"#,
      #"{"unique": {}}"#, #"{"unique": true}"#, #""join""#, #"{"join": ""}"#, #"{"join": {}}"#,
      #"{"join": 1}"#, #"{"join": "·"}"#, #"{"join": "\n"}"#, #"{"join": "123456789"}"#,
    ]
    for text in bad {
      var faults: [SchemaFault] = []
      #expect(Policy.read(try JSONNode(reading: Array(text.utf8).span), &faults) == nil, "\(text)")
      #expect(!faults.isEmpty, "\(text)")
    }
  }

  @Test func aChainTakesNoPolicyTwiceAndNoDetectorAfterTheCut() throws {
    func faults(_ words: [String]) throws -> [SchemaFaultCode] {
      var faults: [SchemaFault] = []
      let policies = try words.map {
        try #require(Policy.read(try JSONNode(reading: Array($0.utf8).span), &faults))
      }
      let offsets = Array(policies.indices)
      _ = PolicyChain(policies, at: offsets, taking: .string, maxLength: nil, &faults)
      return faults.map(\.code)
    }
    let (mails, paths, cut) = (#""mask-emails""#, #""strip-paths""#, #"{"truncate": 5}"#)
    #expect(try faults([mails, paths, cut]) == [])
    #expect(try faults([paths, mails]) == [])
    #expect(try faults([mails, mails]) == [.policyDoesNotFit])
    #expect(try faults([cut, cut]) == [.policyDoesNotFit])
    #expect(try faults([cut, mails]) == [.truncateBeforeDetector])
    #expect(try faults([mails, #""drop""#]) == [.policyDoesNotFit])
    #expect(try faults([#""drop""#, mails]) == [.policyDoesNotFit])
    #expect(try faults([#""redact""#, cut]) == [.policyDoesNotFit])
    #expect(try faults([#""hash-email""#, cut]) == [.policyDoesNotFit])
    let (mark, hash) = (#""fingerprint""#, #"{"pseudonymize": {"key": "k"}}"#)
    #expect(try faults([mails, mark]) == [])
    #expect(try faults([mails, cut, mark]) == [])
    #expect(try faults([mark]) == [.policyDoesNotFit])
    #expect(try faults([mails, #"{"classify": {"a": ["b"]}}"#]) == [])
    #expect(try faults([#"{"classify": {"a": ["b"]}}"#, mails]) == [.policyDoesNotFit])
    #expect(try faults([cut, mark]) == [.policyDoesNotFit])
    #expect(try faults([mails, mark, cut]) == [.policyDoesNotFit])
    #expect(try faults([mails, mark, paths]) == [.policyDoesNotFit])
    #expect(try faults([mails, hash]) == [.policyDoesNotFit])
    #expect(try faults([mails, #""count""#]) == [.policyDoesNotFit])
    #expect(
      try faults([#""count""#, #"{"round": {"digits": 1}}"#, #"{"clamp": {"maximum": 5}}"#]) == []
    )
    #expect(try faults([#""count""#, #""presence""#]) == [.policyDoesNotFit])
    #expect(try faults([#""count""#, #""redact""#]) == [.policyDoesNotFit])
    #expect(try faults([#""presence""#, #"{"clamp": {"maximum": 5}}"#]) == [.policyDoesNotFit])
    #expect(try faults([#"{"coarsen-time": "day"}"#, #"{"truncate": 4}"#]) == [.policyDoesNotFit])
    #expect(try faults([#"{"keys": {"allow": ["a"]}}"#]) == [.policyDoesNotFit])
  }
}
