package import Gauze

// The header and the schema are compared once; each record is then written as the JSON object that a
// program would have handed in:
//
//     event,count,where.city,note          {"event":"sync","count":3,"where":{"city":"Oslo"}}
//     sync,3,Oslo,
//
// An empty field is no field, in quotes or not.

/// Makes records of the lines of a CSV file. A worker owns its reader; no record allocates once the
/// memory has grown to the largest. Complexity: O(record).
package struct CSVReader: Sendable {
  private let delimiter: UInt8
  private let columnCount: Int
  /// `"event":` with the brace before it, or the brace alone.
  private let opening: [UInt8]
  /// The column that names the event; nil if all have the same.
  private let eventColumn: Int?
  private let eventNames: NameTable
  /// By event, and last what is written of an event that the schema does not know.
  private let layouts: [CSVLayout]
  /// The number of the event that all records are.
  private let event: Int
  private var fields = CSVFields()
  private var decoded = ByteBuffer()
  private var keys = KeyLedger()

  /// Reads files with that header as records of `schema`. `event` names the event of all records, if
  /// no column does. Columns of no field are an error unless `dropsUnknown`: then the sanitizer drops
  /// and counts them.
  package init(
    _ header: CSVHeader,
    _ schema: Schema,
    event: [UInt8]?,
    dropsUnknown: Bool
  ) throws(CSVHeaderError) {
    delimiter = header.delimiter
    columnCount = header.names.count
    let column = schema.eventKey.flatMap { key in header.names.firstIndex { $0 == key } }
    if event != nil, column != nil { throw .twoEvents }
    if let column, let other = header.names.lastIndex(of: header.names[column]), other != column {
      throw .duplicate(column + 1, other + 1)
    }
    eventColumn = column
    eventNames = NameTable(schema.events.map { $0.name })
    let layouts =
      schema.events.map { CSVLayout(header.names, $0.properties, skipping: column) }
      + [CSVLayout(header.names, [], skipping: column)]
    self.layouts = layouts
    for layout in layouts {
      if let (one, other) = layout.duplicate { throw .duplicate(one + 1, other + 1) }
    }
    if let event {
      guard let number = schema.events.firstIndex(where: { $0.name == event }) else {
        throw .unknownEvent
      }
      self.event = number
    } else {
      if let key = schema.eventKey, column == nil { throw .noEvent(key) }
      self.event = 0
    }
    opening = Self.opening(schema.eventKey, event: event ?? [], isInColumn: column != nil)
    try Self.check(header, schema, layouts, event: column == nil ? self.event : nil, dropsUnknown)
  }

  private static func opening(_ key: [UInt8]?, event: [UInt8], isInColumn: Bool) -> [UInt8] {
    var text = ByteBuffer()
    text.append(ASCII.leftBrace)
    if let key {
      JSONText.write(key.span, to: &text)
      text.append(ASCII.colon)
      if !isInColumn { JSONText.write(event.span, to: &text) }
    }
    return text.bytes
  }

  /// Refuses a header with a column that is no field of any event that may come, and one that every
  /// record of which would lack a required field.
  private static func check(
    _ header: CSVHeader,
    _ schema: Schema,
    _ layouts: [CSVLayout],
    event: Int?,
    _ dropsUnknown: Bool
  ) throws(CSVHeaderError) {
    let possible = event.map { [$0] } ?? Array(schema.events.indices)
    if !dropsUnknown {
      let unknown = header.names.indices.filter { column in
        possible.allSatisfy { layouts[$0].unknown.contains(column) }
      }
      if !unknown.isEmpty { throw .unknown(unknown.map { $0 + 1 }) }
    }
    let missing = possible.map {
      CSVLayout.missing(header.names, schema.events[$0].properties)
    }
    if let least = missing.min(by: { $0.count < $1.count }), !least.isEmpty {
      throw .missing(least)
    }
  }

  /// Adds the record as one JSON object. Returns why it is none, with `output` cut back: a quote stands
  /// where none may, or it has more or fewer fields than the header.
  package mutating func read(
    _ record: Span<UInt8>,
    appendingTo output: inout ByteBuffer
  ) -> ViolationCode? {
    guard fields.split(record, delimiter), fields.fields.count == columnCount else {
      return .malformedJSON
    }
    output.append(opening.span)
    var number = event
    if let eventColumn {
      decode(fields.fields[eventColumn], record)
      let found = eventNames.index(of: decoded.span)
      number = found < 0 ? layouts.count - 1 : found
      JSONText.write(decoded.span, to: &output)
    }
    var needsComma = opening.count > 1
    for node in layouts[number].nodes {
      write(node, record, &needsComma, &output)
    }
    output.append(ASCII.rightBrace)
    return nil
  }

  private mutating func write(
    _ node: CSVLayout.Node,
    _ record: Span<UInt8>,
    _ needsComma: inout Bool,
    _ output: inout ByteBuffer
  ) {
    switch node {
    case .column(let index, let kind, let label):
      let field = fields.fields[index]
      if field.isEmpty { return }
      if needsComma { output.append(ASCII.comma) }
      needsComma = true
      output.append(label.span)
      write(field, kind, record, &output)
    case .object(let label, let inner):
      let start = output.count
      if needsComma { output.append(ASCII.comma) }
      output.append(label.span)
      var isWritten = false
      for node in inner { write(node, record, &isWritten, &output) }
      guard isWritten else {
        output.truncate(to: start)
        return
      }
      output.append(ASCII.rightBrace)
      needsComma = true
    }
  }

  private mutating func write(
    _ field: CSVFields.Field,
    _ kind: CSVLayout.Kind,
    _ record: Span<UInt8>,
    _ output: inout ByteBuffer
  ) {
    if kind == .text, !field.hasDoubles {
      JSONText.write(record.extracting(field.start..<field.end), to: &output)
      return
    }
    decode(field, record)
    if kind != .text, isValue(kind) {
      output.append(decoded.span)
    } else {
      JSONText.write(decoded.span, to: &output)
    }
  }

  /// Whether what was decoded is one JSON value of that kind and nothing besides, so that it can be
  /// written as it is and never reaches into what stands around it.
  private mutating func isValue(_ kind: CSVLayout.Kind) -> Bool {
    guard !decoded.isEmpty, decoded[0] != ASCII.quote, !decoded[0].isSpace else { return false }
    let isContainer = decoded[0] == ASCII.leftBrace || decoded[0] == ASCII.leftBracket
    if kind == .literal, isContainer { return false }
    // Lent out, so that the text can be read while the names are noted.
    let text = decoded
    keys.removeAll()
    var scanner = JSONScanner()
    guard (try? scanner.skipValue(text.span, depth: 1, keys: &keys)) != nil else { return false }
    return scanner.offset == text.count
  }

  private mutating func decode(_ field: CSVFields.Field, _ record: Span<UInt8>) {
    decoded.removeAll()
    CSVFields.append(field, of: record, to: &decoded)
  }
}
