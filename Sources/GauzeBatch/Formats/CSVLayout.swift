internal import Gauze

/// How a CSV record becomes a record of one event: which column is which field.
struct CSVLayout: Sendable {
  /// What the schema says that a column holds.
  enum Kind: Sendable, Equatable {
    case text
    /// A number, `true`, `false` or `null`; anything else is a text, which the sanitizer refuses.
    case literal
    /// An array or object as JSON.
    case json
  }

  /// What is written, from the outside in.
  indirect enum Node: Sendable {
    /// A column, with its name as JSON and a colon.
    case column(Int, Kind, label: [UInt8])
    /// An object of several columns, with its name as JSON, a colon and its brace.
    case object(label: [UInt8], [Node])
  }

  /// The fields in the order in which they are written.
  private(set) var nodes: [Node] = []
  /// The columns that are no field of the event, counted from 0.
  private(set) var unknown: [Int] = []
  /// Two columns that are one field, or of which one is a field and one a part of it.
  private(set) var duplicate: (Int, Int)?

  /// The layout of records that have one of `properties` in each column but `skipped`. A name is the
  /// field of that very name, else, at its dots, a field inside an object.
  init(_ names: [[UInt8]], _ properties: [Property], skipping skipped: Int?) {
    var tree = Branch()
    for (index, name) in names.enumerated() where index != skipped {
      let steps = Self.steps(name, properties)
      if steps == nil { unknown.append(index) }
      let (path, kind) = steps ?? ([name], .text)
      if let other = tree.add(index, kind, path[...]), duplicate == nil {
        duplicate = (other, index)
      }
    }
    nodes = tree.nodes
  }

  /// The required fields, nested ones as `a.b`, that no column is.
  static func missing(_ names: [[UInt8]], _ properties: [Property]) -> [[UInt8]] {
    properties.filter { property in
      property.isRequired && property.field.source == nil
        && !names.contains { $0 == property.name || $0.starts(with: property.name + [ASCII.dot]) }
    }.map { $0.name }
  }

  /// The names from the outside in that lead to the field called `name`, and what it holds.
  private static func steps(_ name: [UInt8], _ properties: [Property]) -> ([[UInt8]], Kind)? {
    for property in properties where property.field.source == nil {
      if property.name == name { return ([name], kind(of: property.field)) }
      guard let inner = property.field.properties, name.starts(with: property.name),
        name.count > property.name.count, name[property.name.count] == ASCII.dot
      else { continue }
      if let (rest, kind) = steps(Array(name[(property.name.count + 1)...]), inner) {
        return ([property.name] + rest, kind)
      }
    }
    return nil
  }

  private static func kind(of field: Field) -> Kind {
    if field.types.contains(.string) { return .text }
    return field.types.isDisjoint(with: [.array, .object]) ? .literal : .json
  }

  /// What is gathered under one name, in the order of first appearance.
  private struct Branch {
    private var entries: [(name: [UInt8], column: Int, kind: Kind, inner: [Branch])] = []

    /// Adds a column; returns the column that is in its way, if one is.
    mutating func add(_ column: Int, _ kind: Kind, _ path: ArraySlice<[UInt8]>) -> Int? {
      guard let name = path.first else { return nil }
      let rest = path.dropFirst()
      guard let place = entries.firstIndex(where: { $0.name == name }) else {
        var inner: [Branch] = []
        if !rest.isEmpty {
          var branch = Branch()
          _ = branch.add(column, kind, rest)
          inner = [branch]
        }
        entries.append((name, column, kind, inner))
        return nil
      }
      guard !rest.isEmpty, !entries[place].inner.isEmpty else { return entries[place].column }
      return entries[place].inner[0].add(column, kind, rest)
    }

    var nodes: [Node] {
      entries.map { entry in
        var label = ByteBuffer()
        JSONText.write(entry.name.span, to: &label)
        label.append(ASCII.colon)
        guard let inner = entry.inner.first else {
          return .column(entry.column, entry.kind, label: label.bytes)
        }
        label.append(ASCII.leftBrace)
        return .object(label: label.bytes, inner.nodes)
      }
    }
  }
}
