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
  package private(set) var bytesRead = 0
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
  private var output: OutputFile?
  private var outputName: FilePath
  private var rejects: OutputFile?
  private let rejectsName: FilePath
  /// Works where nobody else does, and keeps the counts of all.
  private var worker: RecordWorker
  /// Where it works.
  private let slot: Slot
  private var pool: WorkerPool?
  private var hasBegun = false
  /// How far the run has come; its counts only when it is noted.
  private var progress: Checkpoint
  private var notebook: CheckpointFile?

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

// MARK: - Writing

extension BatchRun {
  /// Counts and writes what a worker made of a chunk, next in order.
  private mutating func settle(_ chunk: inout Chunk) throws(BatchError) {
    if stops(within: chunk) {
      // The worker went on. Once more from where it began, up to the record that is one too many.
      chunk.undo()
      worker.work(on: &chunk, within: bound)
    } else {
      worker.sanitizer.count(chunk.tally)
      chunk.tally.removeAll()
    }
    try write(&chunk)
  }

  /// Whether the bound is passed by one of the chunk's records.
  private func stops(within chunk: borrowing Chunk) -> Bool {
    guard let bound else { return false }
    let rejected = worker.sanitizer.tally.rejected
    let read = worker.sanitizer.tally.read
    switch bound {
    case .count:
      return bound.stops(
        rejected: rejected + chunk.tally.rejected,
        read: read + chunk.tally.read
      )
    case .share:
      for (index, place) in chunk.readAtRejects.enumerated()
      where bound.stops(rejected: rejected + index + 1, read: read + Int(place)) { return true }
      return false
    }
  }

  /// Writes the results of a chunk, which is next in order, and tells of them.
  private mutating func write(_ chunk: inout Chunk) throws(BatchError) {
    bytesRead = progress.bytesBefore + chunk.offset
    if let onReject {
      for rejection in chunk.rejections { onReject(rejection) }
    }
    if let target = chunk.file.target { try open(target) }
    try write(chunk.clean, toRejects: false)
    try write(chunk.rejects, toRejects: true)
    if chunk.isNotWrapped { throw .notWrapped }
    if chunk.isStopped { throw .tooManyRejects }
    chunk.removeResults()
    if chunk.isDone { try pass(chunk) }
    onProgress?(worker.sanitizer, bytesRead)
  }

  /// Goes on behind a chunk whose results are all written.
  private mutating func pass(_ chunk: borrowing Chunk) throws(BatchError) {
    progress.file = chunk.file.number
    progress.place = chunk.end
    if chunk.endsInput {
      progress.file += 1
      progress.place = ChunkPlace()
      progress.bytesBefore = bytesRead
      if chunk.file.target != nil { try commitOutput() }
    }
    guard notebook?.isDue == true else { return }
    // The disk has what the note tells of before it has the note.
    try synchronize()
    progress.tally = worker.sanitizer.tally
    try Self.note(progress, in: &notebook)
  }

  private mutating func synchronize() throws(BatchError) {
    do throws(SystemError) {
      try output?.synchronize()
    } catch {
      throw .file(outputName, error)
    }
    do throws(SystemError) {
      try rejects?.synchronize()
    } catch {
      throw .file(rejectsName, error)
    }
  }

  private static func note(
    _ checkpoint: Checkpoint,
    in notebook: inout CheckpointFile?
  ) throws(BatchError) {
    guard let path = notebook?.path else { return }
    do throws(SystemError) {
      try notebook?.write(checkpoint)
    } catch {
      throw .file(path, error)
    }
  }

  /// Opens the target of one file, unless that is done.
  private mutating func open(_ target: FilePath) throws(BatchError) {
    if output != nil { return }
    outputName = target
    do throws(SystemError) {
      try Folder.makeParents(of: target)
      output = try OutputFile(compressing: target)
    } catch {
      throw .file(target, error)
    }
  }

  /// Puts the output in its place, synced, so that not even a power failure leaves half of it.
  private mutating func commitOutput() throws(BatchError) {
    do throws(SystemError) {
      try output?.commit(isDurable: true)
    } catch {
      throw .file(outputName, error)
    }
    output = nil
  }

  private mutating func write(
    _ bytes: borrowing ByteBuffer,
    toRejects: Bool
  ) throws(BatchError) {
    if bytes.isEmpty { return }
    do throws(SystemError) {
      if toRejects {
        try rejects?.write(bytes.span)
        progress.rejectsLength += bytes.count
      } else {
        try output?.write(bytes.span)
        progress.outputLength += bytes.count
      }
    } catch {
      throw .file(toRejects ? rejectsName : outputName, error)
    }
  }

  /// Waits for what is still worked on and writes it; no file appears yet. Returns whether the target is
  /// complete, which it is unless the bound was passed.
  package mutating func finish(isComplete: Bool) throws(BatchError) -> Bool {
    var isComplete = isComplete
    do throws(BatchError) {
      try drain()
    } catch {
      guard case .tooManyRejects = error else { throw error }
      isComplete = false
    }
    let tally = worker.sanitizer.tally
    return isComplete && bound?.isPassed(rejected: tally.rejected, read: tally.read) != true
  }

  /// Ends the run: the rejects appear, and last the target, if it is complete.
  package mutating func commit(isComplete: Bool) throws(BatchError) {
    do throws(SystemError) {
      try rejects?.commit(isDurable: true)
    } catch {
      throw .file(rejectsName, error)
    }
    if isComplete { try commitOutput() } else { output?.discard() }
    // There is nothing to go on with: the rejects have their place already.
    notebook?.remove()
  }
}
