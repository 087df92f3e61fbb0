import Foundation
import Testing

/// `gauze docs`: the telemetry page, in files of people.
@Suite struct DocsTests {
  private let place: Workplace
  init() throws { place = try Workplace() }

  private let empty = "<!-- gauze:begin cli-telemetry -->\n<!-- gauze:end -->"

  @Test func printsThePageThatItWrites() throws {
    let printed = try place.gauze("docs", "cli-telemetry")
    #expect(printed.status == 0)
    #expect(printed.errors.isEmpty)
    #expect(printed.text.hasPrefix("# Telemetry of `cli-telemetry`\n\n<!-- gauze:begin "))
    let written = try place.gauze("docs", "cli-telemetry", "--write", "page.md")
    #expect(written.status == 0)
    #expect(written.text.isEmpty)
    #expect(try place.text("page.md") == printed.text)
    #expect(try place.permissions("page.md") == 0o600)
    #expect(place.names == ["page.md"])
    let checked = try place.gauze("docs", "cli-telemetry", "--check", "page.md")
    #expect(checked.status == 0)
    #expect(checked.text.isEmpty && checked.errors.isEmpty)
  }

  @Test func writesIntoThePageOfSomebody() throws {
    let (before, after) = ("# Ours\r\n\n  x  \n", "\n\nMore `text`, no line end")
    try place.put(before + empty + after, as: "ours.md")
    #expect(try place.gauze("docs", "cli-telemetry", "--write", "ours.md").status == 0)
    let text = try place.text("ours.md")
    #expect(text.hasPrefix(before + "<!-- gauze:begin cli-telemetry 1.0 -->\n"))
    #expect(text.hasSuffix("<!-- gauze:end -->" + after))
    let date = { try FileManager.default.attributesOfItem(atPath: place.place("ours.md").path) }
    let file = try date()[.systemFileNumber] as? Int
    let again = try place.gauze("docs", "cli-telemetry", "--write", "ours.md")
    #expect(again.status == 0)
    #expect(again.errors.contains("nothing has changed"))
    #expect(try place.text("ours.md") == text)
    #expect(try date()[.systemFileNumber] as? Int == file)
    #expect(place.names == ["ours.md"])
  }

  @Test func findsThePageThatTheSchemaHasLeftBehind() throws {
    try place.put(Samples.nestedSchema, as: "s.json")
    #expect(try place.gauze("docs", "s.json", "--write", "page.md").status == 0)
    let changed = Samples.nestedSchema.replacingOccurrences(
      of: #""maximum": 9"#,
      with: #""maximum": 8"#
    )
    #expect(changed != Samples.nestedSchema)
    try place.put(changed, as: "s.json")
    let run = try place.gauze("docs", "s.json", "--check", "page.md")
    #expect(run.status == 1)
    let lines = try place.text("page.md").split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("from 0 to 9") }) + 1
    #expect(run.lines.first == "page.md:\(line): the page is not what the schema says")
    #expect(run.lines.contains { $0.hasPrefix("  page") && $0.contains("from 0 to 9") })
    #expect(run.lines.contains { $0.hasPrefix("  schema") && $0.contains("from 0 to 8") })
    #expect(run.lines.last == "run: gauze docs s.json --write page.md")
    #expect(try place.gauze("docs", "s.json", "--write", "page.md").status == 0)
    #expect(try place.gauze("docs", "s.json", "--check", "page.md").status == 0)
  }

  @Test func leavesAPageAloneThatItCannotWriteInto() throws {
    let pages = [
      "no marks\n", "\(empty)\n\(empty)\n", "<!-- gauze:begin cli-telemetry -->\n",
      "<!-- gauze:end -->\n",
    ]
    for text in pages {
      try place.put(text, as: "page.md")
      for option in ["--write", "--check"] {
        let run = try place.gauze("docs", "cli-telemetry", option, "page.md")
        #expect(run.status == 2)
        #expect(run.text.isEmpty)
        #expect(run.errors.contains("page.md"))
      }
      #expect(try place.text("page.md") == text)
    }
  }

  @Test func saysWhatToPutWhereThePageHasNoBlock() throws {
    try place.put("ours\n", as: "page.md")
    let run = try place.gauze("docs", "cli-telemetry", "--write", "page.md")
    #expect(run.errors.contains("<!-- gauze:begin cli-telemetry -->\n"))
    #expect(run.errors.contains("<!-- gauze:end -->\n"))
  }

  @Test func answersThreeWhereFilesFail() throws {
    let missing = try place.gauze("docs", "cli-telemetry", "--check", "page.md")
    #expect(missing.status == 3)
    #expect(missing.errors.contains("page.md"))
    #expect(try place.gauze("docs", "cli-telemetry", "--write", "none/page.md").status == 3)
    #expect(try place.gauze("docs", "cli-telemetry", "--write", ".").status == 3)
    #expect(place.names.isEmpty)
  }

  @Test func answersTwoForAWrongUseOrSchema() throws {
    try place.put("{}", as: "s.json")
    let uses = [
      ["docs"], ["docs", "cli-telemetry", "s.json"], ["docs", "s.json"], ["docs", "missing.json"],
      ["docs", "s.json", "--write", "page.md"],
      ["docs", "cli-telemetry", "--write", "a.md", "--check", "b.md"],
    ]
    for use in uses { #expect(try place.gauze(use).status == 2) }
    #expect(place.names == ["s.json"])
  }

  @Test func fillsAnEmptyFile() throws {
    try place.put("", as: "page.md")
    #expect(try place.gauze("docs", "cli-telemetry", "--write", "page.md").status == 0)
    #expect(try place.text("page.md") == place.gauze("docs", "cli-telemetry").text)
  }
}
