internal import Gauze
package import GauzeSystem

// Chunks follow one another without a gap, each of whole records:
//
//     read        [ carry | ………………………… read ………………………… ]
//     chunk       [ record record record … record ][ carry ]    of some 128 KiB
//     or          [ record record ] and a record that is too large, read past and not kept
//     or          [ one record within the limit, larger than a chunk ]

/// Reads an input chunk by chunk, cut where records end, in memory that the record limit bounds.
package struct ChunkReader: ~Copyable, Sendable {
  /// How many bytes a chunk has if its records are small: larger ones were not faster.
  package static let usualSize = 128 * 1024

  private let file: InputFile
  private var framing: RecordFraming
  private let limit: Int
  private let size: Int
  private var cutter: RecordCutter
  /// What was read behind the last chunk.
  private var carry = ByteBuffer()
  /// How many bytes of it the cutter has seen.
  private var searched = 0
  private var place: ChunkPlace
  private var isAtEnd = false
  /// How many bytes the file had when it was opened, if it has a length, and how many came of it.
  private let expected: Int
  private var received: Int
  private var isAtBeginning: Bool
  /// Whether the input ended in a record of which nobody can tell where it should have ended.
  private(set) var isLost = false

  /// Reads `file` from where it stands: its beginning, or the first byte of a record, which `place`
  /// tells.
  package init(
    _ file: consuming InputFile,
    framing: RecordFraming = .lines,
    limit: Int = RecordReader.usualLimit,
    size: Int = ChunkReader.usualSize,
    at place: ChunkPlace = ChunkPlace()
  ) {
    precondition(limit >= 0 && size > 0)
    expected = file.isOwned ? file.size ?? 0 : 0
    received = place.offset
    self.file = file
    self.framing = framing
    self.limit = min(limit, Int.max - 1)
    self.size = size
    self.place = place
    isAtBeginning = place.offset == 0
    cutter = RecordCutter(framing)
  }

  /// Whether the last chunk was read.
  package var isFinished: Bool { place.endsInput }

  /// Whether the input ended before its length when it was opened: somebody cut it meanwhile.
  package var isShort: Bool { isAtEnd && received < expected }

  /// Puts the next chunk into `chunk`, in place of what it held. The last one, and it alone, says that
  /// the input ends with it, and may be empty. `isEager` takes what one read gives, if a record ends in
  /// it, instead of waiting for a chunk's worth.
  mutating func fill(_ chunk: inout Chunk, isEager: Bool) throws(SystemError) {
    chunk.input.removeAll()
    chunk.input.append(carry.span)
    carry.removeAll()
    if case .found(let finder, _) = framing {
      try fill(&chunk, isEager: isEager, finder)
      return
    }
    if isAtBeginning { try skipByteOrderMark(&chunk.input) }
    var end = 0
    var isTooLarge = false
    while true {
      if searched < chunk.input.count {
        end = cutter.lastEnd(chunk.input.span, from: searched) ?? end
        searched = chunk.input.count
      }
      if isAtEnd { end = chunk.input.count }
      // One byte more than the limit may still be the CR of an end.
      isTooLarge = chunk.input.count - end > limit + 1
      if isTooLarge || isAtEnd { break }
      if end > 0 && (isEager || chunk.input.count >= size) { break }
      try read(&chunk.input)
    }
    carry.append(chunk.input.span.extracting(end..<chunk.input.count))
    chunk.input.truncate(to: end)
    searched = carry.count
    var first = place
    place.pass(chunk.input)
    let oversized = isTooLarge ? place : nil
    if isTooLarge { try skipRecord() }
    place.endsInput = isAtEnd && carry.isEmpty
    first.endsInput = place.endsInput
    let cursor = RecordCursor(framing, at: first, limit: limit)
    chunk.begin(cursor, oversized: oversized, end: place)
  }

  /// The same for a framing that goes over the input as a whole.
  private mutating func fill(
    _ chunk: inout Chunk,
    isEager: Bool,
    _ finder: FoundFraming
  ) throws(SystemError) {
    var finder = finder
    let before = finder.atNeeded
    var hasRecord = false
    while true {
      while finder.next(chunk.input.span, isAtEnd ? .input : .anywhere) != nil { hasRecord = true }
      let cut = finder.needed
      if isAtEnd || (cut > 0 && (chunk.input.count >= size || (isEager && hasRecord))) { break }
      try read(&chunk.input)
    }
    isLost = finder.isLostAtEnd
    var first = place
    let end: WindowEnd =
      isAtEnd ? .input : finder.isNeededFromRecord ? .betweenRecords : .anywhere
    if !isAtEnd {
      let cut = finder.needed
      carry.append(chunk.input.span.extracting(cut..<chunk.input.count))
      chunk.input.truncate(to: cut)
      finder.forget(cut)
      framing = .found(finder, .anywhere)
    }
    place.offset += chunk.input.count
    place.endsInput = isAtEnd
    first.endsInput = isAtEnd
    let cursor = RecordCursor(.found(before, end), at: first, limit: limit)
    chunk.begin(cursor, oversized: nil, end: place)
  }

  /// Reads as much of the beginning as tells how to go on, and the header, which is no record. Returns
  /// what makes records of what is found.
  mutating func begin(
    _ format: InputFormat,
    _ path: FilePath
  ) throws(BatchError) -> RecordMaker {
    do throws(SystemError) {
      if format.source != .told { try readFirstByte() }
      if case .csv = format.kind { try readFirstLine() }
    } catch {
      throw .file(path, error)
    }
    let text = InputBeginning(carry.span)
    if format.source != .told, let export = text.export {
      throw .format(path, .nested(export))
    }
    switch format.kind {
    case .lines:
      let isArray = format.source == .nobody && text.first == ASCII.leftBracket
      if isArray { framing = .found(.json(JSONFraming(limit: limit)), .anywhere) }
    case .json: framing = .found(.json(JSONFraming(limit: limit)), .anywhere)
    case .text:
      framing = .found(.text(TextFraming(limit: limit)), .anywhere)
      return .text(TextReader())
    case .csv(let settings):
      do throws(CSVHeaderError) {
        return try takeHeader(settings, delimiter: text.delimiter)
      } catch {
        throw .format(path, .header(error))
      }
    }
    return .none
  }

  private mutating func readFirstByte() throws(SystemError) {
    while !isAtEnd, carry.count <= limit {
      let text = InputBeginning(carry.span)
      if !text.isShort, text.first != nil { return }
      try readMore()
    }
  }

  private mutating func readMore() throws(SystemError) {
    var buffer = ByteBuffer.lent
    swap(&buffer, &carry)
    defer { swap(&buffer, &carry) }
    try read(&buffer)
  }

  private mutating func readFirstLine() throws(SystemError) {
    while !isAtEnd, !InputBeginning(carry.span).hasLine, carry.count <= limit {
      try readMore()
    }
  }

  private mutating func takeHeader(
    _ settings: CSVSettings,
    delimiter: UInt8
  ) throws(CSVHeaderError) -> RecordMaker {
    var finder = CSVFraming(limit: limit, delimiter: delimiter)
    framing = .found(.csv(finder), .anywhere)
    // Without a header there is no record either.
    guard let frame = finder.next(carry.span, isAtEnd ? .input : .anywhere) else {
      if isAtEnd { return .none }
      throw .unreadable
    }
    guard frame.fault == nil else { throw .unreadable }
    let header = try CSVHeader(carry.span.extracting(frame.range), delimiter: delimiter)
    let cut = finder.cursor.position
    finder.forget(cut)
    carry.removeFirst(cut)
    place.offset = cut
    framing = .found(.csv(finder), .anywhere)
    return .csv(
      try CSVReader(
        header,
        settings.schema,
        event: settings.event,
        dropsUnknown: settings.dropsUnknown
      )
    )
  }

  /// Reads past the record that `carry` begins with, keeping only what follows it.
  private mutating func skipRecord() throws(SystemError) {
    searched = 0
    var bytes = ByteBuffer.lent
    swap(&bytes, &carry)
    while true {
      place.pass(bytes)
      bytes.removeAll()
      if isAtEnd { break }
      try read(&bytes)
      guard let end = cutter.firstEnd(bytes.span, from: 0) else { continue }
      // Not seen by the cutter yet.
      carry.append(bytes.span.extracting(end..<bytes.count))
      bytes.truncate(to: end)
      place.pass(bytes)
      break
    }
  }

  private mutating func skipByteOrderMark(_ input: inout ByteBuffer) throws(SystemError) {
    isAtBeginning = false
    let mark: InlineArray<3, UInt8> = [0xEF, 0xBB, 0xBF]
    while input.count < mark.count && !isAtEnd { try read(&input) }
    guard input.count >= mark.count else { return }
    for index in 0..<mark.count where input[index] != mark[index] { return }
    input.removeFirst(mark.count)
    place.offset = mark.count
  }

  /// Reads once: up to a chunk's size, or, behind a record that is cut at it, as much again.
  private mutating func read(_ buffer: inout ByteBuffer) throws(SystemError) {
    let room = buffer.count < size ? size - buffer.count : size
    if buffer.capacity - buffer.count < room {
      // Twice as much, but no more than a record within the limit and one read can take.
      let most = min(limit, Int.max / 2) + 1 + size
      var larger = ByteBuffer(capacity: max(min(2 * buffer.count, most), buffer.count + room))
      larger.append(buffer.span)
      swap(&larger, &buffer)
    }
    let count = try file.read(into: &buffer, atMost: room)
    received += count
    isAtEnd = count == 0
  }
}
