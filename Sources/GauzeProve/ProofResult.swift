internal import Gauze

/// Where a fragment was seen.
package enum ProofOutput: String, Sendable {
  /// In the clean record.
  case clean
  /// In the record's line of the rejects.
  case rejects
  /// In another record's clean form or line of the rejects.
  case otherRecord = "another record"
  case report
  /// In what is said while a run goes on.
  case log
  /// In the line that a run ends with.
  case summary
}

/// A canary of which something was seen. It names places, never what was seen.
package struct Survivor: Sendable {
  package let number: Int
  package let event: String
  package let field: String
  package let kind: CanaryClass
  package let form: String
  package let encoding: CanaryEncoding
  package let position: CanaryPosition
  package let output: ProofOutput
}

/// How many canaries were planted, and what became of them.
package struct ProofCount: Sendable {
  package var planted = 0
  /// Those that something promises to hold back.
  package var promised = 0
  /// Those of them that were seen.
  package var survived = 0
  /// Those that nothing promises to hold back, and that were seen.
  package var letThrough = 0
}

/// What a proof found.
package struct ProofResult: Sendable {
  /// How many survivors are kept; all are counted.
  private static let mostSurvivors = 10_000

  package private(set) var total = ProofCount()
  /// By class, in the order of `CanaryClass.allCases`.
  package private(set) var byClass = [ProofCount](
    repeating: ProofCount(),
    count: CanaryClass.allCases.count
  )
  /// By field, in the schema's order; the last is what stands in no field.
  package private(set) var byField: [ProofCount]
  package let fields: [String]
  /// The classes that each field lets through.
  package private(set) var letThrough: [[CanaryClass]]
  package private(set) var survivors: [Survivor] = []
  package internal(set) var accepted = 0
  package internal(set) var rejected = 0
  /// What became of the schema's promises, and of what it forbids.
  package internal(set) var sentences: [SentenceProof]
  /// The sentence of each class rule.
  private let sentenceOfRule: [Int]
  /// Events of which no record is accepted, so that nothing about them is shown.
  package internal(set) var untried: [String] = []

  init(of schema: Schema, fields: [String]) {
    sentences = SentenceProof.all(of: schema)
    sentenceOfRule = schema.classRules.map { rule in
      switch rule.origin {
      case .promise(let index): index
      case .forbidden(let index): schema.promises.count + index
      }
    }
    self.fields = fields + ["(no field)"]
    byField = [ProofCount](repeating: ProofCount(), count: fields.count + 1)
    letThrough = [[CanaryClass]](repeating: [], count: fields.count + 1)
  }

  /// Counts a promise's own canary and whether something of it was seen.
  mutating func count(canaryOf promise: Int, isSeen: Bool, isRejected: Bool) {
    sentences[promise].planted += 1
    sentences[promise].own += 1
    if isRejected { sentences[promise].rejected += 1 }
    if isSeen { sentences[promise].survived += 1 }
  }

  /// Counts a case and where it was seen, if it was. Rejects, reports and messages promise everything.
  mutating func count(_ one: ProofCase, seenIn output: ProofOutput?, event: String) {
    let field = one.place < 0 ? fields.count - 1 : one.place
    let kind = one.form.kind
    var change = ProofCount()
    change.planted = 1
    if one.isPromised { change.promised = 1 }
    if let output {
      if one.isPromised || output != .clean {
        change.survived = 1
        if survivors.count < Self.mostSurvivors {
          survivors.append(
            Survivor(
              number: one.number,
              event: event,
              field: one.vessel == .text
                ? fields[field] : "\(fields[field]) (\(one.vessel.rawValue))",
              kind: kind,
              form: one.form.name,
              encoding: one.encoding,
              position: one.position,
              output: output
            )
          )
        }
      } else {
        change.letThrough = 1
        if !letThrough[field].contains(kind) { letThrough[field].append(kind) }
      }
    }
    for rule in one.rules where one.isPromised {
      sentences[sentenceOfRule[rule]].planted += change.planted
      sentences[sentenceOfRule[rule]].survived += change.survived
    }
    total.add(change)
    byField[field].add(change)
    byClass[CanaryClass.allCases.firstIndex(of: kind) ?? 0].add(change)
  }
}

extension ProofCount {
  fileprivate mutating func add(_ other: ProofCount) {
    planted += other.planted
    promised += other.promised
    survived += other.survived
    letThrough += other.letThrough
  }
}
