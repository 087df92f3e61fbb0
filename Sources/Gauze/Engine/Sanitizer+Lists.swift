// `unique` and `join` act on items that have been written: an item is what its own policies made of it.

extension Sanitizer {
  /// Writes the items of an array, each once or as one text.
  mutating func writeList(
    _ record: Span<UInt8>,
    _ node: Node,
    _ form: Form,
    _ list: Int,
    _ tables: PlanTables,
    _ output: inout ByteBuffer
  ) -> WriteResult {
    let isJoined = !tables.lists[list].separator.isEmpty
    var appearances = FirstAppearances()
    var hasRepeats = false
    var isFirst = true
    var result = isJoined ? WriteResult.changed : .unchanged
    output.append(isJoined ? ASCII.quote : ASCII.leftBracket)
    var item = node.first
    var position = 0
    while item >= 0 {
      let before = output.count
      if !isFirst {
        if isJoined {
          output.append(tables.lists[list].writtenSeparator)
        } else {
          output.append(ASCII.comma)
        }
      }
      let start = output.count
      trip.place.enter(position: position)
      let written =
        isJoined
        ? writePart(record, item, form.items, tables, &output)
        : writeValue(record, item, form.items, tables, &output)
      trip.place.leave()
      if written == .refused { return .refused }
      if tables.lists[list].isUnique,
        !Self.note(start..<output.count, of: output, in: &appearances)
      {
        hasRepeats = true
        if tables.lists[list].reportsRepeats { reportRepeat(at: position) }
        output.truncate(to: before)
      } else {
        isFirst = false
        if written == .changed { result = .changed }
      }
      item = trip.nodes[item].next
      position += 1
    }
    output.append(isJoined ? ASCII.quote : ASCII.rightBracket)
    if !tables.lists[list].reportsRepeats {
      if tables.lists[list].isUnique { trip.counts.count(.unique, changed: hasRepeats) }
      if isJoined { trip.counts.count(.join, changed: true) }
    }
    return hasRepeats ? .changed : result
  }

  private static func note(
    _ piece: Range<Int>,
    of output: borrowing ByteBuffer,
    in appearances: inout FirstAppearances
  ) -> Bool {
    appearances.note(piece, of: output.span)
  }

  private mutating func reportRepeat(at position: Int) {
    trip.place.enter(position: position)
    trip.report(.tooMany, &tally)
    trip.place.leave()
  }

  /// Writes what stands between the quotes of an item; what is no text is refused.
  private mutating func writePart(
    _ record: Span<UInt8>,
    _ item: Int,
    _ form: Int,
    _ tables: PlanTables,
    _ output: inout ByteBuffer
  ) -> WriteResult {
    var text = ByteBuffer.lent
    swap(&text, &trip.made)
    text.removeAll()
    var written = writeValue(record, item, form, tables, &text)
    if text.count < 2 || text.span[0] != ASCII.quote { written = .refused }
    if written != .refused { output.append(text.span.extracting(1..<text.count - 1)) }
    swap(&text, &trip.made)
    return written
  }
}
