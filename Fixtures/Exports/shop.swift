// swift-format-ignore-file
// swiftlint:disable all
// Made by `gauze export --as swift`. Change the schema, not this file.

/// What a shop tells.
///
/// The events of the schema `shop` 1.0.
enum ShopEvents {
  /// The schema, which a sanitizer of these events reads.
  static var schema: [UInt8] { Array(schemaText.utf8) }

  /// Somebody bought something.
  struct OrderPlaced: Event {
    /// Tells runs apart.
    ///
    /// The sanitizer asks: format `uuid`.
    var sessionId: String

    /// What to mend first.
    var payment: Payment

    /// How large orders are.
    ///
    /// The sanitizer asks: at least 1; at most 99.
    var items: Int?

    /// What went wrong.
    var note: String?

    enum Payment: String, CaseIterable, Sendable, RecordValue, RecordKey {
      case card = "card"
      case invoice = "invoice"
    }

    var record: [UInt8] {
      var writer = RecordWriter()
      self.write(to: &writer)
      return writer.bytes
    }

    fileprivate func write(to writer: inout RecordWriter) {
      writer.open()
      writer.add("event", "order-placed")
      writer.add("session-id", self.sessionId)
      writer.add("payment", self.payment)
      writer.addIfPresent("items", self.items)
      writer.addIfPresent("note", self.note)
      writer.close()
    }
  }

  private static let schemaText = #"""
{
  "gauze": 1,
  "name": "shop",
  "version": "1.0",
  "description": "What a shop tells.",
  "eventKey": "event",
  "common": {
    "properties": {"session-id": {"type": "string", "format": "uuid", "why": "Tells runs apart."}},
    "required": ["session-id"]
  },
  "events": {
    "order-placed": {
      "description": "Somebody bought something.",
      "properties": {
        "payment": {"type": "string", "enum": ["card", "invoice"], "why": "What to mend first."},
        "items": {"type": "integer", "minimum": 1, "maximum": 99, "why": "How large orders are."},
        "note": {"type": "string", "policies": ["scrub-text", {"truncate": 80}], "why": "What went wrong."}
      },
      "required": ["payment"]
    }
  },
  "history": [{"version": "1.0", "date": "2026-05-01", "summary": "The first."}]
}

"""#
}

extension ShopEvents {
  /// An event that a program may hand to a sanitizer.
  protocol Event: Sendable, Equatable {
    /// The event in its raw form: one JSON object without a line end.
    var record: [UInt8] { get }
  }

  /// A JSON value of which the schema says little: its policies replace or drop it whole.
  enum JSON: Sendable, Equatable {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([JSON])
    case object([String: JSON])
  }

  fileprivate protocol RecordValue {
    func write(to writer: inout RecordWriter)
  }

  /// What can name a member of a map.
  fileprivate protocol RecordKey: Hashable {
    var recordName: String { get }
  }

  fileprivate struct RecordWriter {
    /// Deeper records are rejected: what is below needs no writing.
    private static let deepest = 256

    private(set) var bytes: [UInt8] = []
    private var depth = 0
    private var isFirst = true

    mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func text(_ text: String) {
      bytes.append(UInt8(ascii: "\""))
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
          bytes.append(UInt8(ascii: "\\"))
          bytes.append(byte)
        case 0x08: raw("\\b")
        case 0x09: raw("\\t")
        case 0x0A: raw("\\n")
        case 0x0C: raw("\\f")
        case 0x0D: raw("\\r")
        case 0..<0x20: raw((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16))
        default: bytes.append(byte)
        }
      }
      bytes.append(UInt8(ascii: "\""))
    }

    mutating func open() {
      raw("{")
      isFirst = true
    }

    mutating func close() {
      raw("}")
      isFirst = false
    }

    mutating func add(_ name: String, _ value: some RecordValue) {
      if !isFirst { raw(",") }
      text(name)
      raw(":")
      value.write(to: &self)
      isFirst = false
    }

    mutating func addIfPresent(_ name: String, _ value: (some RecordValue)?) {
      if let value { add(name, value) }
    }

    mutating func list(_ items: [some RecordValue]) {
      guard enter() else { return }
      raw("[")
      for (index, item) in items.enumerated() {
        if index > 0 { raw(",") }
        item.write(to: &self)
      }
      raw("]")
      depth -= 1
    }

    /// In the order of the names' bytes: a dictionary has none of its own.
    mutating func members<Value: RecordValue>(_ members: [(name: String, value: Value)]) {
      guard enter() else { return }
      open()
      for member in members.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
        add(member.name, member.value)
      }
      close()
      depth -= 1
    }

    private mutating func enter() -> Bool {
      guard depth < Self.deepest else {
        raw("null")
        return false
      }
      depth += 1
      return true
    }
  }
}

extension ShopEvents.JSON: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(nilLiteral: ()) { self = .null }
  init(booleanLiteral value: Bool) { self = .boolean(value) }
  init(integerLiteral value: Int) { self = .integer(value) }
  init(floatLiteral value: Double) { self = .number(value) }
  init(stringLiteral value: String) { self = .text(value) }
  init(arrayLiteral items: Self...) { self = .list(items) }
  /// Of members with one name the last stays.
  init(dictionaryLiteral members: (String, Self)...) {
    self = .object(Dictionary(members, uniquingKeysWith: { $1 }))
  }
}

extension ShopEvents.JSON: ShopEvents.RecordValue {
  fileprivate func write(to writer: inout ShopEvents.RecordWriter) {
    switch self {
    case .null: writer.raw("null")
    case .boolean(let value): value.write(to: &writer)
    case .integer(let value): value.write(to: &writer)
    case .number(let value): value.write(to: &writer)
    case .text(let value): value.write(to: &writer)
    case .list(let items): writer.list(items)
    case .object(let members): members.write(to: &writer)
    }
  }
}

extension ShopEvents.RecordValue where Self: ShopEvents.RecordKey {
  fileprivate func write(to writer: inout ShopEvents.RecordWriter) { writer.text(recordName) }
}

extension RawRepresentable<String> where Self: ShopEvents.RecordKey {
  fileprivate var recordName: String { rawValue }
}

extension String: ShopEvents.RecordValue, ShopEvents.RecordKey {
  fileprivate var recordName: String { self }
}

extension Bool: ShopEvents.RecordValue {
  fileprivate func write(to writer: inout ShopEvents.RecordWriter) {
    writer.raw(self ? "true" : "false")
  }
}

extension Int: ShopEvents.RecordValue {
  fileprivate func write(to writer: inout ShopEvents.RecordWriter) { writer.raw(String(self)) }
}

extension Double: ShopEvents.RecordValue {
  /// JSON has no infinity: the record is rejected then, unless the schema takes null.
  fileprivate func write(to writer: inout ShopEvents.RecordWriter) {
    let text = isFinite ? description : "null"
    writer.raw(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }
}

extension Optional: ShopEvents.RecordValue where Wrapped: ShopEvents.RecordValue {
  fileprivate func write(to writer: inout ShopEvents.RecordWriter) {
    guard let self else {
      writer.raw("null")
      return
    }
    self.write(to: &writer)
  }
}

extension Array: ShopEvents.RecordValue where Element: ShopEvents.RecordValue {
  fileprivate func write(to writer: inout ShopEvents.RecordWriter) { writer.list(self) }
}

extension Dictionary: ShopEvents.RecordValue
where Key: ShopEvents.RecordKey, Value: ShopEvents.RecordValue {
  fileprivate func write(to writer: inout ShopEvents.RecordWriter) {
    writer.members(map { (name: $0.key.recordName, value: $0.value) })
  }
}
