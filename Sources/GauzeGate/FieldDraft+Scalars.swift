internal import Gauze

extension FieldDraft {
  /// A field of texts.
  func text(_ field: SampleField, _ hint: NameHint, _ place: Place) -> JSONFields {
    let every = field.everyText
    var fields = JSONFields()
    fields.add("type", Self.types(field, .word("string")))
    if every.contains(.email) {
      if place == .member {
        return .dropped(
          "Its values look like e-mail addresses: nothing of them leaves. hash-email with a key tells "
            + "people apart, pseudonymously."
        )
      }
    } else if hint.isVersion {
      let policy = JSONFields.one(
        "coarsen-version",
        .members(["parts": .count(3), "otherwise": .word("other")])
      )
      fields.add("policies", .list([policy]))
      return fields
    } else if every.contains(.uuid) {
      fields.add("format", .word("uuid"))
      fields.add("description", .word("A UUID can stand for a person or an install: is it needed?"))
      return fields
    } else if every.contains(.time) {
      fields.add("format", .word("date-time"))
      fields.add("policies", .list([JSONFields.one("coarsen-time", .word("hour"))]))
      return fields
    } else if every.contains(.date) {
      fields.add("format", .word("date"))
      fields.add("policies", .list([JSONFields.one("coarsen-time", .word("month"))]))
      return fields
    } else if every.contains(.digest) {
      fields.add("policies", .list([.word("scrub-text"), .word("fingerprint")]))
      fields.add(
        "description",
        .word("Its values look like digests or keys: what leaves is a hash.")
      )
      return fields
    }
    var policies: [JSONValue] = []
    if field.someText.contains(.statement) || hint.isStatement {
      policies.append(.word("mask-sql"))
    }
    policies.append(.word("mask-urls"))
    let scrubbing = JSONValue.members(["uuids": .boolean(true), "entropy": .boolean(true)])
    policies.append(JSONFields.one("scrub-text", scrubbing))
    let limit = field.longestText <= 100 ? 100 : field.longestText <= 1000 ? 1000 : 2000
    policies.append(JSONFields.one("truncate", .count(limit)))
    fields.add("policies", .list(policies))
    fields.add("description", proposal(field, "word"))
    return fields
  }

  /// A field of numbers.
  func number(_ field: SampleField, _ hint: NameHint) -> JSONFields {
    let isWhole = !field.types.contains(.number)
    var fields = JSONFields()
    fields.add("type", Self.types(field, .word(isWhole ? "integer" : "number")))
    if hint.isTime, let unit = Self.unit(field.everyNumber) {
      fields.add("minimum", .count(0))
      fields.add("maximum", .count(Int(SampleField.lastSecond) * unit))
      let hour = JSONFields.one("to", .count(3600 * unit))
      fields.add("policies", .list([JSONFields.one("round", hour)]))
      fields.add("description", .word("A time since 1970: what leaves is the nearest hour."))
      return fields
    }
    let isSmall = field.someNumber.contains(.small)
    let buckets = NumberBuckets(digits: field.mostDigits, isWhole: isWhole, isSmall: isSmall)
    fields.add("policies", .list([buckets.policy]))
    fields.add("description", proposal(field, "number"))
    return fields
  }

  /// How many units a second has, where every value is a time since 1970.
  private static func unit(_ marks: SampleMarks) -> Int? {
    if marks.contains(.milliseconds) { return 1000 }
    return marks.contains(.seconds) ? 1 : nil
  }

  /// What a person may do about a small vocabulary, which is not copied.
  private func proposal(_ field: SampleField, _ what: String) -> JSONValue? {
    guard let count = field.vocabulary else { return nil }
    return .word(
      "Looks like a vocabulary of \(count) \(what)\(count == 1 ? "" : "s"): replace the policies by "
        + "enum\(what == "word" ? " and otherwise" : ""), once you know that none of them tells of "
        + "anybody."
    )
  }
}

/// Ranges of numbers from power of ten to power of ten. Only a magnitude goes into them.
struct NumberBuckets {
  /// The policy that makes labels of numbers.
  let policy: JSONValue

  /// Ranges for numbers of so many digits before the point, at least three; `isSmall` if some lie
  /// between -1 and 1.
  init(digits: Int, isWhole: Bool, isSmall: Bool) {
    let top = min(max(digits, 3), 18)
    var edges: [(number: JSONValue, name: String)] = [(.count(0), "0")]
    if isSmall, !isWhole {
      edges += Self.fractions.map { (.number($0.number), $0.name) }
    }
    var power = 1
    for exponent in 0...top {
      edges.append((.count(power), Self.name(exponent)))
      if exponent < top { power *= 10 }
    }
    var labels: [JSONValue] = []
    for index in edges.indices {
      let low = edges[index].name
      guard index + 1 < edges.count else {
        labels.append(.word(">=\(low)"))
        break
      }
      // Of whole numbers only zero is below one.
      labels.append(.word(isWhole && index == 0 ? "0" : "\(low)-\(edges[index + 1].name)"))
    }
    policy = JSONFields.one(
      "bucket",
      .members([
        "edges": .list(edges.map(\.number)), "below": .word("<0"), "labels": .list(labels),
      ])
    )
  }

  private static let fractions: [(number: JSONNumber, name: String)] = ["0.001", "0.01", "0.1"]
    .compactMap { name in JSONNumber(Array(name.utf8).span).map { ($0, name) } }

  /// `1`, `10`, `100`, `1K` and so on.
  private static func name(_ exponent: Int) -> String {
    let units = ["", "K", "M", "G", "T", "P", "E"]
    let digits = ["1", "10", "100"]
    return digits[exponent % 3] + units[exponent / 3]
  }
}
