import Foundation
import Testing

/// A folder of its own for one test, and the built program run in it as a user would.
final class Workplace {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("gauze-command-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The program beside the test bundle, where the build puts it.
  static let program: URL = {
    let bundle =
      Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
      ?? Bundle.main.executableURL ?? Bundle.main.bundleURL
    return bundle.deletingLastPathComponent().appendingPathComponent("gauze")
  }()

  /// Everything in the folder, temporary files among it.
  var names: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { !$0.hasPrefix("run-") }.sorted()
  }

  func place(_ name: String) -> URL { url.appendingPathComponent(name) }

  func put(_ text: String, as name: String) throws { try put(Data(text.utf8), as: name) }

  func put(_ data: Data, as name: String) throws { try data.write(to: place(name)) }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: place(name)), as: UTF8.self)
  }

  /// The objects of a JSON Lines file.
  func lines(_ name: String) throws -> [String] {
    try text(name).split(separator: "\n").map(String.init)
  }

  func permissions(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: place(name).path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }

  /// Runs `gauze` to its end, with its outputs in files, so that no pipe can fill up.
  func gauze(
    _ arguments: [String],
    input: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(Self.program, arguments, input: input.map { Data($0.utf8) }, environment: environment)
  }

  func gauze(
    _ arguments: String...,
    input: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try gauze(arguments, input: input, environment: environment)
  }

  /// Runs a line of shell, in which `$GAUZE` is the program.
  func shell(_ line: String) throws -> Outcome {
    try run(
      URL(fileURLWithPath: "/bin/sh"),
      ["-c", line],
      input: nil,
      environment: ["GAUZE": Self.program.path]
    )
  }

  func run(
    _ program: URL,
    _ arguments: [String],
    input: Data?,
    environment: [String: String]
  ) throws -> Outcome {
    let name = "run-\(UUID().uuidString)"
    let process = try prepare(arguments, program: program, environment: environment)
    let output = try file("\(name).out")
    let errors = try file("\(name).err")
    process.standardOutput = output
    process.standardError = errors
    if let input {
      try put(input, as: "\(name).in")
      process.standardInput = try FileHandle(forReadingFrom: place("\(name).in"))
    }
    try Workplace.start(process)
    process.waitUntilExit()
    return Outcome(
      process,
      output: try Data(contentsOf: place("\(name).out")),
      errors: try Data(contentsOf: place("\(name).err"))
    )
  }

  /// A process that is not started yet, without the settings that would change what it prints.
  func prepare(
    _ arguments: [String],
    program: URL = Workplace.program,
    environment: [String: String] = [:]
  ) throws -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = url
    var variables = ProcessInfo.processInfo.environment
    for name in ["SWIFT_BACKTRACE", "NO_COLOR"] { variables[name] = nil }
    process.environment = variables.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// Starts `process` with no signal blocked. A test runs on a worker thread, which blocks most, and
  /// a child inherits what the thread that starts it blocks.
  static func start(_ process: Process) throws {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
  }

  /// An empty file to write to.
  func file(_ name: String) throws -> FileHandle {
    try put(Data(), as: name)
    return try FileHandle(forWritingTo: place(name))
  }
}

/// How a run of the program ended, and all that it said.
struct Outcome {
  /// The exit status; nil if a signal ended it.
  let status: Int32?
  /// The signal that ended it, if one did.
  let signal: Int32?
  let output: Data
  let errors: String

  init(_ process: Process, output: Data, errors: Data) {
    let isSignal = process.terminationReason == .uncaughtSignal
    status = isSignal ? nil : process.terminationStatus
    signal = isSignal ? process.terminationStatus : nil
    self.output = output
    self.errors = String(decoding: errors, as: UTF8.self)
  }

  var text: String { String(decoding: output, as: UTF8.self) }

  var lines: [String] { text.split(separator: "\n").map(String.init) }
}

/// The object that `text` spells.
func object(_ text: String) throws -> [String: Any] {
  let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
  return try #require(value as? [String: Any])
}
