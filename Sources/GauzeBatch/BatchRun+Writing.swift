internal import Gauze
internal import GauzeSystem

// Results in the order of the input, to their files.

extension BatchRun {
  /// Counts and writes what a worker made of a chunk, next in order.
  mutating func settle(_ chunk: inout Chunk) throws(BatchError) {
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
  mutating func write(_ chunk: inout Chunk) throws(BatchError) {
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
