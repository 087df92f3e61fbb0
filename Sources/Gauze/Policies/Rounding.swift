/// `round`: a number in, a coarser number out (generalization).
///
/// The arithmetic is decimal and exact, and half goes away from zero: `0.285` to two digits is
/// `0.29`. What leaves has one spelling, that of ECMAScript and RFC 8785 (`1200`, `0.5`, `1e+21`).
/// Disclosure: the number's size to that grain.
///
/// Parameters, one of them: `digits`, how many significant digits stay, 1 to 15; `to`, a number above
/// zero of at most nine digits: the nearest multiple of it leaves. A number that is 10^1000 or more,
/// or 10^21 with `to`, or below 10^-1000 and not zero, is *refused*.
///
/// Not caught: a rare size is rare when it is rounded, too; `to` keeps the size of a large number
/// whole but for its end.
package struct Rounding: Sendable, Equatable {
  /// What stays of a number.
  package enum Grain: Sendable, Equatable {
    /// That many significant digits.
    case digits(Int)
    /// The multiples of a number.
    case multiples(DecimalUnit)
  }

  /// The exponents of ten beyond which a number is refused.
  private static let farthest = 1000

  package var grain: Grain

  package init(_ grain: Grain) { self.grain = grain }

  /// Reads `{"digits": 2}` or `{"to": 10}`.
  package init?(_ parameters: JSONNode?, at offset: Int, _ faults: inout [SchemaFault]) {
    let before = faults.count
    guard let parameters else {
      faults.append(SchemaFault(.badParameter, at: offset))
      return nil
    }
    var reader = JSONObjectReader(parameters, &faults)
    var grains: [Grain] = []
    if let node = reader.take("digits"),
      let digits = node.count(in: 1...15, &faults, as: .badParameter)
    {
      grains.append(.digits(digits))
    }
    if let node = reader.take("to"), let number = node.number(&faults, as: .badParameter) {
      let unit = DecimalUnit(number)
      if unit == nil { faults.append(SchemaFault(.badParameter, at: node.start)) }
      grains += [unit].compactMap { $0 }.map { .multiples($0) }
    }
    reader.finish(&faults, as: .badParameter)
    guard faults.count == before else { return nil }
    guard let grain = grains.first, grains.count == 1 else {
      faults.append(SchemaFault(.badParameter, at: parameters.start))
      return nil
    }
    self.grain = grain
  }

  /// The rounded number; nil if it is refused.
  package func rounded(_ number: JSONNumber) -> JSONNumber? {
    guard number.exponent.magnitude <= UInt(Self.farthest) else { return nil }
    switch grain {
    case .digits(let length): return number.rounded(toDigits: length)
    case .multiples(let unit): return number.rounded(to: unit)
    }
  }

  /// Adds the rounded form of a number as written; false, and nothing added, if it is refused.
  package func append(
    _ value: Span<UInt8>,
    _ kind: TransformedKind,
    to output: inout ByteBuffer
  ) -> Bool {
    guard kind == .number, let number = JSONNumber(value), let rounded = rounded(number)
    else { return false }
    output.append(NumberText(rounded).span)
    return true
  }

  /// Whether a number as written is its own rounding, in its one spelling.
  package func isRounded(_ value: Span<UInt8>) -> Bool {
    guard let number = JSONNumber(value), let rounded = rounded(number) else { return false }
    return rounded == number && NumberText(number).span.equals(value)
  }

  /// What it makes of the numbers that it may be handed.
  package func image(of numbers: NumberImage) -> NumberImage {
    var image = numbers
    // Rounding keeps order, so that the ends become the ends.
    image.minimum = numbers.minimum.flatMap { rounded($0) }
    image.maximum = numbers.maximum.flatMap { rounded($0) }
    switch grain {
    case .digits: image.isCoarse = true
    case .multiples(let unit): image.isInteger = numbers.isInteger && unit.number.isInteger
    }
    return image
  }
}

extension Rounding {
  /// Whether a number rounded by `coarser` can be computed from one that this one rounded: never by
  /// another grain, for what is rounded twice is not what is rounded once (0.145, 0.15, 0.2).
  package func refines(_ coarser: Rounding) -> Refinement { Refinement(self == coarser) }
}
