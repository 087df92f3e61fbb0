/// Replaces numbers that identify a person, an account or a card by `<id>`.
///
/// - In and out: text to text. `card 4111 1111 1111 1111 of +1 415 555 0100` becomes
///   `card <id> of <id>`.
/// - Technique and disclosure: masking. That an identifier stood there stays visible, not of which kind.
/// - Parameters: `{"uuids": true}` masks every UUID.
/// - Caught: payment cards (issuer, length, Luhn), IBANs (country, length, mod 97), US social security
///   numbers, telephone numbers with `+` or `00`, in North American or British form or beside a word
///   for one, ARNs, and account numbers of AWS, Azure and Google Cloud beside a word for one.
/// - Deliberately not caught: numbers that no form and no word tells from a count: telephone numbers of
///   digits and blanks alone, account numbers without a word; customer, order and ticket numbers;
///   UUIDs unless asked for; numbers that are spelt out or in digits beyond ASCII.
///
/// Idempotent: what stays beside `<id>` was judged as if at the text's edge.
package struct IdentifierMasking: Sendable, Equatable {
  /// Whether every UUID goes.
  package var findsUUIDs: Bool

  package init(findsUUIDs: Bool = false) { self.findsUUIDs = findsUUIDs }

  /// Reads nothing, or `{"uuids": true}`.
  package init?(_ parameters: JSONNode?, _ faults: inout [SchemaFault]) {
    self.init()
    guard let parameters else { return }
    let before = faults.count
    var reader = JSONObjectReader(parameters, &faults)
    if let node = reader.take("uuids"), let finds = node.boolean(&faults, as: .badParameter) {
      findsUUIDs = finds
    } else if faults.count == before {
      faults.append(SchemaFault(.badParameter, at: parameters.start))
    }
    reader.finish(&faults, as: .badParameter)
    guard faults.count == before else { return nil }
  }

  /// Appends a finding for every identifier in `text`. Complexity: O(n).
  package func find(in text: Span<UInt8>, into findings: inout [Finding]) {
    var reader = EdgedText(text)
    var position = 0
    while position < text.count {
      let byte = text[position]
      guard byte.isAlphanumeric || byte == ASCII.plus || byte == ASCII.leftParenthesis else {
        position += 1
        continue
      }
      if let end = end(in: reader, from: position) {
        findings.append(Finding(start: position, end: end, placeholder: .id))
        reader.edge = end
        position = end
      } else {
        position = next(in: reader, after: position)
      }
    }
  }

  /// The end of the identifier that begins at `start`, if one does.
  private func end(in text: borrowing EdgedText, from start: Int) -> Int? {
    let before = text[start - 1]
    switch text[start] {
    case ASCII.plus:
      return before.isASCIIWord || before == ASCII.plus
        ? nil : PhoneNumbers.international(in: text, from: start)
    case ASCII.leftParenthesis:
      guard text[start + 1].isDigit, !before.isASCIIWord else { return nil }
      return PhoneNumbers.american(in: text, from: start)
        ?? PhoneNumbers.british(in: text, from: start)
        ?? PhoneNumbers.announced(in: text, from: start)
    default:
      guard !before.isAlphanumeric else { return nil }
    }
    if let end = UUIDs.end(in: text, from: start) {
      return findsUUIDs || CloudIdentifiers.isTenant(in: text, at: start) ? end : nil
    }
    guard text[start].isDigit else {
      // An account of a bank has a digit there, a resource's name begins with `arn`.
      guard text[start + 2].isDigit || text[start] | 0x20 == ASCII.lowerA else { return nil }
      return CloudIdentifiers.resourceEnd(in: text, from: start)
        ?? BankAccounts.end(in: text, from: start)
    }
    if before == ASCII.dot, text[start - 2].isASCIIWord { return nil }
    return hasDigits(in: text, from: start) ? number(in: text, from: start) : nil
  }

  /// Whether four digits stand within 24 bytes and before the next letter, as in every number here:
  /// most numbers are told by that.
  private func hasDigits(in text: borrowing EdgedText, from start: Int) -> Bool {
    var digits = 0
    for position in start..<start + 24 {
      if text[position].isLetter { return false }
      if text[position].isDigit { digits += 1 }
      if digits == 4 { return true }
    }
    return false
  }

  private func number(in text: borrowing EdgedText, from start: Int) -> Int? {
    if let end = PaymentCards.end(in: text, from: start) { return end }
    if let end = CloudIdentifiers.numberEnd(in: text, from: start) { return end }
    let before = text[start - 1]
    // A hyphen or a sign before a number makes it part of something longer.
    guard before != ASCII.minus || !text[start - 2].isASCIIWord else { return nil }
    if let end = SocialSecurityNumbers.end(in: text, from: start) { return end }
    if before != ASCII.plus, let end = PhoneNumbers.american(in: text, from: start) { return end }
    if text.holds("00", at: start), let end = PhoneNumbers.international(in: text, from: start) {
      return end
    }
    return PhoneNumbers.british(in: text, from: start)
      ?? PhoneNumbers.announced(in: text, from: start)
  }

  /// Where to look next: nothing begins inside a word, a number or a UUID.
  private func next(in text: borrowing EdgedText, after start: Int) -> Int {
    if let end = UUIDs.end(in: text, from: start), !text[start - 1].isAlphanumeric { return end }
    var end = start + 1
    if text[start].isAlphanumeric {
      while text[end].isAlphanumeric { end += 1 }
    }
    return end
  }
}

extension IdentifierMasking {
  /// Whether a text masked by `coarser` can be computed from one that this one masked.
  package func refines(_ coarser: IdentifierMasking) -> Refinement {
    Refinement(coarser.findsUUIDs || !findsUUIDs)
  }
}
