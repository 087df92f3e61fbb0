// Gauze in Node (18 or later) and in browsers: a wrapper around gauze.wasm, without dependencies.
//
//     const gauze = await Gauze.load();
//     const plan = gauze.schema("cli-telemetry");
//     const { accepted, text } = plan.sanitize(JSON.stringify(event));
//     if (accepted) send(text);
//
// No error and no violation that this file produces holds anything of a record.

/** The most bytes of a record; the engine rejects a longer one as `too-large`. */
const LARGEST_RECORD = 1 << 20;

const FORMS = { raw: 0, wire: 1 };
const UNKNOWN = { schema: 0, reject: 1, drop: 2 };
const KEY_FAULTS = ["", "bad-id", "too-short", "duplicate-id"];
const LITERAL_FAULTS = [
  "",
  "they are no object of lists of strings under user, home, host and other",
  "one has less than 3 bytes",
  "one has more than 256 bytes",
  "there are more than 64",
];

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A schema, or a chain of policies, that does not load; `faults` say where and what to do. */
export class GauzeError extends Error {
  constructor(message, faults = []) {
    super(message);
    this.name = "GauzeError";
    this.faults = faults;
  }
}

/** What became of a record. */
class Result {
  constructor(bytes, violations) {
    this.accepted = bytes !== undefined;
    /** The clean form, or undefined if the record was rejected. */
    this.bytes = bytes;
    /** Why it was rejected, in record order, at most 16. */
    this.violations = violations;
  }

  /** The clean form as a string, or undefined if the record was rejected. */
  get text() {
    return this.bytes === undefined ? undefined : decoder.decode(this.bytes);
  }
}

/** A compiled schema. Made by `Gauze.schema`. */
class Plan {
  #module;
  #handle;

  constructor(module, handle) {
    this.#module = module;
    this.#handle = handle;
  }

  /**
   * Takes one record, a JSON object as text or UTF-8, to the form in which it may leave. With
   * `envelope` it is put into the envelope that the schema declares.
   */
  sanitize(record, { form = "raw", unknown = "schema", envelope = false } = {}) {
    if (!Object.hasOwn(FORMS, form)) throw new TypeError("form is raw or wire");
    if (!Object.hasOwn(UNKNOWN, unknown)) throw new TypeError("unknown is schema, reject or drop");
    const module = this.#module;
    // Of a record that is too long only its length counts; in UTF-8 a string is no shorter.
    const isTooLong = check(record).length > LARGEST_RECORD;
    const length = isTooLong ? record.length : module.write([record])[0];
    const status = module.call(
      "gauze_sanitize", this.#handle, module.input, length, FORMS[form], UNKNOWN[unknown],
    );
    if (status < 0) throw new GauzeError("the plan was disposed of");
    if (status === 0) return new Result(undefined, module.json());
    if (envelope && module.call("gauze_wrap", this.#handle) !== 1) {
      throw new GauzeError("the schema declares no envelope");
    }
    return new Result(module.bytes(), []);
  }

  /** Frees the plan; it takes no more records. */
  dispose() {
    this.#module.call("gauze_close", this.#handle);
    this.#handle = 0;
  }
}

/** The engine. Made by `Gauze.load`. */
export class Gauze {
  #module;

  constructor(module) {
    this.#module = module;
  }

  /**
   * Loads the engine from the bytes of gauze.wasm, a compiled module, a response, or a URL (a
   * string is one); from the file beside this one unless told otherwise.
   */
  static async load(source = new URL("gauze.wasm", import.meta.url)) {
    return new Gauze(new Module(await instantiate(await source)));
  }

  /**
   * Compiles a schema: the text of a schema file, or a built-in schema's name. `keys` are those
   * that its policies name, at least 16 bytes each: `{ "2026": bytes }`. `literals` are those of this
   * host that `scrub-text` masks besides: `{ user: ["jane"], home: [], host: [], other: [] }`.
   */
  schema(textOrName, supplies = {}) {
    const module = this.#module;
    let file = textOrName;
    if (typeof file === "string" && /^[a-z0-9-]+$/.test(file)) {
      const length = module.write([file])[0];
      if (module.call("gauze_schema", module.input, length) === 0) {
        throw new GauzeError("no built-in schema has that name");
      }
      file = module.bytes();
    }
    const handle = module.supplied(supplies, () => {
      const length = module.write([file])[0];
      return module.call("gauze_open", module.input, length);
    });
    if (handle === 0) throw new GauzeError("the schema does not load", module.json());
    return new Plan(module, handle);
  }

  /** The faults of a schema file, in file order; none if it loads. */
  check(schemaText) {
    const module = this.#module;
    const length = module.write([schemaText])[0];
    return module.call("gauze_check", module.input, length) === 1 ? [] : module.json();
  }

  /**
   * Runs policies, as a schema lists them, over one JSON value. `value` is undefined if nothing
   * leaves or the value is refused.
   */
  apply(policies, value, supplies = {}) {
    const module = this.#module;
    const json = JSON.stringify(value);
    if (json === undefined) throw new TypeError("the value is none that JSON has");
    const status = module.supplied(supplies, () => {
      const [first, second] = module.write([JSON.stringify(policies), json]);
      return module.call("gauze_apply", module.input, first, module.input + first, second);
    });
    if (status < 0) throw new GauzeError("the policies do not load", module.json());
    const answer = module.json();
    return status === 1
      ? { accepted: true, value: answer.value, violations: [] }
      : { accepted: false, value: undefined, violations: answer };
  }

  /** The built-in schemas' names. */
  schemas() {
    this.#module.call("gauze_schemas");
    return this.#module.json();
  }

  /** How many bytes of memory the engine holds. */
  get memory() {
    return this.#module.memory;
  }

  /** Forgets the engine with all its plans; nothing of it can be used any more. */
  dispose() {
    this.#module.dispose();
  }
}

/** An instance of gauze.wasm: its memory, and the one buffer that input is written to. */
class Module {
  #exports;
  #bytes;
  #capacity = 0;
  /** Where the input buffer is. */
  input = 0;

  constructor(instance) {
    this.#exports = instance.exports;
  }

  /** Calls an exported function. After a trap the engine is not asked again. */
  call(name, ...numbers) {
    if (this.#exports === undefined) throw new GauzeError("the engine was disposed of");
    try {
      return this.#exports[name](...numbers);
    } catch {
      // The trap left the instance in the middle of something.
      this.dispose();
      throw new GauzeError("the engine stopped");
    }
  }

  /** Writes texts or bytes one after another into the input buffer and gives their lengths. */
  write(parts) {
    let most = 0;
    for (const part of parts) most += check(part).length * (typeof part === "string" ? 3 : 1);
    this.#reserve(most);
    const memory = this.#view();
    const lengths = [];
    let offset = this.input;
    for (const part of parts) {
      let length = part.length;
      if (typeof part === "string") {
        length = encoder.encodeInto(part, memory.subarray(offset, offset + length * 3)).written;
      } else {
        memory.set(part, offset);
      }
      offset += length;
      lengths.push(length);
    }
    return lengths;
  }

  /** Hands the engine keys and literals for what `body` calls; they do not outlast it. */
  supplied({ keys = {}, literals }, body) {
    try {
      if (literals !== undefined) {
        const [length] = this.write([JSON.stringify(literals)]);
        const fault = this.call("gauze_literals", this.input, length);
        if (fault !== 0) throw new GauzeError(`literals cannot be used: ${LITERAL_FAULTS[fault]}`);
      }
      for (const [id, key] of Object.entries(keys)) {
        const [first, second] = this.write([id, key]);
        const fault = this.call("gauze_key", this.input, first, this.input + first, second);
        if (fault !== 0) throw new GauzeError(`a key cannot be used: ${KEY_FAULTS[fault]}`);
      }
      return body();
    } finally {
      this.#exports?.gauze_forget();
    }
  }

  /** A copy of the last call's answer. */
  bytes() {
    const start = this.call("gauze_output_pointer");
    return this.#view().slice(start, start + this.call("gauze_output_length"));
  }

  /** The last call's answer, read as JSON. */
  json() {
    return JSON.parse(decoder.decode(this.bytes()));
  }

  get memory() {
    return this.#exports === undefined ? 0 : this.#exports.memory.buffer.byteLength;
  }

  dispose() {
    this.#exports = undefined;
    this.#bytes = undefined;
  }

  #reserve(length) {
    if (length <= this.#capacity) return;
    // Twice as much as before, so that slowly growing records do not ask each time.
    let capacity = Math.max(length, this.#capacity * 2, 4096);
    let input = this.call("gauze_allocate", capacity);
    if (input === 0) input = this.call("gauze_allocate", (capacity = length));
    if (input === 0) throw new GauzeError("the input is too large");
    this.call("gauze_release", this.input);
    this.input = input;
    this.#capacity = capacity;
  }

  /** Memory as bytes; growing it takes the former view away. */
  #view() {
    const buffer = this.#exports.memory.buffer;
    if (this.#bytes?.buffer !== buffer) this.#bytes = new Uint8Array(buffer);
    return this.#bytes;
  }
}

function check(part) {
  if (typeof part === "string" || part instanceof Uint8Array) return part;
  throw new TypeError("give a string or a Uint8Array");
}

async function instantiate(source) {
  if (source instanceof WebAssembly.Module) return WebAssembly.instantiate(source, {});
  if (typeof Response !== "undefined" && source instanceof Response) {
    return (await WebAssembly.instantiate(await source.arrayBuffer(), {})).instance;
  }
  if (source instanceof URL || typeof source === "string") {
    const url = new URL(source, globalThis.location?.href ?? import.meta.url);
    if (url.protocol === "file:") {
      // Node's fetch reads no files.
      const { readFile } = await import("node:fs/promises");
      return instantiate(await readFile(url));
    }
    return instantiate(await fetch(url));
  }
  return (await WebAssembly.instantiate(source, {})).instance;
}
