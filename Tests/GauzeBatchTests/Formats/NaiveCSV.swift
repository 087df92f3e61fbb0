import Gauze

/// The twin of `CSVFraming` and of the splitting of its records into fields: the whole input at once.
struct NaiveCSV {
  /// The fields of each record, or nil if a quote stands where none may.
  struct Row: Equatable {
    var fields: [[UInt8]]?
    var line: Int
    var offset: Int
    var fault: ViolationCode?
  }

  static func rows(in input: [UInt8], limit: Int, delimiter: UInt8) -> [Row] {
    var rows: [Row] = []
    var place = input.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while place < input.count {
      let start = place
      var isQuoted = false
      var isFieldStart = true
      while place < input.count, isQuoted || input[place] != 0x0A {
        if isQuoted {
          if input[place] == 0x22 {
            if place + 1 < input.count, input[place + 1] == 0x22 {
              place += 1
            } else {
              isQuoted = false
            }
          }
        } else {
          if isFieldStart, input[place] == 0x22 { isQuoted = true }
          isFieldStart = input[place] == delimiter
        }
        place += 1
      }
      var end = place
      if end > start, !isQuoted, input[end - 1] == 0x0D { end -= 1 }
      let line = 1 + input[..<start].count { $0 == 0x0A }
      let record = Array(input[start..<end])
      if isQuoted {
        rows.append(Row(line: line, offset: start, fault: .malformedJSON))
      } else if record.count > limit {
        rows.append(Row(line: line, offset: start, fault: .tooLarge))
      } else if !record.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) {
        rows.append(Row(fields: fields(record, delimiter), line: line, offset: start))
      }
      place += 1
    }
    return rows
  }

  private static func fields(_ record: [UInt8], _ delimiter: UInt8) -> [[UInt8]]? {
    var fields: [[UInt8]] = []
    var rest = record[...]
    while true {
      var field: [UInt8] = []
      if rest.first == 0x22 {
        rest = rest.dropFirst()
        while let quote = rest.firstIndex(of: 0x22) {
          field += rest[..<quote]
          rest = rest[(quote + 1)...]
          guard rest.first == 0x22 else { break }
          field.append(0x22)
          rest = rest.dropFirst()
        }
        if let next = rest.first, next != delimiter { return nil }
      } else {
        field = Array(rest.prefix { $0 != delimiter })
        if field.contains(0x22) { return nil }
        rest = rest.dropFirst(field.count)
      }
      fields.append(field)
      guard !rest.isEmpty else { return fields }
      rest = rest.dropFirst()
    }
  }
}
