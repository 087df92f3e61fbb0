internal import Gauze

/// One piece of the engine at work on its inputs.
protocol Workload {
  var inputs: Inputs { get }

  /// Works on one input and appends to `output` what it gives.
  mutating func run(_ input: Span<UInt8>, _ output: inout ByteBuffer)
}

extension Workload {
  /// Works on all inputs. The output's memory is used again and again.
  @inline(never)
  mutating func pass(_ output: inout ByteBuffer) {
    output.removeAll()
    var index = 0
    while index < inputs.ranges.count {
      // One output at a time lies in the buffer until it is half a mebibyte, as in a batch.
      if output.count > 1 << 19 { output.removeAll() }
      let range = inputs.ranges[index]
      run(inputs.bytes.span.extracting(range), &output)
      index &+= 1
    }
  }

  /// The output for one input alone.
  mutating func output(for index: Int) -> [UInt8] {
    var output = ByteBuffer()
    run(inputs.value(index).span, &output)
    return output.bytes
  }
}

/// Finds every token of a record and keeps nothing.
struct ScanWork: Workload {
  let inputs: Inputs
  private var keys = KeyLedger()

  init(_ inputs: Inputs) { self.inputs = inputs }

  mutating func run(_ input: Span<UInt8>, _ output: inout ByteBuffer) {
    var scanner = JSONScanner()
    keys.removeAll()
    do throws(JSONFault) {
      try scanner.skipValue(input, depth: 0, keys: &keys)
      output.append(decimal: scanner.offset)
    } catch {
      output.append(ASCII.minus)
    }
  }
}

/// The whole of what a record goes through.
struct TripWork: Workload {
  let inputs: Inputs
  private var sanitizer: Sanitizer

  init(_ inputs: Inputs, _ sanitizer: Sanitizer) {
    self.inputs = inputs
    self.sanitizer = sanitizer
  }

  mutating func run(_ input: Span<UInt8>, _ output: inout ByteBuffer) {
    _ = sanitizer.sanitize(input, appendingTo: &output)
  }
}

/// A chain of text policies on decoded text.
struct TextWork: Workload {
  let inputs: Inputs
  private let scrub: TextScrub
  private var space = ScrubSpace()

  init(_ inputs: Inputs, _ scrub: TextScrub) {
    self.inputs = inputs
    self.scrub = scrub
  }

  mutating func run(_ input: Span<UInt8>, _ output: inout ByteBuffer) {
    switch scrub.apply(input, &space).text {
    case .original: output.append(input)
    case .scrubbed: output.append(space.text.span)
    }
  }
}

/// `hash-email` on decoded text.
struct EmailWork: Workload {
  let inputs: Inputs
  private let hashing: EmailHashing
  private let key: HMACSHA256?
  private var scratch = ByteBuffer()

  init(_ inputs: Inputs, key: HMACSHA256?) {
    self.inputs = inputs
    self.key = key
    hashing = EmailHashing(keyID: key == nil ? nil : Array("bench".utf8))
  }

  mutating func run(_ input: Span<UInt8>, _ output: inout ByteBuffer) {
    _ = hashing.append(input, key: key, scratch: &scratch, to: &output)
  }
}

/// `bucket` on a number as written.
struct BucketWork: Workload {
  let inputs: Inputs
  private let bucketing: Bucketing

  init(_ inputs: Inputs, _ bucketing: Bucketing) {
    self.inputs = inputs
    self.bucketing = bucketing
  }

  mutating func run(_ input: Span<UInt8>, _ output: inout ByteBuffer) {
    guard let number = JSONNumber(input) else { return }
    output.append(bucketing.labels[bucketing.position(of: number)])
  }
}

/// SHA-256, or HMAC-SHA-256 with a key.
struct DigestWork: Workload {
  let inputs: Inputs
  let key: HMACSHA256?

  mutating func run(_ input: Span<UInt8>, _ output: inout ByteBuffer) {
    let digest = if let key { key.authenticate(input) } else { SHA256.hash(input) }
    digest.appendHexadecimal(to: &output)
  }
}

/// Allocates once for each input, through each of the ways that Swift has: the proof that the
/// counter counts.
struct AllocatingWork: Workload {
  let inputs: Inputs

  @inline(never)
  mutating func run(_ input: Span<UInt8>, _ output: inout ByteBuffer) {
    let array = [UInt8](repeating: ASCII.dot, count: input.count)
    output.append(array.span)
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 64) { output.append($0[0]) }
  }
}
