internal import Gauze

// An event from its type to what leaves. The schema changes nothing of it, so the bytes are the same.
let event = ShopEvents.OrderPlaced(
  sessionId: "2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11",
  payment: .invoice,
  items: 3,
  note: "fine \"\\\u{8}\t\n\u{C}\r\u{1}\u{1F}\u{7F}/ é \u{1F600}"
)
let schema = try Schema(reading: ShopEvents.schema.span)
var sanitizer = Sanitizer(try Plan(schema))
var output = ByteBuffer()
let verdict = sanitizer.sanitize(event.record.span, appendingTo: &output)
print(String(decoding: output.bytes, as: UTF8.self))
precondition(verdict == .accepted && output.bytes == event.record)
