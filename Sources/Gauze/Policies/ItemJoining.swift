/// `join`: a list of closed texts in, one text out (generalization).
///
/// The items leave as one text, in their order, with a separator between them; of an empty list the
/// empty text. The items' own policies act first, so that every part is one of the texts that an item
/// can give. Disclosure: that of the items.
///
/// Parameter: the separator, 1 to 8 printable characters of ASCII. No text that an item can give holds
/// its first character, so that the wire form can be taken apart again.
///
/// Not caught: the order of the items is told, too.
package struct ItemJoining: Sendable, Equatable {
  package var separator: [UInt8]

  package init(separator: [UInt8]) { self.separator = separator }

  /// Reads `{"join": "."}`.
  package init?(_ parameters: JSONNode?, at offset: Int, _ faults: inout [SchemaFault]) {
    guard let parameters else {
      faults.append(SchemaFault(.badParameter, at: offset))
      return nil
    }
    guard let separator = parameters.text(&faults, as: .badParameter) else { return nil }
    let isPrintable = separator.allSatisfy { $0 >= ASCII.space && $0 < ASCII.delete }
    guard (1...8).contains(separator.count), isPrintable else {
      faults.append(SchemaFault(.badParameter, at: parameters.start))
      return nil
    }
    self.separator = separator
  }

  /// Whether no text of `texts` holds the separator's first character.
  package func separates(_ texts: [[UInt8]]) -> Bool {
    texts.allSatisfy { text in !text.contains { $0 == separator.first } }
  }
}

/// `unique` and `join`: what becomes of a list whose items have been written.
package struct ListChain: Sendable, Equatable {
  /// Whether an item that repeats an earlier one is left out.
  package var isUnique = false
  /// What makes one text of the items, if one does.
  package var joining: ItemJoining?

  package init(isUnique: Bool = false, joining: ItemJoining? = nil) {
    self.isUnique = isUnique
    self.joining = joining
  }
}

extension ListChain {
  /// Whether the list that `coarser` makes can be computed from this one, for items that can be: a joined
  /// text can be taken apart again, an item that was left out does not come back.
  package func refines(_ coarser: ListChain) -> Refinement {
    Refinement(!isUnique || coarser.isUnique)
  }
}
