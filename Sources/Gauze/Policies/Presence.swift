/// `presence`: any value in, whether there is one out (generalization).
///
/// Null and a field that is not there are `false`, anything else is `true`; so something leaves of an
/// optional field in every record. Disclosure: that somebody set the field, never to what.
///
/// Parameters: `as`, `"set"` (the default) or `"truthy"`: what JavaScript takes for false is `false`
/// besides, that is `false`, zero and the empty text, not an empty array or object; `absent`,
/// `"false"` (the default) or `"omitted"`: of a field that is not there nothing leaves.
///
/// Not caught: where few people set a field, that it is set can tell who.
package struct Presence: Sendable, Equatable {
  /// Whether `false`, zero and the empty text are `false`, too.
  package var isTruthiness: Bool
  /// Whether nothing leaves of a field that is not there.
  package var omitsAbsent: Bool

  package init(isTruthiness: Bool = false, omitsAbsent: Bool = false) {
    self.isTruthiness = isTruthiness
    self.omitsAbsent = omitsAbsent
  }

  /// Reads nothing, or one or both of `{"as": "truthy", "absent": "omitted"}`.
  package init?(_ parameters: JSONNode?, _ faults: inout [SchemaFault]) {
    self.init()
    guard let parameters else { return }
    let before = faults.count
    var reader = JSONObjectReader(parameters, &faults)
    if reader.members.isEmpty { faults.append(SchemaFault(.badParameter, at: parameters.start)) }
    if let node = reader.take("as") {
      isTruthiness = Self.isSecond(node, "set", "truthy", &faults)
    }
    if let node = reader.take("absent") {
      omitsAbsent = Self.isSecond(node, "false", "omitted", &faults)
    }
    reader.finish(&faults, as: .badParameter)
    guard faults.count == before else { return nil }
  }

  /// Which of two words a parameter is; a fault if it is neither.
  private static func isSecond(
    _ node: JSONNode,
    _ first: StaticString,
    _ second: StaticString,
    _ faults: inout [SchemaFault]
  ) -> Bool {
    guard let word = node.text(&faults, as: .badParameter) else { return false }
    if word.span.equals(second) { return true }
    if !word.span.equals(first) { faults.append(SchemaFault(.badParameter, at: node.start)) }
    return false
  }

  /// Whether there is a value, as the parameters have it.
  package func isPresent(_ value: Span<UInt8>, _ kind: TransformedKind) -> Bool {
    switch kind {
    case .absent, .null: false
    case .container: true
    case .boolean: !isTruthiness || value.first == ASCII.lowerT
    case .text: !isTruthiness || !value.isEmpty
    case .number: !isTruthiness || JSONNumber(value) != .zero
    }
  }
}

extension Presence {
  /// Whether what `coarser` says can be computed from what this one says.
  package func refines(_ coarser: Presence) -> Refinement {
    Refinement(isTruthiness == coarser.isTruthiness && (omitsAbsent || !coarser.omitsAbsent))
  }
}
