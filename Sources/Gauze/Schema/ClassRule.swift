/// A sentence of the schema that keeps classes of data from leaving: a promise of the engine's, or an entry
/// of `forbid`.
package struct ClassRule: Sendable {
  /// Whose sentence it is.
  package enum Origin: Sendable, Equatable {
    /// The promise of that number.
    case promise(Int)
    /// The entry of `forbid` of that number.
    case forbidden(Int)
  }

  package var origin: Origin
  package var classes: DataClasses
  /// The names of fields that it speaks of, with what they hold; all if there is none.
  package var fields: [[UInt8]]
  /// The events that it does not speak of.
  package var except: [[UInt8]]

  /// Whether it speaks of the field that `names` lead to.
  package func applies(in event: [UInt8], to names: [[UInt8]]) -> Bool {
    guard !except.contains(event) else { return false }
    return fields.isEmpty || names.contains { fields.contains($0) }
  }
}

extension Schema {
  /// Every sentence about classes that the engine has to keep.
  package var classRules: [ClassRule] {
    var rules: [ClassRule] = []
    for (index, promise) in promises.enumerated() where promise.isEngines {
      let classes = DataClasses(promise.classes)
      if classes.isEmpty { continue }
      rules.append(
        ClassRule(origin: .promise(index), classes: classes, fields: promise.fields, except: [])
      )
    }
    for (index, entry) in forbid.enumerated() {
      rules.append(
        ClassRule(
          origin: .forbidden(index),
          classes: DataClasses([entry.className]),
          fields: [],
          except: entry.except
        )
      )
    }
    return rules
  }
}

extension Promise {
  /// Whether the engine keeps it.
  package var isEngines: Bool { enforcedBy.span.equals("engine") }

  /// Whether it names anything that can be held against the schema.
  package var isBound: Bool {
    !(classes.isEmpty && fields.isEmpty && absent.isEmpty && canaries.isEmpty)
  }
}
