import Foundation
import Gauze
import GauzeBatch
import GauzeSystem

/// What a run leaves, in a form to compare.
struct BatchResult: Equatable {
  var clean: [UInt8] = []
  var rejects: [UInt8] = []
  var seen: [String] = []
  var tally: Tally
  var bytes = 0
  var isComplete = true
}

/// The same work record by record, with one sanitizer and one reader, as plainly as it can be said.
enum NaiveBatch {
  static func run(
    _ inputs: [FilePath],
    _ plan: Plan,
    limit: Int,
    bound: RejectBound?
  ) throws -> BatchResult {
    var sanitizer = Sanitizer(plan)
    sanitizer.recordLimit = limit
    var result = BatchResult(tally: sanitizer.tally)
    var clean = ByteBuffer()
    var rejects = ByteBuffer()
    reading: for input in inputs {
      var reader = RecordReader(try InputFile(input), limit: limit)
      let before = result.bytes
      while let record = try reader.next() {
        result.bytes = before + reader.offset
        if record.isTooLarge {
          sanitizer.rejectTooLarge()
        } else if sanitizer.sanitize(reader.bytes.extracting(record.range), appendingTo: &clean)
          == .accepted
        {
          clean.append(Array("\n".utf8))
          continue
        }
        let head = "{\"file\":\"\(input.text)\",\"line\":\(record.line),\"offset\":\(record.offset)"
        rejects.append(Array("\(head),\"violations\":[".utf8))
        for (index, violation) in sanitizer.violations.enumerated() {
          if index > 0 { rejects.append(Array(",".utf8)) }
          sanitizer.write(violation, to: &rejects)
        }
        rejects.append(Array("]}\n".utf8))
        result.seen.append("\(input.text):\(record.line):\(sanitizer.violations.count)")
        let (rejected, read) = (sanitizer.tally.rejected, sanitizer.tally.read)
        if let bound, bound.isPassed(rejected: rejected, read: read) {
          if case .share = bound, read < 1000 { continue }
          result.isComplete = false
          break reading
        }
      }
      result.bytes = before + reader.offset
    }
    if let bound, bound.isPassed(rejected: sanitizer.tally.rejected, read: sanitizer.tally.read) {
      result.isComplete = false
    }
    result.clean = clean.bytes
    result.rejects = rejects.bytes
    result.tally = sanitizer.tally
    return result
  }
}

/// Inputs and outputs in a folder of their own, removed when the value goes.
final class BatchFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("gauze-batch-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  subscript(name: String) -> FilePath { FilePath("\(url.path)/\(name)") }

  func put(_ bytes: [UInt8], as name: String) throws -> FilePath {
    try Data(bytes).write(to: url.appendingPathComponent(name))
    return self[name]
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url.appendingPathComponent(name)))
  }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }

  func remove(_ name: String) {
    try? FileManager.default.removeItem(at: url.appendingPathComponent(name))
  }

  /// A run as the command line makes it, with everything written to files.
  func run(
    _ inputs: [FilePath],
    _ plan: Plan,
    limit: Int,
    bound: RejectBound?,
    jobs: Int,
    chunkSize: Int,
    as format: InputFormat = .lines
  ) throws -> BatchResult {
    var sanitizer = Sanitizer(plan)
    sanitizer.recordLimit = limit
    var result = BatchResult(tally: sanitizer.tally)
    // Pipes and devices show what was written even if the run stops.
    var run = BatchRun(
      sanitizer,
      output: try OutputFile(try put([], as: "clean")),
      named: self["clean"],
      rejects: try OutputFile(try put([], as: "rejects")),
      named: self["rejects"]
    )
    run.jobs = jobs
    run.chunkSize = chunkSize
    run.bound = bound
    var seen: [String] = []
    run.onReject = { seen.append("\($0.file.text):\($0.line):\($0.violations.count)") }
    var isWhole = true
    do throws(BatchError) {
      for input in inputs { try run.run(try Self.open(input), named: input, as: format) }
    } catch {
      guard case .tooManyRejects = error else { throw error }
      isWhole = false
    }
    isWhole = try run.finish(isComplete: isWhole)
    // All of it is to be compared, also what a stopped run would not show.
    try run.commit(isComplete: true)
    result.clean = try bytes("clean")
    result.rejects = try bytes("rejects")
    result.seen = seen
    result.tally = run.sanitizer.tally
    result.bytes = run.bytesRead
    result.isComplete = isWhole
    return result
  }

  private static func open(_ path: FilePath) throws(BatchError) -> InputFile {
    do throws(SystemError) { return try InputFile(path) } catch { throw .file(path, error) }
  }
}
