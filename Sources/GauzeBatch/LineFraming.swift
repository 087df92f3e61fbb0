internal import Gauze

/// Records that are lines. Lines of nothing but spaces, tabs and carriage returns are passed over,
/// unless they are too large.
enum LineFraming {
  /// The record that begins at the cursor or behind blank lines; nil if there is none.
  static func next(_ bytes: Span<UInt8>, _ cursor: inout RecordCursor) -> FramedRecord? {
    while cursor.position < bytes.count {
      let start = cursor.position
      var end = bytes.count
      cursor.position = end
      let line = cursor.line
      if let feed = LineFeeds.first(in: bytes, from: start) {
        cursor.position = feed + 1
        cursor.line += 1
        end = feed > start && bytes[feed - 1] == ASCII.carriageReturn ? feed - 1 : feed
      }
      let offset = cursor.place.offset + start
      if end - start > cursor.limit {
        return FramedRecord(.violation(.tooLarge), line: line, offset: offset)
      }
      if isBlank(bytes, start..<end) { continue }
      return FramedRecord(.inside(start..<end), line: line, offset: offset)
    }
    return nil
  }

  static func isBlank(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for position in range {
      switch bytes[position] {
      case ASCII.space, ASCII.tab, ASCII.carriageReturn: continue
      default: return false
      }
    }
    return true
  }
}
