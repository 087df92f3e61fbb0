import Gauze
import Testing

@Suite struct UTF8TextTests {
  /// Every sequence of one, two and three bytes, with the plain library's word on each. To keep the
  /// 16.7 million of three bytes bearable, bytes that the grammar treats alike have one stand-in,
  /// besides all bytes at the places where ranges begin and end.
  @Test func judgesEveryShortSequenceAsTheLibraryDoes() {
    for first in UInt8.min ... .max {
      expectAgreement([first])
      for second in UInt8.min ... .max { expectAgreement([first, second]) }
    }
    let edges: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x81, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0,
      0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    for first in UInt8.min ... .max {
      for second in edges {
        for third in edges {
          expectAgreement([first, second, third])
          if first >= 0xE0 {
            for fourth in edges { expectAgreement([first, second, third, fourth]) }
          }
        }
      }
    }
  }

  @Test func judgesLongerTextAsTheLibraryDoes() {
    var random = SeededRandom(seed: 0x5A_0021)
    for _ in 0..<4000 {
      var text = scalars(Int.random(in: 0...60, using: &random), using: &random).utf8.map { $0 }
      for _ in 0..<Int.random(in: 0...2, using: &random) where !text.isEmpty {
        let place = Int.random(in: 0..<text.count, using: &random)
        text[place] = UInt8.random(in: .min ... .max, using: &random)
      }
      expectAgreement(text)
    }
  }

  @Test func saysWhereValidTextEnds() {
    var random = SeededRandom(seed: 0x5A_0022)
    for _ in 0..<2000 {
      let good = [UInt8](scalars(Int.random(in: 0...50, using: &random), using: &random).utf8)
      let bad: [[UInt8]] = [
        [0x80], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
        [0xF0, 0x9F, 0x98], [0xE2, 0x82], [0xFF],
      ]
      let text = good + (bad.randomElement(using: &random) ?? [])
      #expect(UTF8Text.validEnd(text.span, in: 0..<text.count) == good.count)
    }
  }

  @Test func neverLooksBeyondItsRange() {
    let text: [UInt8] = [0xFF, 0x61, 0xC3, 0xA9, 0xFF]
    #expect(UTF8Text.validEnd(text.span, in: 1..<4) == 4)
    #expect(UTF8Text.validEnd(text.span, in: 1..<3) == 2)
    #expect(UTF8Text.scalar(text.span, at: 2, end: 3) == nil)
    #expect(UTF8Text.scalar(text.span, at: 5, end: 5) == nil)
  }

  @Test func countsAndFindsScalarsAsTheLibraryDoes() {
    var random = SeededRandom(seed: 0x5A_0023)
    for _ in 0..<500 {
      let string = scalars(Int.random(in: 0...80, using: &random), using: &random)
      let text = [UInt8](string.utf8)
      let count = string.unicodeScalars.count
      #expect(UTF8Text.scalarCount(text.span) == count)
      for index in 0...(count + 2) {
        let naive = string.unicodeScalars.prefix(index).reduce(0) { $0 + $1.utf8.count }
        #expect(UTF8Text.offset(ofScalar: index, text.span, in: 0..<text.count) == naive)
      }
      // The same behind a prefix, so that words begin at any place of a scalar.
      let shifted = [UInt8]("é".utf8) + text + [UInt8]("é".utf8)
      let range = 2..<(2 + text.count)
      #expect(UTF8Text.scalarCount(shifted.span, in: range) == count)
      #expect(UTF8Text.offset(ofScalar: count, shifted.span, in: range) == range.upperBound)
    }
  }

  @Test func decodesEveryScalar() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // Every 7th is enough of the wide planes; all of the Basic Multilingual Plane is read.
      guard value < 0x10000 || value.isMultiple(of: 7) else { continue }
      let text = [UInt8](scalar.utf8)
      let read = UTF8Text.scalar(text.span, at: 0, end: text.count)
      if read?.value != value || read?.length != text.count { Issue.record("\(value)") }
    }
  }

  @Test func findsTheFirstByteBeyondASCII() {
    for length in 0...70 {
      for place in 0...length {
        var text = [UInt8](repeating: 0x61, count: length)
        if place < length { text[place] = 0xC3 }
        #expect(UTF8Text.endOfASCII(text.span, in: 0..<length) == place)
      }
    }
  }

  private func expectAgreement(_ text: [UInt8]) {
    let library = String(validating: text, as: UTF8.self) != nil
    if UTF8Text.isValid(text.span) != library { Issue.record("\(text)") }
  }

  private func scalars(_ count: Int, using random: inout SeededRandom) -> String {
    var text = String.UnicodeScalarView()
    let tops: [UInt32] = [0x7F, 0x7F, 0x7FF, 0xFFFF, 0x10FFFF]
    while text.count < count {
      let top = tops.randomElement(using: &random) ?? 0x7F
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...top, using: &random)) {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
