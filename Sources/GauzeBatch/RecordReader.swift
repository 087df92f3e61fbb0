internal import Gauze
package import GauzeSystem

// The buffer holds the record at hand and what was read beyond it:
//
//     … 1 } \n { " a " : 1 } \n { " b
//              ^ start               ^ buffer.count: searched for line feeds up to here
//     ^ consumed: how many bytes of the input came before the buffer
//
// Reading on drops what lies before `start`, so the buffer never holds more than one record within
// the limit and one read. A record beyond the limit is given up as soon as that is sure, and the
// buffer emptied again and again until its line ends.

/// One line of the input that is not blank.
package struct Record: Sendable, Equatable {
  /// Where it lies in the reader's buffer, without its end; nothing if it is too large. Good until
  /// the next record is asked for.
  package let range: Range<Int>
  /// Its line, counted from 1; blank lines count.
  package let line: Int
  /// Its first byte's place in the input, counted from 0.
  package let offset: Int
  /// Whether it has more bytes than the limit and was skipped.
  package let isTooLarge: Bool
}

/// Cuts JSON Lines into records, in memory that the limit bounds and not the input.
///
/// A line ends with LF or CRLF, the last one also with the input. A byte order mark at the very
/// beginning is no part of the first record. Lines of nothing but spaces, tabs and carriage returns
/// are passed over, unless they are too large. Complexity: linear, with each byte searched once and
/// moved at most once a read.
///
/// ```swift
/// var reader = RecordReader(try InputFile(path))
/// while let record = try reader.next() {
///   sanitizer.sanitize(reader.bytes.extracting(record.range), into: &output)
/// }
/// ```
package struct RecordReader: ~Copyable, Sendable {
  /// How many bytes a record may have if nothing else is said: 1 MiB.
  package static let usualLimit = 1 << 20

  private let file: InputFile
  private let limit: Int
  private let step: Int
  private var buffer: ByteBuffer
  private var start = 0
  private var searched = 0
  private var consumed: Int
  private var line: Int
  private var isAtEnd = false

  /// Reads `file`, at most `step` bytes at a time, from where it stands: its beginning, or the first
  /// byte of line number `line`, `offset` bytes from there.
  package init(
    _ file: consuming InputFile,
    limit: Int = RecordReader.usualLimit,
    step: Int = 256 * 1024,
    line: Int = 1,
    offset: Int = 0
  ) {
    precondition(limit >= 0 && step > 0 && line > 0 && offset >= 0)
    self.file = file
    // One more than the limit is counted below.
    self.limit = min(limit, Int.max - 1)
    self.step = step
    // Room for a read behind the beginning of a record that the read before cut.
    buffer = ByteBuffer(capacity: step + min(step, limit))
    consumed = offset
    self.line = line
  }

  /// What the ranges of records speak of.
  package var bytes: Span<UInt8> {
    @_lifetime(borrow self)
    borrowing get { buffer.span }
  }

  /// How many bytes of the input have been cut into records or passed over.
  package var offset: Int { consumed + start }

  /// The next record, or nil at the end of the input. After an error it may be asked again.
  package mutating func next() throws(SystemError) -> Record? {
    if offset == 0 { try skipByteOrderMark() }
    while true {
      if let end = endOfLine() {
        if let record = take(upTo: end, next: end + 1) { return record }
      } else if buffer.count - start > limit + 1 {
        // One byte more than the limit may still be the CR of an end.
        return try skipLine()
      } else if isAtEnd {
        guard start < buffer.count else { return nil }
        if let record = take(upTo: buffer.count, next: buffer.count) { return record }
      } else {
        try refill()
      }
    }
  }

  /// The record from `start` to the line's end, which is passed; nil if the line is blank.
  private mutating func take(upTo lineEnd: Int, next: Int) -> Record? {
    var end = lineEnd
    let hasFeed = next > lineEnd
    if hasFeed && end > start && buffer[end - 1] == ASCII.carriageReturn { end -= 1 }
    let range = start..<end
    let isTooLarge = range.count > limit
    let record = Record(
      range: isTooLarge ? end..<end : range,
      line: line,
      offset: offset,
      isTooLarge: isTooLarge
    )
    let isBlank = !isTooLarge && LineFraming.isBlank(buffer.span, range)
    start = next
    searched = next
    line += 1
    return isBlank ? nil : record
  }

  /// Passes over a line that is known to be too large, keeping none of it.
  private mutating func skipLine() throws(SystemError) -> Record {
    let record = Record(range: 0..<0, line: line, offset: offset, isTooLarge: true)
    while true {
      if let end = endOfLine() {
        start = end + 1
        searched = start
        break
      }
      start = buffer.count
      if isAtEnd { break }
      try refill()
    }
    line += 1
    return record
  }

  private mutating func skipByteOrderMark() throws(SystemError) {
    let mark: InlineArray<3, UInt8> = [0xEF, 0xBB, 0xBF]
    while buffer.count < mark.count && !isAtEnd { try refill() }
    guard buffer.count >= mark.count else { return }
    for index in 0..<mark.count where buffer[index] != mark[index] { return }
    start = mark.count
    searched = start
  }

  /// Reads once, behind what has not been cut yet.
  private mutating func refill() throws(SystemError) {
    buffer.removeFirst(start)
    consumed += start
    searched -= start
    start = 0
    isAtEnd = try file.read(into: &buffer, atMost: step) == 0
  }

  /// Where the first line feed of the bytes not searched yet lies.
  private mutating func endOfLine() -> Int? {
    let found = LineFeeds.first(in: buffer.span, from: searched)
    searched = found ?? buffer.count
    return found
  }
}
