internal import Gauze
internal import GauzeBatch
internal import GauzeSystem

/// `gauze verify`: are these records in their wire form?
enum VerifyCommand {
  /// How many findings are printed; `--rejects` has them all.
  private static let mostLines = 20

  static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitStatus {
    var task = try BatchTask(arguments, form: .wire, target: nil)
    let plan = task.plan
    var printed = 0
    var failure: CommandFailure?
    task.onReject = { record in
      printed += 1
      guard printed <= mostLines else { return }
      for violation in record.violations {
        var line = "\(record.file.text):\(record.line): \(violation.code.word)"
        if let place = plan.place(of: violation) { line += " at \(place)" }
        if let event = plan.eventName(of: violation) { line += " (event \(event))" }
        do throws(CommandFailure) {
          try Console.print(Console.visible(line) + "\n")
        } catch {
          failure = error
        }
      }
    }
    let status = try task.run()
    if let failure { throw failure }
    if printed > mostLines {
      Console.note(
        "… and \(Columns.grouped(printed - mostLines)) more; --rejects FILE has them all"
      )
    }
    return status
  }
}

extension Plan {
  /// Where a violation is, for people; nil for the whole record.
  func place(of violation: Violation) -> String? {
    var pointer = ByteBuffer()
    violation.place.append(tables.names, to: &pointer)
    return pointer.isEmpty ? nil : String(decoding: pointer.bytes, as: UTF8.self)
  }

  /// The event of a violation, if it was known.
  func eventName(of violation: Violation) -> String? {
    violation.event < 0
      ? nil : String(decoding: tables.events[violation.event].name, as: UTF8.self)
  }
}
