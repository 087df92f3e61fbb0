// What is known of one record while it travels: a node for each value that the schema names, and
// nothing else. A shape's inputs take as many neighbouring nodes, so a field is found by adding:
//
//     {"type":"failed","tags":["a","b"],"rows":3}
//
//     nodes  [ type | tags | rows | a | b ]         shape of three inputs at 0
//                      └─first──────┘ └next┘        items are linked, for they may have shapes

/// A value's kind, as it was read.
enum NodeKind: UInt8, Sendable {
  case absent
  case null
  case boolean
  case number
  case string
  case array
  case object
  case map
  /// A container that nothing looks into.
  case opaque
}

/// A value of the record.
struct Node: Sendable {
  var kind = NodeKind.absent
  /// A string's contents or a token's bytes.
  var token = JSONToken(start: 0, end: 0)
  /// The first item, the first input, or the first entry.
  var first = -1
  /// The next item; of a map's value, its position.
  var next = -1
  /// How many entries a map has.
  var count = 0
}

/// The state of one record's trip; its memory is kept from record to record.
struct Trip: Sendable {
  /// The most violations that are reported of one record.
  static let mostViolations = 16
  /// The most values of a record that are noted; a record with more is `too-many`, so that a small
  /// text for a wide shape (`[{},{},{}…`) cannot ask for much memory.
  static let mostNodes = 1 << 17

  var scanner = JSONScanner()
  var event = -1
  var nodes: [Node] = []
  var entries: [KeyEntry] = []
  var keys = KeyLedger()
  var place = Place()
  /// The top-level input that `place` has entered, to count violations by field.
  var input = -1
  var violations: [Violation] = []
  var counts = RecordCounts()
  var decoded = ByteBuffer()
  /// A value that was made of several, or one before it is joined.
  var made = ByteBuffer()
  var transform = TransformSpace()
  var scrub = ScrubSpace()

  init() {
    nodes.reserveCapacity(64)
    violations.reserveCapacity(Self.mostViolations)
  }

  mutating func begin() {
    scanner = JSONScanner()
    event = -1
    nodes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    keys.removeAll()
    place = Place()
    input = -1
    counts.removeAll()
    violations.removeAll(keepingCapacity: true)
  }

  /// Leaves in `decoded` what a string with escapes stands for.
  mutating func decode(_ token: JSONToken, in record: Span<UInt8>) {
    decoded.removeAll()
    JSONText.decode(record.extracting(token.start..<token.end), into: &decoded)
  }

  /// Whether so many further values may be noted.
  func hasRoom(for count: Int = 1) -> Bool { nodes.count + count <= Self.mostNodes }

  mutating func report(_ code: ViolationCode, _ tally: inout Tally) {
    tally.violations[Int(code.rawValue)] += 1
    if input >= 0 { tally.violationsByInput[input] += 1 }
    guard violations.count < Self.mostViolations else { return }
    violations.append(Violation(code: code, event: event, place: place))
  }
}
