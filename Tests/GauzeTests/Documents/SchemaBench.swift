import Foundation
import Gauze
import Testing

/// A schema of SCHEMA.md, ready to run the records beneath it.
struct SchemaBench {
  private let schema: Schema
  private let plan: Plan
  /// Whether the records are values of one field, `value`.
  private let isChain: Bool

  init(schema file: [UInt8], isChain: Bool = false) throws {
    schema = try Schema(reading: file.span)
    var keys = KeyRing()
    let key = Array("an example key, never a real one".utf8)
    try keys.add(id: Array("2026-05".utf8), key: key.span)
    plan = try Plan(schema, keys: keys)
    self.isChain = isChain
  }

  /// Puts a chain of policies on an optional field of the type that its first policy takes.
  init(chain text: String) throws {
    let node = try JSONNode(reading: Array(text.utf8).span)
    var faults: [SchemaFault] = []
    let first = try #require(node.items(&faults)?.first)
    let type =
      switch Policy.read(first, &faults)?.name.row.takes {
      case .text: #""type":["string","null"],"#
      case .number: #""type":["number","null"],"#
      case .scalar: #""type":["string","number","null"],"#
      case .object: #""type":["object","null"],"#
      case .array:
        #""type":["array","null"],"items":{"type":"string","enum":["a","b"],"otherwise":"other"},"#
          + #""maxItems":9,"#
      default: ""
      }
    let field = #"{\#(type)"policies":\#(text),"why":"It is an example."}"#
    let event = #"{"description":"An example.","properties":{"value":\#(field)}}"#
    let file = #"{"gauze":1,"name":"example","version":"1.0","events":{"example":\#(event)}}"#
    try self.init(schema: Array(file.utf8), isChain: true)
  }

  // MARK: - Records

  /// Runs the examples that stand in the schema itself.
  func runExamples(_ place: Comment) {
    for event in schema.events {
      for example in event.examples {
        check(
          Self.compact(example.raw),
          .raw,
          wire: example.wire.map(Self.compact),
          rejects: example.rejects.map { String(decoding: $0, as: UTF8.self) },
          places: nil,
          place
        )
      }
    }
  }

  /// Runs one line: `{"raw":…,"wire":…}`, `{"raw":…,"dropped":true}` or
  /// `{"raw":…,"rejects":[…],"at":[…]}`, with the record as `text` where it is no JSON. Beside
  /// `wire`, `envelope` is what the clean record is put into.
  func run(line: String, _ place: Comment) throws {
    let bytes = Array(line.utf8)
    var faults: [SchemaFault] = []
    var reader = JSONObjectReader(try JSONNode(reading: bytes.span), &faults)
    func source(_ node: JSONNode) -> [UInt8] { Array(bytes[node.start..<node.end]) }
    func texts(_ node: JSONNode) -> [String] {
      node.items(&faults)?.compactMap { $0.text(&faults) }
        .map { String(decoding: $0, as: UTF8.self) } ?? []
    }
    var record = reader.take("raw").map(source)
    if let text = reader.take("text") { record = text.text(&faults) }
    var wire = reader.take("wire").map(source)
    let isDropped = reader.take("dropped") != nil
    let rejects = reader.take("rejects").map(texts) ?? []
    let places = reader.take("at").map(texts)
    let envelope = reader.take("envelope").map(source)
    let form: RecordForm = reader.take("form") == nil ? .raw : .wire
    reader.finish(&faults)
    #expect(faults.isEmpty, place)
    if isChain {
      record = record.map { Array(#"{"value":"#.utf8) + $0 + [ASCII.rightBrace] }
      wire = wire.map { Array(#"{"value":"#.utf8) + $0 + [ASCII.rightBrace] }
      if isDropped { wire = Array("{}".utf8) }
    }
    check(try #require(record, place), form, wire: wire, rejects: rejects, places: places, place)
    if let envelope { try check(envelope: envelope, of: try #require(wire, place), place) }
  }

  private func check(envelope: [UInt8], of wire: [UInt8], _ place: Comment) throws {
    var wrapping = try #require(Envelope(plan), place)
    var output = ByteBuffer()
    let isWrapped = wrapping.wrap(wire.span, appendingTo: &output)
    let written = String(decoding: output.bytes, as: UTF8.self)
    #expect(isWrapped && written == String(decoding: envelope, as: UTF8.self), place)
  }

  private func check(
    _ record: [UInt8],
    _ form: RecordForm,
    wire: [UInt8]?,
    rejects: [String],
    places: [String]?,
    _ place: Comment
  ) {
    var sanitizer = Sanitizer(plan, reading: form)
    var output = ByteBuffer()
    let verdict = sanitizer.sanitize(record.span, appendingTo: &output)
    #expect(sanitizer.violations.map { "\($0.code.word)" } == rejects, place)
    if let places { #expect(sanitizer.violations.map(pointer) == places, place) }
    #expect((verdict == .rejected) == (wire == nil), place)
    guard let wire else {
      #expect(output.isEmpty, place)
      return
    }
    let written = String(decoding: output.bytes, as: UTF8.self)
    #expect(written == String(decoding: wire, as: UTF8.self), place)
    // What leaves is in its wire form, and stays as it is.
    var verifier = Sanitizer(plan, reading: .wire)
    var again = ByteBuffer()
    #expect(verifier.sanitize(output.span, appendingTo: &again) == .accepted, place)
    #expect(again.bytes == output.bytes, place)
  }

  private func pointer(_ violation: Violation) -> String {
    var output = ByteBuffer()
    violation.place.append(plan.tables.names, to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  /// The file of rejects for an input of those lines.
  func rejects(of lines: [String], file: String) -> [String] {
    var sanitizer = Sanitizer(plan)
    var rejects: [String] = []
    var offset = 0
    for (index, line) in lines.enumerated() {
      var output = ByteBuffer()
      if sanitizer.sanitize(Array(line.utf8).span, appendingTo: &output) == .rejected {
        let violations = sanitizer.violations.map { violation in
          var written = ByteBuffer()
          sanitizer.write(violation, to: &written)
          return String(decoding: written.bytes, as: UTF8.self)
        }
        let place = #""file":"\#(file)","line":\#(index + 1),"offset":\#(offset)"#
        rejects.append(#"{\#(place),"violations":[\#(violations.joined(separator: ","))]}"#)
      }
      offset += line.utf8.count + 1
    }
    return rejects
  }

  // MARK: - Schemas

  /// What `check` finds in a schema that loads: `line:column code subject`.
  static func findings(of file: [UInt8]) throws -> [String] {
    let schema = try Schema(reading: file.span)
    var keys = KeyRing()
    let key = Array("an example key, never a real one".utf8)
    try keys.add(id: Array("2026-05".utf8), key: key.span)
    let canaries = try Plan(schema, keys: keys).findings(ofCanariesIn: schema)
    return (schema.lint + canaries).sorted { $0.offset < $1.offset }.map { finding in
      let location = SourceLocation(of: finding.offset, in: file.span)
      let subject = finding.subject.isEmpty ? "" : " \(finding.subject.shown)"
      return "\(location.line):\(location.column) \(finding.code.word)\(subject)"
    }
  }

  /// The faults of a schema as SCHEMA.md lists them: `line:column code pointer`, and a keyword that
  /// is missing behind.
  static func faults(of file: [UInt8]) -> [String] {
    do throws(SchemaFaults) {
      _ = try Schema(reading: file.span)
      return []
    } catch {
      let root = try? JSONNode(reading: file.span)
      return error.faults.map { fault in
        let location = SourceLocation(of: fault.offset, in: file.span)
        var pointer = ByteBuffer()
        root?.appendPointer(to: fault.offset, &pointer)
        let words = [
          "\(location.line):\(location.column)", "\(fault.code.word)",
          String(decoding: pointer.bytes, as: UTF8.self), fault.keyword.map { "\($0)" } ?? "",
        ]
        return words.filter { !$0.isEmpty }.joined(separator: " ")
      }
    }
  }

  /// A JSON text without white space between its tokens.
  private static func compact(_ text: [UInt8]) -> [UInt8] {
    var isInString = false
    var isEscaped = false
    return text.filter { byte in
      if isInString {
        if byte == ASCII.quote, !isEscaped { isInString = false }
        isEscaped = byte == ASCII.backslash && !isEscaped
        return true
      }
      isInString = byte == ASCII.quote
      return !byte.isSpace
    }
  }
}
