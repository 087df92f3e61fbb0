import Foundation

import Gauze

/// The whole sanitizer once more, over Foundation's JSON and the tests' own shapes. It cannot see a
/// name that comes twice, nor how a number is written; what leaves is therefore compared as a text
/// in which numbers are normalised.
struct NaiveSanitizer {
  struct Rejected: Error {}

  let schema: RandomSchema
  let dropsUnknown: Bool

  /// What leaves, or nil.
  func sanitize(_ record: [UInt8]) -> String? {
    guard let parsed = try? JSONSerialization.jsonObject(with: Data(record)),
      var members = parsed as? [String: Any]
    else { return nil }
    var event = schema.events[0]
    var head: String?
    if schema.hasEventKey {
      guard let name = members.removeValue(forKey: "type") as? String,
        let found = schema.events.first(where: { $0.name == name })
      else { return nil }
      event = found
      head = "\"type\":" + Self.quoted(name)
    }
    return try? object(members, event.members, head)
  }

  static func quoted(_ text: String) -> String {
    var buffer = ByteBuffer()
    JSONText.write(Array(text.utf8).span, to: &buffer)
    return buffer.bytes.shown
  }

  private func object(
    _ values: [String: Any],
    _ members: [RandomMember],
    _ head: String? = nil
  ) throws -> String {
    let names = Set(members.filter { $0.source == nil }.map(\.name))
    if !dropsUnknown, !names.isSuperset(of: values.keys) { throw Rejected() }
    // Every value is judged, whether it leaves or not.
    var written = [head].compactMap(\.self)
    for member in members where member.source == nil {
      guard let value = values[member.name] else {
        if member.isRequired { throw Rejected() }
        continue
      }
      _ = try text(value, member.shape)
    }
    for member in members {
      guard let value = values[member.source ?? member.name] else { continue }
      guard let text = try text(value, member.shape) else {
        if member.isRequired, !member.isDropped { throw Rejected() }
        continue
      }
      written.append("\(Self.quoted(member.name)):\(text)")
    }
    return "{\(written.joined(separator: ","))}"
  }

  /// What leaves of a value; nil if nothing does.
  private func text(_ value: Any, _ shape: RandomShape) throws -> String? {
    switch shape.kind {
    case .drop: return nil
    case .redact: return "\"<redacted>\""
    default: break
    }
    if value is NSNull {
      guard shape.isNullable else { throw Rejected() }
      if case .bucket = shape.kind { return "\"?\"" }
      return "null"
    }
    switch shape.kind {
    case .drop, .redact: return nil
    case .integer(let low, let high):
      guard let number = Self.number(value), number == number.rounded(), number >= Double(low),
        number <= Double(high)
      else { throw Rejected() }
      return "\(number)"
    case .number(let low, let high):
      guard let number = Self.number(value), number >= Double(low), number <= Double(high)
      else { throw Rejected() }
      return "\(number)"
    case .boolean:
      guard let flag = value as? NSNumber, Self.isBoolean(flag) else { throw Rejected() }
      return "\(flag.boolValue)"
    case .words(let words, let otherwise):
      guard let word = value as? String else { throw Rejected() }
      if words.contains(where: { $0.utf8.elementsEqual(word.utf8) }) { return Self.quoted(word) }
      guard let otherwise else { throw Rejected() }
      return Self.quoted(otherwise)
    case .uuid:
      guard let word = value as? String else { throw Rejected() }
      // Foundation also reads `+1` for two digits.
      guard UUID(uuidString: word)?.uuidString == word.uppercased() else { throw Rejected() }
      return Self.quoted(word)
    case .bucket(let edge):
      guard let number = Self.number(value), number == number.rounded(), number.magnitude < 1e18
      else { throw Rejected() }
      return number < Double(edge) ? "\"low\"" : "\"high\""
    case .hash:
      guard let word = value as? String else { throw Rejected() }
      let address = word.trimmingCharacters(in: .whitespaces).lowercased()
      guard address.contains("@") else { return nil }
      var buffer = ByteBuffer()
      SHA256.hash(Array(address.utf8).span).appendHexadecimal(to: &buffer)
      return Self.quoted(buffer.bytes.shown)
    case .object(let members):
      guard let values = value as? [String: Any] else { throw Rejected() }
      return try object(values, members)
    case .list(let item, let most):
      guard let items = value as? [Any], items.count <= most else { throw Rejected() }
      let texts = try items.map { try text($0, item) }
      guard texts.allSatisfy({ $0 != nil }) else { return nil }
      return "[\(texts.compactMap(\.self).joined(separator: ","))]"
    case .map(let words, let most, let shape, let otherwise):
      guard var values = value as? [String: Any], values.count <= most else { throw Rejected() }
      if let otherwise { try gather(&values, beside: words, shape, as: otherwise) }
      guard otherwise != nil || values.keys.allSatisfy(words.contains) else { throw Rejected() }
      let keys = values.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      var texts: [String?] = []
      for key in keys {
        texts.append(
          try values[key].flatMap { try text($0, shape) }.map { Self.quoted(key) + ":" + $0 }
        )
      }
      guard texts.allSatisfy({ $0 != nil }) else { return nil }
      return "{\(texts.compactMap(\.self).joined(separator: ","))}"
    }
  }

  /// Adds up what stands under other keys than the words.
  private func gather(
    _ values: inout [String: Any],
    beside words: [String],
    _ shape: RandomShape,
    as otherwise: String
  ) throws {
    let own = Set(words).subtracting([otherwise])
    let others = values.filter { !own.contains($0.key) }
    for value in others.values { _ = try text(value, shape) }
    for key in others.keys { values.removeValue(forKey: key) }
    guard !others.isEmpty else { return }
    let numbers = others.values.compactMap(Self.number)
    values[otherwise] = NSNumber(value: numbers.reduce(0, +))
  }

  private static func isBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c"
  }

  private static func number(_ value: Any) -> Double? {
    guard let number = value as? NSNumber, !isBoolean(number) else { return nil }
    return number.doubleValue
  }

  /// The engine's output in the twin's spelling.
  static func normalised(_ node: JSONNode) -> String {
    switch node.value {
    case .null: "null"
    case .boolean(let flag): "\(flag)"
    case .number(let digits): "\(Double(digits.shown) ?? .nan)"
    case .string(let text): quoted(text.shown)
    case .array(let items): "[\(items.map(normalised).joined(separator: ","))]"
    case .object(let members):
      "{\(members.map { quoted($0.name.shown) + ":" + normalised($0.node) }.joined(separator: ","))}"
    }
  }
}
