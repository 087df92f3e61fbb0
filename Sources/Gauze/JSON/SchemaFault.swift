/// What can be wrong in a schema file. The words are permanent: tools match on them.
public enum SchemaFaultCode: UInt8, Sendable, CaseIterable {
  case notJSON
  case notASchema
  case unsupportedRevision
  case unknownKeyword
  case missingKeyword
  case wrongKind
  case badValue
  case badName
  case duplicateName
  case badVersion
  case unknownReference
  case recursiveReference
  case conflictingKeyword
  case misplacedKeyword
  case unknownType
  case unknownFormat
  case unknownPolicy
  case badParameter
  case policyDoesNotFit
  case truncateBeforeDetector
  case unknownSource
  case unknownRequired
  case openText
  case openNumber
  case openValue
  case openMap
  case looseFormat
  case missingWhy
  case unknownField
  case unknownClass
  case tooDeep
  case tooMany
  case identifyingField
  case envelopeCollision
  case envelopeOverlap
  case envelopeLoss
  case envelopeTime

  /// The code as tools see it.
  public var word: StaticString { row.word }

  /// What the author of the schema should do.
  public var advice: StaticString { row.advice }

  private var row: (word: StaticString, advice: StaticString) {
    switch self {
    case .notJSON:
      ("not-json", "write the file as one JSON object (RFC 8259): no comments, no name twice")
    case .notASchema:
      ("not-a-schema", "begin the file with \"gauze\": 1, a name, a version and events")
    case .unsupportedRevision:
      ("unsupported-revision", "write \"gauze\": 1; a newer revision needs a newer program")
    case .unknownKeyword:
      ("unknown-keyword", "remove the word or correct its spelling; SCHEMA.md lists every keyword")
    case .missingKeyword: ("missing-keyword", "add the keyword that is named")
    case .wrongKind: ("wrong-kind", "give a value of the JSON type that the keyword takes")
    case .badValue: ("bad-value", "give a value within what the keyword allows")
    case .badName:
      (
        "bad-name",
        "use 1 to 64 letters, digits, _, -, . or $, no digit first; an event: printable ASCII"
      )
    case .duplicateName: ("duplicate-name", "give each name once: event key, common and own fields")
    case .badVersion:
      ("bad-version", "write MAJOR.MINOR or MAJOR.MINOR.PATCH without leading zeros")
    case .unknownReference:
      ("unknown-reference", "refer to a definition of this file, as #/$defs/NAME")
    case .recursiveReference: ("recursive-reference", "let no definition contain itself")
    case .conflictingKeyword:
      (
        "conflicting-keyword",
        "say it once: in the definition or beside the reference, enum or const, one kind of source"
      )
    case .misplacedKeyword:
      ("misplaced-keyword", "remove the keyword: it has no meaning for this type of field")
    case .unknownType:
      ("unknown-type", "use string, integer, number, boolean, array, object or null")
    case .unknownFormat:
      (
        "unknown-format",
        "use uuid, date-time, date, version, identifier, hex, semver, email, hex-32 or hex-64"
      )
    case .unknownPolicy: ("unknown-policy", "use a policy of the catalogue in SCHEMA.md")
    case .badParameter: ("bad-parameter", "give the policy the parameters that SCHEMA.md names")
    case .policyDoesNotFit:
      (
        "policy-does-not-fit",
        "put policies in an order in which each takes what the last one gives"
      )
    case .truncateBeforeDetector:
      ("truncate-before-detector", "move truncate to the end: detect, then shorten")
    case .unknownSource:
      ("unknown-source", "name a field of the same object that is not itself derived")
    case .unknownRequired:
      ("unknown-required", "require fields that are declared here; of a derived one, its source")
    case .openText:
      ("open-text", "close the text: enum, const, a strict format, or detectors with truncate")
    case .openNumber:
      ("open-number", "give minimum and maximum, or a generalizing policy such as bucket")
    case .openValue: ("open-value", "name a type, or a policy that takes any value, such as drop")
    case .openMap:
      ("open-map", "bound the map: propertyNames with enum or a strict format, and maxProperties")
    case .looseFormat:
      ("loose-format", "add maxLength and a waiver sentence: this format can carry names")
    case .missingWhy: ("missing-why", "say in why what the field is needed for")
    case .unknownField: ("unknown-field", "name a field that the schema declares")
    case .unknownClass:
      ("unknown-class", "use a class of the catalogue: email, path, secret, url, host, ip, id, sql")
    case .tooDeep: ("too-deep", "nest fields at most 12 levels deep")
    case .tooMany: ("too-many", "declare fewer: 1024 events, 512 fields an object, 4096 words")
    case .identifyingField:
      (
        "identifying-field",
        "an event with explicit consent identifies nobody: take the field out of it"
      )
    case .envelopeCollision:
      ("envelope-collision", "rename the field, or the member of the template that has its name")
    case .envelopeOverlap:
      ("envelope-overlap", "let one $fields take numbers and one the others, or one take all")
    case .envelopeLoss:
      ("envelope-loss", "add a $fields that takes it, name it in a $field, or drop it")
    case .envelopeTime:
      (
        "envelope-time",
        "give date-time an integer of milliseconds, minimum 0, maximum at most 253402300799999"
      )
    }
  }
}

/// One fault of a schema file: a code and a place. The JSON pointer, the line and the column are
/// worked out from `offset` where they are printed.
public struct SchemaFault: Error, Sendable {
  /// What is wrong.
  public var code: SchemaFaultCode
  /// Where, in bytes from the start of the file.
  public var offset: Int
  /// The keyword that is missing, if one is.
  public var keyword: StaticString?

  package init(_ code: SchemaFaultCode, at offset: Int, keyword: StaticString? = nil) {
    self.code = code
    self.offset = offset
    self.keyword = keyword
  }
}
