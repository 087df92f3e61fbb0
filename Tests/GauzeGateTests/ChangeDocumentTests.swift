import Foundation
import Testing

import GauzeGate

/// The table of change rules says one thing of each, and it holds.
@Suite struct ChangeDocumentTests {
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
