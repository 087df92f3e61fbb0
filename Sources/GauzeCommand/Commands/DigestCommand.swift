internal import Gauze
internal import GauzeSystem

/// `gauze digest`: SHA-256 or HMAC-SHA-256 of files.
enum DigestCommand {
  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitStatus {
    var key: HMACSHA256?
    if let path = try arguments.file(.keyFile) {
      let bytes = try SchemaSource.keyBytes(path, named: path.text)
      if bytes.isEmpty { throw .schema(["\(path.text): the key is empty"]) }
      key = HMACSHA256(key: bytes.span)
    }
    let operands = arguments.operands.isEmpty ? [FilePath("-")] : arguments.operands
    for operand in operands {
      let digest: Digest
      do throws(SystemError) {
        digest = try Self.digest(of: operand, key: key)
      } catch {
        throw .file(Console.name(ofInput: operand), error.description)
      }
      try Console.print(line(digest, operand))
    }
    return .done
  }

  private static func digest(
    of path: FilePath,
    key: HMACSHA256?
  ) throws(SystemError) -> Digest {
    let file = try path == FilePath("-") ? InputFile.standardInput() : InputFile(path)
    Console.noteIfTyped(file, "bytes")
    var buffer = ByteBuffer(capacity: 1 << 18)
    var hash = SHA256()
    var code = key?.begin()
    while try file.read(into: &buffer, atMost: 1 << 18) > 0 {
      if code == nil { hash.update(buffer.span) } else { code?.update(buffer.span) }
      buffer.removeAll()
    }
    return code?.finalize() ?? hash.finalize()
  }

  /// As sha256sum writes it: a name with a backslash or a line end is escaped and marked.
  private static func line(_ digest: Digest, _ path: FilePath) -> [UInt8] {
    var line = ByteBuffer()
    let needsEscapes = path.bytes.contains {
      $0 == ASCII.backslash || $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn
    }
    if needsEscapes { line.append(ASCII.backslash) }
    digest.appendHexadecimal(to: &line)
    line.append("  ")
    for byte in path.bytes {
      switch byte {
      case ASCII.backslash: line.append("\\\\")
      case ASCII.lineFeed: line.append("\\n")
      case ASCII.carriageReturn: line.append("\\r")
      default: line.append(byte)
      }
    }
    line.append(ASCII.lineFeed)
    return line.bytes
  }
}
