import Foundation
import Gauze
import GauzeSystem
import Testing

/// Files that the system's own programs compress.
@Suite struct CompressionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ compression: Compression, _ data: [UInt8], to path: FilePath) throws {
    var file = try OutputFile(compressing: path)
    var rest = data[...]
    while !rest.isEmpty {
      let piece = Array(rest.prefix(50_000))
      try file.write(piece.span)
      rest = rest.dropFirst(piece.count)
    }
    try file.commit()
  }

  private func read(_ path: FilePath) throws -> [UInt8] {
    var buffer = ByteBuffer()
    let file = try InputFile(decompressing: path)
    try file.readAll(into: &buffer, limit: 64 << 20)
    return buffer.bytes
  }

  private func bytes(_ path: FilePath) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path.text)))
  }

  /// Text that compresses a little, of more than a pipe and a socket hold.
  private static let sample: [UInt8] = {
    var number: UInt64 = 7
    return (0..<400_000).map { _ in
      number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(ascii: "a") + UInt8(number >> 60)
    }
  }()

  private func path(_ name: String, _ compression: Compression) -> FilePath {
    FilePath("\(folder.path)/\(name)" + "\(compression.suffix)")
  }

  @Test(arguments: Compression.allCases)
  func readsWhatItWrote(compression: Compression) throws {
    for data in [[], Array("{}\n".utf8), Self.sample] {
      let target = path("out.jsonl", compression)
      try write(compression, data, to: target)
      let packed = try bytes(target)
      #expect(packed != data)
      #expect(try read(target) == data)
      // The same data gives the same file.
      try write(compression, data, to: target)
      #expect(try bytes(target) == packed)
    }
    #expect(folder.names == ["out.jsonl\(compression.suffix)"])
  }

  @Test(arguments: Compression.allCases)
  func knowsAFileByItsFirstBytes(compression: Compression) throws {
    let target = path("a", compression)
    try write(compression, Self.sample, to: target)
    let plain = folder["without-a-name"]
    try Data(try bytes(target)).write(to: URL(fileURLWithPath: plain.text))
    #expect(try read(plain) == Self.sample)
    try Data("BZ{}".utf8).write(to: URL(fileURLWithPath: plain.text))
    #expect(try read(plain) == Array("BZ{}".utf8))
  }

  @Test(arguments: Compression.allCases)
  func saysThatAFileIsDamagedOrCutShort(compression: Compression) throws {
    let target = path("a", compression)
    try write(compression, Self.sample, to: target)
    let packed = try bytes(target)
    var damaged = packed
    damaged[packed.count / 2] ^= 0x55
    damaged[packed.count / 2 + 1] ^= 0x55
    for broken in [Array(packed.dropLast(packed.count / 3)), damaged, Array("{}\n".utf8)] {
      try Data(broken).write(to: URL(fileURLWithPath: target.text))
      let error = #expect(throws: SystemError.self) { _ = try read(target) }
      #expect(error?.description.contains("damaged or cut short") == true)
    }
  }

  @Test func endsTheProgramOfAFileThatIsNotReadToItsEnd() async throws {
    let target = path("a", .gzip)
    try write(.gzip, Self.sample + Self.sample, to: target)
    await #expect(processExitsWith: .exitCode(0)) { [name = target.text as String] in
      var buffer = ByteBuffer()
      do {
        let file = try InputFile(decompressing: FilePath(name))
        guard try file.read(into: &buffer, atMost: 10) > 0 else { exit(1) }
      }
      // No child is left to wait for.
      var code: Int32 = 0
      exit(waitpid(-1, &code, WNOHANG) < 0 && errno == ECHILD ? 0 : 2)
    }
  }

  @Test func leavesTheTargetAsItWasUnlessItIsComplete() throws {
    let target = path("a", .xz)
    try write(.xz, Array("old".utf8), to: target)
    do {
      var file = try OutputFile(compressing: target)
      try file.write(Self.sample.span)
    }
    #expect(try read(target) == Array("old".utf8))
    #expect(folder.names == ["a.xz"])
  }

  @Test func saysThatThereIsNoRoom() throws {
    let target = folder["full.gz"]
    try FileManager.default.createSymbolicLink(
      atPath: target.text,
      withDestinationPath: "/dev/full"
    )
    var file = try OutputFile(compressing: target)
    let error = failure { () throws(SystemError) in
      for _ in 0..<40 { try file.write(Self.sample.span) }
      try file.commit()
    }
    #expect(error?.description.contains("gzip: it failed") == true)
  }

  @Test func saysThatAProgramIsNotInstalled() async throws {
    let target = path("a", .zstd)
    try write(.zstd, Self.sample, to: target)
    await #expect(processExitsWith: .exitCode(0)) { [name = target.text as String] in
      setenv("PATH", "/nowhere", 1)
      let wanted = "cannot pass the data through zstd: the program is not installed"
      let reading = failure { () throws(SystemError) in
        _ = try InputFile(decompressing: FilePath(name))
      }
      let writing = failure { () throws(SystemError) in
        _ = try OutputFile(compressing: FilePath(name))
      }
      exit(reading?.description == wanted && writing?.description == wanted ? 0 : 1)
    }
    #expect(folder.names == ["a.zst"])
  }

  @Test(arguments: ["a.gz", "a.zst", "a.xz", "a.bz2"])
  func readsAFileOfNoBytesAsEmpty(name: String) throws {
    try folder.put("", as: name)
    #expect(try read(folder[name]).isEmpty)
    #expect(try InputFile(decompressing: folder[name]).isDecompressed == false)
  }

  @Test func leavesANameWithoutASuffixAlone() throws {
    let target = folder["a.jsonl"]
    var file = try OutputFile(compressing: target)
    try file.write(Array("{}\n".utf8).span)
    try file.commit()
    #expect(try bytes(target) == Array("{}\n".utf8))
    #expect(FilePath("x/a.csv.gz").withoutCompression == FilePath("x/a.csv"))
    #expect(FilePath(".gz").withoutCompression == FilePath(".gz"))
  }
}
