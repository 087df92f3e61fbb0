internal import Gauze

// What does not leave, what is promised and by whom, and what is excused.

extension PageDraft {
  /// The fields that come in only for what is made of them.
  mutating func writeDropped() {
    var dropped = EventRows()
    for event in schema.events {
      for visit in FieldVisit.all(event.properties) where visit.field.isDropped {
        let made = visit.siblings.filter { sibling in
          visit.property.map(sibling.field.isMade(from:)) ?? false
        }
        let names = MarkdownText.list(made.map(\.name))
        dropped.add([visit.path.text, made.isEmpty ? "nothing" : names], in: event.name)
      }
    }
    let rows = dropped.cells(of: schema)
    if rows.isEmpty {
      page.paragraph(
        "No field comes in only to be dropped. The tables above say in which form each field leaves."
      )
      return
    }
    page.paragraph("The program hands in these fields; they do not leave.")
    page.table(["Field", "Event", "What is made of it"], rows)
  }

  /// Promises with the mark of who keeps them, and the classes that are forbidden.
  mutating func writePromises() {
    if schema.promises.isEmpty, schema.forbid.isEmpty {
      page.paragraph("The schema makes no promise besides the tables above.")
    }
    page.table(
      ["Promise", "Who keeps it"],
      schema.promises.map { [MarkdownText.sentence($0.text), Self.keeper(of: $0)] }
    )
    if schema.forbid.isEmpty { return }
    page.paragraph("Never collected, for the schema forbids that any field carries it:")
    page.list(
      schema.forbid.map { entry in
        let except =
          entry.except.isEmpty ? "" : ", but for the event \(MarkdownText.list(entry.except))"
        return Self.words(ofClass: entry.className) + except
      }
    )
  }

  /// The mark of a promise. It claims no more than what the promise is bound to.
  private static func keeper(of promise: Promise) -> String {
    if promise.enforcedBy.span.equals("client") {
      return "kept by the client: the program that sends"
    }
    if promise.enforcedBy.span.equals("declaration") {
      return "declared: kept by people, and no program checks it"
    }
    let bounds = [
      promise.classes.isEmpty ? nil : FieldWords.joined(promise.classes.map(words(ofClass:))),
      promise.fields.isEmpty ? nil : "in \(MarkdownText.list(promise.fields))",
    ].compactMap(\.self)
    var proofs = bounds.isEmpty ? [] : [bounds.joined(separator: " ")]
    if !promise.absent.isEmpty {
      proofs.append("no field is called \(MarkdownText.list(promise.absent))")
    }
    if !promise.canaries.isEmpty {
      let count = promise.canaries.count
      proofs.append("tried with \(count) \(count == 1 ? "record" : "records") made to break it")
    }
    if proofs.isEmpty { return "enforced by the engine" }
    return "enforced by the engine, and proven by `gauze prove`: \(proofs.joined(separator: "; "))"
  }

  /// A class of data, in plain words.
  private static func words(ofClass name: [UInt8]) -> String {
    classes.first { name.span.equals($0.name) }?.words ?? MarkdownText.code(name)
  }

  private static let classes: [(name: StaticString, words: String)] = [
    ("email", "e-mail addresses"),
    ("path", "file paths"),
    ("secret", "keys, tokens and passwords"),
    ("url", "paths and queries of URLs"),
    ("host", "host names"),
    ("ip", "network addresses"),
    ("id", "card, telephone and account numbers"),
    ("sql", "values in SQL"),
  ]

  /// Every waiver, once for all events that it holds for.
  mutating func writeWaivers() {
    var waivers = EventRows()
    for event in schema.events {
      for visit in FieldVisit.all(event.properties) where !visit.field.isDropped {
        guard let waiver = visit.field.waiver else { continue }
        waivers.add([visit.path.text, MarkdownText.sentence(waiver)], in: event.name)
      }
    }
    let rows = waivers.cells(of: schema)
    if rows.isEmpty {
      page.paragraph("No field needs one.")
      return
    }
    page.paragraph("These fields leave in a form that could tell more than the usual ones do.")
    page.table(["Field", "Event", "Why it is accepted"], rows)
  }
}

extension Field {
  /// Whether it is made from a sibling.
  fileprivate func isMade(from property: Property) -> Bool { sources.contains(property.name) }
}
