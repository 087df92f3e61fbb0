package import Gauze

/// Where a record stands in the input, or why nothing of it is read.
package struct RecordFrame: Sendable, Equatable {
  /// Its bytes in the window that was handed in; nothing if there is a fault.
  package var range: Range<Int>
  /// The line of its first byte, counted from 1.
  package var line: Int
  /// Its first byte's place in the input, counted from 0.
  package var offset: Int
  /// Why nothing of it is read: it is beyond the limit, or no record of its format.
  package var fault: ViolationCode?

  /// A record at `range` of the window.
  package init(range: Range<Int>, line: Int, offset: Int) {
    (self.range, self.line, self.offset, fault) = (range, line, offset, nil)
  }

  /// A record that is rejected as it stands.
  package init(_ fault: ViolationCode, line: Int, offset: Int) {
    (range, self.line, self.offset, self.fault) = (0..<0, line, offset, fault)
  }
}

// A framing finds records in an input that is handed to it piece by piece. What it is handed is a
// window of the input:
//
//     [ … what was forgotten … | {"a":1} {"a":2} {"a │ still to be read …
//                              ^ base            ^ needed from here on
//                               ^-----^ ^-----^
//                               frames that `next` gives, in order
//
// It is a value of a few words. Whoever copies it before a piece can find the same records in that
// piece again, elsewhere and at the same time as others go on: that is how work is shared out.

/// Where a window of the input ends.
package enum WindowEnd: Sendable {
  /// Wherever a read ended.
  case anywhere
  /// Where a record ends or none is, so that one that only what follows would end ends here.
  case betweenRecords
  /// With the input.
  case input
}

/// What finds the records of one format.
package protocol FrameFinder: Sendable {
  /// Where it stands.
  var cursor: FrameCursor { get }

  /// The first byte of the window that must be kept.
  var needed: Int { get }

  /// Whether no record is cut in two if the window is cut at `needed`.
  var isNeededFromRecord: Bool { get }

  /// The finder as it was at `needed`.
  var atNeeded: Self { get }

  /// Says that the window lost its first `count` bytes, at most `needed`.
  mutating func forget(_ count: Int)

  /// The next record, or nil if none ends in the window: then it is to be called again with more.
  mutating func next(_ window: Span<UInt8>, _ end: WindowEnd) -> RecordFrame?
}

/// Where a framing stands in its input.
package struct FrameCursor: Sendable, Equatable {
  /// The next byte to look at, in the window.
  package var position = 0
  /// How many bytes of the input came before the window.
  package var base = 0
  /// The line of that byte, counted from 1.
  package var line = 1

  /// The next byte's place in the input.
  package var offset: Int { base + position }

  /// Says that the window lost its first `count` bytes.
  package mutating func forget(_ count: Int) {
    position -= count
    base += count
  }

  /// Passes over a byte order mark at the very beginning; false if more must be read to tell.
  mutating func skipByteOrderMark(_ window: Span<UInt8>, _ end: WindowEnd) -> Bool {
    guard base == 0, position == 0 else { return true }
    let mark: InlineArray<3, UInt8> = [0xEF, 0xBB, 0xBF]
    var length = 0
    while length < mark.count, length < window.count, window[length] == mark[length] { length += 1 }
    if length == mark.count { position = length }
    return length == mark.count || length < window.count || end != .anywhere
  }
}
