internal import Gauze

// What a machine may write to make a schema pass, in the file as somebody formatted it:
//
//     "version": "1.0",                →  "version": "1.1",
//     "history": [                     →  "history": [
//       {"version": "1.0", …}          →    {"version": "1.0", …},
//     ]                                →    {"version": "1.1", "date": …, "summary": …}
//                                      →  ]
//
// It never writes a review, a fingerprint or an epoch: those are for people to answer for.

extension GateCase {
  /// The schema's file with the version that the change asks for and an entry in `history`, dated `date`;
  /// nil if there is nothing to write. All other bytes stay as they are.
  public func fixed(date: String) -> [UInt8]? {
    guard let root = try? JSONNode(reading: new.text.span), case .object(let members) = root.value
    else { return nil }
    var edits: [Edit] = []
    if new.schema.version < demanded,
      let member = members.first(where: { $0.name.span.equals("version") })
    {
      edits.append(Edit(at: member.node.start..<member.node.end, "\"\(words(demanded))\""))
    }
    let isOwed = findings.contains { $0.rule == .historyMissing }
    if isOwed { edits.append(entry(date: date, in: root, members)) }
    guard !edits.isEmpty else { return nil }
    var text = new.text
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      text.replaceSubrange(edit.range, with: Array(edit.text.utf8))
    }
    return text
  }

  /// The page with the schema's block as it should be; nil if there is nothing to write.
  public var fixedPage: [UInt8]? {
    guard let page, findings.contains(where: { $0.rule == .pageDiffers }) else { return nil }
    return try? TelemetryPage(new.schema).replacing(in: page.bytes)
  }

  private struct Edit {
    var range: Range<Int>
    var text: String

    init(at range: Range<Int>, _ text: String) { (self.range, self.text) = (range, text) }
  }

  private func words(_ version: SchemaVersion) -> String { FieldText.text(version.text) }

  /// What happened, by rules and places: somebody will say it better.
  private var summary: String {
    if isNew { return "First version." }
    let shown = list.changes.prefix(3).map { "\($0.rule.word) at \(ChangeReport.place($0))" }
    let rest = list.changes.count - shown.count
    let words = shown + (rest > 0 ? ["\(rest) more"] : [])
    return words.isEmpty ? "No change." : words.joined(separator: ", ") + "."
  }

  // MARK: - The entry

  private func entry(date: String, in root: JSONNode, _ members: [JSONMember]) -> Edit {
    let parts = [
      ("version", words(demanded)), ("date", date), ("summary", summary),
    ].map { "\(JSONValue.quoted($0.0)): \(JSONValue.quoted($0.1))" }
    let plain = "{\(parts.joined(separator: ", "))}"
    let unit = indentation(of: members.first?.start ?? 0) ?? ""
    guard let history = members.first(where: { $0.name.span.equals("history") }),
      case .array(let items) = history.node.value
    else {
      // Behind the last member, on a line of its own if that one has one.
      guard let last = members.last else { return Edit(at: 0..<0, "") }
      let end = last.node.end
      guard let indent = indentation(of: last.start) else {
        return Edit(at: end..<end, ", \"history\": [\(plain)]")
      }
      let lines = ["\"history\": [", unit + plain, "]"]
      return Edit(at: end..<end, "," + lines.map { lineEnd + indent + $0 }.joined())
    }
    guard let first = items.first, let last = items.last else {
      let range = history.node.start..<history.node.end
      guard let indent = indentation(of: history.start) else {
        return Edit(at: range, "[\(plain)]")
      }
      return Edit(at: range, "[\(lineEnd)\(indent + unit)\(plain)\(lineEnd)\(indent)]")
    }
    var text = plain
    if case .object(let inner) = last.value, let start = inner.first?.start,
      let indent = indentation(of: start)
    {
      let outer = indentation(of: last.start) ?? ""
      text =
        "{" + parts.map { lineEnd + indent + $0 }.joined(separator: ",") + lineEnd + outer + "}"
    }
    // The newest stands where it stood before.
    let versions = new.schema.history.map { $0.version }
    var isNewestFirst = false
    if items.count > 1, let newest = versions.first, let oldest = versions.last {
      isNewestFirst = newest > oldest
    }
    let place = isNewestFirst ? first.start : last.end
    let gap = indentation(of: (isNewestFirst ? first : last).start).map { lineEnd + $0 } ?? " "
    return Edit(at: place..<place, isNewestFirst ? "\(text),\(gap)" : ",\(gap)\(text)")
  }

  /// The white space between the line's beginning and `offset`; nil if anything else stands there.
  private func indentation(of offset: Int) -> String? {
    let before = new.text[..<min(offset, new.text.count)]
    guard let start = before.lastIndex(of: ASCII.lineFeed) else { return nil }
    let blank = before[(start + 1)...]
    guard blank.allSatisfy({ $0.isSpace }) else { return nil }
    return String(decoding: blank, as: UTF8.self)
  }

  private var lineEnd: String {
    guard let first = new.text.firstIndex(of: ASCII.lineFeed), first > 0 else { return "\n" }
    return new.text[first - 1] == ASCII.carriageReturn ? "\r\n" : "\n"
  }
}
