import Foundation
import Testing

/// A crash ends the process without a word, for Swift's crash reporter prints memory.
@Suite struct CrashTests {
  private let place: Workplace
  init() throws { place = try Workplace() }

  private static let reporter = ["SWIFT_BACKTRACE": "enable=yes,timeout=20s"]

  @Test(arguments: [SIGSEGV, SIGILL, SIGTRAP, SIGBUS, SIGABRT, SIGFPE, SIGQUIT])
  func diesOfACrashInSilence(_ number: Int32) throws {
    let process = try place.prepare(
      ["sanitize", "--line-buffered", "-o", "out", "--rejects", "/dev/stdout"],
      environment: Self.reporter
    )
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    process.standardError = try place.file("run-errors")
    try Workplace.start(process)
    // It holds records when its first reject has come out: half of one among them.
    let records = Samples.lines(Samples.good, 100) + Samples.unknownField + "\n{\"event\":\"zebra"
    input.fileHandleForWriting.write(Data(records.utf8))
    #expect(!output.fileHandleForReading.availableData.isEmpty)
    kill(process.processIdentifier, number)
    // Who survives the signal ends here, and fails the test instead of holding it up.
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == number)
    #expect(try place.text("run-errors").isEmpty)
    #expect(try output.fileHandleForReading.readToEnd() ?? Data() == Data())
    #expect(!place.names.contains("out"))
  }

  /// Without the reset the reporter does print: otherwise the test above would prove nothing.
  @Test(.enabled(if: CrashTests.compiler != nil))
  func wouldNotBeSilentByItself() throws {
    let source = """
      import Glibc
      kill(getpid(), SIGSEGV)
      """
    try place.put(source, as: "plain.swift")
    let compiler = try #require(Self.compiler)
    let compiled = try place.run(
      compiler,
      ["plain.swift", "-o", "plain"],
      input: nil,
      environment: [:]
    )
    try #require(compiled.status == 0, "\(compiled.errors)")
    let run = try place.run(
      place.place("plain"),
      [],
      input: nil,
      environment: Self.reporter
    )
    #expect(run.errors.contains("crashed"))
  }

  /// Beside the tools that run this test.
  static let compiler: URL? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { URL(fileURLWithPath: "\($0)/swiftc") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()
}

/// What Linux tells of a process; nil elsewhere, or once it is gone.
func status(of process: Process) throws -> String? {
  let file = "/proc/\(process.processIdentifier)/status"
  guard let data = FileManager.default.contents(atPath: file) else { return nil }
  return String(decoding: data, as: UTF8.self)
}
