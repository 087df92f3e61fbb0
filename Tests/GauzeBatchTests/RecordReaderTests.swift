import Foundation
import Gauze
import GauzeBatch
import GauzeSystem
import Testing

@Suite struct RecordReaderTests {
  @Test func cutsLinesOfEveryKind() throws {
    let found = try read("{\"a\":1}\n\r\n {}\r\n \t\n[\r]\nlast")
    #expect(
      found == [
        Cut(text: "{\"a\":1}", line: 1, offset: 0),
        Cut(text: " {}", line: 3, offset: 10),
        Cut(text: "[\r]", line: 5, offset: 18),
        Cut(text: "last", line: 6, offset: 22),
      ]
    )
  }

  @Test func findsNothingInNothing() throws {
    for text in ["", "\n", "\r\n\r\n", " \t", "\u{FEFF}", "\u{FEFF}\n"] {
      #expect(try read(text).isEmpty)
    }
  }

  @Test func skipsAByteOrderMarkAtTheBeginningOnly() throws {
    let mark = "\u{FEFF}"
    let found = try read("\(mark)1\n\(mark)2\n")
    #expect(
      found == [
        Cut(text: "1", line: 1, offset: 3), Cut(text: "\(mark)2", line: 2, offset: 5),
      ]
    )
    // The first two of its three bytes are a record like any other.
    let cut = try read([0xEF, 0xBB], limit: 10, step: 1)
    #expect(cut.count == 1 && cut.first?.bytes == [0xEF, 0xBB])
  }

  @Test(arguments: ["\n", "\r\n", ""])
  func drawsTheLimitAtTheRecordsOwnBytes(end: String) throws {
    for step in [1, 2, 3, 100] {
      #expect(try read(Array("12345\(end)".utf8), limit: 5, step: step).first?.text == "12345")
      let over = try read(Array("123456\(end)x".utf8), limit: 5, step: step)
      #expect(over.first == Cut(bytes: nil, line: 1, offset: 0))
    }
  }

  @Test func goesOnAfterARecordThatIsTooLarge() throws {
    let found = try read("{}\n\(String(repeating: "x", count: 5000))\n[]\n", limit: 100, step: 64)
    #expect(
      found == [
        Cut(text: "{}", line: 1, offset: 0),
        Cut(bytes: nil, line: 2, offset: 3),
        Cut(text: "[]", line: 3, offset: 5004),
      ]
    )
  }

  @Test func agreesWithASplitAtEveryStep() throws {
    var random = SeededRandom(seed: 0xBA_0001)
    let alphabet: [UInt8] = Array("\n\n\n\r\r  \tab{}".utf8) + [0xEF, 0xBB, 0xBF, 0x8A, 0x0B, 0x00]
    for round in 0..<150 {
      var input = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      if round.isMultiple(of: 4) { input = [0xEF, 0xBB, 0xBF] + input }
      let limit = Int.random(in: 0...20, using: &random)
      let expected = split(input, limit: limit)
      // One file for all steps: making one costs more than reading it.
      let path = try put(input)
      defer { try? FileManager.default.removeItem(atPath: path.text) }
      for step in 1...(input.count + 2) {
        let cuts = try read(path, limit: limit, step: step)
        #expect(cuts == expected, "round \(round), step \(step)")
      }
    }
  }

  @Test func agreesWithASplitOverManyReads() throws {
    var random = SeededRandom(seed: 0xBA_0002)
    var input: [UInt8] = []
    while input.count < 300_000 {
      let length = Int.random(in: 0...900, using: &random)
      input += (0..<length).map { _ in UInt8.random(in: 0x20...0x7E, using: &random) }
      input += Bool.random(using: &random) ? [0x0A] : [0x0D, 0x0A]
    }
    for step in [7, 4096, 65536, 1 << 20] {
      #expect(try read(input, limit: 700, step: step) == split(input, limit: 700))
    }
  }

  @Test func goesOnFromACheckpoint() throws {
    let input = Array("\u{FEFF}one\n\ntwo\nthree\n".utf8)
    let path = try put(input)
    defer { try? FileManager.default.removeItem(atPath: path.text) }
    var reader = RecordReader(try InputFile(path))
    _ = try reader.next()
    let second = try reader.next()
    let place = reader.offset
    #expect(second?.line == 3)
    let file = try InputFile(path)
    try file.seek(to: place)
    var resumed = RecordReader(file, line: 4, offset: place)
    let third = try resumed.next()
    #expect(third?.line == 4)
    #expect(third?.offset == 12)
    let end = try resumed.next()
    #expect(end == nil)
  }

  /// Not under AddressSanitizer, which keeps what was freed.
  @Test(.enabled(if: dlsym(nil, "__asan_init") == nil))
  func keepsItsMemoryBoundedForAnEndlessLine() async throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("gauze-sparse-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    // A hole in a file reads as zeros and takes no disk.
    #expect(FileManager.default.createFile(atPath: path, contents: Data("{}\n".utf8)))
    #expect(truncate(path, 48 << 20) == 0)
    await #expect(processExitsWith: .exitCode(0)) { [path = path as String] in
      var reader = RecordReader(try InputFile(FilePath(path)))
      guard try reader.next()?.isTooLarge == false else { exit(1) }
      let before = CurrentProcess.peakMemory
      guard try reader.next()?.isTooLarge == true, try reader.next() == nil else { exit(2) }
      exit(CurrentProcess.peakMemory - before < 4 << 20 ? 0 : 3)
    }
  }
}

/// What became of one line; no bytes if it was too large.
private struct Cut: Equatable {
  var bytes: [UInt8]?
  var line: Int
  var offset: Int

  init(bytes: [UInt8]?, line: Int, offset: Int) {
    (self.bytes, self.line, self.offset) = (bytes, line, offset)
  }

  init(text: String, line: Int, offset: Int) {
    self.init(bytes: Array(text.utf8), line: line, offset: offset)
  }

  var text: String? { bytes.map { String(decoding: $0, as: UTF8.self) } }
}

/// The same by the whole input at once.
private func split(_ input: [UInt8], limit: Int) -> [Cut] {
  var offset = input.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  let lines = input[offset...].split(separator: 0x0A, omittingEmptySubsequences: false)
  var cuts: [Cut] = []
  for (index, whole) in lines.enumerated() {
    var line = whole
    let isLast = index == lines.count - 1
    if !isLast && line.last == 0x0D { line.removeLast() }
    if line.count > limit {
      cuts.append(Cut(bytes: nil, line: index + 1, offset: offset))
    } else if !line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) {
      cuts.append(Cut(bytes: Array(line), line: index + 1, offset: offset))
    }
    offset += whole.count + 1
  }
  return cuts
}

private func put(_ input: [UInt8]) throws -> FilePath {
  let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("gauze-records-\(UUID().uuidString)")
  try Data(input).write(to: url)
  return FilePath(url.path)
}

private func read(_ text: String, limit: Int = 1000, step: Int = 1000) throws -> [Cut] {
  try read(Array(text.utf8), limit: limit, step: step)
}

private func read(_ input: [UInt8], limit: Int, step: Int) throws -> [Cut] {
  let path = try put(input)
  defer { try? FileManager.default.removeItem(atPath: path.text) }
  return try read(path, limit: limit, step: step)
}

private func read(_ path: FilePath, limit: Int, step: Int) throws -> [Cut] {
  var reader = RecordReader(try InputFile(path), limit: limit, step: step)
  var cuts: [Cut] = []
  while let record = try reader.next() {
    var copy = ByteBuffer()
    copy.append(reader.bytes.extracting(record.range))
    cuts.append(
      Cut(
        bytes: record.isTooLarge ? nil : copy.bytes,
        line: record.line,
        offset: record.offset
      )
    )
  }
  return cuts
}
