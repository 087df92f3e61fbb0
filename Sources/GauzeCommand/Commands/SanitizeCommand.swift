internal import Gauze
internal import GauzeBatch
internal import GauzeSystem

/// `gauze sanitize`: cleans records.
enum SanitizeCommand {
  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitStatus {
    let form = try arguments.word(.form, ["raw": RecordForm.raw, "wire": .wire]) ?? .raw
    let target = try arguments.file(.output) ?? FilePath("-")
    var task = try BatchTask(arguments, form: form, target: target)
    task.bound = try bound(arguments)
    if arguments.has(.envelope) { task.envelope = try envelope(task) }
    // Who types a record, or watches a log go by, wants to see what becomes of it.
    let isWatched = target == FilePath("-") && Terminal.hasStandardOutput
    task.isLineBuffered = isWatched || arguments.has(.lineBuffered)
    return try task.run()
  }

  /// The envelope of the schema that `--envelope` asks for.
  private static func envelope(_ task: BatchTask) throws(CommandFailure) -> Envelope {
    if let envelope = Envelope(task.plan) { return envelope }
    throw .usage(
      #"--envelope: \#(task.source.name) declares none; add "envelope": {"template": …} to it, "#
        + "as SCHEMA.md shows under Envelopes"
    )
  }

  /// Reads `--max-rejects N` or `N%`.
  private static func bound(_ arguments: Arguments) throws(CommandFailure) -> RejectBound? {
    guard let text = try arguments.text(.mostRejects) else { return nil }
    if text.hasSuffix("%") {
      let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
      let fraction = parts.count == 2 ? String(parts[1]) : ""
      if parts.count <= 2, fraction.utf8.count <= 2, fraction.utf8.allSatisfy(\.isDigit),
        let whole = count(String(parts[0])), whole <= 100,
        let hundredths = count((fraction + "00").prefix(2).description)
      {
        return .share(whole * 100 + hundredths)
      }
    } else if let count = count(text) {
      return .count(count)
    }
    throw .usage("--max-rejects takes a number or a percentage, as 100 or 0.5%")
  }

  /// A number of at most 15 digits.
  private static func count(_ text: String) -> Int? {
    guard (1...15).contains(text.utf8.count), text.utf8.allSatisfy(\.isDigit) else { return nil }
    return Int(text)
  }
}
