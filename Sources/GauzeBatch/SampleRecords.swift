package import Gauze
package import GauzeSystem

/// Goes over the records of an input as a run finds them, before there is a schema: JSON Lines, a JSON
/// array or a sequence of values.
package struct SampleRecords: ~Copyable {
  private let name: FilePath
  private var reader: ChunkReader
  private var chunk = Chunk(Tally())

  /// Reads `file`, which is called `name`. Throws what it cannot be read for at all.
  package init(
    _ file: consuming InputFile,
    named name: FilePath,
    as format: InputFormat
  ) throws(BatchError) {
    self.name = name
    reader = ChunkReader(file)
    _ = try reader.begin(format, name)
  }

  /// Hands each record to `read`, and to `skip` why there is none or why `read` does not take it.
  package mutating func forEach(
    _ read: (Span<UInt8>) -> ViolationCode?,
    skip: (ViolationCode) -> Void
  ) throws(BatchError) {
    while !reader.isFinished {
      do throws(SystemError) {
        try reader.fill(&chunk, isEager: false)
      } catch {
        throw .file(name, error)
      }
      // Lent out meanwhile, so that it can be read while the chunk goes on.
      var input = ByteBuffer.lent
      var built = ByteBuffer.lent
      swap(&input, &chunk.input)
      while let record = chunk.next(input.span, scratch: &built) {
        let fault: ViolationCode? =
          switch record.content {
          case .inside(let range): read(input.span.extracting(range))
          case .built: read(built.span)
          case .violation(let code): code
          }
        if let fault { skip(fault) }
      }
      swap(&input, &chunk.input)
    }
  }
}
