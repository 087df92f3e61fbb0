/// How a command ended: fixed, because scripts rely on it.
package enum ExitStatus: Int32, Sendable {
  /// Done, nothing to report.
  case done = 0
  /// Done, with findings.
  case findings = 1
  /// Usage, schema, key or plan error; nothing was processed.
  case usage = 2
  /// Input or output failed; the target is untouched.
  case failure = 3
}

/// Why a command gave up: a status and the lines that tell the user what to do.
struct CommandFailure: Error {
  var status: ExitStatus
  var lines: [String]

  /// The command was called in a way that makes no sense.
  static func usage(_ line: String) -> CommandFailure {
    CommandFailure(status: .usage, lines: [line])
  }

  /// A schema, a key or a plan is no good.
  static func schema(_ lines: [String]) -> CommandFailure {
    CommandFailure(status: .usage, lines: lines)
  }

  /// A file could not be read or written.
  static func file(_ name: String, _ reason: String) -> CommandFailure {
    CommandFailure(status: .failure, lines: ["\(name): \(reason)"])
  }
}
