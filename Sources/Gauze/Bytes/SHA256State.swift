// One block's trip: sixteen words come in, and every later word replaces the one of sixteen rounds
// before, so that all that lives is w0…w15 and a…h, in registers as far as the machine has them:
//
//     round  0…15   w[t] as loaded
//     round 16…63   w[t mod 16] += s1(w[t - 2]) + w[t - 7] + s0(w[t - 15])
//
// The eight working variables are not moved from round to round; the calls name them one place
// further instead. The constants stand in the calls, where the machine takes them as immediates.

/// Where the compression of SHA-256 stands between two blocks.
package struct SHA256State: Sendable {
  private(set) var words: InlineArray<8, UInt32>

  /// H(0) of FIPS 180-4 §5.3.3.
  package static var initial: SHA256State {
    SHA256State(words: [
      0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A,
      0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
    ])
  }

  /// The digest of a message whose first `length` bytes, whole blocks, led here and whose rest is
  /// `rest`: its blocks, then the padding of §5.1.1.
  package func finishing(_ rest: Span<UInt8>, after length: UInt64) -> Digest {
    var state = self
    let blocks = rest.count / SHA256.blockSize
    if blocks > 0 { state.compress(rest.bytes, from: 0, blocks: blocks) }
    let start = blocks * SHA256.blockSize
    let tail = rest.count - start

    // The words keep the order that bytes have in memory, as `compress` wants them.
    var block = InlineArray<16, UInt32>(repeating: 0)
    for index in 0..<(tail / 4) {
      block[index] = rest.bytes.unsafeLoadUnaligned(
        fromByteOffset: start + index * 4,
        as: UInt32.self
      )
    }
    var last: UInt32 = 0
    for position in (rest.count - tail % 4)..<rest.count {
      last = last << 8 | UInt32(rest[position])
    }
    // The message's bytes left over, a set bit, and nothing: 4 - tail % 4 bytes of padding.
    last = last << 8 | 0x80
    block[tail / 4] = (last << UInt32(24 - 8 * (tail % 4))).bigEndian
    if tail > 55 {
      state.compress(block.span.bytes, from: 0, blocks: 1)
      block = InlineArray(repeating: 0)
    }
    let bits = (length &+ UInt64(rest.count)) << 3
    block[14] = UInt32(truncatingIfNeeded: bits >> 32).bigEndian
    block[15] = UInt32(truncatingIfNeeded: bits).bigEndian
    state.compress(block.span.bytes, from: 0, blocks: 1)
    return Digest(words: state.words)
  }

  /// Takes in `blocks` blocks of 64 bytes that begin at `start` (FIPS 180-4 §6.2.2).
  @inline(never)
  mutating func compress(_ bytes: RawSpan, from start: Int, blocks: Int) {
    var position = start
    for _ in 0..<blocks {
      compress(bytes, at: position)
      position &+= SHA256.blockSize
    }
  }

  @inline(__always)
  private mutating func compress(_ bytes: RawSpan, at position: Int) {
    // Every load is checked against the span's end by the span itself.
    @inline(__always) func word(_ index: Int) -> UInt32 {
      UInt32(
        bigEndian: bytes.unsafeLoadUnaligned(
          fromByteOffset: position &+ index &* 4,
          as: UInt32.self
        )
      )
    }
    var (w0, w1, w2, w3) = (word(0), word(1), word(2), word(3))
    var (w4, w5, w6, w7) = (word(4), word(5), word(6), word(7))
    var (w8, w9, w10, w11) = (word(8), word(9), word(10), word(11))
    var (w12, w13, w14, w15) = (word(12), word(13), word(14), word(15))
    var (a, b, c, d) = (words[0], words[1], words[2], words[3])
    var (e, f, g, h) = (words[4], words[5], words[6], words[7])

    round(a, b, c, &d, e, f, g, &h, 0x428A_2F98 &+ w0)
    round(h, a, b, &c, d, e, f, &g, 0x7137_4491 &+ w1)
    round(g, h, a, &b, c, d, e, &f, 0xB5C0_FBCF &+ w2)
    round(f, g, h, &a, b, c, d, &e, 0xE9B5_DBA5 &+ w3)
    round(e, f, g, &h, a, b, c, &d, 0x3956_C25B &+ w4)
    round(d, e, f, &g, h, a, b, &c, 0x59F1_11F1 &+ w5)
    round(c, d, e, &f, g, h, a, &b, 0x923F_82A4 &+ w6)
    round(b, c, d, &e, f, g, h, &a, 0xAB1C_5ED5 &+ w7)
    round(a, b, c, &d, e, f, g, &h, 0xD807_AA98 &+ w8)
    round(h, a, b, &c, d, e, f, &g, 0x1283_5B01 &+ w9)
    round(g, h, a, &b, c, d, e, &f, 0x2431_85BE &+ w10)
    round(f, g, h, &a, b, c, d, &e, 0x550C_7DC3 &+ w11)
    round(e, f, g, &h, a, b, c, &d, 0x72BE_5D74 &+ w12)
    round(d, e, f, &g, h, a, b, &c, 0x80DE_B1FE &+ w13)
    round(c, d, e, &f, g, h, a, &b, 0x9BDC_06A7 &+ w14)
    round(b, c, d, &e, f, g, h, &a, 0xC19B_F174 &+ w15)
    round(a, b, c, &d, e, f, g, &h, 0xE49B_69C1 &+ expand(&w0, w1, w9, w14))
    round(h, a, b, &c, d, e, f, &g, 0xEFBE_4786 &+ expand(&w1, w2, w10, w15))
    round(g, h, a, &b, c, d, e, &f, 0x0FC1_9DC6 &+ expand(&w2, w3, w11, w0))
    round(f, g, h, &a, b, c, d, &e, 0x240C_A1CC &+ expand(&w3, w4, w12, w1))
    round(e, f, g, &h, a, b, c, &d, 0x2DE9_2C6F &+ expand(&w4, w5, w13, w2))
    round(d, e, f, &g, h, a, b, &c, 0x4A74_84AA &+ expand(&w5, w6, w14, w3))
    round(c, d, e, &f, g, h, a, &b, 0x5CB0_A9DC &+ expand(&w6, w7, w15, w4))
    round(b, c, d, &e, f, g, h, &a, 0x76F9_88DA &+ expand(&w7, w8, w0, w5))
    round(a, b, c, &d, e, f, g, &h, 0x983E_5152 &+ expand(&w8, w9, w1, w6))
    round(h, a, b, &c, d, e, f, &g, 0xA831_C66D &+ expand(&w9, w10, w2, w7))
    round(g, h, a, &b, c, d, e, &f, 0xB003_27C8 &+ expand(&w10, w11, w3, w8))
    round(f, g, h, &a, b, c, d, &e, 0xBF59_7FC7 &+ expand(&w11, w12, w4, w9))
    round(e, f, g, &h, a, b, c, &d, 0xC6E0_0BF3 &+ expand(&w12, w13, w5, w10))
    round(d, e, f, &g, h, a, b, &c, 0xD5A7_9147 &+ expand(&w13, w14, w6, w11))
    round(c, d, e, &f, g, h, a, &b, 0x06CA_6351 &+ expand(&w14, w15, w7, w12))
    round(b, c, d, &e, f, g, h, &a, 0x1429_2967 &+ expand(&w15, w0, w8, w13))
    round(a, b, c, &d, e, f, g, &h, 0x27B7_0A85 &+ expand(&w0, w1, w9, w14))
    round(h, a, b, &c, d, e, f, &g, 0x2E1B_2138 &+ expand(&w1, w2, w10, w15))
    round(g, h, a, &b, c, d, e, &f, 0x4D2C_6DFC &+ expand(&w2, w3, w11, w0))
    round(f, g, h, &a, b, c, d, &e, 0x5338_0D13 &+ expand(&w3, w4, w12, w1))
    round(e, f, g, &h, a, b, c, &d, 0x650A_7354 &+ expand(&w4, w5, w13, w2))
    round(d, e, f, &g, h, a, b, &c, 0x766A_0ABB &+ expand(&w5, w6, w14, w3))
    round(c, d, e, &f, g, h, a, &b, 0x81C2_C92E &+ expand(&w6, w7, w15, w4))
    round(b, c, d, &e, f, g, h, &a, 0x9272_2C85 &+ expand(&w7, w8, w0, w5))
    round(a, b, c, &d, e, f, g, &h, 0xA2BF_E8A1 &+ expand(&w8, w9, w1, w6))
    round(h, a, b, &c, d, e, f, &g, 0xA81A_664B &+ expand(&w9, w10, w2, w7))
    round(g, h, a, &b, c, d, e, &f, 0xC24B_8B70 &+ expand(&w10, w11, w3, w8))
    round(f, g, h, &a, b, c, d, &e, 0xC76C_51A3 &+ expand(&w11, w12, w4, w9))
    round(e, f, g, &h, a, b, c, &d, 0xD192_E819 &+ expand(&w12, w13, w5, w10))
    round(d, e, f, &g, h, a, b, &c, 0xD699_0624 &+ expand(&w13, w14, w6, w11))
    round(c, d, e, &f, g, h, a, &b, 0xF40E_3585 &+ expand(&w14, w15, w7, w12))
    round(b, c, d, &e, f, g, h, &a, 0x106A_A070 &+ expand(&w15, w0, w8, w13))
    round(a, b, c, &d, e, f, g, &h, 0x19A4_C116 &+ expand(&w0, w1, w9, w14))
    round(h, a, b, &c, d, e, f, &g, 0x1E37_6C08 &+ expand(&w1, w2, w10, w15))
    round(g, h, a, &b, c, d, e, &f, 0x2748_774C &+ expand(&w2, w3, w11, w0))
    round(f, g, h, &a, b, c, d, &e, 0x34B0_BCB5 &+ expand(&w3, w4, w12, w1))
    round(e, f, g, &h, a, b, c, &d, 0x391C_0CB3 &+ expand(&w4, w5, w13, w2))
    round(d, e, f, &g, h, a, b, &c, 0x4ED8_AA4A &+ expand(&w5, w6, w14, w3))
    round(c, d, e, &f, g, h, a, &b, 0x5B9C_CA4F &+ expand(&w6, w7, w15, w4))
    round(b, c, d, &e, f, g, h, &a, 0x682E_6FF3 &+ expand(&w7, w8, w0, w5))
    round(a, b, c, &d, e, f, g, &h, 0x748F_82EE &+ expand(&w8, w9, w1, w6))
    round(h, a, b, &c, d, e, f, &g, 0x78A5_636F &+ expand(&w9, w10, w2, w7))
    round(g, h, a, &b, c, d, e, &f, 0x84C8_7814 &+ expand(&w10, w11, w3, w8))
    round(f, g, h, &a, b, c, d, &e, 0x8CC7_0208 &+ expand(&w11, w12, w4, w9))
    round(e, f, g, &h, a, b, c, &d, 0x90BE_FFFA &+ expand(&w12, w13, w5, w10))
    round(d, e, f, &g, h, a, b, &c, 0xA450_6CEB &+ expand(&w13, w14, w6, w11))
    round(c, d, e, &f, g, h, a, &b, 0xBEF9_A3F7 &+ expand(&w14, w15, w7, w12))
    round(b, c, d, &e, f, g, h, &a, 0xC671_78F2 &+ expand(&w15, w0, w8, w13))

    words[0] &+= a
    words[1] &+= b
    words[2] &+= c
    words[3] &+= d
    words[4] &+= e
    words[5] &+= f
    words[6] &+= g
    words[7] &+= h
  }
}

/// One round of §6.2.2, step 3: what becomes the new `e` and `a` is left in `d` and `h`.
/// `input` is K[t] + W[t]. Sums are modulo 2^32 by definition.
@inline(__always)
private func round(
  _ a: UInt32,
  _ b: UInt32,
  _ c: UInt32,
  _ d: inout UInt32,
  _ e: UInt32,
  _ f: UInt32,
  _ g: UInt32,
  _ h: inout UInt32,
  _ input: UInt32
) {
  let choice = g ^ (e & (f ^ g))
  // Equal to (a & b) ^ (a & c) ^ (b & c); b ^ c is the a ^ b of the round before.
  let majority = (a ^ b) & (b ^ c) ^ b
  let first = h &+ input &+ choice &+ (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25))
  d &+= first
  h = first &+ majority &+ (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22))
}

/// The schedule of §6.2.2, step 1: `word` is W[t - 16] and becomes W[t]; the others are W[t - 15],
/// W[t - 7] and W[t - 2].
@inline(__always)
private func expand(
  _ word: inout UInt32,
  _ second: UInt32,
  _ tenth: UInt32,
  _ fifteenth: UInt32
) -> UInt32 {
  let low = turned(second, 7) ^ turned(second, 18) ^ (second &>> 3)
  let high = turned(fifteenth, 17) ^ turned(fifteenth, 19) ^ (fifteenth &>> 10)
  word = word &+ low &+ tenth &+ high
  return word
}

/// ROTR of §3.2.
@inline(__always)
private func turned(_ word: UInt32, _ places: UInt32) -> UInt32 {
  word &>> places | word &<< (32 &- places)
}
