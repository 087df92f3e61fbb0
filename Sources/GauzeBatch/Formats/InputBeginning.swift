internal import Gauze

/// What the first bytes of an input tell.
struct InputBeginning {
  /// The first byte that is no blank.
  let first: UInt8?
  /// What parts the fields, if it is CSV.
  let delimiter: UInt8
  /// Whether it is too short to tell a byte order mark.
  let isShort: Bool
  /// Whether a CSV record ends in it.
  let hasLine: Bool
  /// What it is that nobody reads record by record.
  let export: NestedExport?

  /// Looks at `text`, behind a byte order mark.
  init(_ text: Span<UInt8>) {
    isShort = text.count < 4
    let hasMark = text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF
    let text = hasMark ? text.extracting(3..<text.count) : text
    var first: UInt8?
    for position in text.indices where first == nil {
      switch text[position] {
      case ASCII.space, ASCII.tab, ASCII.carriageReturn, ASCII.lineFeed: continue
      default: first = text[position]
      }
    }
    self.first = first
    delimiter = CSVHeader.delimiter(of: text)
    var finder = CSVFraming(limit: text.count, delimiter: delimiter)
    hasLine = finder.next(text, .anywhere) != nil
    export = NestedExport(text)
  }
}
