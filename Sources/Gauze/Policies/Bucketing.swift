/// `bucket`: a number in, the label of the range that it is in out (generalization).
///
/// The comparison is exact for any JSON number. Disclosure: the range, nothing else; two bucketings
/// of one number by different edges disclose more together than either alone.
///
/// Parameters: `edges`, ascending; `labels`, one more than edges, or as many if `below` labels what
/// lies under the first edge; `closed`: `"lower"` (the default: a number equal to an edge is in the
/// range above it, [a, b)) or `"upper"` ((a, b]); `unknown`: the label for null.
///
/// Not caught: labels are the author's words; nothing checks that they describe the edges.
package struct Bucketing: Sendable, Equatable {
  /// The most edges that a schema may give.
  package static let mostEdges = 64

  package var edges: [JSONNumber]
  /// One for each range, from the lowest.
  package var labels: [[UInt8]]
  /// The label for null.
  package var unknown: [UInt8]?
  /// Whether an edge belongs to the range below it.
  package var isClosedAbove: Bool

  package init(
    edges: [JSONNumber],
    labels: [[UInt8]],
    unknown: [UInt8]? = nil,
    isClosedAbove: Bool = false
  ) {
    precondition(labels.count == edges.count + 1)
    self.edges = edges
    self.labels = labels
    self.unknown = unknown
    self.isClosedAbove = isClosedAbove
  }

  /// Reads the parameters.
  package init?(_ parameters: JSONNode?, at offset: Int, _ faults: inout [SchemaFault]) {
    let before = faults.count
    guard let parameters else {
      faults.append(SchemaFault(.badParameter, at: offset))
      return nil
    }
    var reader = JSONObjectReader(parameters, &faults)
    edges = Self.edges(reader.take("edges"), parameters, &faults)
    labels = []
    for node in reader.take("labels")?.items(&faults, as: .badParameter) ?? [] {
      if let label = Self.label(node, &faults) { labels.append(label) }
    }
    if let below = reader.take("below"), let label = Self.label(below, &faults) {
      labels.insert(label, at: 0)
    }
    unknown = reader.take("unknown").flatMap { Self.label($0, &faults) }
    isClosedAbove = false
    if let closed = reader.take("closed") {
      let word = closed.text(&faults, as: .badParameter) ?? []
      isClosedAbove = word.span.equals("upper")
      if !isClosedAbove, !word.span.equals("lower") {
        faults.append(SchemaFault(.badParameter, at: closed.start))
      }
    }
    reader.finish(&faults, as: .badParameter)
    // Labels are compared with one another, so their number is looked at first.
    guard faults.count == before else { return nil }
    if labels.count != edges.count + 1
      || !NameTable(labels + [unknown].compactMap({ $0 })).hasNoDoubles
    {
      faults.append(SchemaFault(.badParameter, at: parameters.start))
      return nil
    }
  }

  private static func edges(
    _ node: JSONNode?,
    _ parameters: JSONNode,
    _ faults: inout [SchemaFault]
  ) -> [JSONNumber] {
    guard let node else {
      faults.append(SchemaFault(.badParameter, at: parameters.start))
      return []
    }
    var edges: [JSONNumber] = []
    for item in node.items(&faults, as: .badParameter) ?? [] {
      guard let edge = item.number(&faults, as: .badParameter) else { continue }
      if let last = edges.last, !(last < edge) {
        faults.append(SchemaFault(.badParameter, at: item.start))
      }
      edges.append(edge)
    }
    if edges.isEmpty || edges.count > mostEdges {
      faults.append(SchemaFault(.badParameter, at: node.start))
    }
    return edges
  }

  /// A label: 1 to 64 bytes.
  private static func label(_ node: JSONNode, _ faults: inout [SchemaFault]) -> [UInt8]? {
    guard let text = node.text(&faults, as: .badParameter) else { return nil }
    if (1...64).contains(text.count) { return text }
    faults.append(SchemaFault(.badParameter, at: node.start))
    return nil
  }

  /// The label for a number as written, or for null; nil if it has none.
  package func label(of value: Span<UInt8>, _ kind: TransformedKind) -> [UInt8]? {
    if kind == .number, let number = JSONNumber(value) { return labels[position(of: number)] }
    return unknown
  }

  /// The place of the label for `number`. Complexity: O(edges).
  package func position(of number: JSONNumber) -> Int {
    var position = 0
    while position < edges.count {
      let edge = edges[position]
      if isClosedAbove ? !(edge < number) : number < edge { break }
      position &+= 1
    }
    return position
  }
}
