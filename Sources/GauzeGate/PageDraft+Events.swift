internal import Gauze

// What is collected: a section for each event. What every event has is told once.

extension PageDraft {
  /// How many properties all events begin with: those of `common`. One event has none in common.
  ///
  /// A property stands in the file once, so what stands at one place is one property.
  var commonCount: Int {
    guard schema.events.count > 1, let first = schema.events.first else { return 0 }
    var count = first.properties.count
    for event in schema.events.dropFirst() {
      let same = zip(first.properties, event.properties).prefix {
        $0.field.offset == $1.field.offset
      }
      count = min(count, same.count)
    }
    return count
  }

  /// The events in the table of contents.
  func eventContents() -> [String] {
    schema.events.enumerated().map { place, event in
      "  [\(MarkdownText.code(event.name))](#\(anchors.event(event.name, place)))"
    }
  }

  /// The common fields, then every event with its fields and an example.
  mutating func writeEvents() {
    writeLegend()
    let common = commonCount
    let shared = Array(schema.events.first?.properties.prefix(common) ?? [])
    let rows = rows(of: shared)
    if !rows.isEmpty {
      page.heading(4, "In every event", anchor: anchors.section("common"))
      page.table(FieldRows.header, rows)
    }
    for (place, event) in schema.events.enumerated() {
      page.heading(4, MarkdownText.code(event.name), anchor: anchors.event(event.name, place))
      page.paragraph(MarkdownText.sentence(event.description))
      if event.isExplicit {
        page.paragraph(
          "**Doing this is the consent to it**: the event is sent then, even where everything else is "
            + "off."
        )
      }
      let own = self.rows(of: Array(event.properties.dropFirst(common)))
      if own.isEmpty {
        page.paragraph(
          rows.isEmpty ? "No field leaves with it." : "It has no fields but those of every event."
        )
      }
      page.table(FieldRows.header, own)
      writeExample(event)
    }
  }

  private mutating func writeLegend() {
    if let key = schema.eventKey {
      page.paragraph(
        "A record is one of these events; its field \(MarkdownText.code(key)) says which."
      )
    }
    if schema.events.contains(where: { $0.properties.contains { $0.field.isMasked } }) {
      page.paragraph(
        "*Masked*: what is found in a text leaves as a word such as `<path>`, `<email>` or `<secret>`, "
          + "or as `?` in SQL. It tells that something stood there, and not what. Findings go by form, "
          + "so what has no known form stays."
      )
    }
  }

  private mutating func rows(of properties: [Property]) -> [[String]] {
    FieldRows(properties, waivers: anchors.section("waivers"), &lists).rows
  }

  private mutating func writeExample(_ event: Event) {
    for example in event.examples {
      guard let wire = example.wire, let lines = JSONLines(wire)?.lines else { continue }
      page.paragraph("For example, this leaves:")
      page.code("json", lines)
      return
    }
  }
}

extension Field {
  /// Whether text of it leaves masked, or of anything in it.
  fileprivate var isMasked: Bool {
    if alternative.contains(where: { $0.isMasked }) { return true }
    return switch chain {
    case .scrub: true
    case .transform(let chain):
      chain.scrub != nil
        && !chain.steps.contains { $0.name == .fingerprint || $0.name == .classify }
        || chain.steps.contains { $0.name == .maskArguments }
    case .drop, .redact: false
    case .none, .list:
      (properties ?? []).contains { $0.field.isMasked } || element.contains { $0.isMasked }
    }
  }
}
