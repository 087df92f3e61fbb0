internal import Gauze
internal import GauzeBatch
internal import GauzeSystem

/// What `--resume` needs: outputs that outlive a killed run, and a note of how far it came.
///
/// Both stand beside the target under names of their own, `.gauze-part-NAME` and `.gauze-checkpoint-NAME`,
/// with mode 0600. The note names no data: positions, counts and digests. It is good only for the same
/// program, schema, keys, options and inputs, by their names, sizes and times; otherwise the run starts
/// afresh.
struct Resumption: ~Copyable {
  let checkpoint: Checkpoint
  let notebook: CheckpointFile
  private var output: OutputFile?
  private var rejects: OutputFile?

  /// Opens what an earlier run left, or begins anew, with a word if something was left that is no good.
  init(
    of target: FilePath,
    _ rejectsPath: FilePath?,
    basis: Digest,
    _ plan: Plan
  ) throws(CommandFailure) {
    let notebook = try Self.naming(target) { () throws(SystemError) in
      try CheckpointFile(besides: target)
    }
    var checkpoint = Checkpoint(basis: basis, plan)
    if let found = notebook.read(basis: basis, plan), Self.left(target, rejectsPath, found) {
      checkpoint = found
      Console.note("resuming behind \(Columns.grouped(found.tally.read)) records")
    } else if notebook.exists {
      Console.note("not resumed: what was left is of other inputs, another schema or program")
      notebook.remove()
    }
    let output: OutputFile? = try Self.part(of: target, from: checkpoint.outputLength)
    let rejects = try rejectsPath.map { path throws(CommandFailure) in
      try Self.part(of: path, from: checkpoint.rejectsLength)
    }
    self.init(checkpoint, notebook, output, rejects)
  }

  private init(
    _ checkpoint: Checkpoint,
    _ notebook: CheckpointFile,
    _ output: consuming OutputFile?,
    _ rejects: consuming OutputFile?
  ) {
    self.checkpoint = checkpoint
    self.notebook = notebook
    self.output = output
    self.rejects = rejects
  }

  private static func part(
    of path: FilePath,
    from length: Int
  ) throws(CommandFailure) -> OutputFile {
    try naming(path) { () throws(SystemError) in try OutputFile(part: path, from: length) }
  }

  /// Whether as much of the outputs was left as the checkpoint says.
  private static func left(
    _ target: FilePath,
    _ rejects: FilePath?,
    _ checkpoint: Checkpoint
  ) -> Bool {
    guard let output = OutputFile.sizeOfPart(of: target), output >= checkpoint.outputLength else {
      return false
    }
    guard let rejects else { return true }
    guard let lines = OutputFile.sizeOfPart(of: rejects) else { return false }
    return lines >= checkpoint.rejectsLength
  }

  private static func naming<Result: ~Copyable>(
    _ path: FilePath,
    _ body: () throws(SystemError) -> Result
  ) throws(CommandFailure) -> Result {
    do throws(SystemError) {
      return try body()
    } catch {
      if error.isBusy {
        throw CommandFailure(
          status: .failure,
          lines: ["\(path.text): another run with --resume is writing it"]
        )
      }
      throw .file(path.text, error.description)
    }
  }

  /// Hands out what is written to, once.
  mutating func takeOutput() -> OutputFile? { output.take() }

  /// Hands out where rejects go, once.
  mutating func takeRejects() -> OutputFile? { rejects.take() }
}
