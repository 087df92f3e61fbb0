import Foundation
import Gauze
import GauzeGate
import Testing

/// The JSON Schema of the schema language. `.ci/standards` holds it against `gauze check`.
@Suite struct LanguageSchemaTests {
  @Test func isTheCopyThatIsKept() throws {
    try Fixtures.compare(LanguageSchema.text, with: "Language/gauze.schema.json")
  }

  @Test func namesEveryKeywordOfTheReference() throws {
    let names = try members(of: LanguageSchema.text)
    var count = 0
    for line in try Fixtures.text("SCHEMA.md").components(separatedBy: "\n## Policies\n")[0]
      .split(separator: "\n")
    {
      // A row of a table of keywords begins with one, and has at least four cells.
      guard line.hasPrefix("| `"), line.count(where: { $0 == "|" }) >= 5 else { continue }
      let keyword = line.dropFirst(3).prefix { $0 != "`" }
      guard !TextFormat.allCases.contains(where: { "\($0.word)" == keyword }) else { continue }
      count += 1
      #expect(names.contains(String(keyword)), "\(keyword)")
    }
    #expect(count > 60)
  }

  @Test func explainsEveryPolicy() throws {
    let text = LanguageSchema.text
    for name in PolicyName.allCases {
      #expect(text.contains("\"\(name.row.word)\""), "\(name)")
      #expect(text.contains(": \(name.row.summary)"), "\(name)")
    }
  }

  /// The names of all objects under `properties`, at any depth.
  private func members(of text: String) throws -> Set<String> {
    var names: Set<String> = []
    func visit(_ value: Any) {
      if let object = value as? [String: Any] {
        if let members = object["properties"] as? [String: Any] { names.formUnion(members.keys) }
        object.values.forEach(visit)
      } else if let array = value as? [Any] {
        array.forEach(visit)
      }
    }
    visit(try JSONSerialization.jsonObject(with: Data(text.utf8)))
    return names
  }
}
