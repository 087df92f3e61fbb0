/// Names for the bytes that grammars speak of.
package enum ASCII {
  package static let backspace: UInt8 = 0x08
  package static let tab: UInt8 = 0x09
  package static let lineFeed: UInt8 = 0x0A
  package static let formFeed: UInt8 = 0x0C
  package static let carriageReturn: UInt8 = 0x0D
  package static let escape: UInt8 = 0x1B
  package static let recordSeparator: UInt8 = 0x1E
  package static let space: UInt8 = 0x20
  package static let exclamation: UInt8 = 0x21
  package static let quote: UInt8 = 0x22
  package static let hash: UInt8 = 0x23
  package static let dollar: UInt8 = 0x24
  package static let percent: UInt8 = 0x25
  package static let ampersand: UInt8 = 0x26
  package static let apostrophe: UInt8 = 0x27
  package static let leftParenthesis: UInt8 = 0x28
  package static let rightParenthesis: UInt8 = 0x29
  package static let asterisk: UInt8 = 0x2A
  package static let plus: UInt8 = 0x2B
  package static let comma: UInt8 = 0x2C
  package static let minus: UInt8 = 0x2D
  package static let dot: UInt8 = 0x2E
  package static let slash: UInt8 = 0x2F
  package static let zero: UInt8 = 0x30
  package static let one: UInt8 = 0x31
  package static let two: UInt8 = 0x32
  package static let three: UInt8 = 0x33
  package static let four: UInt8 = 0x34
  package static let five: UInt8 = 0x35
  package static let nine: UInt8 = 0x39
  package static let colon: UInt8 = 0x3A
  package static let semicolon: UInt8 = 0x3B
  package static let less: UInt8 = 0x3C
  package static let equals: UInt8 = 0x3D
  package static let greater: UInt8 = 0x3E
  package static let question: UInt8 = 0x3F
  package static let at: UInt8 = 0x40
  package static let upperA: UInt8 = 0x41
  package static let upperE: UInt8 = 0x45
  package static let upperF: UInt8 = 0x46
  package static let upperH: UInt8 = 0x48
  package static let upperM: UInt8 = 0x4D
  package static let upperP: UInt8 = 0x50
  package static let upperT: UInt8 = 0x54
  package static let upperX: UInt8 = 0x58
  package static let upperZ: UInt8 = 0x5A
  package static let leftBracket: UInt8 = 0x5B
  package static let backslash: UInt8 = 0x5C
  package static let rightBracket: UInt8 = 0x5D
  package static let caret: UInt8 = 0x5E
  package static let underscore: UInt8 = 0x5F
  package static let backtick: UInt8 = 0x60
  package static let lowerA: UInt8 = 0x61
  package static let lowerB: UInt8 = 0x62
  package static let lowerC: UInt8 = 0x63
  package static let lowerE: UInt8 = 0x65
  package static let lowerF: UInt8 = 0x66
  package static let lowerL: UInt8 = 0x6C
  package static let lowerN: UInt8 = 0x6E
  package static let lowerQ: UInt8 = 0x71
  package static let lowerR: UInt8 = 0x72
  package static let lowerS: UInt8 = 0x73
  package static let lowerT: UInt8 = 0x74
  package static let lowerU: UInt8 = 0x75
  package static let lowerV: UInt8 = 0x76
  package static let lowerX: UInt8 = 0x78
  package static let lowerZ: UInt8 = 0x7A
  package static let leftBrace: UInt8 = 0x7B
  package static let bar: UInt8 = 0x7C
  package static let rightBrace: UInt8 = 0x7D
  package static let tilde: UInt8 = 0x7E
  package static let delete: UInt8 = 0x7F
}

extension UInt8 {
  /// `0`…`9`.
  package var isDigit: Bool { self &- ASCII.zero < 10 }

  /// `A`…`Z` or `a`…`z`.
  package var isLetter: Bool { (self | 0x20) &- ASCII.lowerA < 26 }

  /// `A`…`Z`.
  package var isUppercase: Bool { self &- ASCII.upperA < 26 }

  /// `a`…`z`.
  package var isLowercase: Bool { self &- ASCII.lowerA < 26 }

  /// A letter or a digit.
  package var isAlphanumeric: Bool { isLetter || isDigit }

  /// A letter, a digit, `_`, or part of a scalar beyond ASCII.
  package var isWord: Bool { isAlphanumeric || self == ASCII.underscore || self >= 0x80 }

  /// A letter, a digit or `_`.
  package var isASCIIWord: Bool { isAlphanumeric || self == ASCII.underscore }

  /// A hexadecimal digit in either case.
  package var isHexDigit: Bool { isDigit || (self | 0x20) &- ASCII.lowerA < 6 }

  /// A hexadecimal digit in lower case.
  package var isLowerHexDigit: Bool { isDigit || self &- ASCII.lowerA < 6 }

  /// Space, tab, line feed, vertical tab, form feed or carriage return.
  package var isSpace: Bool { self == ASCII.space || self &- ASCII.tab < 5 }

  /// Whether this byte goes on with a scalar that an earlier byte began.
  package var isContinuation: Bool { self & 0xC0 == 0x80 }

  /// This byte with `A`…`Z` made small.
  package var lowercased: UInt8 { isUppercase ? self | 0x20 : self }

  /// The worth of a hexadecimal digit, or 255.
  package var hexValue: UInt8 {
    if isDigit { return self &- ASCII.zero }
    let letter = (self | 0x20) &- ASCII.lowerA
    return letter < 6 ? letter &+ 10 : 255
  }
}
