internal import Gauze
internal import GauzeSystem

/// A file of the run, as its results name it.
struct InputName: Sendable {
  let path: FilePath
  /// The path as JSON, as lines of the rejects file have it.
  let label: [UInt8]
  /// Where its clean form goes, if that is a file of its own.
  let target: FilePath?

  /// Its number among the files of the run, from 0.
  let number: Int

  init(_ path: FilePath, number: Int, target: FilePath?) {
    self.path = path
    self.number = number
    self.target = target
    var text = ByteBuffer()
    JSONText.write(Array(path.text.utf8).span, to: &text)
    label = text.bytes
  }
}

/// Some records in a row, and what became of them. Filled by who reads, worked on by who has a sanitizer,
/// emptied by who writes; never by two at once. Its buffers keep their room from one use to the next.
struct Chunk: ~Copyable, Sendable {
  private static let mostRejections = 256
  private static let mostPlaces = 65_536

  // What is read.

  /// Whole records.
  var input = ByteBuffer(capacity: 16)
  /// The file that they come from.
  var file = InputName(FilePath(""), number: 0, target: nil)
  /// What makes JSON of them, before its first use.
  var maker = RecordMaker.none
  private var cursor = RecordCursor(.lines, at: ChunkPlace(), limit: 0)
  /// Where a record behind the others begins that is too large and was not kept.
  private var oversized: ChunkPlace?
  /// The place in the input that follows all of them.
  private(set) var end = ChunkPlace()

  // What becomes of it, since the results were taken last.

  /// Where the work began.
  private var begin: (cursor: RecordCursor, oversized: ChunkPlace?)
  var clean = ByteBuffer(capacity: 16)
  /// Lines of the rejects file.
  var rejects = ByteBuffer(capacity: 16)
  /// The rejected records, if somebody wants to know them.
  var rejections: [RejectedRecord] = []
  /// For each rejected record, how many were read with it, if that decides when to stop.
  var readAtRejects: [Int32] = []
  /// What was counted, unless the worker keeps count itself.
  var tally: Tally
  /// Whether the bound on rejects was passed, and nothing was done behind it.
  var isStopped = false
  /// Whether a clean record did not fit the envelope.
  var isNotWrapped = false

  init(_ tally: Tally) {
    self.tally = tally
    begin = (cursor, nil)
  }

  /// Whether no input follows it in its file.
  var endsInput: Bool { cursor.place.endsInput }

  /// Whether every record was worked on.
  var isDone: Bool { cursor.isDone(input.count) && oversized == nil }

  /// How many bytes of the file lie before what is to be done.
  var offset: Int { isDone ? end.offset : cursor.place.offset + cursor.position }

  /// Takes new records, `input` being filled already.
  mutating func begin(_ cursor: RecordCursor, oversized: ChunkPlace?, end: ChunkPlace) {
    self.cursor = cursor
    self.oversized = oversized
    self.end = end
    removeResults()
  }

  /// The next record, given the bytes of `input`.
  mutating func next(_ bytes: Span<UInt8>, scratch: inout ByteBuffer) -> FramedRecord? {
    if let record = cursor.next(bytes, scratch: &scratch) { return record }
    guard let place = oversized else { return nil }
    oversized = nil
    return FramedRecord(.violation(.tooLarge), line: place.line, offset: place.offset)
  }

  /// Whether the results, of some `most` bytes of rejects or twice of clean records, are to be taken before
  /// more are made. They are rarely longer than the records, but a rejected byte may make a line of hundreds.
  func isFull(_ most: Int) -> Bool {
    isStopped || isNotWrapped || clean.count >= 2 * most || rejects.count >= most
      || rejections.count >= Self.mostRejections || readAtRejects.count >= Self.mostPlaces
  }

  /// Forgets the results, which were taken, and goes on behind them.
  mutating func removeResults() {
    clean.removeAll()
    rejects.removeAll()
    rejections.removeAll(keepingCapacity: true)
    readAtRejects.removeAll(keepingCapacity: true)
    isStopped = false
    isNotWrapped = false
    begin = (cursor, oversized)
  }

  /// Gives back the memory, for nothing more is put in.
  mutating func removeRoom() {
    input = ByteBuffer(capacity: 16)
    clean = ByteBuffer(capacity: 16)
    rejects = ByteBuffer(capacity: 16)
  }

  /// Forgets the results as if the work on them had not been done.
  mutating func undo() {
    (cursor, oversized) = begin
    tally.removeAll()
    removeResults()
  }
}
