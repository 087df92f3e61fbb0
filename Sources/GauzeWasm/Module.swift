// The functions of `gauze.wasm`: the C library's, with integers and pointers only. The module
// imports nothing: no clock, no network, no entropy. The caller allocates input, writes it, calls,
// and reads the answer at the output's pointer before it calls again.
//
// Elsewhere than in WebAssembly these are ordinary functions, so that every build checks their
// types.

import Gauze

/// Global because exported functions have no other place for it; unsafe is right because an
/// instance of the module runs on one thread and calls no one who could call back.
nonisolated(unsafe) private var instance = Instance()

/// Gives memory for `length` bytes of input; null if that is more than any call takes.
#if arch(wasm32)
  @_expose(wasm, "gauze_allocate")
  @c(gauze_allocate)
#endif
public func allocate(_ length: Int) -> UnsafeMutablePointer<UInt8>? { instance.allocate(length) }

/// Takes memory back that `gauze_allocate` gave; ignores any other pointer.
#if arch(wasm32)
  @_expose(wasm, "gauze_release")
  @c(gauze_release)
#endif
public func release(_ pointer: UnsafePointer<UInt8>?) { instance.release(pointer) }

/// Where the last call's answer begins. Valid until the next call.
#if arch(wasm32)
  @_expose(wasm, "gauze_output_pointer")
  @c(gauze_output_pointer)
#endif
public func outputPointer() -> UnsafePointer<UInt8>? {
  // The buffer is the global's own and stays in place until a call writes to it.
  instance.output.span.withUnsafeBufferPointer { $0.baseAddress }
}

/// How many bytes the last call's answer has.
#if arch(wasm32)
  @_expose(wasm, "gauze_output_length")
  @c(gauze_output_length)
#endif
public func outputLength() -> Int { instance.output.count }

/// Keeps a key of at least 16 bytes for the next `gauze_open` or `gauze_apply`: 0; or 1 if the id
/// is none, 2 if the key is too short, 3 if the id was given before, and all keys are forgotten.
#if arch(wasm32)
  @_expose(wasm, "gauze_key")
  @c(gauze_key)
#endif
public func addKey(
  _ id: UnsafePointer<UInt8>?,
  _ idLength: Int,
  _ key: UnsafePointer<UInt8>?,
  _ keyLength: Int
) -> Int32 {
  instance.add(key: instance.input(key, keyLength).span, id: instance.input(id, idLength).span)
}

/// Keeps the literals of this host, as JSON, for the next `gauze_open` or `gauze_apply`: 0; or 1 if
/// they are no such JSON, 2 if one is too short, 3 if one is too long, 4 if they are too many, and all
/// literals are forgotten.
#if arch(wasm32)
  @_expose(wasm, "gauze_literals")
  @c(gauze_literals)
#endif
public func setLiterals(_ pointer: UnsafePointer<UInt8>?, _ length: Int) -> Int32 {
  instance.set(literals: instance.input(pointer, length).span)
}

/// Forgets the keys and literals that no `gauze_open` or `gauze_apply` took.
#if arch(wasm32)
  @_expose(wasm, "gauze_forget")
  @c(gauze_forget)
#endif
public func forget() { instance.forget() }

/// Compiles a schema file: a handle above 0, or 0 with its faults as the answer.
#if arch(wasm32)
  @_expose(wasm, "gauze_open")
  @c(gauze_open)
#endif
public func open(_ pointer: UnsafePointer<UInt8>?, _ length: Int) -> Int32 {
  instance.open(instance.input(pointer, length).span)
}

/// Forgets a plan; ignores a handle that is not open.
#if arch(wasm32)
  @_expose(wasm, "gauze_close")
  @c(gauze_close)
#endif
public func close(_ handle: Int32) { instance.close(handle) }

/// Checks a schema file: 1, or 0 with its faults as the answer.
#if arch(wasm32)
  @_expose(wasm, "gauze_check")
  @c(gauze_check)
#endif
public func check(_ pointer: UnsafePointer<UInt8>?, _ length: Int) -> Int32 {
  instance.check(instance.input(pointer, length).span) ? 1 : 0
}

/// Sanitizes a record in its raw form (0) or wire form (1), with unknown fields as the schema says
/// (0), rejecting (1) or dropped (2): 1 with its clean form as the answer, 0 with its violations,
/// or -1 if there is no such plan, form or treatment. Of a record that is longer than the limit
/// only its length is looked at, so that it need not be handed over.
#if arch(wasm32)
  @_expose(wasm, "gauze_sanitize")
  @c(gauze_sanitize)
#endif
public func sanitize(
  _ handle: Int32,
  _ pointer: UnsafePointer<UInt8>?,
  _ length: Int,
  _ form: Int32,
  _ unknown: Int32
) -> Int32 {
  guard form == 0 || form == 1, (0...2).contains(unknown) else {
    instance.clear()
    return -1
  }
  return instance.sanitize(
    handle,
    instance.input(pointer, length).span,
    length: length,
    form == 0 ? .raw : .wire,
    unknown == 0 ? nil : unknown == 1 ? .reject : .drop
  )
}

/// Puts the last answer, the clean record of a `gauze_sanitize` with this plan, into the envelope that
/// its schema declares: 1 with the envelope as the answer, 0 if the schema declares none, or -1 if the
/// last answer is no such record.
#if arch(wasm32)
  @_expose(wasm, "gauze_wrap")
  @c(gauze_wrap)
#endif
public func wrap(_ handle: Int32) -> Int32 { instance.wrap(handle) }

/// Runs policies, a JSON array as in a schema, over a JSON value: 1 with `{"value":…}` as the
/// answer (`{}` if nothing leaves), 0 with violations, -1 with the policies' faults.
#if arch(wasm32)
  @_expose(wasm, "gauze_apply")
  @c(gauze_apply)
#endif
public func apply(
  _ policies: UnsafePointer<UInt8>?,
  _ policiesLength: Int,
  _ value: UnsafePointer<UInt8>?,
  _ valueLength: Int
) -> Int32 {
  instance.apply(
    instance.input(policies, policiesLength).span,
    to: instance.input(value, valueLength).span
  )
}

/// Answers with the built-in schemas' names, as a JSON array.
#if arch(wasm32)
  @_expose(wasm, "gauze_schemas")
  @c(gauze_schemas)
#endif
public func schemas() { instance.listSchemas() }

/// Answers with a built-in schema's file: 1, or 0 if there is none of that name.
#if arch(wasm32)
  @_expose(wasm, "gauze_schema")
  @c(gauze_schema)
#endif
public func schema(_ pointer: UnsafePointer<UInt8>?, _ length: Int) -> Int32 {
  instance.copySchema(named: instance.input(pointer, length).span) ? 1 : 0
}
