import Gauze

/// `hint`: the first byte is the limit, the rest is the message.
enum HintTarget {
  static func run(_ input: [UInt8]) {
    guard let first = input.first else { return }
    let hint = MessageHint(limit: Int(first) % 200 + 1)
    let message = Array(input.dropFirst())
    var output = ByteBuffer()
    let hasHint = hint.append(message.span, to: &output)
    let words = output.bytes
    hold(hasHint == !words.isEmpty, "a refusal leaves nothing", message, words)
    // A naive reading: words between blanks, in small letters, that the message begins with.
    let all = message.map { $0.isUppercase ? $0 | 0x20 : $0 }.split(separator: ASCII.space)
    let kept = words.split(separator: ASCII.space, omittingEmptySubsequences: false)
    hold(kept.count <= all.count || words.isEmpty, "no word is added", message, words)
    for (index, word) in kept.enumerated() where !words.isEmpty {
      let source = all[index]
      let isWhole = source.elementsEqual(word)
      let isLast = index == kept.count - 1
      let rest = source.dropFirst(word.count).first ?? ASCII.space
      let isCut = isLast && source.starts(with: word) && !rest.isWord
      hold(isWhole || isCut, "words are the message's first", message, words)
      hold(word.allSatisfy { $0.isLowercase }, "a word is of small letters", message, words)
    }
    hold(words.count <= hint.limit, "a hint is bounded", message, words)
    guard hasHint else { return }
    hold(hint.isHint(words.span), "what leaves passes verify", message, words)
    var again = ByteBuffer()
    _ = hint.append(words.span, to: &again)
    hold(again.bytes == words, "a hint is its own hint", message, words, again.bytes)
  }
}
