// swift-format-ignore-file
// swiftlint:disable all
// Made by `gauze export --as swift`. Change the schema, not this file.

/// ends */ here "quoted" \(boom()) \u{41} ``` fatalError() #endif let x = 1 \u{202E} rtl """##
/// \##(boom) \u{0} /* open
///
/// The events of the schema `swift-hostile` 1.0.
enum SwiftHostileEvents {
  /// The schema, which a sanitizer of these events reads.
  static var schema: [UInt8] { Array(schemaText.utf8) }

  /// Types of the properties that every event has.
  enum Common {
    enum Os: String, CaseIterable, Sendable, RecordValue, RecordKey {
      case linux = "linux"
      case macOs = "mac os"
      case windows = "Windows"
    }

    struct Host: Sendable, Equatable, RecordValue {
      /// Why.
      var type: Type_

      /// Why.
      var self_: Bool?

      enum Type_: String, CaseIterable, Sendable, RecordValue, RecordKey {
        case a = "a"
        case b = "b"
      }

      fileprivate func write(to writer: inout RecordWriter) {
        writer.open()
        writer.add("type", self.type)
        writer.addIfPresent("self", self.self_)
        writer.close()
      }
    }
  }

  /// ends */ here "quoted" \(boom()) \u{41} ``` fatalError() #endif let x = 1 \u{202E} rtl """##
  /// \##(boom) \u{0} /* open
  struct error: Event {
    /// ends */ here "quoted" \(boom()) \u{41} ``` fatalError() #endif let x = 1 \u{202E} rtl """##
    /// \##(boom) \u{0} /* open
    ///
    /// Why.
    var `class`: Bool?

    /// Why.
    var os: Common.Os

    /// Why.
    var host: Common.Host?

    /// ends */ here "quoted" \(boom()) \u{41} ``` fatalError() #endif let x = 1 \u{202E} rtl """##
    /// \##(boom) \u{0} /* open
    var displayName: Bool?

    /// Why.
    var a_u2D_b: Bool?

    /// Why.
    var a_u5F_b: Bool?

    /// Why.
    var a_u2E_b: Bool?

    /// Why.
    var aB: Bool?

    /// Why.
    var _0: Bool?

    /// Why.
    var _u5F_: Bool?

    /// Why.
    var _u2D_: Bool?

    /// Why.
    var self_: Bool?

    /// Why.
    var init_: Bool?

    /// Why.
    var Type_: Bool?

    /// Why.
    var type: Type_ = .x

    /// Why.
    var record_: Bool?

    /// Why.
    var write_: Bool?

    /// Why.
    var `default`: Bool?

    /// Why.
    var `func`: Bool?

    /// Why.
    var `inout`: Bool?

    /// Why.
    var `var`: Bool?

    /// Why.
    var `protocol`: Bool?

    /// Why.
    var any: Bool?

    /// Why.
    var Self_: Bool?

    /// Why.
    var urlPath: Bool?

    /// Why.
    var sessionId: Bool?

    /// Why.
    var error: Error?

    /// Why.
    var string: String_?

    /// Why.
    var int: Int_?

    /// Why.
    var json: Json?

    /// Why.
    var event: Event_?

    /// Why.
    var swift: Swift_?

    /// Why.
    var optional: Optional_?

    /// Why.
    var recordWriter: RecordWriter_?

    /// Why.
    var common: Common_?

    enum Type_: String, CaseIterable, Sendable, RecordValue, RecordKey {
      case x = "x"
    }

    enum Error: String, CaseIterable, Sendable, RecordValue, RecordKey {
      case none_ = "none"
      case some_ = "some"
      case init_ = "init"
      case self_ = "self"
      case allCases_ = "allCases"
      case rawValue_ = "rawValue"
      case hashValue_ = "hashValue"
      case otherwise_ = "otherwise"
      case text_ = "text"
      case `true` = "true"
      case `class` = "class"
      case empty = ""
      case _1st = "1st"
      case NOT_u5F_FOUND = "NOT_FOUND"
      case not_u2D_found = "not-found"
      case Not_u20_Found = "Not Found"
      case _u3C_1K = "<1K"
      case _u3E_1K = ">1K"
      case caf_uE9_ = "caf\u{E9}"
      case cafe_u301_ = "cafe\u{301}"
      case _u212A_ = "\u{212A}"
      case k = "K"
      case aBC = "a\"b\\(c)\u{A}*/"
      case _u202E_ = "\u{202E}"
      case type = "Type"
      case `protocol` = "Protocol"
      case record_ = "record"
      case any = "Any"
    }

    enum String_: String, CaseIterable, Sendable, RecordValue, RecordKey {
      case a = "a"
    }

    enum Int_: String, CaseIterable, Sendable, RecordValue, RecordKey {
      case a = "a"
    }

    enum Json: String, CaseIterable, Sendable, RecordValue, RecordKey {
      case a = "a"
    }

    enum Event_: String, CaseIterable, Sendable, RecordValue, RecordKey {
      case a = "a"
    }

    enum Swift_: String, CaseIterable, Sendable, RecordValue, RecordKey {
      case a = "a"
    }

    enum Optional_: String, CaseIterable, Sendable, RecordValue, RecordKey {
      case a = "a"
    }

    enum RecordWriter_: String, CaseIterable, Sendable, RecordValue, RecordKey {
      case a = "a"
    }

    enum Common_: String, CaseIterable, Sendable, RecordValue, RecordKey {
      case a = "a"
    }

    var record: [UInt8] {
      var writer = RecordWriter()
      self.write(to: &writer)
      return writer.bytes
    }

    fileprivate func write(to writer: inout RecordWriter) {
      writer.open()
      writer.add("event", "error")
      writer.addIfPresent("class", self.`class`)
      writer.add("os", self.os)
      writer.addIfPresent("host", self.host)
      writer.addIfPresent("display-name", self.displayName)
      writer.addIfPresent("a-b", self.a_u2D_b)
      writer.addIfPresent("a_b", self.a_u5F_b)
      writer.addIfPresent("a.b", self.a_u2E_b)
      writer.addIfPresent("aB", self.aB)
      writer.addIfPresent("$0", self._0)
      writer.addIfPresent("_", self._u5F_)
      writer.addIfPresent("-", self._u2D_)
      writer.addIfPresent("self", self.self_)
      writer.addIfPresent("init", self.init_)
      writer.addIfPresent("Type", self.Type_)
      writer.add("type", self.type)
      writer.addIfPresent("record", self.record_)
      writer.addIfPresent("write", self.write_)
      writer.addIfPresent("default", self.`default`)
      writer.addIfPresent("func", self.`func`)
      writer.addIfPresent("inout", self.`inout`)
      writer.addIfPresent("var", self.`var`)
      writer.addIfPresent("Protocol", self.`protocol`)
      writer.addIfPresent("Any", self.any)
      writer.addIfPresent("Self", self.Self_)
      writer.addIfPresent("URLPath", self.urlPath)
      writer.addIfPresent("SESSION_ID", self.sessionId)
      writer.addIfPresent("error", self.error)
      writer.addIfPresent("string", self.string)
      writer.addIfPresent("int", self.int)
      writer.addIfPresent("json", self.json)
      writer.addIfPresent("event_", self.event)
      writer.addIfPresent("swift", self.swift)
      writer.addIfPresent("optional", self.optional)
      writer.addIfPresent("record_writer", self.recordWriter)
      writer.addIfPresent("common", self.common)
      writer.close()
    }
  }

  /// Another.
  struct Error_u20_: Event {
    /// ends */ here "quoted" \(boom()) \u{41} ``` fatalError() #endif let x = 1 \u{202E} rtl """##
    /// \##(boom) \u{0} /* open
    ///
    /// Why.
    var `class`: Bool?

    /// Why.
    var os: Common.Os

    /// Why.
    var host: Common.Host?

    var record: [UInt8] {
      var writer = RecordWriter()
      self.write(to: &writer)
      return writer.bytes
    }

    fileprivate func write(to writer: inout RecordWriter) {
      writer.open()
      writer.add("event", "Error ")
      writer.addIfPresent("class", self.`class`)
      writer.add("os", self.os)
      writer.addIfPresent("host", self.host)
      writer.close()
    }
  }

  struct String_: Event {
    /// ends */ here "quoted" \(boom()) \u{41} ``` fatalError() #endif let x = 1 \u{202E} rtl """##
    /// \##(boom) \u{0} /* open
    ///
    /// Why.
    var `class`: Bool?

    /// Why.
    var os: Common.Os

    /// Why.
    var host: Common.Host?

    /// Why.
    ///
    /// The sanitizer asks: at most 3 items.
    var tags: [TagsItem]?

    enum TagsItem: String, CaseIterable, Sendable, RecordValue, RecordKey {
      case x = "x"
      case y = "y"
    }

    var record: [UInt8] {
      var writer = RecordWriter()
      self.write(to: &writer)
      return writer.bytes
    }

    fileprivate func write(to writer: inout RecordWriter) {
      writer.open()
      writer.add("event", "string")
      writer.addIfPresent("class", self.`class`)
      writer.add("os", self.os)
      writer.addIfPresent("host", self.host)
      writer.addIfPresent("tags", self.tags)
      writer.close()
    }
  }

  /// x
  struct _1stEventX: Event {
    /// ends */ here "quoted" \(boom()) \u{41} ``` fatalError() #endif let x = 1 \u{202E} rtl """##
    /// \##(boom) \u{0} /* open
    ///
    /// Why.
    var `class`: Bool?

    /// Why.
    var os: Common.Os

    /// Why.
    var host: Common.Host?

    var record: [UInt8] {
      var writer = RecordWriter()
      self.write(to: &writer)
      return writer.bytes
    }

    fileprivate func write(to writer: inout RecordWriter) {
      writer.open()
      writer.add("event", "1st \"event\" \\(x)")
      writer.addIfPresent("class", self.`class`)
      writer.add("os", self.os)
      writer.addIfPresent("host", self.host)
      writer.close()
    }
  }

  /// x
  struct Class: Event {
    /// ends */ here "quoted" \(boom()) \u{41} ``` fatalError() #endif let x = 1 \u{202E} rtl """##
    /// \##(boom) \u{0} /* open
    ///
    /// Why.
    var `class`: Bool?

    /// Why.
    var os: Common.Os

    /// Why.
    var host: Common.Host?

    var record: [UInt8] {
      var writer = RecordWriter()
      self.write(to: &writer)
      return writer.bytes
    }

    fileprivate func write(to writer: inout RecordWriter) {
      writer.open()
      writer.add("event", "class")
      writer.addIfPresent("class", self.`class`)
      writer.add("os", self.os)
      writer.addIfPresent("host", self.host)
      writer.close()
    }
  }

  /// x
  struct Common_: Event {
    /// ends */ here "quoted" \(boom()) \u{41} ``` fatalError() #endif let x = 1 \u{202E} rtl """##
    /// \##(boom) \u{0} /* open
    ///
    /// Why.
    var `class`: Bool?

    /// Why.
    var os: Common.Os

    /// Why.
    var host: Common.Host?

    var record: [UInt8] {
      var writer = RecordWriter()
      self.write(to: &writer)
      return writer.bytes
    }

    fileprivate func write(to writer: inout RecordWriter) {
      writer.open()
      writer.add("event", "Common")
      writer.addIfPresent("class", self.`class`)
      writer.add("os", self.os)
      writer.addIfPresent("host", self.host)
      writer.close()
    }
  }

  /// x
  struct Event_: Event {
    /// ends */ here "quoted" \(boom()) \u{41} ``` fatalError() #endif let x = 1 \u{202E} rtl """##
    /// \##(boom) \u{0} /* open
    ///
    /// Why.
    var `class`: Bool?

    /// Why.
    var os: Common.Os

    /// Why.
    var host: Common.Host?

    var record: [UInt8] {
      var writer = RecordWriter()
      self.write(to: &writer)
      return writer.bytes
    }

    fileprivate func write(to writer: inout RecordWriter) {
      writer.open()
      writer.add("event", "Event")
      writer.addIfPresent("class", self.`class`)
      writer.add("os", self.os)
      writer.addIfPresent("host", self.host)
      writer.close()
    }
  }

  /// x
  struct Json: Event {
    /// ends */ here "quoted" \(boom()) \u{41} ``` fatalError() #endif let x = 1 \u{202E} rtl """##
    /// \##(boom) \u{0} /* open
    ///
    /// Why.
    var `class`: Bool?

    /// Why.
    var os: Common.Os

    /// Why.
    var host: Common.Host?

    var record: [UInt8] {
      var writer = RecordWriter()
      self.write(to: &writer)
      return writer.bytes
    }

    fileprivate func write(to writer: inout RecordWriter) {
      writer.open()
      writer.add("event", "JSON")
      writer.addIfPresent("class", self.`class`)
      writer.add("os", self.os)
      writer.addIfPresent("host", self.host)
      writer.close()
    }
  }

  /// x
  struct Schema: Event {
    /// ends */ here "quoted" \(boom()) \u{41} ``` fatalError() #endif let x = 1 \u{202E} rtl """##
    /// \##(boom) \u{0} /* open
    ///
    /// Why.
    var `class`: Bool?

    /// Why.
    var os: Common.Os

    /// Why.
    var host: Common.Host?

    var record: [UInt8] {
      var writer = RecordWriter()
      self.write(to: &writer)
      return writer.bytes
    }

    fileprivate func write(to writer: inout RecordWriter) {
      writer.open()
      writer.add("event", "schema")
      writer.addIfPresent("class", self.`class`)
      writer.add("os", self.os)
      writer.addIfPresent("host", self.host)
      writer.close()
    }
  }

  /// x
  struct Self_: Event {
    /// ends */ here "quoted" \(boom()) \u{41} ``` fatalError() #endif let x = 1 \u{202E} rtl """##
    /// \##(boom) \u{0} /* open
    ///
    /// Why.
    var `class`: Bool?

    /// Why.
    var os: Common.Os

    /// Why.
    var host: Common.Host?

    var record: [UInt8] {
      var writer = RecordWriter()
      self.write(to: &writer)
      return writer.bytes
    }

    fileprivate func write(to writer: inout RecordWriter) {
      writer.open()
      writer.add("event", "Self")
      writer.addIfPresent("class", self.`class`)
      writer.add("os", self.os)
      writer.addIfPresent("host", self.host)
      writer.close()
    }
  }

  /// x
  struct Type_: Event {
    /// ends */ here "quoted" \(boom()) \u{41} ``` fatalError() #endif let x = 1 \u{202E} rtl """##
    /// \##(boom) \u{0} /* open
    ///
    /// Why.
    var `class`: Bool?

    /// Why.
    var os: Common.Os

    /// Why.
    var host: Common.Host?

    var record: [UInt8] {
      var writer = RecordWriter()
      self.write(to: &writer)
      return writer.bytes
    }

    fileprivate func write(to writer: inout RecordWriter) {
      writer.open()
      writer.add("event", "Type")
      writer.addIfPresent("class", self.`class`)
      writer.add("os", self.os)
      writer.addIfPresent("host", self.host)
      writer.close()
    }
  }

  /// x
  struct _u2A__u2F_: Event {
    /// ends */ here "quoted" \(boom()) \u{41} ``` fatalError() #endif let x = 1 \u{202E} rtl """##
    /// \##(boom) \u{0} /* open
    ///
    /// Why.
    var `class`: Bool?

    /// Why.
    var os: Common.Os

    /// Why.
    var host: Common.Host?

    var record: [UInt8] {
      var writer = RecordWriter()
      self.write(to: &writer)
      return writer.bytes
    }

    fileprivate func write(to writer: inout RecordWriter) {
      writer.open()
      writer.add("event", "*/")
      writer.addIfPresent("class", self.`class`)
      writer.add("os", self.os)
      writer.addIfPresent("host", self.host)
      writer.close()
    }
  }

  /// x
  struct _u2F__u2F_: Event {
    /// ends */ here "quoted" \(boom()) \u{41} ``` fatalError() #endif let x = 1 \u{202E} rtl """##
    /// \##(boom) \u{0} /* open
    ///
    /// Why.
    var `class`: Bool?

    /// Why.
    var os: Common.Os

    /// Why.
    var host: Common.Host?

    var record: [UInt8] {
      var writer = RecordWriter()
      self.write(to: &writer)
      return writer.bytes
    }

    fileprivate func write(to writer: inout RecordWriter) {
      writer.open()
      writer.add("event", "//")
      writer.addIfPresent("class", self.`class`)
      writer.add("os", self.os)
      writer.addIfPresent("host", self.host)
      writer.close()
    }
  }

  /// Each kind of value.
  struct Everything: Event {
    /// ends */ here "quoted" \(boom()) \u{41} ``` fatalError() #endif let x = 1 \u{202E} rtl """##
    /// \##(boom) \u{0} /* open
    ///
    /// Why.
    var `class`: Bool?

    /// Why.
    var os: Common.Os

    /// Why.
    var host: Common.Host?

    /// Why.
    var text: String?

    /// Why.
    ///
    /// The sanitizer asks: at least -5; at most 10.
    var count: Int?

    /// Why.
    ///
    /// The sanitizer asks: at least 0; at most 1.5.
    var ratio: Double?

    /// Why.
    var maybe: Optional<String>?

    /// Why.
    ///
    /// The sanitizer asks: at least 0; at most 9.
    var must: Optional<Int>

    /// Why.
    var level: Optional<Level>?

    /// Why.
    var onlyNull: JSON?

    /// Why.
    var kind: Kind = .everything

    /// Why.
    var `open`: Open?

    /// Why.
    var openNull: Optional<OpenNull>?

    /// Why.
    ///
    /// The sanitizer asks: at most 4 members.
    var map: [MapKey: Int]?

    /// Why.
    ///
    /// The sanitizer asks: at most 9 members.
    var kinds: [KindsKey: Int]?

    /// Why.
    ///
    /// The sanitizer asks: at most 9 members.
    var days: [String: Optional<Bool>]?

    /// Why.
    ///
    /// The sanitizer asks: at most 4 items.
    var orders: [OrdersItem]?

    /// Why.
    ///
    /// The sanitizer asks: at most 4 items.
    var grid: [[GridItemItem]]?

    /// The sanitizer asks: not sent.
    var gone: JSON?

    /// The sanitizer asks: not sent.
    var arguments: [String: JSON]?

    /// The sanitizer asks: not sent.
    var many: [JSON]?

    /// The sanitizer asks: not sent.
    var several: JSON?

    /// The sanitizer asks: at least 0; not sent.
    var size: Int?

    /// Why.
    var countsKey: counts_u5F_key?

    /// Why.
    ///
    /// The sanitizer asks: at most 1 members.
    var counts: [countsKey: CountsValue]?

    /// Why.
    ///
    /// The sanitizer asks: at least 0; at most 9; there exactly if `status` is one of: "done".
    var issues: Int?

    /// Why.
    var status: Status

    enum Level: Hashable, CaseIterable, Sendable, RecordValue {
      case low
      case _2
      case minus1Dot5
      case _1e30
      case `true`

      fileprivate func write(to writer: inout RecordWriter) {
        switch self {
        case .low: writer.raw("\"low\"")
        case ._2: writer.raw("2")
        case .minus1Dot5: writer.raw("-1.5")
        case ._1e30: writer.raw("1e+30")
        case .`true`: writer.raw("true")
        }
      }
    }

    enum Kind: String, CaseIterable, Sendable, RecordValue, RecordKey {
      case everything = "everything"
    }

    enum Open: Hashable, Sendable, RecordValue, RecordKey {
      case a
      case otherwise_
      case bC
      case none_
      /// Any other text. It may come in; what leaves of it is a word of the schema.
      case otherwise(String)

      /// The case of a text.
      init(_ text: String) {
        switch text {
        case "a": self = .a
        case "otherwise": self = .otherwise_
        case "b \"c\"": self = .bC
        case "none": self = .none_
        default: self = .otherwise(text)
        }
      }

      /// The text of a case.
      var text: String {
        switch self {
        case .a: "a"
        case .otherwise_: "otherwise"
        case .bC: "b \"c\""
        case .none_: "none"
        case .otherwise(let text): text
        }
      }

      fileprivate var recordName: String { text }
    }

    enum OpenNull: Hashable, Sendable, RecordValue, RecordKey {
      case a
      /// Any other text. It may come in; what leaves of it is a word of the schema.
      case otherwise(String)

      /// The case of a text.
      init(_ text: String) {
        switch text {
        case "a": self = .a
        default: self = .otherwise(text)
        }
      }

      /// The text of a case.
      var text: String {
        switch self {
        case .a: "a"
        case .otherwise(let text): text
        }
      }

      fileprivate var recordName: String { text }
    }

    enum MapKey: String, CaseIterable, Sendable, RecordValue, RecordKey {
      case eks = "eks"
      case gke = "gke"
      case _1st = "1st"
      case empty = ""
    }

    enum KindsKey: Hashable, Sendable, RecordValue, RecordKey {
      case pod
      case service
      /// Any other text. It may come in; what leaves of it is a word of the schema.
      case otherwise(String)

      /// The case of a text.
      init(_ text: String) {
        switch text {
        case "pod": self = .pod
        case "service": self = .service
        default: self = .otherwise(text)
        }
      }

      /// The text of a case.
      var text: String {
        switch self {
        case .pod: "pod"
        case .service: "service"
        case .otherwise(let text): text
        }
      }

      fileprivate var recordName: String { text }
    }

    struct OrdersItem: Sendable, Equatable, RecordValue {
      /// Why.
      var paid: Bool

      /// Why.
      var orders: Orders?

      /// Why.
      var inner: Inner?

      enum Orders: String, CaseIterable, Sendable, RecordValue, RecordKey {
        case x = "x"
      }

      struct Inner: Sendable, Equatable, RecordValue {
        /// Why.
        var error: Error?

        enum Error: String, CaseIterable, Sendable, RecordValue, RecordKey {
          case a = "a"
        }

        fileprivate func write(to writer: inout RecordWriter) {
          writer.open()
          writer.addIfPresent("error", self.error)
          writer.close()
        }
      }

      fileprivate func write(to writer: inout RecordWriter) {
        writer.open()
        writer.add("paid", self.paid)
        writer.addIfPresent("orders", self.orders)
        writer.addIfPresent("inner", self.inner)
        writer.close()
      }
    }

    enum GridItemItem: String, CaseIterable, Sendable, RecordValue, RecordKey {
      case x = "x"
      case o = "o"
    }

    enum counts_u5F_key: String, CaseIterable, Sendable, RecordValue, RecordKey {
      case z = "z"
    }

    enum CountsValue: String, CaseIterable, Sendable, RecordValue, RecordKey {
      case v = "v"
    }

    enum countsKey: String, CaseIterable, Sendable, RecordValue, RecordKey {
      case a = "a"
    }

    enum Status: String, CaseIterable, Sendable, RecordValue, RecordKey {
      case done = "done"
      case failed = "failed"
    }

    var record: [UInt8] {
      var writer = RecordWriter()
      self.write(to: &writer)
      return writer.bytes
    }

    fileprivate func write(to writer: inout RecordWriter) {
      writer.open()
      writer.add("event", "everything")
      writer.addIfPresent("class", self.`class`)
      writer.add("os", self.os)
      writer.addIfPresent("host", self.host)
      writer.addIfPresent("text", self.text)
      writer.addIfPresent("count", self.count)
      writer.addIfPresent("ratio", self.ratio)
      writer.addIfPresent("maybe", self.maybe)
      writer.add("must", self.must)
      writer.addIfPresent("level", self.level)
      writer.addIfPresent("only-null", self.onlyNull)
      writer.add("kind", self.kind)
      writer.addIfPresent("open", self.`open`)
      writer.addIfPresent("open-null", self.openNull)
      writer.addIfPresent("map", self.map)
      writer.addIfPresent("kinds", self.kinds)
      writer.addIfPresent("days", self.days)
      writer.addIfPresent("orders", self.orders)
      writer.addIfPresent("grid", self.grid)
      writer.addIfPresent("gone", self.gone)
      writer.addIfPresent("arguments", self.arguments)
      writer.addIfPresent("many", self.many)
      writer.addIfPresent("several", self.several)
      writer.addIfPresent("size", self.size)
      writer.addIfPresent("counts_key", self.countsKey)
      writer.addIfPresent("counts", self.counts)
      writer.addIfPresent("issues", self.issues)
      writer.add("status", self.status)
      writer.close()
    }
  }

  private static let schemaText = ###"""
{
  "gauze": 1,
  "name": "swift-hostile",
  "version": "1.0",
  "description": "ends */ here \"quoted\" \\(boom()) \\u{41} ```\nfatalError()\r\n#endif \###u{2028}let x = 1\###u{85} \###u{202E} rtl \"\"\"## \\##(boom) \u0000 /* open",
  "eventKey": "event",
  "common": {
    "properties": {
      "class": {
        "type": "boolean",
        "why": "Why.",
        "description": "ends */ here \"quoted\" \\(boom()) \\u{41} ```\nfatalError()\r\n#endif \###u{2028}let x = 1\###u{85} \###u{202E} rtl \"\"\"## \\##(boom) \u0000 /* open"
      },
      "os": {
        "type": "string",
        "enum": [
          "linux",
          "mac os",
          "Windows"
        ],
        "why": "Why."
      },
      "host": {
        "type": "object",
        "why": "Why.",
        "properties": {
          "type": {
            "type": "string",
            "enum": [
              "a",
              "b"
            ],
            "why": "Why."
          },
          "self": {
            "type": "boolean",
            "why": "Why."
          }
        },
        "required": [
          "type"
        ]
      }
    },
    "required": [
      "os"
    ]
  },
  "events": {
    "error": {
      "description": "ends */ here \"quoted\" \\(boom()) \\u{41} ```\nfatalError()\r\n#endif \###u{2028}let x = 1\###u{85} \###u{202E} rtl \"\"\"## \\##(boom) \u0000 /* open",
      "properties": {
        "display-name": {
          "type": "boolean",
          "why": "ends */ here \"quoted\" \\(boom()) \\u{41} ```\nfatalError()\r\n#endif \###u{2028}let x = 1\###u{85} \###u{202E} rtl \"\"\"## \\##(boom) \u0000 /* open"
        },
        "a-b": {
          "type": "boolean",
          "why": "Why."
        },
        "a_b": {
          "type": "boolean",
          "why": "Why."
        },
        "a.b": {
          "type": "boolean",
          "why": "Why."
        },
        "aB": {
          "type": "boolean",
          "why": "Why."
        },
        "$0": {
          "type": "boolean",
          "why": "Why."
        },
        "_": {
          "type": "boolean",
          "why": "Why."
        },
        "-": {
          "type": "boolean",
          "why": "Why."
        },
        "self": {
          "type": "boolean",
          "why": "Why."
        },
        "init": {
          "type": "boolean",
          "why": "Why."
        },
        "Type": {
          "type": "boolean",
          "why": "Why."
        },
        "type": {
          "type": "string",
          "enum": [
            "x"
          ],
          "why": "Why."
        },
        "record": {
          "type": "boolean",
          "why": "Why."
        },
        "write": {
          "type": "boolean",
          "why": "Why."
        },
        "default": {
          "type": "boolean",
          "why": "Why."
        },
        "func": {
          "type": "boolean",
          "why": "Why."
        },
        "inout": {
          "type": "boolean",
          "why": "Why."
        },
        "var": {
          "type": "boolean",
          "why": "Why."
        },
        "Protocol": {
          "type": "boolean",
          "why": "Why."
        },
        "Any": {
          "type": "boolean",
          "why": "Why."
        },
        "Self": {
          "type": "boolean",
          "why": "Why."
        },
        "URLPath": {
          "type": "boolean",
          "why": "Why."
        },
        "SESSION_ID": {
          "type": "boolean",
          "why": "Why."
        },
        "error": {
          "type": "string",
          "enum": [
            "none",
            "some",
            "init",
            "self",
            "allCases",
            "rawValue",
            "hashValue",
            "otherwise",
            "text",
            "true",
            "class",
            "",
            "1st",
            "NOT_FOUND",
            "not-found",
            "Not Found",
            "<1K",
            ">1K",
            "café",
            "café",
            "K",
            "K",
            "a\"b\\(c)\n*/",
            "\###u{202E}",
            "Type",
            "Protocol",
            "record",
            "Any"
          ],
          "why": "Why."
        },
        "string": {
          "type": "string",
          "enum": [
            "a"
          ],
          "why": "Why."
        },
        "int": {
          "type": "string",
          "enum": [
            "a"
          ],
          "why": "Why."
        },
        "json": {
          "type": "string",
          "enum": [
            "a"
          ],
          "why": "Why."
        },
        "event_": {
          "type": "string",
          "enum": [
            "a"
          ],
          "why": "Why."
        },
        "swift": {
          "type": "string",
          "enum": [
            "a"
          ],
          "why": "Why."
        },
        "optional": {
          "type": "string",
          "enum": [
            "a"
          ],
          "why": "Why."
        },
        "record_writer": {
          "type": "string",
          "enum": [
            "a"
          ],
          "why": "Why."
        },
        "common": {
          "type": "string",
          "enum": [
            "a"
          ],
          "why": "Why."
        }
      },
      "required": [
        "type"
      ]
    },
    "Error ": {
      "description": "Another.",
      "properties": {}
    },
    "string": {
      "description": "",
      "properties": {
        "tags": {
          "type": "array",
          "maxItems": 3,
          "why": "Why.",
          "items": {
            "type": "string",
            "enum": [
              "x",
              "y"
            ]
          }
        }
      }
    },
    "1st \"event\" \\(x)": {
      "description": "x",
      "properties": {}
    },
    "class": {
      "description": "x",
      "properties": {}
    },
    "Common": {
      "description": "x",
      "properties": {}
    },
    "Event": {
      "description": "x",
      "properties": {}
    },
    "JSON": {
      "description": "x",
      "properties": {}
    },
    "schema": {
      "description": "x",
      "properties": {}
    },
    "Self": {
      "description": "x",
      "properties": {}
    },
    "Type": {
      "description": "x",
      "properties": {}
    },
    "*/": {
      "description": "x",
      "properties": {}
    },
    "//": {
      "description": "x",
      "properties": {}
    },
    "everything": {
      "description": "Each kind of value.",
      "properties": {
        "text": {
          "type": "string",
          "policies": [
            "scrub-text",
            {
              "truncate": 100
            }
          ],
          "why": "Why."
        },
        "count": {
          "type": "integer",
          "minimum": -5,
          "maximum": 10,
          "why": "Why."
        },
        "ratio": {
          "type": "number",
          "minimum": 0,
          "maximum": 1.5,
          "why": "Why."
        },
        "maybe": {
          "type": [
            "string",
            "null"
          ],
          "policies": [
            "scrub-text",
            {
              "truncate": 100
            }
          ],
          "why": "Why."
        },
        "must": {
          "type": [
            "integer",
            "null"
          ],
          "minimum": 0,
          "maximum": 9,
          "why": "Why."
        },
        "level": {
          "enum": [
            "low",
            2,
            -1.5,
            1e+30,
            true,
            null
          ],
          "why": "Why."
        },
        "only-null": {
          "type": "null",
          "why": "Why."
        },
        "kind": {
          "const": "everything",
          "why": "Why."
        },
        "open": {
          "type": "string",
          "enum": [
            "a",
            "otherwise",
            "b \"c\"",
            "none"
          ],
          "why": "Why.",
          "otherwise": "other"
        },
        "open-null": {
          "type": [
            "string",
            "null"
          ],
          "enum": [
            "a"
          ],
          "why": "Why.",
          "otherwise": "other"
        },
        "map": {
          "type": "object",
          "propertyNames": {
            "enum": [
              "eks",
              "gke",
              "1st",
              ""
            ]
          },
          "additionalProperties": {
            "type": "integer",
            "minimum": 0,
            "maximum": 9
          },
          "maxProperties": 4,
          "why": "Why."
        },
        "kinds": {
          "type": "object",
          "propertyNames": {
            "enum": [
              "pod",
              "service"
            ],
            "otherwise": "other"
          },
          "additionalProperties": {
            "type": "integer",
            "minimum": 0,
            "maximum": 99
          },
          "maxProperties": 9,
          "why": "Why."
        },
        "days": {
          "type": "object",
          "propertyNames": {
            "format": "date"
          },
          "additionalProperties": {
            "type": [
              "boolean",
              "null"
            ]
          },
          "maxProperties": 9,
          "why": "Why."
        },
        "orders": {
          "type": "array",
          "maxItems": 4,
          "why": "Why.",
          "items": {
            "type": "object",
            "properties": {
              "paid": {
                "type": "boolean",
                "why": "Why."
              },
              "orders": {
                "type": "string",
                "enum": [
                  "x"
                ],
                "why": "Why."
              },
              "inner": {
                "type": "object",
                "why": "Why.",
                "properties": {
                  "error": {
                    "type": "string",
                    "enum": [
                      "a"
                    ],
                    "why": "Why."
                  }
                }
              }
            },
            "required": [
              "paid"
            ]
          }
        },
        "grid": {
          "type": "array",
          "maxItems": 4,
          "why": "Why.",
          "items": {
            "type": "array",
            "maxItems": 4,
            "items": {
              "type": "string",
              "enum": [
                "x",
                "o"
              ]
            }
          }
        },
        "gone": {
          "policies": [
            "drop"
          ]
        },
        "arguments": {
          "type": "object",
          "policies": [
            "drop"
          ]
        },
        "many": {
          "type": "array",
          "policies": [
            "drop"
          ]
        },
        "several": {
          "type": [
            "string",
            "boolean"
          ],
          "policies": [
            "drop"
          ]
        },
        "size": {
          "type": "integer",
          "minimum": 0,
          "policies": [
            "drop"
          ]
        },
        "size_bucket": {
          "from": "size",
          "policies": [
            {
              "bucket": {
                "edges": [
                  10
                ],
                "labels": [
                  "few",
                  "many"
                ]
              }
            }
          ],
          "why": "Why."
        },
        "counts_key": {
          "type": "string",
          "enum": [
            "z"
          ],
          "why": "Why."
        },
        "counts": {
          "type": "object",
          "propertyNames": {
            "enum": [
              "a"
            ]
          },
          "additionalProperties": {
            "type": "string",
            "enum": [
              "v"
            ]
          },
          "maxProperties": 1,
          "why": "Why."
        },
        "issues": {
          "type": "integer",
          "minimum": 0,
          "maximum": 9,
          "presentIf": {
            "status": [
              "done"
            ]
          },
          "why": "Why."
        },
        "status": {
          "type": "string",
          "enum": [
            "done",
            "failed"
          ],
          "why": "Why."
        }
      },
      "required": [
        "must",
        "kind",
        "status"
      ]
    }
  }
}

"""###
}

extension SwiftHostileEvents {
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

extension SwiftHostileEvents.JSON: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
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

extension SwiftHostileEvents.JSON: SwiftHostileEvents.RecordValue {
  fileprivate func write(to writer: inout SwiftHostileEvents.RecordWriter) {
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

extension SwiftHostileEvents.RecordValue where Self: SwiftHostileEvents.RecordKey {
  fileprivate func write(to writer: inout SwiftHostileEvents.RecordWriter) { writer.text(recordName) }
}

extension RawRepresentable<String> where Self: SwiftHostileEvents.RecordKey {
  fileprivate var recordName: String { rawValue }
}

extension String: SwiftHostileEvents.RecordValue, SwiftHostileEvents.RecordKey {
  fileprivate var recordName: String { self }
}

extension Bool: SwiftHostileEvents.RecordValue {
  fileprivate func write(to writer: inout SwiftHostileEvents.RecordWriter) {
    writer.raw(self ? "true" : "false")
  }
}

extension Int: SwiftHostileEvents.RecordValue {
  fileprivate func write(to writer: inout SwiftHostileEvents.RecordWriter) { writer.raw(String(self)) }
}

extension Double: SwiftHostileEvents.RecordValue {
  /// JSON has no infinity: the record is rejected then, unless the schema takes null.
  fileprivate func write(to writer: inout SwiftHostileEvents.RecordWriter) {
    let text = isFinite ? description : "null"
    writer.raw(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }
}

extension Optional: SwiftHostileEvents.RecordValue where Wrapped: SwiftHostileEvents.RecordValue {
  fileprivate func write(to writer: inout SwiftHostileEvents.RecordWriter) {
    guard let self else {
      writer.raw("null")
      return
    }
    self.write(to: &writer)
  }
}

extension Array: SwiftHostileEvents.RecordValue where Element: SwiftHostileEvents.RecordValue {
  fileprivate func write(to writer: inout SwiftHostileEvents.RecordWriter) { writer.list(self) }
}

extension Dictionary: SwiftHostileEvents.RecordValue
where Key: SwiftHostileEvents.RecordKey, Value: SwiftHostileEvents.RecordValue {
  fileprivate func write(to writer: inout SwiftHostileEvents.RecordWriter) {
    writer.members(map { (name: $0.key.recordName, value: $0.value) })
  }
}
