import Gauze

/// The twin of `JSONFraming`: the whole input at once, by recursive descent.
struct NaiveJSONFraming {
  private let input: [UInt8]
  private let limit: Int
  private var at = 0
  private var found: [Found] = []
  private var starts: Set<Int> = []
  private var isSeparated = false

  static func found(in input: [UInt8], limit: Int) -> [Found] {
    var twin = NaiveJSONFraming(input: input, limit: limit)
    twin.run()
    return twin.found
  }

  private init(input: [UInt8], limit: Int) {
    self.input = input
    self.limit = limit
    if input.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  private func line(of place: Int) -> Int {
    1 + input[..<place].count { $0 == 0x0A }
  }

  private func byte(_ place: Int) -> UInt8? { place < input.count ? input[place] : nil }

  private mutating func skipBlanks() {
    while let next = byte(at), [0x20, 0x09, 0x0D, 0x0A].contains(next) { at += 1 }
  }

  private mutating func reject(_ place: Int) {
    found.append(Found(.malformedJSON, line: line(of: place), offset: place))
  }

  private mutating func run() {
    while true {
      skipBlanks()
      guard let next = byte(at) else { return }
      switch next {
      case 0x1E:
        isSeparated = true
        at += 1
      case UInt8(ascii: "["):
        at += 1
        array()
      default: record(isInArray: false, isMisplaced: false)
      }
    }
  }

  private mutating func array() {
    var (isAfterElement, isAfterComma) = (false, false)
    while true {
      skipBlanks()
      guard let next = byte(at) else {
        reject(at)
        return
      }
      switch next {
      case UInt8(ascii: "]"):
        if isAfterComma { reject(at) }
        at += 1
        return
      case UInt8(ascii: ","):
        if !isAfterElement { reject(at) }
        at += 1
        (isAfterElement, isAfterComma) = (false, true)
      default:
        guard let isComplete = record(isInArray: true, isMisplaced: isAfterElement) else { return }
        (isAfterElement, isAfterComma) = (isComplete, false)
      }
    }
  }

  /// False if it was lost and what follows found again; nil if the input ended in it.
  @discardableResult
  private mutating func record(isInArray: Bool, isMisplaced: Bool) -> Bool? {
    let start = at
    starts.insert(start)
    do {
      at = try value(start, 1)
      let isTooLarge = at - start > limit
      if isMisplaced {
        reject(start)
      } else if isTooLarge {
        found.append(Found(.tooLarge, line: line(of: start), offset: start))
      } else {
        found.append(
          Found(bytes: Array(input[start..<at]), line: line(of: start), offset: start)
        )
      }
      return true
    } catch Broken.at(let place) {
      let next = resumption(start, place, isInArray)
      reject(start)
      at = next ?? input.count
      return next == nil ? nil : false
    } catch {
      at = input.count
      let isTooLarge = at - start > limit
      found.append(
        Found(isTooLarge ? .tooLarge : .malformedJSON, line: line(of: start), offset: start)
      )
      return nil
    }
  }

  private func resumption(_ start: Int, _ broken: Int, _ isInArray: Bool) -> Int? {
    if isSeparated && !isInArray { return input[broken...].firstIndex(of: 0x1E) }
    guard let column = firstColumn(of: start) else { return nil }
    return input[broken...].indices.first { place in
      guard place > start, self.column(of: place) == firstOfLine(place) else { return false }
      let here = self.column(of: place)
      return input[place] == UInt8(ascii: "{")
        ? here == column : input[place] == UInt8(ascii: "]") && isInArray && here <= column
    }
  }

  private func lineStart(_ place: Int) -> Int {
    (input[..<place].lastIndex(of: 0x0A) ?? -1) + 1
  }

  private func column(of place: Int) -> Int { place - lineStart(place) }

  private func firstOfLine(_ place: Int) -> Int? {
    let start = lineStart(place)
    return input[start...].firstIndex { ![0x20, 0x09, 0x0D].contains($0) }.map { $0 - start }
  }

  /// The column of the record that its line begins with, if it begins with one.
  private func firstColumn(of place: Int) -> Int? {
    var start = lineStart(place)
    if start == 0, input.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    let blanks: [UInt8] = isSeparated ? [0x20, 0x09, 0x0D, 0x1E] : [0x20, 0x09, 0x0D]
    guard let first = input[start...].firstIndex(where: { !blanks.contains($0) }),
      starts.contains(first)
    else { return nil }
    return first - lineStart(place)
  }

  private enum Broken: Error {
    case at(Int)
    case unfinished
  }

  private func isWord(_ byte: UInt8) -> Bool {
    Array("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_+-.".utf8).contains(byte)
  }

  private func blanks(_ place: Int) throws -> Int {
    var place = place
    while let next = byte(place), [0x20, 0x09, 0x0D, 0x0A].contains(next) { place += 1 }
    if place == input.count { throw Broken.unfinished }
    return place
  }

  private func value(_ start: Int, _ level: Int) throws -> Int {
    guard let first = byte(start) else { throw Broken.unfinished }
    if first == UInt8(ascii: "\"") { return try string(start) }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      return try container(start, level, isObject: first == UInt8(ascii: "{"))
    }
    guard isWord(first) else { throw Broken.at(level == 1 ? start + 1 : start) }
    var end = start
    while let next = byte(end), isWord(next) { end += 1 }
    if end == input.count, level > 1 { throw Broken.unfinished }
    return end
  }

  private func string(_ start: Int) throws -> Int {
    var place = start + 1
    while let next = byte(place) {
      if next == UInt8(ascii: "\"") { return place + 1 }
      if next < 0x20 { throw Broken.at(place) }
      if next == UInt8(ascii: "\\") {
        place += 1
        guard let escaped = byte(place) else { throw Broken.unfinished }
        if escaped < 0x20 { throw Broken.at(place) }
      }
      place += 1
    }
    throw Broken.unfinished
  }

  private func container(_ start: Int, _ level: Int, isObject: Bool) throws -> Int {
    let close = UInt8(ascii: isObject ? "}" : "]")
    var place = try blanks(start + 1)
    if input[place] == close { return place + 1 }
    while true {
      if input[place] == close { return place + 1 }
      if isObject {
        guard input[place] == UInt8(ascii: "\"") else { throw Broken.at(place) }
        place = try blanks(string(place))
        guard input[place] == UInt8(ascii: ":") else { throw Broken.at(place) }
        place = try blanks(place + 1)
        if input[place] == close { return place + 1 }
      }
      place = try blanks(value(place, level + 1))
      if input[place] == close { return place + 1 }
      guard input[place] == UInt8(ascii: ",") else { throw Broken.at(place) }
      place = try blanks(place + 1)
    }
  }
}
