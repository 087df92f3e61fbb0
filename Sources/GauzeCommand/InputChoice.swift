internal import Gauze
internal import GauzeBatch
internal import GauzeSystem

/// How each input is read: as `--from` says, else as its name does, else as its first byte does.
struct InputChoice {
  private enum Word {
    case lines
    case json
    case csv
    case text
  }

  private let word: Word?
  private let csv: CSVSettings

  /// How `inputs` are read; refuses what cannot be.
  init(
    _ arguments: Arguments,
    _ schema: Schema,
    form: RecordForm,
    unknown: UnknownFields?,
    inputs: [FilePath]
  ) throws(CommandFailure) {
    word = try arguments.word(
      .from,
      ["jsonl": Word.lines, "json": .json, "csv": .csv, "text": .text]
    )
    let event = try arguments.text(.event).map { Array($0.utf8) }
    if event != nil, let word, word != .csv {
      throw .usage("--event is for files without a column that names it: --from csv")
    }
    csv = CSVSettings(
      schema,
      event: event,
      dropsUnknown: unknown.map { $0 == .drop } ?? schema.dropsUnknownFields
    )
    for input in inputs where form == .wire {
      switch format(of: input).kind {
      case .csv, .text:
        throw .usage("records in wire form are JSON, not CSV or text: \(input.text)")
      case .lines, .json: continue
      }
    }
  }

  /// The format of the file of that name.
  func format(of path: FilePath) -> InputFormat {
    if let word { return InputFormat(kind(word), by: .told) }
    if Self.isTable(path) { return InputFormat(.csv(csv), by: .name) }
    return Self.isTextFile(path) ? InputFormat(.text, by: .name) : Self.json(path)
  }

  private static func isTable(_ path: FilePath) -> Bool {
    let name = path.withoutCompression
    return name.hasSuffix(".csv") || name.hasSuffix(".tsv")
  }

  /// How the file's JSON is laid out.
  private static func json(_ path: FilePath) -> InputFormat {
    let name = path.withoutCompression
    if name.hasSuffix(".json") { return InputFormat(.json, by: .name) }
    let isLines = name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson")
    return InputFormat(.lines, by: isLines ? .name : .nobody)
  }

  /// The format of a sample, which no schema describes yet; only JSON tells its names and types itself.
  static func formatOfSample(_ path: FilePath) throws(CommandFailure) -> InputFormat {
    if isTable(path) {
      throw .usage("\(path.text): a draft is made from JSON; turn the rows into JSON objects first")
    }
    if isTextFile(path) {
      throw .usage(
        "\(path.text): lines of text need no draft: gauze sanitize reads them with the schema text-log"
      )
    }
    return json(path)
  }

  /// Whether the file is read from any of its lines on: plain JSON Lines.
  func isResumable(_ path: FilePath) -> Bool {
    let format = format(of: path)
    guard case .lines = format.kind else { return false }
    // What cannot be opened is told of when it is to be read.
    guard let file = try? InputFile(decompressing: path) else { return true }
    return !file.isDecompressed && !(format.source == .nobody && Self.isArray(file))
  }

  /// Whether what comes first that is no blank begins an array.
  private static func isArray(_ file: borrowing InputFile) -> Bool {
    var head = ByteBuffer()
    while let count = try? file.read(into: &head, atMost: 4096), count > 0 {
      if let first = head.bytes.first(where: { !$0.isSpace && $0 < 0x80 }) {
        return first == ASCII.leftBracket
      }
      head.removeAll()
    }
    return false
  }

  private func kind(_ word: Word) -> InputFormat.Kind {
    switch word {
    case .lines: .lines
    case .json: .json
    case .csv: .csv(csv)
    case .text: .text
    }
  }

  /// Whether everything that is to be read is text, so that `text-log` is its schema if none is named.
  static func isText(_ arguments: Arguments) throws(CommandFailure) -> Bool {
    if let word = try arguments.text(.from) { return word == "text" }
    let inputs = arguments.operands
    return !inputs.isEmpty && inputs.allSatisfy { isTextFile($0) }
  }

  /// Whether the file's name is one of text, and it does not begin as JSON Lines do, which have such
  /// names as well. What is no regular file is not looked into: it could not be read again.
  private static func isTextFile(_ path: FilePath) -> Bool {
    guard isNamedAsText(path.withoutCompression), (try? InputFile(path))?.size != nil,
      let file = try? InputFile(decompressing: path)
    else { return false }
    var head = ByteBuffer()
    _ = try? file.read(into: &head, atMost: 4096)
    let first = head.bytes.first { !$0.isSpace && $0 < 0x80 }
    return first != ASCII.leftBrace
  }
}

extension InputChoice {
  /// Whether the name is a log's or a text's, perhaps numbered or dated since it was rotated:
  /// `app.log.1`, `app.log-20260501`, `syslog`.
  private static func isNamedAsText(_ path: FilePath) -> Bool {
    var bytes = path.bytes
    while bytes.last?.isDigit == true { bytes.removeLast() }
    let isRotated =
      bytes.count < path.bytes.count && (bytes.last == ASCII.dot || bytes.last == ASCII.minus)
    let name = isRotated ? FilePath(bytes: bytes.dropLast()) : path
    if name.hasSuffix(".log") || name.hasSuffix(".txt") { return true }
    return name.lastPart == Array("syslog".utf8) || name.lastPart == Array("messages".utf8)
  }
}

extension CommandFailure {
  /// An input that is not what it is said to be. Columns are named by their places: their names are
  /// input.
  static func input(_ path: FilePath, _ error: InputFormatError) -> CommandFailure {
    let name = path == FilePath("-") ? "standard input" : path.text
    switch error {
    case .header(let error): return .schema(["\(name): \(words(error))"])
    case .nested(let export):
      return .schema(["\(name): this is \(export.name), not records; \(export.advice)"])
    }
  }

  private static func words(_ error: CSVHeaderError) -> String {
    switch error {
    case .unreadable: "the first line is no CSV header"
    case .duplicate(let one, let other): "columns \(one) and \(other) are the same field"
    case .unknown(let columns):
      "no field of the schema is named as "
        + (columns.count == 1 ? "column " : "columns ")
        + columns.prefix(20).map { "\($0)" }.joined(separator: ", ")
        + (columns.count > 20 ? " and \(columns.count - 20) more" : "")
        + "; --unknown drop leaves them out"
    case .missing(let names):
      "the header lacks required fields of the schema: "
        + names.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ")
    case .noEvent(let key):
      "no column is named \(String(decoding: key, as: UTF8.self)); --event NAME says what all "
        + "records are"
    case .twoEvents: "a column names the event of each record; leave --event out"
    case .unknownEvent: "--event names no event of the schema"
    }
  }
}
