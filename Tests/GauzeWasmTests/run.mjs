// Tests gauze.wasm on the repository's fixtures, on hostile input and over long use:
//
//     node Tests/GauzeWasmTests/run.mjs [gauze.wasm]
//
// Prints each failure and a closing line; status 1 if there is any failure.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Gauze, GauzeError } from "../../Sources/GauzeWasm/gauze.mjs";

const root = new URL("../../", import.meta.url);
const fixtures = new URL("Fixtures/", root);
const wasm = readFileSync(process.argv[2] ?? fileURLToPath(new URL(".build/wasm/gauze.wasm", root)));
const compiled = await WebAssembly.compile(wasm);

let passed = 0;
let failed = 0;

async function test(name, body) {
  try {
    await body();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`failed: ${name}\n  ${String(error.message).split("\n").slice(0, 12).join("\n  ")}`);
  }
}

// MARK: - Support

const seed = BigInt(process.env.GAUZE_SEED ?? 20261121);
console.log(`seed ${seed}`);

/** SplitMix64, as in the other tests. */
function seeded(start) {
  let state = start;
  const next = () => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
    let mixed = state;
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
    return mixed ^ (mixed >> 31n);
  };
  return { below: (bound) => Number(next() % BigInt(bound)) };
}

const utf8 = new TextEncoder();
const text = (url) => readFileSync(url, "utf8");
const lines = (url) => text(url).split("\n").filter((line) => line !== "");
const folders = (url) => (existsSync(url) ? readdirSync(url).sort() : []);
const bytesOfHex = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

function bare() {
  return new WebAssembly.Instance(compiled, {}).exports;
}

function put(module, input) {
  const bytes = typeof input === "string" ? utf8.encode(input) : input;
  const pointer = module.gauze_allocate(bytes.length);
  new Uint8Array(module.memory.buffer).set(bytes, pointer);
  return [pointer, bytes.length];
}

/** A member of a one-line object as it is written: JavaScript's numbers are too small for some. */
function written(line, name) {
  let depth = 0;
  let start = -1;
  let last = "";
  for (const token of line.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g)) {
    if ("{[".includes(token[0])) depth += 1;
    if ("}]".includes(token[0])) depth -= 1;
    if (start >= 0 && (depth === 0 || (depth === 1 && token[0] === ","))) {
      return line.slice(start, token.index).trim();
    }
    if (depth === 1 && token[0] === ":" && start < 0 && last === JSON.stringify(name)) {
      start = token.index + 1;
    }
    last = token[0];
  }
  throw new Error(`no ${name}`);
}

/** What `Gauze.apply` does, for a value that JavaScript may have no number for. */
function applyWritten(module, policies, value, keys) {
  for (const [id, key] of Object.entries(keys)) module.gauze_key(...put(module, id), ...put(module, key));
  const status = module.gauze_apply(...put(module, JSON.stringify(policies)), ...put(module, value));
  const start = module.gauze_output_pointer();
  const answer = new Uint8Array(module.memory.buffer, start, module.gauze_output_length());
  return [status, JSON.parse(new TextDecoder().decode(answer))];
}

/** Reads JSON with members in any order. */
const isSameJSON = (left, right) => assert.deepEqual(JSON.parse(left), right);

const gauze = await Gauze.load(compiled);
const builtIn = text(new URL("Systems/cli-telemetry/schema.json", fixtures));
const event = {
  event: "error",
  session_id: "2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11",
  version: "1.4.0",
  error_type: "NotFound",
  error_message: "cannot open /home/jane/pay.sql for jane@acme.example",
  duration_ms: 1250,
};
const record = JSON.stringify(event);

// MARK: - Policies

for (const word of folders(new URL("Policies/", fixtures))) {
  for (const topic of folders(new URL(`Policies/${word}/`, fixtures))) {
    if (!topic.endsWith(".jsonl")) continue;
    for (const line of lines(new URL(`Policies/${word}/${topic}`, fixtures))) {
      const one = JSON.parse(line);
      await test(`${word}/${topic}: ${one.name}`, () => {
        const keys = Object.fromEntries(
          Object.entries(one.keys ?? {}).map(([id, hex]) => [id, bytesOfHex(hex)]),
        );
        const policy = one.parameters == null ? word : { [word]: one.parameters };
        const [status, answer] = applyWritten(bare(), [policy], written(line, "input"), keys);
        assert.ok(status >= 0, JSON.stringify(answer));
        const result = gauze.apply([policy], one.input, { keys });
        if (typeof one.input !== "number") {
          assert.deepEqual(status === 1 ? answer.value : answer, status === 1 ? result.value : result.violations);
        } else {
          result.value = answer.value;
        }
        if (one.refused === true) {
          assert.equal(result.accepted, false);
          assert.equal(result.violations[0].code, "policy-refused");
        } else {
          assert.deepEqual(result.violations, []);
          assert.deepEqual(result.value, one.expected);
        }
        // Names of our own members are no find.
        const said = JSON.stringify(
          result.accepted ? result.value ?? "" : result.violations.map(({ code }) => code),
        );
        for (const part of one.absent ?? []) {
          assert.ok(!said.includes(JSON.stringify(part).slice(1, -1)), "an absent text is there");
        }
      });
    }
  }
}

// MARK: - Systems

for (const name of folders(new URL("Systems/", fixtures))) {
  const folder = new URL(`Systems/${name}/`, fixtures);
  const schema = text(new URL("schema.json", folder));
  await test(`${name} has no faults`, () => assert.deepEqual(gauze.check(schema), []));
  const plan = gauze.schema(schema);
  for (const [eventName, { examples = [] }] of Object.entries(JSON.parse(schema).events)) {
    for (const [index, { raw, wire, rejects }] of examples.entries()) {
      await test(`${name}: example ${index} of ${eventName}`, () => {
        const result = plan.sanitize(JSON.stringify(raw));
        if (wire === undefined) {
          assert.deepEqual(result.violations.map(({ code }) => code), rejects);
        } else {
          assert.deepEqual(result.violations, []);
          isSameJSON(result.text, wire);
          assert.equal(plan.sanitize(result.bytes, { form: "wire" }).text, result.text);
        }
      });
    }
  }
  if (existsSync(new URL("raw.jsonl", folder)) && existsSync(new URL("clean.jsonl", folder))) {
    await test(`${name}: raw.jsonl becomes clean.jsonl`, () => {
      const results = lines(new URL("raw.jsonl", folder)).map((line) => plan.sanitize(line));
      const clean = results.filter(({ accepted }) => accepted).map((result) => result.text);
      assert.deepEqual(clean, lines(new URL("clean.jsonl", folder)));
    });
  }
  plan.dispose();
}

// MARK: - The wrapper

await test("lists the built-in schemas and opens each by name", () => {
  assert.ok(gauze.schemas().includes("cli-telemetry"));
  for (const name of gauze.schemas()) gauze.schema(name).dispose();
});

await test("reads a record alike from a string and from bytes", () => {
  const plan = gauze.schema(builtIn);
  const fromText = plan.sanitize(record);
  assert.deepEqual(plan.sanitize(utf8.encode(record)), fromText);
  assert.equal(fromText.accepted, true);
  assert.equal(fromText.text, new TextDecoder().decode(fromText.bytes));
  plan.dispose();
});

await test("says where a record is wrong, and nothing of it", () => {
  const plan = gauze.schema(builtIn);
  const result = plan.sanitize(JSON.stringify({ ...event, jane: "hunter2" }));
  assert.deepEqual(
    { ...result },
    {
      accepted: false,
      bytes: undefined,
      violations: [{ code: "unknown-field", event: "error", at: "/6" }],
    },
  );
  assert.equal(result.text, undefined);
  plan.dispose();
});

await test("drops unknown fields when told to", () => {
  const plan = gauze.schema(builtIn);
  const odd = JSON.stringify({ ...event, jane: "hunter2" });
  assert.equal(plan.sanitize(odd, { unknown: "drop" }).text, plan.sanitize(record).text);
  assert.equal(plan.sanitize(odd, { unknown: "reject" }).accepted, false);
  assert.equal(plan.sanitize(odd).accepted, false);
  plan.dispose();
});

await test("rejects a record that is too large by its length", () => {
  const plan = gauze.schema(builtIn);
  const limit = 1 << 20;
  for (const long of ["x".repeat(limit + 1), "é".repeat(limit / 2 + 1), new Uint8Array(limit + 1)]) {
    assert.deepEqual(plan.sanitize(long).violations, [{ code: "too-large", at: "" }]);
  }
  const padded = record + " ".repeat(limit - utf8.encode(record).length);
  assert.equal(plan.sanitize(padded).text, plan.sanitize(record).text);
  plan.dispose();
});

await test("rejects what is no record", () => {
  const plan = gauze.schema(builtIn);
  const codes = (input) => plan.sanitize(input).violations.map(({ code }) => code);
  assert.deepEqual(codes(""), ["malformed-json"]);
  assert.deepEqual(codes("[]"), ["not-an-object"]);
  assert.deepEqual(codes("{}"), ["missing-field"]);
  assert.deepEqual(codes('{"event":"jane"}'), ["unknown-event"]);
  assert.deepEqual(codes(Uint8Array.of(0x7b, 0x22, 0xff, 0x22)), ["invalid-utf8"]);
  assert.deepEqual(codes(record.replace("1250", "9223372036854775808")), ["out-of-range"]);
  assert.deepEqual(codes(record.replace("1250", "9223372036854775807")), []);
  assert.deepEqual(codes(record.replace("1250", "1e400")), ["out-of-range"]);
  plan.dispose();
});

await test("gives every fault of a schema with its place and advice", () => {
  const faults = gauze.check('{"gauze": 1,\n  "jane": 2}');
  assert.ok(faults.length > 1);
  const fault = faults.find(({ code }) => code === "unknown-keyword");
  assert.deepEqual([fault.line, fault.column, fault.pointer], [2, 3, "/jane"]);
  assert.ok(fault.advice.length > 0);
  assert.deepEqual(
    faults.map(({ line, column }) => line * 1000 + column),
    faults.map(({ line, column }) => line * 1000 + column).sort((a, b) => a - b),
  );
  assert.equal(gauze.check("hunter2")[0].code, "not-json");
  assert.throws(() => gauze.schema('{"gauze":1}'), (error) => error.faults.length > 0);
  assert.throws(() => gauze.schema("no-such-schema"), GauzeError);
});

await test("finds a fault's column behind characters beyond ASCII", () => {
  const [fault] = gauze.check('{"gauze":1,"name":"x","version":"1.0","description":"é€😀","x":0}')
    .filter(({ code }) => code === "unknown-keyword");
  assert.deepEqual([fault.line, fault.column, fault.pointer], [1, 59, "/x"]);
});

await test("refuses policies that do not fit", () => {
  const faultsOf = (policies, value) => {
    try {
      gauze.apply(policies, value);
      return [];
    } catch (error) {
      return error.faults.map(({ code, pointer }) => [code, pointer]);
    }
  };
  assert.deepEqual(faultsOf([{ truncate: 3 }, "strip-paths", "hunter2"], "a"), [
    ["truncate-before-detector", "/1"],
    ["unknown-policy", "/2"],
  ]);
  assert.deepEqual(faultsOf(["strip-paths", "bucket"], "a"), [["bad-parameter", "/1"]]);
  assert.deepEqual(faultsOf(["redact", "strip-paths"], "a"), [["policy-does-not-fit", "/1"]]);
  assert.deepEqual(gauze.apply(["strip-paths"], 3).violations[0].code, "wrong-type");
  assert.deepEqual(gauze.apply(["strip-paths"], null).value, null);
  assert.deepEqual(faultsOf("strip-paths", "a"), [["wrong-kind", ""]]);
});

await test("wants the keys that policies name", () => {
  const chain = [{ "hash-email": { key: "k1" } }];
  const key = new Uint8Array(16);
  const codeOf = (keys) => {
    try {
      return gauze.apply(chain, "jane@acme.example", { keys }).accepted;
    } catch (error) {
      return error.faults[0]?.code ?? error.message;
    }
  };
  assert.equal(codeOf({}), "missing-key");
  assert.equal(codeOf({ k1: key }), true);
  assert.equal(codeOf({}), "missing-key", "a key must not outlast its call");
  assert.match(codeOf({ k1: key.subarray(1) }), /too-short/);
  assert.match(codeOf({ "k 1": key }), /bad-id/);
  // A good key that came with a bad one must not be there for the next call.
  assert.match(codeOf({ k1: key, "k 2": key }), /bad-id/);
  assert.equal(codeOf({}), "missing-key");
});

await test("rejects text with a lone surrogate's replacement alike", () => {
  assert.equal(gauze.apply([{ truncate: 5 }], "a\ud800b").value, undefined);
});

await test("keeps engines apart and ends with dispose", async () => {
  const other = await Gauze.load(wasm);
  const plan = other.schema("cli-telemetry");
  plan.dispose();
  assert.throws(() => plan.sanitize(record), GauzeError);
  plan.dispose();
  other.dispose();
  assert.throws(() => other.schemas(), GauzeError);
  assert.ok(gauze.schemas().length > 0);
});

await test("loads from bytes, a buffer, a promise and a response", async () => {
  const buffer = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  const sources = [wasm, buffer, Promise.resolve(wasm)];
  if (typeof Response !== "undefined") sources.push(new Response(buffer));
  for (const source of sources) (await Gauze.load(source)).schema("cli-telemetry");
});

// MARK: - The exports, misused

await test("imports nothing", () => assert.deepEqual(WebAssembly.Module.imports(compiled), []));

await test("never takes a stale handle for a new plan", () => {
  const module = bare();
  const schema = put(module, builtIn);
  const input = put(module, record);
  const seen = new Set();
  for (let round = 0; round < 2000; round += 1) {
    const handle = module.gauze_open(...schema);
    assert.ok(handle > 0 && !seen.has(handle));
    seen.add(handle);
    assert.equal(module.gauze_sanitize(handle, ...input, 0, 0), 1);
    module.gauze_close(handle);
    module.gauze_close(handle);
    assert.equal(module.gauze_sanitize(handle, ...input, 0, 0), -1);
    assert.equal(module.gauze_output_length(), 0);
  }
});

await test("opens a bounded number of plans and tells when there are too many", () => {
  const module = bare();
  const schema = put(
    module,
    JSON.stringify({ gauze: 1, name: "x", version: "1.0", events: { e: { description: "d" } } }),
  );
  const handles = [];
  for (let index = 0; index < 1024; index += 1) handles.push(module.gauze_open(...schema));
  assert.ok(handles.every((handle) => handle > 0));
  assert.equal(module.gauze_open(...schema), 0);
  module.gauze_close(handles[7]);
  assert.ok(module.gauze_open(...schema) > 0);
});

await test("takes no pointer, length, form or handle that it did not give", () => {
  const module = bare();
  const [schema, length] = put(module, builtIn);
  const handle = module.gauze_open(schema, length);
  const odd = [0, 1, -1, 8, 65536, 2 ** 31 - 1, -(2 ** 31), schema, schema + 1, schema + length];
  for (const pointer of odd) {
    for (const count of [0, 1, -1, length, length + 1, 2 ** 31 - 1, -(2 ** 31)]) {
      module.gauze_open(pointer, count);
      module.gauze_check(pointer, count);
      module.gauze_schema(pointer, count);
      module.gauze_key(pointer, count, pointer, count);
      module.gauze_apply(pointer, count, pointer, count);
      for (const number of [handle, 0, -1, 1, 2 ** 31 - 1, -(2 ** 31), pointer]) {
        for (const choice of [0, 1, 2, 3, -1, 256]) {
          module.gauze_sanitize(number, pointer, count, choice, choice);
        }
      }
    }
    if (pointer !== schema) module.gauze_release(pointer);
  }
  for (const count of [0, -1, 2 ** 31 - 1, -(2 ** 31), 1 << 28]) {
    assert.equal(module.gauze_allocate(count), 0);
  }
  module.gauze_release(schema);
  module.gauze_release(schema);
  assert.equal(module.gauze_open(schema, length), 0, "released memory must not be read");
  assert.equal(module.gauze_sanitize(handle, ...put(module, record), 0, 0), 1);
});

await test("withstands depth in records and schemas", () => {
  const plan = gauze.schema(builtIn);
  for (const depth of [10, 63, 64, 65, 1000, 500_000]) {
    for (const [open, close] of [["[", "]"], ['{"a":', "}"]]) {
      const repeated = Math.min(depth, Math.floor(1_000_000 / (open.length + 1)));
      const nested = open.repeat(repeated) + "1" + close.repeat(repeated);
      for (const unknown of ["reject", "drop"]) {
        plan.sanitize(nested, { unknown });
        plan.sanitize(record.replace("1250", nested), { unknown });
      }
      assert.ok(gauze.check(nested).length > 0);
      assert.ok(gauze.check(`{"gauze":1,"events":${nested}}`).length > 0);
      assert.ok(gauze.check(`{"gauze":1,"$defs":{"a":${nested}}}`).length > 0);
    }
    let field = { type: "string", enum: ["a"], why: "w" };
    for (let level = 0; level < Math.min(depth, 60); level += 1) {
      field = level % 2 === 0
        ? { type: "object", properties: { a: field }, why: "w" }
        : { type: "array", items: field, maxItems: 3, why: "w" };
    }
    gauze.check(JSON.stringify({
      gauze: 1, name: "x", version: "1.0",
      events: { e: { description: "d", properties: { a: field } } },
    }));
  }
  for (const count of [10, 100, 1000, 20_000]) {
    const $defs = {};
    for (let index = 0; index < count; index += 1) {
      $defs[`d${index}`] = { type: "array", maxItems: 3, items: { $ref: `#/$defs/d${index + 1}` } };
    }
    $defs[`d${count}`] = { type: "boolean" };
    const events = { e: { description: "d", properties: { a: { $ref: "#/$defs/d0", why: "w" } } } };
    gauze.check(JSON.stringify({ gauze: 1, name: "x", version: "1.0", $defs, events }));
  }
  plan.dispose();
});

// MARK: - Random input

const random = seeded(seed);
const pick = (list) => list[random.below(list.length)];
const pieces = [
  "{", "}", "[", "]", ":", ",", '"', "\\", "\\u0000", "\\ud800", "\\udc00", "null", "true", "1e9",
  "-0", "0.5", "9223372036854775808", "\n", " ", "/home/jane", "jane@acme.example", "'", "$$", "--",
  "SELECT", "C:\\\\", "é", "😀", "<path>", "?", '"event"', '"error"', '"error_message"', '"sql"',
  '"query"', '"rows"',
];

function randomBytes() {
  return Uint8Array.from({ length: random.below(200) }, () => random.below(256));
}

function mutated(source) {
  const bytes = [...utf8.encode(source)];
  for (let change = random.below(6); change >= 0; change -= 1) {
    const at = random.below(bytes.length + 1);
    const kind = random.below(4);
    if (kind === 0) bytes.splice(at, random.below(8));
    else if (kind === 1) bytes[Math.min(at, bytes.length - 1)] = random.below(256);
    else if (kind === 2) bytes.splice(at, 0, ...utf8.encode(pick(pieces)));
    else bytes.splice(at, 0, ...bytes.slice(random.below(bytes.length + 1)).slice(0, 20));
  }
  return Uint8Array.from(bytes);
}

/** A record of the right shape whose texts are made of what the detectors look for. */
function provoking() {
  const words = Array.from({ length: random.below(30) }, () => pick(pieces)).join("");
  return JSON.stringify(
    random.below(2) === 0
      ? { ...event, error_message: words }
      : { event: "query", session_id: event.session_id, version: "1.0", sql: words },
  );
}

await test("never stops on 20,000 random records, and is the identity on its own output", () => {
  const plan = gauze.schema(builtIn);
  const makers = [randomBytes, () => mutated(record), provoking, () => mutated(provoking())];
  let accepted = 0;
  for (let index = 0; index < 20_000; index += 1) {
    const input = makers[index % makers.length]();
    const options = { form: pick(["raw", "raw", "wire"]), unknown: pick(["reject", "drop"]) };
    const result = plan.sanitize(input, options);
    if (!result.accepted) {
      assert.ok(result.violations.length > 0);
      continue;
    }
    accepted += 1;
    assert.equal(plan.sanitize(result.bytes, { form: "wire" }).text, result.text, `record ${index}`);
  }
  assert.ok(accepted > 1000, `${accepted} accepted`);
  plan.dispose();
});

await test("never stops on 2,000 random schemas and policies", () => {
  const policies = ["drop", "strip-paths", "mask-sql", { truncate: 9 }, { "hash-email": { key: "k" } }];
  for (let index = 0; index < 2000; index += 1) {
    const bytes = mutated(builtIn);
    try {
      const plan = gauze.schema(bytes);
      plan.sanitize(record);
      plan.dispose();
    } catch (error) {
      assert.ok(error instanceof GauzeError && error.faults.length > 0, error.message);
    }
    try {
      const chain = Array.from({ length: random.below(4) }, () => pick(policies));
      gauze.apply(chain, pick([null, true, 1, "/home/jane", [1], { a: 1 }]));
    } catch (error) {
      assert.ok(error instanceof GauzeError && error.faults.length > 0, error.message);
    }
  }
});

// MARK: - Long use

await test("holds no more memory after 100,000 records than after the first thousand", async () => {
  const engine = await Gauze.load(compiled);
  const plan = engine.schema("cli-telemetry");
  const sizes = seeded(seed);
  let early = 0;
  for (let index = 0; index < 100_000; index += 1) {
    const message = "open /srv/acme/pay.sql ".repeat(index === 0 ? 200 : sizes.below(4));
    assert.equal(plan.sanitize(JSON.stringify({ ...event, error_message: message })).accepted, true);
    if (index % 5 === 0) plan.sanitize('{"event":"error","jane":1}');
    if (index === 1000) early = engine.memory;
  }
  assert.equal(engine.memory, early);
});

await test("gives back what plans and large inputs took", async () => {
  const engine = await Gauze.load(compiled);
  const use = () => {
    const plan = engine.schema(builtIn);
    for (const unknown of ["reject", "drop"]) {
      plan.sanitize(record, { unknown });
      plan.sanitize(" ".repeat(1 + sizes.below(100_000)), { unknown });
    }
    engine.apply(["strip-paths", { truncate: 40 }], "a".repeat(sizes.below(100_000)));
    engine.check(builtIn.slice(0, sizes.below(builtIn.length)));
    plan.dispose();
  };
  const sizes = seeded(seed);
  for (let round = 0; round < 500; round += 1) use();
  const early = engine.memory;
  for (let round = 0; round < 2000; round += 1) use();
  assert.ok(engine.memory <= early * 1.25, `${early} grew to ${engine.memory}`);
});

// MARK: - Figures

const clock = () => Number(process.hrtime.bigint()) / 1e6;
const begin = clock();
const fresh = await Gauze.load(wasm);
const loaded = clock();
const plan = fresh.schema("cli-telemetry");
const opened = clock();
const encoded = utf8.encode(record);
for (let index = 0; index < 20_000; index += 1) plan.sanitize(encoded);
const start = clock();
for (let index = 0; index < 50_000; index += 1) plan.sanitize(encoded);
const each = ((clock() - start) * 1e6) / 50_000;
console.log(
  `${wasm.length} bytes; loads in ${(loaded - begin).toFixed(1)} ms; opens a schema in ` +
    `${(opened - loaded).toFixed(1)} ms; ${each.toFixed(0)} ns an event of ${encoded.length} bytes`,
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
