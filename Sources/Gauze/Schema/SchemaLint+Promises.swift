// Promises of the engine and `forbid`, held against what can leave. What cannot be known without running
// the schema, the canaries, stands in `Engine/CanaryRun.swift`.

extension Schema {
  /// The findings about promises and `forbid`, sentence by sentence.
  package var promiseFindings: [LintFinding] {
    let fields = wireFields
    var findings: [LintFinding] = []
    for (index, promise) in promises.enumerated() where promise.isEngines {
      findings += self.findings(ofPromise: index, fields)
    }
    for rule in classRules {
      guard case .forbidden(let index) = rule.origin else { continue }
      findings += self.findings(of: rule, .forbiddenClass, at: forbid[index].offset, fields)
    }
    return findings
  }

  /// What contradicts the engine's promise of that number; `fields` are the schema's wire fields.
  package func findings(ofPromise index: Int, _ fields: [WireField]) -> [LintFinding] {
    let promise = promises[index]
    guard promise.isBound else {
      return [LintFinding(code: .promiseUnbound, offset: promise.offset)]
    }
    var findings: [LintFinding] = []
    for rule in classRules where rule.origin == .promise(index) {
      findings += self.findings(of: rule, .promiseBroken, at: promise.offset, fields)
    }
    for name in promise.fields where !fields.contains(where: { $0.names.last == name }) {
      // It speaks of a field of which nothing leaves.
      findings.append(LintFinding(code: .promiseUnbound, offset: promise.offset, subject: name))
    }
    for name in promise.absent {
      if let path = place(of: name, fields) {
        findings.append(LintFinding(code: .promiseBroken, offset: promise.offset, subject: path))
      }
    }
    return findings
  }

  /// Each field, once, that can carry a class of `rule`.
  private func findings(
    of rule: ClassRule,
    _ code: LintCode,
    at offset: Int,
    _ fields: [WireField]
  ) -> [LintFinding] {
    var findings: [LintFinding] = []
    for one in DataClass.allCases where rule.classes.holds(one) {
      var broken: [(place: Int, index: Int)] = []
      for (index, field) in fields.enumerated() where field.carried.holds(one) {
        if rule.applies(in: events[field.event].name, to: field.names) {
          broken.append((field.offset, index))
        }
      }
      // A common field stands at one place, whatever the event: the first is named.
      broken.sort { ($0.place, $0.index) < ($1.place, $1.index) }
      var last = -1
      for (place, index) in broken where place != last {
        last = place
        let subject = fields[index].path + [ASCII.colon, ASCII.space] + one.word.bytes
        findings.append(LintFinding(code: code, offset: offset, subject: subject))
      }
    }
    return findings
  }

  /// Where a member called `name` leaves, if one does.
  private func place(of name: [UInt8], _ fields: [WireField]) -> [UInt8]? {
    if eventKey == name { return name }
    for field in fields {
      if field.names.last == name { return field.path }
      if field.keys.contains(name) { return field.path + [ASCII.slash] + name }
    }
    return nil
  }
}
