import Foundation

import Gauze

/// Looks for what a schema tells and another did not: two raw records of which the same leaves by the old
/// schema, and not by the new one.
struct WitnessSearch {
  /// Whatever a field may be handed; who searches adds what its policies look at.
  private static func usual() -> [Any] {
    [
      NSNull(), true, false, -1, 0, 1, 5, 9, 10, 11, 15, 19, 20, 21, 45, 49, 50, 51, 80, 99, 100,
      101,
      299, 300, 301, 499, 500, 501, 699, 700, 999, 1000, 1001, 2.5, "x", "y", "z", "o", "p", "none",
    ]
  }

  /// The records to try.
  let records: [[UInt8]]

  /// Random records of the fields that any of some schemas names.
  init(
    schemas: [[UInt8]],
    values: [String: [Any]],
    count: Int,
    using random: inout SeededRandom
  ) throws {
    let names = try schemas.flatMap { text -> [String] in
      let schema = try JSONSerialization.jsonObject(with: Data(text)) as? [String: Any]
      let event = (schema?["events"] as? [String: [String: Any]])?["report"]
      return (event?["properties"] as? [String: Any]).map { Array($0.keys) } ?? []
    }
    let fields = Set(names).subtracting(["run"]).sorted()
    var records: [[UInt8]] = []
    for _ in 0..<count {
      var record: [String: Any] = [:]
      for field in fields where Int.random(in: 0..<5, using: &random) > 0 {
        let own = values[field] ?? []
        let isOwn = !own.isEmpty && Int.random(in: 0..<4, using: &random) > 0
        record[field] = (isOwn ? own : Self.usual()).randomElement(using: &random)
      }
      records.append(
        [UInt8](try JSONSerialization.data(withJSONObject: record, options: [.sortedKeys]))
      )
    }
    self.records = records
  }

  /// What leaves of each record; empty if it is rejected. A program does not hand in what its schema does
  /// not name, so such fields are dropped.
  func wires(of schema: [UInt8]) throws -> [[UInt8]] {
    var keys = KeyRing()
    try keys.add(id: Array("2026-05".utf8), key: [UInt8](0..<32).span)
    try keys.add(id: Array("2026-06".utf8), key: [UInt8](1..<33).span)
    let plan = try Plan(try Schema(reading: schema.span), keys: keys)
    var sanitizer = Sanitizer(plan, reading: .raw, unknown: .drop)
    return records.map { record in
      var output = ByteBuffer()
      return sanitizer.sanitize(record.span, appendingTo: &output) == .accepted ? output.bytes : []
    }
  }

  /// A record of which the new schema tells what the old one did not; nil if none was found.
  ///
  /// `isShorter` says that a field was removed. What was wrong with it is then no matter any more, and the
  /// records that the old schema rejected are not looked at.
  func witness(from old: [[UInt8]], to new: [[UInt8]], isShorter: Bool = false) -> String? {
    var seen: [[UInt8]: [UInt8]] = [:]
    for (index, record) in records.enumerated() where !isShorter || !old[index].isEmpty {
      if let known = seen[old[index]], known != new[index] {
        return String(decoding: record, as: UTF8.self)
      }
      seen[old[index]] = new[index]
    }
    return nil
  }
}
