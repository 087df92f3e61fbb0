/// What stands at the end of every exported file: the parts that write a record.
///
/// The file has its own so that it imports nothing, and so agrees with whatever a target says of its imports.
/// Texts are written as the engine writes them, with the fewest escapes.
enum SwiftRuntime {
  /// The code, for a schema whose events stand in `name`.
  static func text(_ name: String) -> String { parts(name) + conformances(name) }

  private static func parts(_ name: String) -> String {
    #"""
    extension \#(name) {
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

    """#
  }

  private static func conformances(_ name: String) -> String {
    #"""

    extension \#(name).JSON: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
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

    extension \#(name).JSON: \#(name).RecordValue {
      fileprivate func write(to writer: inout \#(name).RecordWriter) {
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

    extension \#(name).RecordValue where Self: \#(name).RecordKey {
      fileprivate func write(to writer: inout \#(name).RecordWriter) { writer.text(recordName) }
    }

    extension RawRepresentable<String> where Self: \#(name).RecordKey {
      fileprivate var recordName: String { rawValue }
    }

    extension String: \#(name).RecordValue, \#(name).RecordKey {
      fileprivate var recordName: String { self }
    }

    extension Bool: \#(name).RecordValue {
      fileprivate func write(to writer: inout \#(name).RecordWriter) {
        writer.raw(self ? "true" : "false")
      }
    }

    extension Int: \#(name).RecordValue {
      fileprivate func write(to writer: inout \#(name).RecordWriter) { writer.raw(String(self)) }
    }

    extension Double: \#(name).RecordValue {
      /// JSON has no infinity: the record is rejected then, unless the schema takes null.
      fileprivate func write(to writer: inout \#(name).RecordWriter) {
        let text = isFinite ? description : "null"
        writer.raw(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
      }
    }

    extension Optional: \#(name).RecordValue where Wrapped: \#(name).RecordValue {
      fileprivate func write(to writer: inout \#(name).RecordWriter) {
        guard let self else {
          writer.raw("null")
          return
        }
        self.write(to: &writer)
      }
    }

    extension Array: \#(name).RecordValue where Element: \#(name).RecordValue {
      fileprivate func write(to writer: inout \#(name).RecordWriter) { writer.list(self) }
    }

    extension Dictionary: \#(name).RecordValue
    where Key: \#(name).RecordKey, Value: \#(name).RecordValue {
      fileprivate func write(to writer: inout \#(name).RecordWriter) {
        writer.members(map { (name: $0.key.recordName, value: $0.value) })
      }
    }
    """#
  }
}
