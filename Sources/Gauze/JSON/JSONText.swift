/// What stands inside the quotes of a JSON string: finding its end, undoing and writing escapes.
package enum JSONText {
  /// The position of the next byte from `position` on that needs a look: a quote, a backslash, a
  /// control byte or the first byte of a scalar beyond ASCII; `text.count` if there is none.
  @inline(__always)
  package static func stop(_ text: Span<UInt8>, from position: Int) -> Int {
    var position = position
    while position &+ 8 <= text.count {
      // Eight bytes from `position` lie inside the text, by the condition just checked.
      let hits = stopBits(text.word(at: position))
      if hits != 0 { return position &+ hits.trailingZeroBitCount &>> 3 }
      position &+= 8
    }
    while position < text.count {
      let byte = text[position]
      if byte < ASCII.space || byte == ASCII.quote || byte == ASCII.backslash || byte >= 0x80 {
        break
      }
      position &+= 1
    }
    return position
  }

  /// The high bit of each byte that `stop` looks for; exact up to the first hit, which is all that
  /// is asked of it (a borrow runs upwards only).
  @inline(__always)
  private static func stopBits(_ word: UInt64) -> UInt64 {
    let ones = UInt64.eachByte(1)
    let quotes = word ^ .eachByte(ASCII.quote)
    let backslashes = word ^ .eachByte(ASCII.backslash)
    let zeros = (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
    let controls = (word &- .eachByte(ASCII.space)) & ~word
    return (zeros | controls | word) & .eachByte(0x80)
  }

  /// How many bytes the escape at `position` takes, both halves of a surrogate pair together, or 0
  /// if it is none (RFC 8259 §7; a lone surrogate names no character and is refused).
  @inline(never)
  package static func escapeLength(_ text: Span<UInt8>, at position: Int) -> Int {
    guard position + 1 < text.count else { return 0 }
    switch text[position + 1] {
    case ASCII.quote, ASCII.backslash, ASCII.slash, ASCII.lowerB, ASCII.lowerF, ASCII.lowerN,
      ASCII.lowerR, ASCII.lowerT:
      return 2
    case ASCII.lowerU:
      guard let unit = codeUnit(text, at: position) else { return 0 }
      if unit & 0xF800 != 0xD800 { return 6 }
      guard unit < 0xDC00, let low = codeUnit(text, at: position + 6), low & 0xFC00 == 0xDC00
      else { return 0 }
      return 12
    default: return 0
    }
  }

  /// The code unit of a `\uXXXX` at `position`, if there is one.
  private static func codeUnit(_ text: Span<UInt8>, at position: Int) -> UInt32? {
    guard position + 6 <= text.count, text[position] == ASCII.backslash,
      text[position + 1] == ASCII.lowerU
    else { return nil }
    var unit: UInt32 = 0
    for index in position + 2..<position + 6 {
      let value = text[index].hexValue
      guard value < 16 else { return nil }
      unit = unit << 4 | UInt32(value)
    }
    return unit
  }

  /// Adds to `output` what the contents of a scanned string stand for.
  package static func decode(_ text: Span<UInt8>, into output: inout ByteBuffer) {
    var position = 0
    while true {
      let start = position
      while position < text.count, text[position] != ASCII.backslash { position &+= 1 }
      output.append(text.extracting(start..<position))
      guard position < text.count else { return }
      let length = escapeLength(text, at: position)
      guard length > 0 else { return }  // never after a scan; nothing more leaves if it were
      if length == 2 {
        output.append(plain(text[position + 1]))
      } else {
        let high = codeUnit(text, at: position) ?? 0
        let low = length == 12 ? (codeUnit(text, at: position + 6) ?? 0) : 0
        let pair = 0x10000 &+ ((high & 0x3FF) << 10) &+ (low & 0x3FF)
        append(scalar: length == 12 ? pair : high, to: &output)
      }
      position &+= length
    }
  }

  private static func plain(_ letter: UInt8) -> UInt8 {
    switch letter {
    case ASCII.lowerB: ASCII.backspace
    case ASCII.lowerF: ASCII.formFeed
    case ASCII.lowerN: ASCII.lineFeed
    case ASCII.lowerR: ASCII.carriageReturn
    case ASCII.lowerT: ASCII.tab
    default: letter
    }
  }

  /// Adds the UTF-8 of a scalar value.
  package static func append(scalar: UInt32, to output: inout ByteBuffer) {
    func tail(_ shift: UInt32) -> UInt8 {
      0x80 | UInt8(truncatingIfNeeded: scalar >> shift & 0x3F)
    }
    if scalar < 0x80 {
      output.append(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x800 {
      output.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      output.append(tail(0))
    } else if scalar < 0x10000 {
      output.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      output.append(tail(6))
      output.append(tail(0))
    } else {
      output.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      output.append(tail(12))
      output.append(tail(6))
      output.append(tail(0))
    }
  }

  /// Adds `text`, which is UTF-8, as a JSON string with its quotes and the fewest escapes
  /// (RFC 8785 §3.2.2.2).
  package static func write(_ text: Span<UInt8>, to output: inout ByteBuffer) {
    output.append(ASCII.quote)
    var start = 0
    var position = 0
    while true {
      position = stop(text, from: position)
      guard position < text.count else { break }
      let byte = text[position]
      if byte >= 0x80 {
        position &+= 1
        continue
      }
      output.append(text.extracting(start..<position))
      escape(byte, to: &output)
      position &+= 1
      start = position
    }
    output.append(text.extracting(start..<text.count))
    output.append(ASCII.quote)
  }

  @inline(never)
  private static func escape(_ byte: UInt8, to output: inout ByteBuffer) {
    output.append(ASCII.backslash)
    switch byte {
    case ASCII.quote, ASCII.backslash: output.append(byte)
    case ASCII.backspace: output.append(ASCII.lowerB)
    case ASCII.tab: output.append(ASCII.lowerT)
    case ASCII.lineFeed: output.append(ASCII.lowerN)
    case ASCII.formFeed: output.append(ASCII.lowerF)
    case ASCII.carriageReturn: output.append(ASCII.lowerR)
    default:
      output.append("u00")
      output.append(ASCII.zero + byte >> 4)
      let low = byte & 15
      output.append(low < 10 ? ASCII.zero + low : ASCII.lowerA + low - 10)
    }
  }
}
