import Foundation
import Gauze

/// A schema that SCHEMA.md builds step by step.
struct SchemaSteps {
  /// The file as it stands.
  private(set) var file: [UInt8]

  /// Merges a step into the file: objects member by member, new members behind those that stand
  /// there, anything else replaced (RFC 7396, but that null removes nothing).
  mutating func merge(_ step: [UInt8]) throws {
    let base = Source(node: try JSONNode(reading: file.span), bytes: file)
    file = Self.merged(base, Source(node: try JSONNode(reading: step.span), bytes: step))
  }

  /// Whether the file says the same as another: spelling and order aside.
  func says(_ other: [UInt8]) throws -> Bool {
    let one = try JSONSerialization.jsonObject(with: Data(file)) as? NSDictionary
    let two = try JSONSerialization.jsonObject(with: Data(other)) as? NSDictionary
    guard let one, let two else { return false }
    return one.isEqual(two)
  }

  /// A value, and the file in which it stands.
  private struct Source {
    var node: JSONNode
    var bytes: [UInt8]

    var text: [UInt8] { Array(bytes[node.start..<node.end]) }

    var members: [JSONMember]? {
      if case .object(let members) = node.value { members } else { nil }
    }

    /// A member's name as it was written, with the colon behind it.
    func label(_ member: JSONMember) -> [UInt8] {
      Array(bytes[member.start..<member.node.start])
    }

    func value(_ member: JSONMember) -> Source { Source(node: member.node, bytes: bytes) }
  }

  private static func merged(_ base: Source, _ step: Source) -> [UInt8] {
    guard let old = base.members, let new = step.members else { return step.text }
    var members: [[UInt8]] = []
    for member in old {
      let value =
        new.first { $0.name == member.name }
        .map { merged(base.value(member), step.value($0)) } ?? base.value(member).text
      members.append(base.label(member) + value)
    }
    for member in new where !old.contains(where: { $0.name == member.name }) {
      members.append(step.label(member) + step.value(member).text)
    }
    return [ASCII.leftBrace] + Array(members.joined(separator: [ASCII.comma]))
      + [ASCII.rightBrace]
  }
}
