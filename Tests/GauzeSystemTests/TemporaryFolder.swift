import Foundation
import GauzeSystem

/// A folder of its own for one test, removed when the value goes.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("gauze-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path }

  subscript(name: String) -> FilePath { FilePath("\(url.path)/\(name)") }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }

  func put(_ text: String, as name: String) throws {
    try Data(text.utf8).write(to: url.appendingPathComponent(name))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self)
  }

  func permissions(_ name: String) throws -> Int {
    let attributes = try FileManager.default
      .attributesOfItem(atPath: url.appendingPathComponent(name).path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }
}

/// What `body` throws, if anything.
func failure(_ body: () throws(SystemError) -> Void) -> SystemError? {
  do { try body() } catch { return error }
  return nil
}

extension OutputFile {
  mutating func write(_ text: String) throws(SystemError) {
    let bytes = Array(text.utf8)
    try write(bytes.span)
  }
}
