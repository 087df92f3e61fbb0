// An object as its signature:
//
//     {"sql":"SELECT 1","token":"x","limit":100,"user":{"name":"Jane"}}
//
//     allow limit, sql   {"limit":"number","sql":"string:1-10","1":"<secret>","3":"object:1-10"}
//
// Allowed names come first, in the order of their bytes; every other member is called by its position
// in the record, and those follow in the record's order. What the limit has no room for is left out
// from the end, whole member by whole member: {"limit":"number","...":"3 more"}.

/// `shape`: any value in, the names, types and lengths of its members out, as a JSON text
/// (generalization).
///
/// `null`, `boolean` and `number` say the type alone; `string:`, `array:` and `object:` say how many
/// Unicode scalars, items or members there are. The value of a member whose name is sensitive is
/// `<secret>`, of whatever type. A value that is no object becomes its own type: `"string:11-100"`.
///
/// Disclosure: types, lengths, allowed names, and of the others the position. No value, and no name
/// that the schema does not list.
///
/// Parameters: `allow`, the names that may leave, 1 to 256 of them; `lengths`, `"bucket"` (the default:
/// `0`, `1-10`, `11-100`, `101-1000`, `>1000`) or `"exact"`; `depth`, how many levels of objects are
/// described, 1 (the default) or 2; `limit`, how many characters leave at most, 32 to 10,000, 1000 if
/// nothing is said. The text is of ASCII, and JSON at any limit.
///
/// Not caught: that an exact length can tell which of a few values it was; that positions tell the order
/// in which a program writes its members.
package struct Shaping: Sendable, Equatable {
  /// How lengths are said.
  package enum Lengths: UInt8, Sendable {
    case bucket, exact
  }

  /// The limit where a schema gives none.
  package static let usualLimit = 1_000
  /// What a limit may be: the smallest has room for the marker of any record.
  package static let limits = 32...10_000
  /// The most names that may be allowed.
  package static let mostNames = 256

  /// The names that may leave, in the order of their bytes.
  package private(set) var allowed: [[UInt8]] = []
  package var lengths = Lengths.bucket
  package var depth = 1
  package var limit = Self.usualLimit

  package init() {}

  /// Reads nothing, or an object of parameters.
  package init?(_ parameters: JSONNode?, _ faults: inout [SchemaFault]) {
    guard let parameters else { return }
    let before = faults.count
    var reader = JSONObjectReader(parameters, &faults)
    if reader.members.isEmpty { faults.append(SchemaFault(.badParameter, at: parameters.start)) }
    if let node = reader.take("allow") { allowed = Self.names(node, &faults) }
    if let node = reader.take("lengths") {
      let word = node.text(&faults, as: .badParameter) ?? []
      lengths = word.span.equals("exact") ? .exact : .bucket
      if lengths == .bucket, !word.span.equals("bucket") {
        faults.append(SchemaFault(.badParameter, at: node.start))
      }
    }
    if let node = reader.take("depth") {
      depth = node.count(in: 1...2, &faults, as: .badParameter) ?? depth
    }
    if let node = reader.take("limit") {
      limit = node.count(in: Self.limits, &faults, as: .badParameter) ?? limit
    }
    reader.finish(&faults, as: .badParameter)
    guard faults.count == before else { return nil }
  }

  /// A list of identifiers, in the order of their bytes.
  static func names(_ node: JSONNode, _ faults: inout [SchemaFault]) -> [[UInt8]] {
    var names: [[UInt8]] = []
    for item in node.items(&faults, as: .badParameter) ?? [] {
      guard let name = item.text(&faults, as: .badParameter) else { continue }
      if !MemberName.isIdentifier(name.span) {
        faults.append(SchemaFault(.badParameter, at: item.start))
      }
      names.append(name)
    }
    if !(1...mostNames).contains(names.count) || !NameTable(names).hasNoDoubles {
      faults.append(SchemaFault(.badParameter, at: node.start))
    }
    names.sort { $0.lexicographicallyPrecedes($1) }
    return names
  }

  /// The place of `name` among `names`, which are in the order of their bytes, or -1.
  static func place(of name: Span<UInt8>, in names: [[UInt8]]) -> Int {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      let candidate = names[middle]
      if candidate.span.precedes(name) { low = middle + 1 } else { high = middle }
    }
    guard low < names.count else { return -1 }
    let found = names[low]
    return found.span.equals(name) ? low : -1
  }
}

extension Shaping {
  /// Whether the signature that `coarser` makes can be computed from this one: its members from the front,
  /// as many as a smaller limit has room for. Other lengths leave room for other members.
  package func refines(_ coarser: Shaping) -> Refinement {
    var limited = coarser
    limited.limit = limit
    return limited == self ? Refinement(coarser.limit <= limit) : .unknown
  }
}
