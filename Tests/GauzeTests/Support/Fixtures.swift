import Foundation

/// The golden files of the repository.
enum Fixtures {
  /// The repository's top folder.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appendingPathComponent("Fixtures/\(path)")))
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  /// The objects of a JSON Lines file.
  static func lines(_ path: String) throws -> [[String: Any]] {
    try text(path).split(separator: "\n").map {
      let object = try JSONSerialization.jsonObject(with: Data($0.utf8), options: [])
      return object as? [String: Any] ?? [:]
    }
  }

  /// The names in a folder, sorted.
  static func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent("Fixtures/\(folder)").path
    ).sorted()
  }
}
