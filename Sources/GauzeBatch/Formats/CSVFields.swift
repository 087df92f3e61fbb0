internal import Gauze

/// Where the fields of one CSV record stand.
///
/// The memory is kept from record to record. Complexity: O(record).
struct CSVFields: Sendable {
  /// A field, without its quotes.
  struct Field: Sendable, Equatable {
    var start: Int
    var end: Int
    /// Whether a quote in it is written twice.
    var hasDoubles = false

    var isEmpty: Bool { start == end }
  }

  private(set) var fields: [Field] = []

  /// Finds the fields of `record`, which ends without its line end. False if a quote stands where
  /// none may: in an unquoted field, before the end of a quoted one, or with none to close it.
  mutating func split(_ record: Span<UInt8>, _ delimiter: UInt8) -> Bool {
    fields.removeAll(keepingCapacity: true)
    var position = 0
    while true {
      guard
        let end = position < record.count && record[position] == ASCII.quote
          ? quoted(record, from: position + 1)
          : unquoted(record, from: position, delimiter)
      else { return false }
      if end == record.count { return true }
      guard record[end] == delimiter else { return false }
      position = end + 1
    }
  }

  private mutating func unquoted(
    _ record: Span<UInt8>,
    from start: Int,
    _ delimiter: UInt8
  ) -> Int? {
    var end = start
    while end < record.count, record[end] != delimiter {
      if record[end] == ASCII.quote { return nil }
      end &+= 1
    }
    fields.append(Field(start: start, end: end))
    return end
  }

  /// The field behind the quote before `start`; returns the place behind its closing quote.
  private mutating func quoted(_ record: Span<UInt8>, from start: Int) -> Int? {
    var field = Field(start: start, end: start)
    while field.end < record.count {
      if record[field.end] == ASCII.quote {
        guard field.end + 1 < record.count, record[field.end + 1] == ASCII.quote else {
          fields.append(field)
          return field.end + 1
        }
        field.hasDoubles = true
        field.end &+= 1
      }
      field.end &+= 1
    }
    return nil
  }

  /// Adds what `field` stands for.
  static func append(_ field: Field, of record: Span<UInt8>, to output: inout ByteBuffer) {
    guard field.hasDoubles else {
      output.append(record.extracting(field.start..<field.end))
      return
    }
    var position = field.start
    while position < field.end {
      output.append(record[position])
      // Every quote inside has its double behind it.
      position &+= record[position] == ASCII.quote ? 2 : 1
    }
  }
}
