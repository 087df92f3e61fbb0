import Gauze
import Testing

@Suite struct ByteBufferTests {
  @Test func keepsItsBytesAsItGrows() {
    var buffer = ByteBuffer(capacity: 16)
    for value in 0..<1000 { buffer.append(UInt8(truncatingIfNeeded: value)) }
    #expect(buffer.bytes == (0..<1000).map { UInt8(truncatingIfNeeded: $0) })
    buffer.removeFirst(990)
    #expect(buffer.bytes == (990..<1000).map { UInt8(truncatingIfNeeded: $0) })
  }

  @Test func writesDecimals() {
    for number in [0, 7, 10, -1, 1234, Int.max, Int.min] {
      var buffer = ByteBuffer()
      buffer.append(decimal: number)
      #expect(String(decoding: buffer.bytes, as: UTF8.self) == "\(number)")
    }
  }
}
