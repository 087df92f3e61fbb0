import Foundation
import GauzeSystem
import Testing

@Suite struct ScratchFileTests {
  private func exists(_ path: FilePath) -> Bool {
    FileManager.default.fileExists(atPath: path.text)
  }

  /// Writes a file at the name and gives it up with the name; where it was.
  private func used() throws -> FilePath {
    let scratch = try ScratchFile("a.txt")
    let path = scratch.path
    #expect(!exists(path))
    for text in ["one", "two"] {
      var file = try OutputFile(path)
      try file.write(Array(text.utf8).span)
      try file.commit()
      #expect(try Data(contentsOf: URL(fileURLWithPath: path.text)) == Data(text.utf8))
    }
    let attributes = try FileManager.default.attributesOfItem(atPath: path.text)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    return path
  }

  @Test func theFileGoesWithItsName() throws {
    let path = try used()
    #expect(!exists(path))
    #expect(path.text.hasSuffix("-a.txt"))
  }

  @Test func twoNamesDiffer() throws {
    let one = try ScratchFile("x")
    let other = try ScratchFile("x")
    #expect(one.path != other.path)
  }

  @Test func aNameThatIsNeverUsedIsNoFault() throws {
    let path: FilePath
    do {
      let scratch = try ScratchFile("never")
      path = scratch.path
    }
    #expect(!exists(path))
  }
}
