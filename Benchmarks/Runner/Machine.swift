internal import Gauze
internal import GauzeSystem

/// Where and with what a run was made: what its numbers hold for.
struct Machine {
  let processor: String
  let cores: Int
  let system: String
  let swift: String
  let command: String
  let isOptimised: Bool

  init() {
    processor = Self.value(of: "model name", in: "/proc/cpuinfo", separator: ":") ?? "unknown"
    cores = CurrentProcess.coreCount
    let name = Self.value(of: "PRETTY_NAME", in: "/etc/os-release", separator: "=") ?? "unknown"
    let kernel = Self.lines("/proc/sys/kernel/osrelease").first ?? "unknown"
    system = "\(name.filter { $0 != "\"" }), kernel \(kernel)"
    swift = Self.swiftVersion
    command = (["GauzeBenchmarks"] + CurrentProcess.arguments.map(\.text)).joined(separator: " ")
    #if DEBUG
      isOptimised = false
    #else
      isOptimised = true
    #endif
  }

  /// What the compiler left of its name in this program's debug information; its generation, which
  /// conditional compilation knows, if that was stripped.
  private static var swiftVersion: String {
    let mark = Array("Swift version ".utf8)
    var file = ByteBuffer()
    if let program = try? InputFile(FilePath("/proc/self/exe")) {
      try? program.readAll(into: &file, limit: 1 << 28)
    }
    let bytes = file.span
    var position = 0
    while position + mark.count < bytes.count {
      var length = 0
      while length < mark.count, bytes[position + length] == mark[length] { length += 1 }
      if length == mark.count, bytes[position + length].isDigit {
        var version: [UInt8] = []
        position += length
        while position < bytes.count, bytes[position].isDigit || bytes[position] == ASCII.dot {
          version.append(bytes[position])
          position += 1
        }
        return String(decoding: version, as: UTF8.self)
      }
      position += 1
    }
    #if compiler(>=6.3)
      return "6.3 or later"
    #else
      return "6.2"
    #endif
  }

  private static func lines(_ path: String) -> [Substring] {
    var file = ByteBuffer()
    guard let input = try? InputFile(FilePath(path)),
      (try? input.readAll(into: &file, limit: 1 << 22)) != nil
    else { return [] }
    return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
  }

  /// What stands behind `name` and the separator in a file of such lines.
  private static func value(of name: String, in path: String, separator: Character) -> String? {
    guard let line = lines(path).first(where: { $0.hasPrefix(name) }),
      let mark = line.firstIndex(of: separator)
    else { return nil }
    return String(line[mark...].dropFirst().drop { $0 == " " })
  }
}
