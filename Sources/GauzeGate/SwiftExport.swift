internal import Gauze

// One file, whatever the schema:
//
//     enum AppEvents {                     the schema's name
//       static var schema: [UInt8]         the schema itself
//       enum Common { … }                  types of common properties
//       struct SearchRun: Event { … }      one for each event, its types within
//       …
//     }
//     extension AppEvents { … }            what writes a record: the same in every file

/// The events of a schema as Swift types, for programs that hand records to a sanitizer.
///
/// The file imports nothing and is the same for the same schema. What the schema does not name does not
/// compile; what a type cannot tell, such as bounds, formats and `presentIf`, is left to the sanitizer.
package struct SwiftExport: Sendable {
  /// The file, with a line feed at its end.
  package let bytes: [UInt8]

  /// Tells of the raw form of `file`'s events. Complexity: O(schema × log schema).
  package init(_ file: SchemaFile) {
    let schema = file.schema
    let name = SwiftName.usual(schema.name, .type) + "Events"
    var code = SwiftCode()
    code.add("// swift-format-ignore-file")
    code.add("// swiftlint:disable all")
    code.add("// Made by `gauze export --as swift`. Change the schema, not this file.")
    code.add("")
    code.comment([
      schema.description,
      Array("The events of the schema \(Self.word(schema.name)) \(schema.version.plainText).".utf8),
    ])
    code.open("enum \(name)")
    code.comment("The schema, which a sanitizer of these events reads.")
    code.add("static var schema: [UInt8] { Array(schemaText.utf8) }")
    let shared = file.common(schema.events.first?.properties ?? [])
    let common = SwiftScope(shared)
    if !common.declarations.isEmpty {
      code.add("")
      code.comment("Types of the properties that every event has.")
      code.open("enum Common")
      code.declare(common)
      code.close()
    }
    let types = SwiftName.identifiers(
      schema.events.map { SwiftName.Wish(word: $0.name) },
      .type,
      reserved: SwiftName.reservedTypes
    )
    for (index, event) in schema.events.enumerated() {
      code.add("")
      code.comment([event.description])
      code.open("struct \(types[index]): Event")
      code.members(
        SwiftScope(event.properties, common: shared.isEmpty ? nil : common),
        of: .event(schema.eventKey.map { ($0, event.name) })
      )
      code.close()
    }
    code.add("")
    let literal = SwiftText.rawLiteral(file.text)
    code.add("  private static let schemaText = \(literal)", isVerbatim: true)
    code.close()
    code.add("")
    code.add(SwiftRuntime.text(name), isVerbatim: true)
    bytes = Array(code.text.utf8)
  }

  private static func word(_ text: [UInt8]) -> String {
    "`\(String(decoding: text, as: UTF8.self))`"
  }
}

extension SchemaFile {
  /// Those of an event's properties that stand in `common`.
  fileprivate func common(_ properties: [Property]) -> [Property] {
    guard let range = range(of: "common") else { return [] }
    return properties.filter { range.contains($0.field.offset) }
  }
}
