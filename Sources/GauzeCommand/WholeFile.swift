internal import Gauze
internal import GauzeSystem

/// Pages and schemas, which are read and written whole.
enum WholeFile {
  /// The largest one.
  private static let largest = 16 << 20

  /// The file's bytes; nil if there is none.
  static func read(_ path: FilePath) throws(CommandFailure) -> [UInt8]? {
    do throws(SystemError) {
      return try bytes(path)
    } catch {
      if error.isNotFound { return nil }
      throw .file(path.text, error.description)
    }
  }

  /// The bytes of a file that has to be there.
  static func require(_ path: FilePath) throws(CommandFailure) -> [UInt8] {
    do throws(SystemError) {
      return try bytes(path)
    } catch {
      throw .file(path.text, error.description)
    }
  }

  private static func bytes(_ path: FilePath) throws(SystemError) -> [UInt8] {
    var buffer = ByteBuffer()
    let file = try InputFile(path)
    try file.readAll(into: &buffer, limit: largest)
    return buffer.bytes
  }

  /// Writes a file that appears only complete.
  static func write(_ bytes: [UInt8], to path: FilePath) throws(CommandFailure) {
    do throws(SystemError) {
      var file = try OutputFile(path)
      try file.write(bytes.span)
      try file.commit()
    } catch {
      throw .file(path.text, error.description)
    }
  }
}
