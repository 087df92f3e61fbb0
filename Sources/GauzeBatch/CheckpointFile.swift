package import Gauze
package import GauzeSystem

/// Where a run notes how far it has come: beside its target, replaced whole each time, for its user alone.
package struct CheckpointFile: Sendable {
  package let path: FilePath
  private let interval: UInt64
  private var last: UInt64?

  /// Notes beside `target`, every `interval` nanoseconds at most. What is synced for a note is some
  /// hundred megabytes at the usual interval.
  package init(besides target: FilePath, every interval: UInt64 = 2_000_000_000) throws(SystemError)
  {
    path = try OutputFile.checkpoint(of: target)
    self.interval = interval
  }

  /// Whether enough time has passed since the last note; the first is made at once.
  var isDue: Bool { last.map { MonotonicClock.now - $0 >= interval } ?? true }

  /// What an earlier run noted for the same basis; nil if that is nothing, or was noted for another.
  package func read(basis: Digest, _ plan: Plan) -> Checkpoint? {
    var bytes = ByteBuffer()
    // A note is some kilobytes; what cannot be read is none.
    guard let file = try? InputFile(path), (try? file.readAll(into: &bytes, limit: 1 << 24)) != nil
    else { return nil }
    return Checkpoint(reading: bytes.bytes, basis: basis, plan)
  }

  /// Whether there is a note, of whatever run.
  package var exists: Bool { FileStamp(of: path) != nil }

  mutating func write(_ checkpoint: Checkpoint) throws(SystemError) {
    var text = ByteBuffer()
    checkpoint.write(to: &text)
    // Under a name of its own meanwhile, so that a killed run leaves nothing that the next does not find.
    var file = try OutputFile(part: path, from: 0)
    try file.write(text.span)
    try file.commit()
    last = MonotonicClock.now
  }

  /// Forgets what was noted.
  package func remove() { OutputFile.removeCheckpoint(path) }
}
