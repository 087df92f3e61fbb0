import Gauze

/// What holds of every plan and every record.
enum RecordProperties {
  /// What stands in the output before each record.
  private static let before = Array("before".utf8)

  /// Judges both treatments of unknown fields, and the record as if it were in its wire form. Returns
  /// what left, rejecting unknown fields and dropping them.
  @discardableResult
  static func judge(_ plan: Plan, _ record: [UInt8]) -> (strict: [UInt8]?, dropping: [UInt8]?) {
    var strict = Sanitizer(plan, unknown: .reject)
    var dropping = Sanitizer(plan, unknown: .drop)
    return (judge(&strict, record), judge(&dropping, record))
  }

  /// Sends one record through `sanitizer`; what left passes verify and stays as it is.
  static func judge(_ sanitizer: inout Sanitizer, _ record: [UInt8]) -> [UInt8]? {
    let output = run(&sanitizer, record)
    let explanation = sanitizer.explain(record.span)
    let isSame = explanation.wire == (output ?? [])
    hold(isSame, "a preview is what is sent", record, output ?? [], explanation.wire)
    hold((explanation.verdict == .accepted) == (output != nil), "and so is its verdict", record)
    var wire = Sanitizer(sanitizer.plan, reading: .wire, unknown: .reject)
    if let output {
      hold((try? JSONNode(reading: output.span)) != nil, "what leaves is JSON", record, output)
      let again = run(&wire, output)
      hold(again == output, "the wire pass changes nothing", record, output, again ?? [])
      if var envelope = Envelope(sanitizer.plan) {
        var wrapped = ByteBuffer()
        let isWrapped = envelope.wrap(output.span, appendingTo: &wrapped)
        let isJSON = (try? JSONNode(reading: wrapped.span)) != nil
        hold(isWrapped && isJSON, "each clean record fits its envelope", output, wrapped.bytes)
      }
    }
    // Any record may be taken for one in its wire form; what leaves then stays as it is, too.
    if let output = run(&wire, record) {
      let again = run(&wire, output)
      hold(again == output, "the wire pass settles at once", record, output, again ?? [])
    }
    return output
  }

  /// One trip, into a buffer that is not empty: a rejected record leaves nothing in it and has
  /// violations, of which none holds anything of the record.
  static func run(_ sanitizer: inout Sanitizer, _ record: [UInt8]) -> [UInt8]? {
    var output = ByteBuffer()
    output.append(before)
    let tally = sanitizer.tally
    let verdict = sanitizer.sanitize(record.span, appendingTo: &output)
    let bytes = output.bytes
    hold(bytes.starts(with: before), "earlier records stay")
    hold(
      sanitizer.tally.accepted + sanitizer.tally.rejected == tally.accepted + tally.rejected + 1,
      "each record counts once"
    )
    guard verdict == .rejected else {
      hold(sanitizer.violations.isEmpty, "an accepted record has no violation", record)
      return Array(bytes.dropFirst(before.count))
    }
    hold(bytes == before, "a rejected record leaves nothing", record, bytes)
    hold(1...16 ~= sanitizer.violations.count, "and has violations, 16 at most", record)
    for violation in sanitizer.violations {
      var said = ByteBuffer()
      sanitizer.write(violation, to: &said)
      hold((try? JSONNode(reading: said.span)) != nil, "a violation is JSON", said.bytes)
      hold(!said.bytes.holds(canary), "a violation holds nothing of a record", said.bytes)
    }
    return nil
  }

  /// What no schema of the fuzzer says; the dictionary plants it.
  private static let canary = Array("CANARY".utf8)
}
