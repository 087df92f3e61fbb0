import Testing

import Gauze
import GauzeGate

/// Holds a draft against its laws.
enum DraftBench {
  /// Drafts a schema of a sample and demands of it: it loads; it accepts exactly what the draft took; what
  /// leaves is its wire form; a second draft of the same sample is the same.
  static func judge(_ sample: [[UInt8]], eventKey: String? = nil) throws -> DraftedSchema {
    var draft = SchemaDraft(eventKey: eventKey.map { Array($0.utf8) })
    var again = SchemaDraft(eventKey: eventKey.map { Array($0.utf8) })
    let codes = sample.map { draft.add($0.span) }
    for record in sample { _ = again.add(record.span) }
    let drafted = draft.draft()
    #expect(drafted.bytes == again.draft().bytes)
    #expect(draft.records == codes.count { $0 == nil })

    let plan = try Plan(Schema(reading: drafted.bytes.span))
    var sanitizer = Sanitizer(plan)
    var receiver = Sanitizer(plan, reading: .wire)
    // Labels are longer than digits: what leaves of a record can be larger than it was.
    receiver.recordLimit = 1 << 24
    var refusals = 0
    for (record, code) in zip(sample, codes) {
      var clean = ByteBuffer()
      let verdict = sanitizer.sanitize(record.span, appendingTo: &clean)
      if (code == nil) != (verdict == .accepted), refusals < 3 {
        refusals += 1
        let text = String(decoding: record.prefix(2000), as: UTF8.self)
        let schema = String(decoding: drafted.bytes.prefix(4000), as: UTF8.self)
        let place = sanitizer.violations.first.map { "\($0)" } ?? ""
        Issue.record("drafted with \(code as Any), sanitized with \(place):\n\(text)\n\(schema)")
      }
      guard verdict == .accepted else { continue }
      var same = ByteBuffer()
      #expect(receiver.sanitize(clean.span, appendingTo: &same) == .accepted)
      #expect(same.bytes == clean.bytes)
    }
    return drafted
  }

  /// The lines of a text that are not blank.
  static func lines(_ text: String) -> [[UInt8]] {
    text.split(separator: "\n").map { Array($0.utf8) }
  }
}
