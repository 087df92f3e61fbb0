// Arguments as a JSON text in which no value is left as it came unless it is harmless:
//
//     {"sql":"SELECT 1","dbPassword":"x","limit":5,"path":"/home/jane/a","jane@x.example":[true]}
//
//     {"sql":"SELECT ?","dbPassword":"<secret>","limit":"?","path":"<path>","4":[true]}
//
// What the limit has no room for is left out from the end, whole member by whole member:
// {"sql":"SELECT ?","...":"4 more"}.

/// `mask-arguments`: an object in, the same object with its values masked out, as a JSON text (masking).
///
/// Members keep their order. Texts are scrubbed by every detector of `scrub-text` and the literals of the
/// host; by `mask-sql` too where a part of the name, or of one around it, is `sql`, `query` or `statement`. Numbers become `"?"`
/// unless `numbers` lists their name and they are no larger than a thousand million and of no more than
/// nine significant digits; so do texts, where `texts` is given and does not. Booleans and null stay. Where a name is sensitive (by the parts that
/// separators and capital letters divide), texts, numbers, arrays and objects become `<secret>`. Items of an
/// array are treated as their array's name says; behind an item that is a sensitive name (`--password`),
/// and beside a `name` or `key` that is one, the value is `<secret>`. What lies deeper than `depth` becomes
/// `{…}` or `[…]`. A name that is no identifier of at most 64 bytes, that holds more than four digits, or
/// in which a detector finds something, becomes the member's position. A value that is no object is
/// *refused*.
///
/// Disclosure: the names of arguments, the structure, and what the detectors leave of the texts.
///
/// Parameters: `allow`, the names that may leave, 1 to 256 of them: any other becomes its position, and
/// `numbers` and `texts` keep nothing under it; `numbers`, the names whose numbers stay, 1 to 256 of them; `texts`, likewise the names whose
/// masked texts stay, of all if nothing is said; `depth`, how many levels are
/// shown, 1 to 8, 4 if nothing is said; `limit`, how many Unicode scalars leave at most, 32 to 100,000, 2000
/// if nothing is said. The text is JSON at any limit, and masking it again changes nothing
/// but the marker, which no record may bring along.
///
/// Not caught: what `scrub-text` and `mask-sql` leave; a name that is an identifier and tells something;
/// secrets under names that say nothing of it.
package struct ArgumentMasking: Sendable, Equatable {
  /// The limit where a schema gives none.
  package static let usualLimit = 2_000
  /// What a limit may be: the smallest has room for the marker of any record.
  package static let limits = 32...100_000

  /// The names that may leave, in the order of their bytes; nil if all identifiers may.
  package private(set) var allowed: [[UInt8]]?
  /// The names whose numbers stay, in the order of their bytes.
  package private(set) var numbers: [[UInt8]] = []
  /// The names whose masked texts stay, in the order of their bytes; nil if all do.
  package private(set) var texts: [[UInt8]]?
  package var depth = 4
  package var limit = Self.usualLimit

  package init() {}

  /// Reads nothing, or an object of parameters.
  package init?(_ parameters: JSONNode?, _ faults: inout [SchemaFault]) {
    guard let parameters else { return }
    let before = faults.count
    var reader = JSONObjectReader(parameters, &faults)
    if reader.members.isEmpty { faults.append(SchemaFault(.badParameter, at: parameters.start)) }
    if let node = reader.take("allow") { allowed = Shaping.names(node, &faults) }
    if let node = reader.take("numbers") { numbers = Shaping.names(node, &faults) }
    if let node = reader.take("texts") { texts = Shaping.names(node, &faults) }
    if let node = reader.take("depth") {
      depth = node.count(in: 1...8, &faults, as: .badParameter) ?? depth
    }
    if let node = reader.take("limit") {
      limit = node.count(in: Self.limits, &faults, as: .badParameter) ?? limit
    }
    reader.finish(&faults, as: .badParameter)
    guard faults.count == before else { return nil }
  }

  /// What masks its texts: those of any name, and those that hold SQL.
  package func scrubs(_ literals: HostLiterals) -> [TextScrub] {
    let detectors = TextScrubbing().detectors
    return [detectors, detectors + [.sql(SQLMasking())]].map {
      TextScrub(detectors: $0, policies: [], limit: nil, truncates: false).supplying(literals)
    }
  }

  /// Adds the masked arguments to `output` as a JSON string; false, and nothing added, if `value` is no
  /// object. Complexity: O(value), for a fixed depth.
  package func append(
    _ value: Span<UInt8>,
    _ kind: TransformedKind,
    _ scrubs: [TextScrub],
    _ space: inout ContainerSpace,
    to output: inout ByteBuffer
  ) -> Bool {
    var steps = JSONSteps()
    guard kind == .container, steps.peek(value) == ASCII.leftBrace, scrubs.count == 2 else {
      return false
    }
    write(value, .record, scrubs, &space)
    JSONText.write(space.content.span, to: &output)
    return true
  }

  /// Whether `text` is what `append` gives: the wire form. That is a JSON object which stays as it is.
  package func isImage(
    _ text: Span<UInt8>,
    _ scrubs: [TextScrub],
    _ space: inout ContainerSpace
  ) -> Bool {
    guard text.first == ASCII.leftBrace, scrubs.count == 2 else { return false }
    var scanner = JSONScanner()
    space.keys.removeAll()
    do throws(JSONFault) {
      try scanner.skipValue(text, depth: 0, keys: &space.keys)
      guard scanner.offset == text.count else { return false }
    } catch {
      return false
    }
    write(text, .image, scrubs, &space)
    return space.content.span.equals(text)
  }

  /// Writes the object `text` to the space's content.
  private func write(
    _ text: Span<UInt8>,
    _ source: ArgumentSource,
    _ scrubs: [TextScrub],
    _ space: inout ContainerSpace
  ) {
    var writer = ArgumentWriter(masking: self, source: source, scrubs: scrubs)
    space.content.removeAll()
    writer.writeTop(text, &space)
  }
}

/// What arguments are read from.
enum ArgumentSource: UInt8, Sendable {
  /// A record: its names are data.
  case record
  /// A text that was written before: its last name may be the marker.
  case image
}

extension ArgumentMasking {
  /// Whether the text that `coarser` makes can be computed from this one: its members from the front, as
  /// many as a smaller limit has room for. Other masks leave room for other members.
  package func refines(_ coarser: ArgumentMasking) -> Refinement {
    var limited = coarser
    limited.limit = limit
    return limited == self ? Refinement(coarser.limit <= limit) : .unknown
  }
}
