import Foundation
import Testing

import Gauze
import GauzeGate

@Suite struct ChangeListTests {
  static let files = ["fields", "surroundings", "names"]

  @Test(arguments: files) func everyChangeIsNamedAndJudged(file: String) throws {
    for fixture in try ChangeFixture.all(file) {
      let list = ChangeList(from: fixture.old, to: fixture.new)
      #expect(ChangeFixture.words(list) == fixture.changes, "\(fixture.name)")
    }
  }

  /// Changes that public systems made; what is expected was written down before the gate was asked.
  @Test func judgesWhatPublicSystemsChanged() throws {
    let fixtures = try ChangeFixture.all("history")
    #expect(fixtures.count >= 60)
    for fixture in fixtures {
      let list = ChangeList(from: fixture.old, to: fixture.new)
      #expect(ChangeFixture.verdict(list) == fixture.expected, "\(fixture.name)")
    }
  }

  @Test(arguments: files + ["history"]) func nothingChangesBetweenASchemaAndItself(file: String)
    throws
  {
    for fixture in try ChangeFixture.all(file) {
      for schema in [fixture.old, fixture.new] {
        #expect(ChangeList(from: schema, to: schema).changes.isEmpty, "\(fixture.name)")
      }
    }
  }

  /// What narrows one way widens the other way.
  @Test(arguments: files + ["history"]) func everyNarrowingHasItsMirror(file: String) throws {
    for fixture in try ChangeFixture.all(file) {
      let there = ChangeList(from: fixture.old, to: fixture.new)
      let back = ChangeList(from: fixture.new, to: fixture.old)
      let narrows = there.changes.contains { $0.privacy == .narrows }
      if narrows, !there.asksForReview { #expect(back.asksForReview, "\(fixture.name)") }
    }
  }

  @Test func everyRuleHasAFixture() throws {
    var used: Set<String> = []
    for file in Self.files {
      for fixture in try ChangeFixture.all(file) {
        for (old, new) in [(fixture.old, fixture.new), (fixture.new, fixture.old)] {
          used.formUnion(ChangeList(from: old, to: new).changes.map { $0.rule.word })
        }
      }
    }
    let missing = ChangeRule.allCases.map { $0.word }.filter { !used.contains($0) }
    #expect(missing == [])
  }

  @Test func fingerprintsDoNotDependOnThePlaceInTheFile() throws {
    let fixture = try #require(try ChangeFixture.all("fields").first)
    let moved = try SchemaFile(reading: [UInt8](repeating: 0x0A, count: 40) + fixture.newText)
    let one = ChangeList(from: fixture.old, to: fixture.new)
    let other = ChangeList(from: fixture.old, to: moved)
    #expect(one.fingerprint == other.fingerprint)
    #expect(one.changes.map { $0.offset } != other.changes.map { $0.offset })
  }
}
