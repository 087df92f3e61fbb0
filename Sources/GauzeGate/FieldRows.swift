internal import Gauze

/// The rows of a table of fields: the fields of an object and of all objects in it.
struct FieldRows {
  /// What the columns are called.
  static let header = ["Field", "What leaves", "Why", "There"]

  /// One for each named field, in the order of the schema.
  private(set) var rows: [[String]] = []

  /// The rows of what leaves of `properties`. `waivers` is the anchor that waivers stand under.
  init(_ properties: [Property], waivers: String, _ lists: inout WordLists) {
    for visit in FieldVisit.all(properties) where !visit.field.isDropped {
      // What items and values are stands in the row of their field.
      guard let property = visit.property else { continue }
      let field = visit.field
      let waiver = field.hasWaiver ? " ([waiver](#\(waivers)))" : ""
      let reasons = [field.description, field.why].compactMap(\.self)
      rows.append([
        visit.path.text,
        FieldWords(field, &lists).text + waiver,
        reasons.map(MarkdownText.sentence).joined(separator: " "),
        Self.presence(property, among: visit.siblings),
      ])
    }
  }

  /// When the field is there.
  private static func presence(_ property: Property, among siblings: [Property]) -> String {
    let field = property.field
    if let condition = field.condition {
      let words = WordLists.code(condition.words).joined(separator: " or ")
      return "exactly if \(MarkdownText.code(condition.field)) is \(words)"
    }
    if property.isRequired { return "always" }
    if case .transform(let chain) = field.chain, chain.takesAbsent { return "always" }
    // What is made of a field that is always there is there too, unless a policy may refuse it.
    let source = siblings.first { $0.name == field.source }
    let mayBeRefused = field.policies.contains { $0.name.row.canRefuse }
    return source?.isRequired == true && !mayBeRefused ? "always" : "not always"
  }
}

extension Field {
  /// Whether it or what its items or values are has a waiver.
  fileprivate var hasWaiver: Bool { waiver != nil || element.contains { $0.hasWaiver } }
}
