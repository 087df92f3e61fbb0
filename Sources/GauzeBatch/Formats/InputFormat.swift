package import Gauze

/// How an input is to be read.
package struct InputFormat: Sendable {
  /// What its records are written in.
  package enum Kind: Sendable {
    /// One JSON object a line.
    case lines
    /// An array of JSON objects, or a sequence of them.
    case json
    case csv(CSVSettings)
    /// Log lines.
    case text
  }

  package let kind: Kind
  /// Who said so.
  package let source: Source

  package enum Source: Sendable {
    case told
    /// The input's name.
    case name
    /// Nobody: lines that may turn out to be an array.
    case nobody
  }

  package init(_ kind: Kind, by source: Source = .told) {
    (self.kind, self.source) = (kind, source)
  }

  /// JSON Lines and nothing else.
  package static var lines: InputFormat { InputFormat(.lines) }
}

/// What must be known to read CSV.
package struct CSVSettings: Sendable {
  package let schema: Schema
  /// The event that all records are, if no column names it.
  package let event: [UInt8]?
  /// Whether columns of no field are dropped, and counted.
  package let dropsUnknown: Bool

  package init(_ schema: Schema, event: [UInt8]?, dropsUnknown: Bool) {
    (self.schema, self.event, self.dropsUnknown) = (schema, event, dropsUnknown)
  }
}

/// Why an input cannot be read at all.
package enum InputFormatError: Error, Sendable, Equatable {
  case header(CSVHeaderError)
  /// It is an export whose records lie inside others.
  case nested(NestedExport)
}

/// What makes JSON of the records that a framing found. A worker has its own.
enum RecordMaker: Sendable {
  /// They are JSON.
  case none
  case csv(CSVReader)
  case text(TextReader)

  /// Adds `record` as one JSON object; returns why it is none.
  mutating func make(_ record: Span<UInt8>, into output: inout ByteBuffer) -> ViolationCode? {
    switch self {
    case .none:
      output.append(record)
      return nil
    case .csv(var reader):
      // Taken out, so that it is changed where it is and not copied.
      self = .none
      defer { self = .csv(reader) }
      return reader.read(record, appendingTo: &output)
    case .text(let reader):
      reader.read(record, appendingTo: &output)
      return nil
    }
  }

  var isNeeded: Bool { if case .none = self { false } else { true } }
}
