internal import Gauze
internal import GauzeSystem

/// The program: finds the command, runs it and ends the process.
package enum Program {
  /// The version of the program, as `gauze --version` prints it.
  package static let version = "0.1.0"

  /// Runs the command that the process was called with. Never returns.
  package static func run() -> Never {
    // Before anything else: a crash must end the process without a word, for Swift's crash reporter
    // prints memory, and memory holds records.
    Signals.restoreCrashDefaults()
    Signals.refuseCoreDumps()
    Signals.turnFileSizeLimitIntoError()
    CurrentProcess.holdStandardDescriptors()
    Signals.removeTemporaryFilesOnTermination()
    CurrentProcess.exit(status(of: CurrentProcess.arguments[...]).rawValue)
  }

  private static func status(of arguments: ArraySlice<FilePath>) -> ExitStatus {
    do throws(CommandFailure) {
      return try dispatch(arguments)
    } catch {
      for line in error.lines { Console.error(line) }
      return error.status
    }
  }

  private static func dispatch(
    _ arguments: ArraySlice<FilePath>
  ) throws(CommandFailure) -> ExitStatus {
    var arguments = arguments
    guard let first = arguments.popFirst()?.text else {
      StandardError.write(Help.overview)
      return .usage
    }
    switch first {
    case "--help", "-h": return try help([])
    case "help": return try help(arguments)
    case "--version", "-V":
      try Console.print("gauze \(version)\n")
      return .done
    default: break
    }
    let command = try command(named: first)
    if arguments.prefix(while: { $0.text != "--" }).contains(where: {
      $0.text == Option.help.name || $0.text == Option.help.short
    }) {
      return try help([FilePath(first)])
    }
    return try command.run(Arguments(arguments, command.options))
  }

  private static func command(named name: String) throws(CommandFailure) -> Command {
    if let command = Command.all.first(where: { $0.name == name }) { return command }
    let near = Spelling.nearest(to: name, in: Command.all.map(\.name))
    let advice = near.map { "did you mean gauze \($0)?" } ?? "gauze --help lists the commands"
    throw .usage("unknown command \(name); \(advice)")
  }

  private static func help(
    _ arguments: ArraySlice<FilePath>
  ) throws(CommandFailure) -> ExitStatus {
    guard let name = arguments.first?.text else {
      try Console.print(Help.overview)
      return .done
    }
    try Console.print(Help.text(of: try command(named: name)))
    return .done
  }
}

/// The texts of `--help`.
enum Help {
  static var overview: String {
    let width = Command.all.map(\.name.count).max() ?? 0
    let commands = Command.all.map {
      "  \(Columns.padded($0.name, to: width))  \($0.summary)"
    }
    return """
      gauze \(Program.version): lets through what a versioned schema names, and nothing else

      Usage: gauze COMMAND [OPTION…] [FILE…]

      \(commands.joined(separator: "\n"))

      Start here:
        gauze demo                      see what it does
        gauze sanitize app.jsonl        clean a log export with the built-in schema
        gauze COMMAND --help            learn a command
        gauze --version                 the program's version

      Exit status: 0 done, 1 done with findings, 2 wrong use or schema, 3 input or output failed.

      """
  }

  static func text(of command: Command) -> String {
    let options = command.options + [.help]
    let width = options.map(\.spelling.count).max() ?? 0
    let lines = options.map { "  \(Columns.padded($0.spelling, to: width))  \($0.help)" }
    let operands = command.operands.isEmpty ? "" : " \(command.operands)"
    return """
      gauze \(command.name): \(command.summary)

      Usage: gauze \(command.name)\(command.options.isEmpty ? "" : " [OPTION…]")\(operands)

      \(command.details)

      Options:
      \(lines.joined(separator: "\n"))

      """
  }
}
