/// `clamp`: a number in, the nearest number within two ends out (generalization: top and bottom
/// coding).
///
/// A number between the ends leaves as it was written; one beyond leaves as the end, in the spelling
/// of RFC 8785. Disclosure: the number, or that it is an end or beyond.
///
/// Parameters, one or both: `minimum`, `maximum`.
///
/// Not caught: between the ends a number keeps every digit; `round` takes some.
package struct Clamping: Sendable, Equatable {
  package var minimum: JSONNumber?
  package var maximum: JSONNumber?

  package init(minimum: JSONNumber? = nil, maximum: JSONNumber? = nil) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// Reads `{"minimum": 0, "maximum": 100}`.
  package init?(_ parameters: JSONNode?, at offset: Int, _ faults: inout [SchemaFault]) {
    let before = faults.count
    guard let parameters else {
      faults.append(SchemaFault(.badParameter, at: offset))
      return nil
    }
    var reader = JSONObjectReader(parameters, &faults)
    minimum = reader.take("minimum").flatMap { Self.end($0, &faults) }
    maximum = reader.take("maximum").flatMap { Self.end($0, &faults) }
    reader.finish(&faults, as: .badParameter)
    guard faults.count == before else { return nil }
    var isOrdered = minimum != nil || maximum != nil
    if let minimum, let maximum, maximum < minimum { isOrdered = false }
    guard isOrdered else {
      faults.append(SchemaFault(.badParameter, at: parameters.start))
      return nil
    }
  }

  /// An end whose spelling is no longer than a number may be.
  private static func end(_ node: JSONNode, _ faults: inout [SchemaFault]) -> JSONNumber? {
    guard let number = node.number(&faults, as: .badParameter) else { return nil }
    if number.exponent.magnitude <= 1000, NumberText(number).count <= JSONNumber.maximumLength {
      return number
    }
    faults.append(SchemaFault(.badParameter, at: node.start))
    return nil
  }

  /// The nearest number within the ends.
  package func clamped(_ number: JSONNumber) -> JSONNumber {
    if let minimum, number < minimum { return minimum }
    if let maximum, maximum < number { return maximum }
    return number
  }

  /// Adds the nearest number within the ends; false, and nothing added, if it is handed no number.
  package func append(
    _ value: Span<UInt8>,
    _ kind: TransformedKind,
    to output: inout ByteBuffer
  ) -> Bool {
    guard kind == .number, let number = JSONNumber(value) else { return false }
    let clamped = clamped(number)
    if clamped == number { output.append(value) } else { output.append(NumberText(clamped).span) }
    return true
  }

  /// What it makes of the numbers that it may be handed.
  package func image(of numbers: NumberImage) -> NumberImage {
    var image = numbers
    // It keeps order, so that the ends become the ends.
    image.minimum = numbers.minimum.map { clamped($0) } ?? minimum
    image.maximum = numbers.maximum.map { clamped($0) } ?? maximum
    image.isInteger =
      numbers.isInteger && minimum?.isInteger != false && maximum?.isInteger != false
    return image
  }
}
