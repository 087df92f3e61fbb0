import Foundation
import Gauze
import GauzeBatch
import GauzeSystem
import Testing

/// A run that is killed again and again leaves in the end what an undisturbed one does.
@Suite struct ResumedRunTests {
  @Test func goesOnAfterFiftyKills() async throws {
    let seed = UInt64.random(in: 0 ... .max)
    print("seed \(seed)")
    var random = SeededRandom(seed: seed)
    let folder = try BatchFolder()
    let lines = (0..<700).map { line in
      line % 7 == 0 ? "" : Bool.random(using: &random) ? Notes.good : Notes.bad
    }
    let input = try folder.put(Array(lines.joined(separator: "\n").utf8), as: "in")
    let expected = try NaiveBatch.run([input], try Notes.plan(), limit: 1000, bound: nil)
    var kills = 0
    while kills < 50 {
      for name in ["out", "rejects", "counts"] { folder.remove(name) }
      for _ in 0..<Int.random(in: 3...9, using: &random) {
        let path = folder.url.path
        let jobs = Int.random(in: 1...3, using: &random)
        // After some chunks, or at some moment.
        let chunks = Bool.random(using: &random) ? Int.random(in: 1...9, using: &random) : 0
        let wait = Int.random(in: 100...30_000, using: &random)
        await #expect(processExitsWith: .signal(SIGKILL)) {
          [path = path as String, jobs = jobs as Int, chunks = chunks as Int, wait = wait as Int] in
          try RunAgain(path).run(jobs, .kill(afterChunks: chunks, afterMicroseconds: wait))
        }
        kills += 1
        #expect(!folder.names.contains("out") && !folder.names.contains("rejects"))
      }
      let path = folder.url.path
      await #expect(processExitsWith: .success) { [path = path as String] in
        try RunAgain(path).run(2, .finish)
      }
      #expect(try folder.bytes("out") == expected.clean)
      #expect(try folder.bytes("rejects") == expected.rejects)
      #expect(try folder.bytes("counts") == Array("\(expected.tally.numbers)".utf8))
      #expect(folder.names == ["counts", "in", "out", "rejects"])
    }
  }

  @Test func readsOnlyItsOwnNotes() throws {
    let plan = try Notes.plan()
    let basis = SHA256.hash(Array("a".utf8).span)
    var checkpoint = Checkpoint(basis: basis, plan)
    checkpoint.file = 3
    checkpoint.place = ChunkPlace(line: 4021, offset: 1 << 40)
    checkpoint.outputLength = 77
    var text = ByteBuffer()
    checkpoint.write(to: &text)
    #expect(Checkpoint(reading: text.bytes, basis: basis, plan) == checkpoint)
    // Of something else, cut, longer, or with any byte changed.
    let other = SHA256.hash(Array("b".utf8).span)
    #expect(Checkpoint(reading: text.bytes, basis: other, plan) == nil)
    #expect(Checkpoint(reading: text.bytes + [0x0A], basis: basis, plan) == nil)
    for index in text.bytes.indices {
      var bytes = text.bytes
      #expect(Checkpoint(reading: Array(bytes[..<index]), basis: basis, plan) == nil)
      bytes[index] ^= 1
      #expect(Checkpoint(reading: bytes, basis: basis, plan) == nil)
    }
  }
}

/// A run in a process of its own that goes on behind what another left.
private struct RunAgain {
  enum End {
    case finish
    case kill(afterChunks: Int, afterMicroseconds: Int)
  }

  private let folder: String

  init(_ folder: String) { self.folder = folder }

  private func path(_ name: String) -> FilePath { FilePath("\(folder)/\(name)") }

  func run(_ jobs: Int, _ end: End) throws {
    let plan = try Notes.plan()
    let basis = SHA256.hash([1, 2, 3].span)
    let notes = try CheckpointFile(besides: path("out"), every: 0)
    let checkpoint = notes.read(basis: basis, plan) ?? Checkpoint(basis: basis, plan)
    var sanitizer = Sanitizer(plan)
    sanitizer.recordLimit = 1000
    var run = BatchRun(
      sanitizer,
      output: try OutputFile(part: path("out"), from: checkpoint.outputLength),
      named: path("out"),
      rejects: try OutputFile(part: path("rejects"), from: checkpoint.rejectsLength),
      named: path("rejects")
    )
    run.jobs = jobs
    run.chunkSize = 500
    run.resume(checkpoint, noting: notes)
    if case .kill(let chunks, let microseconds) = end {
      var written = 0
      run.onProgress = { _, _ in
        written += 1
        if written == chunks { kill(getpid(), SIGKILL) }
      }
      _ = try WorkerThread {
        usleep(UInt32(microseconds))
        kill(getpid(), SIGKILL)
      }
    }
    if checkpoint.file == 0 {
      let file = try InputFile(path("in"))
      try file.seek(to: checkpoint.place.offset)
      try run.run(file, named: path("in"), at: checkpoint.place)
    } else {
      run.skip(path("in"))
    }
    _ = try run.finish(isComplete: true)
    // The end waits for who is to die before it.
    if case .kill = end { while true { pause() } }
    let counts = "\(run.sanitizer.tally.numbers)"
    try run.commit(isComplete: true)
    try Data(counts.utf8).write(to: URL(fileURLWithPath: "\(folder)/counts"))
  }
}
