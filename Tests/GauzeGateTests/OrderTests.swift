import Foundation
import Testing

import Gauze
import GauzeGate

/// The order of privacy against what the engine does: a change that is said to narrow or to be neutral
/// never tells apart two records that were not told apart before, and one that is said to widen does.
@Suite struct OrderTests {
  @Test func theOrderIsThatOfWhatLeaves() throws {
    var random = SeededRandom(seed: 20_261_121)
    for fixture in try ChangeFixture.all("fields") where !fixture.isUndecidable {
      let list = ChangeList(from: fixture.old, to: fixture.new)
      let widens = list.asksForReview
      let search = try WitnessSearch(
        schemas: [fixture.oldText, fixture.newText],
        values: fixture.values,
        count: 4_000,
        using: &random
      )
      let witness = search.witness(
        from: try search.wires(of: fixture.oldText),
        to: try search.wires(of: fixture.newText),
        isShorter: list.changes.contains { $0.rule == .fieldRemoved }
      )
      let label = "\(fixture.name): \(witness ?? "no two records are told apart")"
      #expect((witness != nil) == widens, "\(label)")
    }
  }
}
