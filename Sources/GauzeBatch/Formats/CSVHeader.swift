internal import Gauze

/// Why the header of a CSV file does not fit a schema: the schema's words and columns' places,
/// counted from 1, but no name of a column, which is input.
package enum CSVHeaderError: Error, Sendable, Equatable {
  /// There is no header, or a quote stands in it where none may.
  case unreadable
  /// Two columns are one field.
  case duplicate(Int, Int)
  /// No field of the schema has these columns' names.
  case unknown([Int])
  /// These required fields have no column.
  case missing([[UInt8]])
  /// No column names the events and nobody else does; the event key.
  case noEvent([UInt8])
  /// A column names the events and somebody else does too.
  case twoEvents
  /// The schema has no event of the name that was given.
  case unknownEvent
}

/// The names of a CSV file's columns, and what parts them.
package struct CSVHeader: Sendable {
  /// The columns' names, in their order.
  package let names: [[UInt8]]
  /// What parts the fields.
  package let delimiter: UInt8

  /// Reads the header, the first record of a file.
  package init(_ record: Span<UInt8>, delimiter: UInt8) throws(CSVHeaderError) {
    var fields = CSVFields()
    guard fields.split(record, delimiter) else { throw .unreadable }
    var names: [[UInt8]] = []
    for field in fields.fields {
      var name = ByteBuffer()
      CSVFields.append(field, of: record, to: &name)
      names.append(name.bytes)
    }
    self.names = names
    self.delimiter = delimiter
  }

  /// What parts the fields of a file that begins with `text`: the semicolon or the tab if of these and
  /// the comma it alone stands outside of quotes in the first line, else the comma.
  package static func delimiter(of text: Span<UInt8>) -> UInt8 {
    var (hasComma, hasSemicolon, hasTab, isQuoted) = (false, false, false, false)
    var position = 0
    while position < text.count, isQuoted || text[position] != ASCII.lineFeed {
      switch text[position] {
      case ASCII.quote: isQuoted.toggle()
      case ASCII.comma where !isQuoted: hasComma = true
      case ASCII.semicolon where !isQuoted: hasSemicolon = true
      case ASCII.tab where !isQuoted: hasTab = true
      default: break
      }
      position += 1
    }
    switch (hasComma, hasSemicolon, hasTab) {
    case (false, true, false): return ASCII.semicolon
    case (false, false, true): return ASCII.tab
    default: return ASCII.comma
    }
  }
}
