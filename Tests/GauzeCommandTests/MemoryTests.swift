#if os(Linux)
  import Foundation
  import Testing

  /// Memory does not grow with the input, be it many lines or one. A debug build begins with 11 MiB
  /// of libraries; a release build stays below 12 MiB in all.
  @Suite(.serialized) struct MemoryTests {
    private let place: Workplace
    init() throws { place = try Workplace() }

    /// 32 MiB through a pipe, then what the process held at most while it waits for more.
    private func peak(_ arguments: [String], chunk: Data) throws -> Int {
      let process = try place.prepare(arguments)
      let input = Pipe()
      process.standardInput = input
      process.standardOutput = FileHandle.nullDevice
      process.standardError = try place.file("run-errors")
      try Workplace.start(process)
      var written = 0
      while written < 32 << 20 {
        try input.fileHandleForWriting.write(contentsOf: chunk)
        written += chunk.count
      }
      let status = try #require(try status(of: process))
      let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
      try input.fileHandleForWriting.close()
      process.waitUntilExit()
      return (Int(line.filter(\.isNumber)) ?? .max) * 1024
    }

    @Test(arguments: [
      ["sanitize", "-o", "out", "--rejects", "r"], ["verify"], ["explain", "--line", "9999999"],
      ["apply", "redact"], ["digest"],
    ])
    func doesNotGrowWithOneEndlessLine(_ arguments: [String]) throws {
      let chunk = Data(repeating: UInt8(ascii: "z"), count: 1 << 20)
      #expect(try peak(arguments, chunk: chunk) < 20 << 20)
    }

    @Test(arguments: [["sanitize", "-o", "out"], ["sanitize"]])
    func doesNotGrowWithManyRecords(_ arguments: [String]) throws {
      // Few long records, as debug builds are slow with many short ones.
      let waste = String(repeating: " ", count: 200_000)
      let chunk = Samples.lines(Samples.command(waste + #","files":1"#), 5)
      #expect(try peak(arguments, chunk: Data(chunk.utf8)) < 20 << 20)
    }

    @Test(arguments: [("1", 20), ("2", 32)])
    func doesNotGrowWithManyRejects(_ jobs: String, _ most: Int) throws {
      let chunk = Samples.lines(#"{"event":"command","#, 20_000)
      let arguments = ["sanitize", "--jobs", jobs, "--rejects", "r"]
      let process = try peak(arguments, chunk: Data(chunk.utf8) + Data(count: 1 << 20) + [10])
      #expect(process < most << 20)
    }
  }
#endif
