import Foundation
import Testing

import GauzeGate

/// SCHEMA.md lists the rules of changes as the code has them.
@Suite struct ChangeDocumentTests {
  private static func row(_ rule: ChangeRule) -> String {
    let privacy = rule.privacy.map { $0.word } ?? "decided by the order"
    let canWiden = rule.privacy.map { $0 == .widens } ?? true
    let epoch = !canWiden ? "–" : rule.asksForEpoch ? "yes" : "no"
    return "| `\(rule.word)` | \(rule.meaning) | \(privacy) | \(epoch) |"
  }

  @Test func listsEveryRule() throws {
    let lines = try Fixtures.text("SCHEMA.md").components(separatedBy: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("| Rule | What happened |") })
    let rows = lines[(start + 2)...].prefix { $0.hasPrefix("|") }
    let expected = ChangeRule.allCases.map(Self.row)
    #expect(Array(rows) == expected, "expected:\n\(expected.joined(separator: "\n"))")
  }

  @Test func noWordAndNoMeaningStandsTwice() {
    #expect(Set(ChangeRule.allCases.map(\.word)).count == ChangeRule.allCases.count)
    #expect(Set(ChangeRule.allCases.map(\.meaning)).count == ChangeRule.allCases.count)
  }

  /// A rule that is said to widen does so in every fixture, one way and the other.
  @Test(arguments: ChangeListTests.files) func whatIsFixedIsNeverOtherwise(file: String) throws {
    for fixture in try ChangeFixture.all(file) {
      for (old, new) in [(fixture.old, fixture.new), (fixture.new, fixture.old)] {
        for change in ChangeList(from: old, to: new).changes {
          guard let privacy = change.rule.privacy else { continue }
          #expect(change.privacy == privacy, "\(fixture.name): \(change.rule.word)")
        }
      }
    }
  }
}
