/// SplitMix64: one stream of numbers for each case of each seed, the same everywhere.
package struct CanaryRandom: RandomNumberGenerator {
  private var state: UInt64

  /// The stream of case `number`. `stream` tells a case from its twin.
  package init(seed: UInt64, case number: Int, stream: UInt64 = 0) {
    state = seed &* 0xD134_2543_DE82_EF95 &+ stream &* 0xAF25_1AF3_B0F0_25B5
    state ^= UInt64(bitPattern: Int64(number)) &* 0x9E6C_63D0_876A_3F6D
    _ = next()
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number below `bound`, which is small: the bias is below 2^-50.
  mutating func below(_ bound: Int) -> Int { Int(next() >> 1) % bound }

  /// One of `bytes`.
  mutating func pick(_ bytes: [UInt8]) -> UInt8 { bytes[below(bytes.count)] }
}
