package import Gauze
package import GauzeSystem
internal import Synchronization

/// Why a run ended early.
package enum BatchError: Error {
  /// A file could not be read or written.
  case file(FilePath, SystemError)
  /// A file became shorter while it was read, so that its last record may be half of one.
  case shrunk(FilePath)
  /// More records were rejected than the bound allows.
  case tooManyRejects
  /// A file cannot be read as what it is said to be.
  case format(FilePath, InputFormatError)
  /// A clean record was none for the envelope: a fault of this program, and nothing appears.
  case notWrapped
}

/// A record that was rejected: where it stands and what it did, nothing of what it said.
package struct RejectedRecord: Sendable {
  package let file: FilePath
  package let line: Int
  package let offset: Int
  package let violations: [Violation]
}

/// One run over any number of files: each record to its clean form or to the rejects, in order, in memory
/// that does not grow with the input. What comes out does not depend on how many workers there are.
///
/// Who calls it reads and writes; workers only work. A run begins without them, for most inputs are
/// small.
package struct BatchRun: ~Copyable {
  /// How many bytes of input were read.
  package internal(set) var bytesRead = 0
  /// The files that were read.
  package private(set) var files: [FilePath] = []
  /// The files whose end is one rejected record, for nobody can tell where others begin in it.
  package private(set) var lost: [FilePath] = []
  /// How many records may be rejected; any number if nil.
  package var bound: RejectBound?
  /// Whether each record is written at once.
  package var isLineBuffered = false
  /// How many records are worked on at once.
  package var jobs = 1
  /// How many bytes are worked on as one; so many are read before workers are started.
  package var chunkSize = ChunkReader.usualSize
  /// What each clean record is put into as it leaves; nil if it leaves as it is.
  package var envelope: Envelope?
  /// Called for each rejected record, in order.
  package var onReject: ((RejectedRecord) -> Void)?
  /// Called now and then.
  package var onProgress: ((borrowing Sanitizer, Int) -> Void)?

  /// What makes records of the file at hand.
  private var maker = RecordMaker.none
  var output: OutputFile?
  var outputName: FilePath
  var rejects: OutputFile?
  let rejectsName: FilePath
  /// Works where nobody else does, and keeps the counts of all.
  var worker: RecordWorker
  /// Where it works.
  private let slot: Slot
  private var pool: WorkerPool?
  private var hasBegun = false
  /// How far the run has come; its counts only when it is noted.
  var progress: Checkpoint
  var notebook: CheckpointFile?

  /// Writes clean records to `output` and rejects to `rejects`, where there are such.
  package init(
    _ sanitizer: Sanitizer,
    output: consuming OutputFile?,
    named outputName: FilePath,
    rejects: consuming OutputFile?,
    named rejectsName: FilePath
  ) {
    worker = RecordWorker(sanitizer, envelope: nil, WorkOrder())
    slot = Slot(sanitizer.plan)
    progress = Checkpoint(basis: SHA256().finalize(), sanitizer.plan)
    self.output = output
    self.outputName = outputName
    self.rejects = rejects
    self.rejectsName = rejectsName
  }

  /// How many workers there were at once.
  package private(set) var workerCount = 1

  /// What was counted, and with which plan.
  package var sanitizer: Sanitizer {
    _read { yield worker.sanitizer }
  }

  /// Goes on behind `checkpoint`, before anything was read, and notes in `file` how far it comes. The
  /// outputs must hold what the checkpoint says, and be open behind it.
  package mutating func resume(_ checkpoint: Checkpoint, noting file: consuming CheckpointFile) {
    progress = checkpoint
    notebook = file
    worker.sanitizer.count(checkpoint.tally)
  }

  /// Passes over a file that was read before the checkpoint.
  package mutating func skip(_ name: FilePath) { files.append(name) }

  /// Sanitizes every record of `file`, which is called `name`. What is left at the end of it may still
  /// be worked on: see `finish`. With a `target`, and no output for all, its clean records go there, and
  /// the target appears as soon as it is complete, in folders that are made if need be. The file is read
  /// from where it stands, which `place` tells.
  package mutating func run(
    _ file: consuming InputFile,
    named name: FilePath,
    as format: InputFormat = .lines,
    at place: ChunkPlace = ChunkPlace(),
    to target: FilePath? = nil
  ) throws(BatchError) {
    if !hasBegun { begin(keepsClean: output != nil || target != nil) }
    let name = InputName(name, number: files.count, target: target)
    files.append(name.path)
    let isWatched = isLineBuffered || file.isTerminal
    var reader = ChunkReader(
      file,
      limit: worker.sanitizer.recordLimit,
      size: chunkSize,
      at: place
    )
    // Only lines are gone on with in their middle.
    maker = place.offset == 0 ? try reader.begin(format, name.path) : .none
    while !reader.isFinished {
      startWorkers(unless: isWatched)
      // 1. The next records are read.
      try makeRoom()
      try read(&reader, name)
      // 2. Somebody works on them. 3. What is first in order is written.
      if pool == nil { try work() } else { pool?.submit() }
    }
    if reader.isLost { lost.append(name.path) }
  }
}

// MARK: - Reading and working

extension BatchRun {
  private mutating func begin(keepsClean: Bool) {
    hasBegun = true
    var order = WorkOrder()
    order.keepsClean = keepsClean
    order.keepsRejects = rejects != nil
    order.keepsRejections = onReject != nil
    if case .share = bound { order.keepsPlaces = true }
    order.mostBytes = isLineBuffered ? 0 : chunkSize
    worker = RecordWorker(worker.sanitizer, envelope: envelope, order)
  }

  /// Starts workers once there is enough to do.
  private mutating func startWorkers(unless isWatched: Bool) {
    guard pool == nil, jobs > 1, !isWatched, bytesRead >= chunkSize else { return }
    var each = worker
    // Counts begin anew in each, and are added here as they come.
    var nothing = Tally(worker.sanitizer.plan)
    each.sanitizer.exchangeTally(for: &nothing)
    pool = WorkerPool(jobs, each)
    workerCount = pool?.count ?? 1
    if pool == nil { jobs = 1 } else { slot.chunk.withLock { $0.removeRoom() } }
  }

  private mutating func read(
    _ reader: inout ChunkReader,
    _ name: InputName
  ) throws(BatchError) {
    do throws(SystemError) {
      let isEager = pool == nil
      let slot = pool?.free ?? slot
      try slot.chunk.withLock { chunk throws(SystemError) in
        chunk.file = name
        chunk.maker = maker
        try reader.fill(&chunk, isEager: isEager)
      }
    } catch {
      try drain()
      throw .file(name.path, error)
    }
    if reader.isShort {
      try drain()
      throw .shrunk(name.path)
    }
  }

  /// Works on the one chunk that there is without workers.
  private mutating func work() throws(BatchError) {
    let slot = slot
    try slot.chunk.withLock { chunk throws(BatchError) in
      repeat {
        worker.work(on: &chunk, within: bound)
        try write(&chunk)
      } while !chunk.isDone
    }
  }

  /// Empties the oldest slot if all are filled.
  private mutating func makeRoom() throws(BatchError) {
    if pool?.hasRoom == false { try emptyOldest() }
  }

  /// Waits for all that was read, and writes it.
  package mutating func drain() throws(BatchError) {
    while try emptyOldest() {}
  }

  /// Waits for the oldest chunk and writes what becomes of it; false if there is none.
  @discardableResult
  private mutating func emptyOldest() throws(BatchError) -> Bool {
    guard let slot = pool?.oldest else { return false }
    var isDone = false
    while !isDone {
      slot.hasResults.wait()
      do throws(BatchError) {
        try slot.chunk.withLock { chunk throws(BatchError) in
          try settle(&chunk)
          isDone = chunk.isDone
        }
      } catch {
        // What was read behind it counts no more.
        pool = nil
        throw error
      }
      if !isDone { slot.isEmptied.signal() }
    }
    pool?.retire()
    return true
  }
}
