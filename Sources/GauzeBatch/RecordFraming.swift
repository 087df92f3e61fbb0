package import Gauze

// A format of input is three things, each a `switch` over `RecordFraming`:
//
//     input    …… } \n { …… } \n { …… } \n { ……
//                                          ^ the cutter: complete records end here
//     chunk    { …… } \n { …… } \n
//              ^^^^^^                        the cursor: the next record, its line and place
//
// The cutter sees every byte once, in order, on the thread that reads; it must be cheap. The cursor runs
// over a chunk on whatever worker has it, and knows nothing of other chunks but what `ChunkPlace` says.

/// How the bytes of an input are made into records.
package enum RecordFraming: Sendable {
  /// One record a line, which ends with LF or CRLF, the last one also with the input.
  case lines
  /// What the bytes before tell; its state is handed from chunk to chunk, and cuts by itself.
  case found(FoundFraming, WindowEnd)
}

/// Finds where records end, in the order of the input. Keeps what it must of the bytes before.
package struct RecordCutter: Sendable {
  private let framing: RecordFraming

  /// Begins at the first byte of an input, behind a byte order mark.
  package init(_ framing: RecordFraming) { self.framing = framing }

  /// Where the last complete record of `bytes` ends, having looked at all of them, of which those before
  /// `searched` were looked at before. `bytes` begins with a record. Nil if none ends that was not told
  /// before.
  package mutating func lastEnd(_ bytes: Span<UInt8>, from searched: Int) -> Int? {
    switch framing {
    case .lines: LineFeeds.last(in: bytes, from: searched).map { $0 + 1 }
    case .found: nil
    }
  }

  /// Where the first record ends in the bytes from `searched` on, having looked at nothing behind it;
  /// nil, having looked at all, if none does. For records that are too large: what was before is gone.
  package mutating func firstEnd(_ bytes: Span<UInt8>, from searched: Int) -> Int? {
    switch framing {
    case .lines: LineFeeds.first(in: bytes, from: searched).map { $0 + 1 }
    case .found: nil
    }
  }
}

/// A record as the cursor finds it.
package struct FramedRecord: Sendable, Equatable {
  /// What is to be sanitized.
  package enum Content: Sendable, Equatable {
    /// Bytes of the chunk.
    case inside(Range<Int>)
    /// What was built in the scratch buffer.
    case built
    /// Nothing: the record is rejected for this.
    case violation(ViolationCode)
  }

  package var content: Content
  /// Its line, counted from 1.
  package var line: Int
  /// Its first byte's place in the input, counted from 0.
  package var offset: Int

  package init(_ content: Content, line: Int, offset: Int) {
    self.content = content
    self.line = line
    self.offset = offset
  }
}

/// Where a chunk lies in its input.
package struct ChunkPlace: Sendable, Equatable {
  /// The line of its first byte, counted from 1.
  package var line = 1
  /// The place of its first byte, counted from 0.
  package var offset = 0
  /// Whether the input ends with it.
  package var endsInput = false

  package init(line: Int = 1, offset: Int = 0, endsInput: Bool = false) {
    self.line = line
    self.offset = offset
    self.endsInput = endsInput
  }
}

extension ChunkPlace {
  /// Goes on behind `bytes`.
  mutating func pass(_ bytes: borrowing ByteBuffer) {
    line += LineFeeds.count(in: bytes.span, upTo: bytes.count)
    offset += bytes.count
  }
}

/// Goes over the records of a chunk. Holds numbers only, so that copying one costs nothing.
package struct RecordCursor: Sendable {
  package private(set) var framing: RecordFraming
  package let place: ChunkPlace
  /// The most bytes of a record.
  package let limit: Int
  /// How many bytes of the chunk are behind it.
  package var position = 0
  /// The line of the byte at `position`.
  package var line: Int
  /// Whether the last record was given.
  package private(set) var isExhausted = false

  /// Begins at the chunk's first byte, which is a record's.
  package init(_ framing: RecordFraming, at place: ChunkPlace, limit: Int) {
    self.framing = framing
    self.place = place
    self.limit = limit
    line = place.line
  }

  /// The next record of `bytes`, which is the same whole chunk at each call; nil at its end. `scratch`
  /// holds what is built of it until the next call.
  package mutating func next(
    _ bytes: Span<UInt8>,
    scratch: inout ByteBuffer
  ) -> FramedRecord? {
    switch framing {
    case .lines: return LineFraming.next(bytes, &self)
    case .found(var finder, let end):
      let frame = finder.next(bytes, end)
      framing = .found(finder, end)
      position = finder.cursor.position
      isExhausted = frame == nil
      guard let frame else { return nil }
      let content = frame.fault.map { FramedRecord.Content.violation($0) } ?? .inside(frame.range)
      return FramedRecord(content, line: frame.line, offset: frame.offset)
    }
  }

  /// Whether nothing is left of a chunk of `count` bytes.
  func isDone(_ count: Int) -> Bool {
    switch framing {
    case .lines: position >= count
    // Its end may be a record by itself: an array that is not closed.
    case .found: isExhausted
    }
  }
}
