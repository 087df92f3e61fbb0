import Gauze
import GauzeBatch
import Testing

/// What was found at one place: the record, or why it is none.
struct Found: Equatable, CustomStringConvertible {
  var bytes: [UInt8]?
  var line: Int
  var offset: Int
  var fault: ViolationCode?

  init(_ text: String, line: Int, offset: Int) {
    self.init(bytes: Array(text.utf8), line: line, offset: offset)
  }

  init(bytes: [UInt8], line: Int, offset: Int) {
    (self.bytes, self.line, self.offset) = (bytes, line, offset)
  }

  init(_ fault: ViolationCode, line: Int, offset: Int) {
    (self.fault, self.line, self.offset) = (fault, line, offset)
  }

  init(_ frame: RecordFrame, _ window: [UInt8]) {
    (line, offset, fault) = (frame.line, frame.offset, frame.fault)
    bytes = frame.fault == nil ? Array(window[frame.range]) : nil
  }

  var description: String {
    "\(line)@\(offset) \(fault.map { "\($0)" } ?? String(decoding: bytes ?? [], as: UTF8.self))"
  }
}

/// Hands an input to a finder piece by piece, as one who reads a file does.
struct FramingBench<Finder: FrameFinder> {
  var finder: Finder
  /// The most bytes that the window held.
  var widest = 0

  init(_ finder: Finder) { self.finder = finder }

  /// All that is found if `step` says how much is read each time. Each piece is also searched by a copy
  /// of the finder from before it, which must find the same.
  mutating func read(_ input: [UInt8], step: () -> Int) -> [Found] {
    var found: [Found] = []
    var again: [Found] = []
    var window: [UInt8] = []
    var place = 0
    var before = finder
    while true {
      let count = min(step(), input.count - place)
      window += input[place..<place + count]
      place += count
      widest = max(widest, window.count)
      let isAtEnd = place == input.count
      while let frame = finder.next(window.span, isAtEnd ? .input : .anywhere) {
        found.append(Found(frame, window))
      }
      let cut = isAtEnd ? window.count : finder.needed
      let chunk = Array(window[..<cut])
      let end: WindowEnd = finder.isNeededFromRecord ? .betweenRecords : .anywhere
      while let frame = before.next(chunk.span, isAtEnd ? .input : end) {
        again.append(Found(frame, window))
      }
      if isAtEnd { break }
      #expect(again == found)
      window.removeFirst(cut)
      finder.forget(cut)
      before = finder.atNeeded
    }
    #expect(again == found)
    return found
  }
}

extension FrameFinder {
  /// All that is found in the whole input at once.
  func found(in text: String) -> [Found] {
    var bench = FramingBench(self)
    let input = Array(text.utf8)
    return bench.read(input) { max(1, input.count) }
  }
}

extension SeededRandom {
  /// One of a few words after another.
  mutating func text(_ words: [String], _ count: ClosedRange<Int>) -> String {
    (0..<Int.random(in: count, using: &self))
      .map { _ in words.randomElement(using: &self) ?? "" }.joined()
  }
}
