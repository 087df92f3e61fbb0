package import Gauze

/// What a schema says, for people: which data leaves, why, in which form, and how to stop it.
///
/// The page is Markdown, the same for the same schema, to the byte. It claims no more than the schema
/// does: of a promise it says who keeps it, and what is pseudonymous it calls so.
package struct TelemetryPage: Sendable {
  /// The block of a page that is the schema's: without marks and without a line feed at its end.
  package let lines: [[UInt8]]
  /// The name and version that the block is marked with.
  package let name: [UInt8]
  package let version: [UInt8]

  /// Tells of `schema`. Complexity: O(schema).
  package init(_ schema: Schema) {
    var draft = PageDraft(schema)
    draft.write()
    lines = draft.page.lines.map { Array($0.utf8) }
    name = schema.name
    version = schema.version.text
  }
}

/// A page while it grows. Each section stands in a file of its own.
struct PageDraft {
  let schema: Schema
  let anchors: Anchors
  var page = MarkdownWriter()
  var lists: WordLists

  init(_ schema: Schema) {
    self.schema = schema
    anchors = Anchors(schema)
    lists = WordLists(anchors)
  }

  /// A section: its title, the word of its anchor, and what writes it.
  private struct Section {
    let title: String
    let anchor: String
    let write: (inout PageDraft) -> Void
  }

  /// THE order of the page.
  private var sections: [Section] {
    [
      Section(title: "What is collected, and why", anchor: "collected") { $0.writeEvents() },
      Section(title: "What comes in and does not leave", anchor: "dropped") { $0.writeDropped() },
      Section(title: "What is promised, and what is never collected", anchor: "promises") {
        $0.writePromises()
      },
      Section(title: "Consent, and how to turn it off", anchor: "consent") { $0.writeConsent() },
      Section(title: "What links records", anchor: "identity") { $0.writeIdentity() },
      Section(title: "Who receives it", anchor: "receiver") { $0.writeReceiver() },
      Section(title: "Waivers", anchor: "waivers") { $0.writeWaivers() },
      Section(title: "How this may change", anchor: "history") { $0.writeHistory() },
    ]
  }

  /// Writes every section in order.
  mutating func write() {
    let sections = sections
    page.heading(
      2,
      "What \(MarkdownText.code(schema.name)) \(schema.version.plainText) sends",
      anchor: anchors.section("page")
    )
    if !schema.description.isEmpty { page.paragraph(MarkdownText.sentence(schema.description)) }
    page.paragraph(
      "This part is written by `gauze docs` from the schema \(MarkdownText.code(schema.name)), version "
        + "\(schema.version.plainText), which decides what leaves. "
        + (schema.dropsUnknownFields
          ? "A field that it does not name is taken out, and a record that is otherwise none of the "
            + "events below does not leave."
          : "A record that holds anything that it does not name does not leave at all.")
    )
    page.list(contents(sections))
    for section in sections {
      page.heading(3, section.title, anchor: anchors.section(section.anchor))
      section.write(&self)
    }
    writeWordLists()
  }

  /// The table of contents, with every event.
  private func contents(_ sections: [Section]) -> [String] {
    sections.flatMap { section in
      let line = "[\(section.title)](#\(anchors.section(section.anchor)))"
      return [line] + (section.anchor == "collected" ? eventContents() : [])
    }
  }

  private mutating func writeWordLists() {
    // Nothing in a list of words makes another one.
    for (place, words) in lists.long.enumerated() {
      page.heading(4, "\(words.count) words", anchor: anchors.list(place))
      page.paragraph(words.joined(separator: ", "))
    }
  }
}
