import Foundation
import Testing

import Gauze
import GauzeGate

/// The order of privacy against what the engine does: a change that is said to narrow or to be neutral
/// never tells apart two records that were not told apart before, and one that is said to widen does.
@Suite struct OrderTests {
  /// Whatever a field may be handed; the fixtures add what their policies look at.
  private static func usual() -> [Any] {
    [
      NSNull(), true, false, -1, 0, 1, 5, 9, 10, 11, 15, 19, 20, 21, 45, 49, 50, 51, 80, 99, 100,
      101,
      299, 300, 301, 499, 500, 501, 699, 700, 999, 1000, 1001, 2.5, "x", "y", "z", "o", "p", "none",
    ]
  }

  private static func sanitizer(_ text: [UInt8]) throws -> Sanitizer {
    var keys = KeyRing()
    try keys.add(id: Array("2026-05".utf8), key: [UInt8](0..<32).span)
    try keys.add(id: Array("2026-06".utf8), key: [UInt8](1..<33).span)
    return Sanitizer(try Plan(try Schema(reading: text.span), keys: keys))
  }

  /// What leaves of a record; empty if it is rejected.
  private static func wire(_ record: [UInt8], _ sanitizer: inout Sanitizer) -> [UInt8] {
    var output = ByteBuffer()
    return sanitizer.sanitize(record.span, appendingTo: &output) == .accepted ? output.bytes : []
  }

  /// Records of the fields that the two schemas name.
  private static func records(_ fixture: ChangeFixture, _ count: Int) throws -> [[UInt8]] {
    var random = SeededRandom(seed: 20_261_121)
    let names = try [fixture.oldText, fixture.newText].flatMap { text -> [String] in
      let schema = try JSONSerialization.jsonObject(with: Data(text)) as? [String: Any]
      let event = (schema?["events"] as? [String: [String: Any]])?["report"]
      return (event?["properties"] as? [String: Any]).map { Array($0.keys) } ?? []
    }
    let fields = Set(names).subtracting(["run"]).sorted()
    return try (0..<count).map { _ in
      var record: [String: Any] = [:]
      for field in fields where Int.random(in: 0..<5, using: &random) > 0 {
        let own = fixture.values[field] ?? []
        let isOwn = !own.isEmpty && Int.random(in: 0..<4, using: &random) > 0
        record[field] = (isOwn ? own : usual()).randomElement(using: &random)
      }
      return [UInt8](try JSONSerialization.data(withJSONObject: record, options: [.sortedKeys]))
    }
  }

  @Test func theOrderIsThatOfWhatLeaves() throws {
    for fixture in try ChangeFixture.all("fields") where !fixture.isUndecidable {
      let widens = ChangeList(from: fixture.old, to: fixture.new).asksForReview
      var old = try Self.sanitizer(fixture.oldText)
      var new = try Self.sanitizer(fixture.newText)
      var seen: [[UInt8]: [UInt8]] = [:]
      var witness: String?
      for record in try Self.records(fixture, 4_000) {
        let before = Self.wire(record, &old)
        let after = Self.wire(record, &new)
        if let known = seen[before], known != after {
          witness = String(decoding: record, as: UTF8.self)
          break
        }
        seen[before] = after
      }
      let label = "\(fixture.name): \(witness ?? "no two records are told apart")"
      #expect((witness != nil) == widens, "\(label)")
    }
  }
}
