/// `count`: a value in, how many parts it has out (generalization).
///
/// Of an array its items, of an object its members, of a text its Unicode scalars; null has none. A
/// Boolean or a number has no parts and is *refused*. Disclosure: the count alone.
///
/// No parameters. `bucket`, `round` or `clamp` may follow.
///
/// Not caught: an exact count can be rare; a coarser one follows from a policy behind it.
package struct Counting: Sendable, Equatable {
  package init() {}

  /// Adds the number of parts; false, and nothing added, if the value has none to count.
  package func append(
    _ value: Span<UInt8>,
    _ kind: TransformedKind,
    to output: inout ByteBuffer
  ) -> Bool {
    switch kind {
    case .null: output.append(decimal: 0)
    case .text: output.append(decimal: UTF8Text.scalarCount(value))
    case .container: output.append(decimal: JSONContainer.count(value))
    case .absent, .boolean, .number: return false
    }
    return true
  }

  /// Whether a number as written is a count in its one spelling; that it is whole and not below zero
  /// is known already.
  package func isCount(_ value: Span<UInt8>) -> Bool {
    value.allSatisfy { $0.isDigit } && (value.count == 1 || value.first != ASCII.zero)
  }

  /// The numbers that it gives.
  package var image: NumberImage {
    var image = NumberImage(isInteger: true, minimum: .zero, maximum: nil)
    image.isCoarse = true
    return image
  }
}
