// What a field can carry where it leaves. It is judged by what closes the field, not by what programs put
// in: a closed value carries nothing, text carries what no detector of its chain looks for.

extension Field {
  /// The classes that the value can carry where it leaves, fields within it left out.
  package var carried: DataClasses {
    switch chain {
    case .drop, .redact, .list: []
    case .scrub(let scrub): DataClasses.all.subtracting(scrub.withheld)
    case .transform(let chain): chain.carried
    // A number within its bounds, a Boolean and a word of the schema carry nothing.
    case .none: choices == nil ? format?.carried ?? [] : []
    }
  }
}

extension TextFormat {
  /// The classes that a text of this format can carry. A strict format is what it says: four numbers with
  /// dots are a version, though an address may look so.
  var carried: DataClasses {
    switch self {
    case .uuid, .dateTime, .date, .version, .hex32, .hex64: []
    case .identifier: [.secret, .host, .id]
    case .hex: [.secret, .id]
    case .semver: [.secret, .host, .ip, .id]
    case .email: [.email]
    }
  }
}

extension TextScrub {
  /// The classes that its detectors look for. None looks for SQL: `mask-sql` leaves the statement.
  var withheld: DataClasses {
    var classes: DataClasses = []
    for detector in detectors {
      switch detector {
      case .paths: classes.formUnion(.path)
      case .emails: classes.formUnion(.email)
      case .addresses: classes.formUnion([.host, .ip])
      case .identifiers: classes.formUnion(.id)
      case .secrets: classes.formUnion(.secret)
      case .urls(let masking): if !masking.keepsPath { classes.formUnion(.url) }
      case .sql, .literals: break
      }
    }
    return classes
  }
}

extension TransformChain {
  /// The classes that what leaves can carry: labels, digests, counts and words of a vocabulary carry none.
  var carried: DataClasses {
    // It scrubs as `scrub-text` does.
    if steps.last?.name == .maskArguments {
      return DataClasses.all.subtracting([.email, .path, .secret, .host, .ip, .id])
    }
    return []
  }
}

/// A field where it leaves.
package struct WireField: Sendable {
  /// The event's number in the schema.
  package var event: Int
  /// In the schema's words, with `*` for items and values of maps: `error/frames/*/file`.
  package var path: [UInt8]
  /// The names on the way to it, from the top of the record.
  package var names: [[UInt8]]
  /// The names that members of a map may have.
  package var keys: [[UInt8]]
  package var carried: DataClasses
  /// Where it stands in the file.
  package var offset: Int
}

extension Schema {
  /// Everything that leaves, event by event, each field before those within it.
  package var wireFields: [WireField] {
    var fields: [WireField] = []
    for (index, event) in events.enumerated() {
      Self.add(event.properties, event: index, event.name, [], &fields)
    }
    return fields
  }

  private static func add(
    _ properties: [Property],
    event: Int,
    _ path: [UInt8],
    _ names: [[UInt8]],
    _ fields: inout [WireField]
  ) {
    for property in properties where !property.field.isDropped {
      let names = names + [property.name]
      add(property.field, event: event, path + [ASCII.slash] + property.name, names, &fields)
    }
  }

  private static func add(
    _ field: Field,
    event: Int,
    _ path: [UInt8],
    _ names: [[UInt8]],
    _ fields: inout [WireField]
  ) {
    fields.append(
      WireField(
        event: event,
        path: path,
        names: names,
        keys: field.chain == .none ? field.keys?.words ?? [] : [],
        carried: field.carried,
        offset: field.offset
      )
    )
    // What a policy makes of a whole container has nothing within it.
    guard field.chain == .none else { return }
    add(field.properties ?? [], event: event, path, names, &fields)
    for element in field.element {
      add(element, event: event, path + [ASCII.slash, ASCII.asterisk], names, &fields)
    }
  }
}
