/// An option of a command, as the user writes it and as `--help` explains it.
struct Option: Sendable {
  /// With its dashes: `--schema`.
  let name: String
  /// The short form, as `-o`.
  var short: String?
  /// What stands for its value in the help; nil if it takes none.
  var value: String?
  let help: String

  /// How the help shows it.
  var spelling: String {
    let names = [short, name].compactMap(\.self).joined(separator: ", ")
    return value.map { "\(names) \($0)" } ?? names
  }
}

extension Option {
  static let schema = Option(
    name: "--schema",
    value: "FILE|NAME",
    help: "the schema: a file or a built-in name (default: cli-telemetry)"
  )
  static let form = Option(
    name: "--form",
    value: "raw|wire",
    help: "the form of the records: as programs hand them in, or as they leave (default: raw)"
  )
  static let from = Option(
    name: "--from",
    value: "jsonl|json|csv|text",
    help: "what the input is written in (default: as its name says, else jsonl)"
  )
  static let event = Option(
    name: "--event",
    value: "NAME",
    help: "the event that all records of a CSV file are, if no column says so"
  )
  static let output = Option(
    name: "--output",
    short: "-o",
    value: "FILE|DIR/",
    help: "write here, a file or a folder like the inputs; each appears only when complete"
  )
  static let draftOutput = Option(
    name: "--output",
    short: "-o",
    value: "FILE",
    help: "write the draft here instead of standard output; a file that is there stays"
  )
  static let exportOutput = Option(
    name: "--output",
    short: "-o",
    value: "FILE",
    help: "write here instead of standard output; the file appears only when it is complete"
  )
  static let eventKey = Option(
    name: "--event-key",
    value: "NAME",
    help: "the member that names the event, as type in {\"type\":\"login\"} (default: a usual one)"
  )
  static let envelope = Option(
    name: "--envelope",
    help: "put each clean record into the envelope that the schema declares"
  )
  static let rejects = Option(
    name: "--rejects",
    value: "FILE",
    help: "write one line for each rejected record: file, line, offset and codes, no input"
  )
  static let report = Option(
    name: "--report",
    value: "FILE.json",
    help: "write the counts of this run as JSON"
  )
  static let unknown = Option(
    name: "--unknown",
    value: "reject|drop",
    help: "what happens to fields that the schema does not name (default: as the schema says)"
  )
  static let mostRejects = Option(
    name: "--max-rejects",
    value: "N|N%",
    help: "accept up to so many rejected records; beyond, stop and leave the target untouched"
  )
  static let key = Option(
    name: "--key",
    value: "ID=FILE",
    help: "the key that the schema calls ID: a file of at least 16 bytes; may be repeated"
  )
  static let literals = Option(
    name: "--literals",
    value: "FILE",
    help: "what scrub-text and mask-arguments mask besides: JSON lists of user, home, host, other"
  )
  static let jobs = Option(
    name: "--jobs",
    value: "N",
    help: "work on N parts of the input at once; the output is the same (default: the cores)"
  )
  static let resume = Option(
    name: "--resume",
    help: "note beside the target how far the run has come, and go on where a killed one stopped"
  )
  static let lineBuffered = Option(
    name: "--line-buffered",
    help: "write each record at once, as for `tail -f`"
  )
  static let progress = Option(
    name: "--progress",
    help: "show progress even if standard error is no terminal"
  )
  static let noProgress = Option(name: "--no-progress", help: "show no progress")
  static let line = Option(
    name: "--line",
    value: "N",
    help: "explain the record on this line (default: the first)"
  )
  static let show = Option(
    name: "--show",
    help: "print what each field takes (raw) and what leaves of it (wire)"
  )
  static let cases = Option(
    name: "--cases",
    value: "N",
    help: "how many canaries to plant (default: 60000)"
  )
  static let seed = Option(
    name: "--seed",
    value: "S",
    help: "what the canaries are made of: the same seed gives the same canaries (default: 1)"
  )
  static let `case` = Option(
    name: "--case",
    value: "N",
    help: "run this case alone, and show its record raw and clean"
  )
  static let strict = Option(
    name: "--strict",
    help: "count as findings the classes that no policy of a field promises to hold back"
  )
  static let outputFormat = Option(
    name: "--format",
    value: "text|json",
    help: "tables for people, or one JSON object (default: text)"
  )
  static let diffFormat = Option(
    name: "--format",
    value: "text|json|markdown|sarif|github",
    help: "for people, programs, pull requests, code scanning, workflow logs"
  )
  static let gateFormat = Option(
    name: "--format",
    value: "FORM",
    help: "text (the default), json, markdown, github, sarif or junit"
  )
  static let base = Option(
    name: "--base",
    value: "REV|FILE",
    help: "what to compare with: a revision of the git checkout, or a file"
  )
  static let staged = Option(
    name: "--staged",
    help: "judge what a commit would take; without --base against what it follows"
  )
  static let page = Option(
    name: "--page",
    value: "FILE",
    help: "the page of the schema (default: page.md beside it, if it has its block)"
  )
  static let fix = Option(
    name: "--fix",
    help: "write version, history entry and page; never an epoch, a review or a fingerprint"
  )
  static let keyFile = Option(
    name: "--hmac-key-file",
    value: "FILE",
    help: "HMAC-SHA-256 with the bytes of FILE as the key"
  )
  static let writePage = Option(
    name: "--write",
    value: "PAGE",
    help: "write the page into its marked block in PAGE, or make the file"
  )
  static let checkPage = Option(
    name: "--check",
    value: "PAGE",
    help: "compare the page with its marked block in PAGE"
  )
  static let exportTarget = Option(
    name: "--as",
    value: "json-schema|swift|language-schema",
    help: """
      what to export: JSON Schema 2020-12 of the records, the events as Swift types, or JSON Schema of \
      schema files themselves, for editors
      """
  )
  static let exportForm = Option(
    name: "--form",
    value: "raw|wire",
    help: "of JSON Schema: records as programs hand them in, or as they leave (default: wire)"
  )
  static let help = Option(name: "--help", short: "-h", help: "show this text")
}
