// Tests what gauze.mjs promises.

import assert from "node:assert/strict";
import { Gauze, GauzeError } from "../../Sources/GauzeWasm/gauze.mjs";
import {
  bare, builtIn, event, fixtures, gauze, lines, put, record, test, text, utf8, wasm,
} from "./support.mjs";

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

await test("wraps clean records in the schema's envelope", () => {
  for (const name of ["app-insights", "posthog", "report"]) {
    const plan = gauze.schema(text(new URL(`Schemas/accept/${name}.json`, fixtures)));
    for (const line of lines(new URL(`Envelopes/${name}.jsonl`, fixtures))) {
      const { record, expected } = JSON.parse(line);
      assert.equal(plan.sanitize(record, { envelope: true }).text, expected);
      assert.notEqual(plan.sanitize(record).text, expected);
    }
    assert.equal(plan.sanitize("[]", { envelope: true }).accepted, false);
    plan.dispose();
  }
  const plan = gauze.schema(builtIn);
  assert.throws(() => plan.sanitize(record, { envelope: true }), GauzeError);
  assert.equal(plan.sanitize(record).accepted, true);
  plan.dispose();
});

await test("wraps nothing but the last clean record", () => {
  const module = bare();
  const file = text(new URL("Schemas/accept/posthog.json", fixtures));
  const handle = module.gauze_open(...put(module, file));
  assert.equal(module.gauze_wrap(handle), -1);
  const command = put(module, '{"event":"command"}');
  assert.equal(module.gauze_sanitize(handle, ...command, 0, 0), 1);
  assert.equal(module.gauze_wrap(handle + 1), -1);
  assert.equal(module.gauze_sanitize(handle, ...command, 0, 0), 1);
  assert.equal(module.gauze_wrap(handle), 1);
  assert.equal(module.gauze_wrap(handle), -1);
  assert.equal(module.gauze_sanitize(handle, ...command, 0, 0), 1);
  module.gauze_schemas();
  assert.equal(module.gauze_wrap(handle), -1);
  assert.equal(module.gauze_output_length(), 0);
  assert.equal(module.gauze_sanitize(handle, ...put(module, '{"event":1}'), 0, 0), 0);
  assert.equal(module.gauze_wrap(handle), -1);
});

await test("rejects a record that is too large by its length", () => {
  const plan = gauze.schema(builtIn);
  const limit = 1 << 20;
  const texts = ["x".repeat(limit + 1), "é".repeat(limit / 2 + 1)];
  for (const long of [...texts, new Uint8Array(limit + 1)]) {
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

await test("masks the literals of the host, once supplied and no longer", () => {
  const chain = ["scrub-text", { truncate: 100 }];
  const masked = (supplies) => gauze.apply(chain, "locked by jane", supplies).value;
  assert.equal(masked({ literals: { user: ["Jane"] } }), "locked by <id>");
  assert.equal(masked(), "locked by jane");
  for (const literals of [{}, [], { user: "jane" }, { users: ["jane"] }, { user: ["jo"] }]) {
    assert.throws(() => masked({ literals }), GauzeError);
  }
  const plan = gauze.schema("cli-telemetry", { literals: { host: ["build-box"] } });
  const text = JSON.stringify({ ...event, error_message: "no route to build-box" });
  assert.equal(JSON.parse(plan.sanitize(text).text).error_message, "no route to <host>");
  plan.dispose();
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

await test("refuses half a surrogate pair, and reads one that a string holds as U+FFFD", () => {
  const { accepted, violations } = gauze.apply([{ truncate: 5 }], "a\ud800b");
  assert.deepEqual([accepted, violations[0].code], [false, "malformed-json"]);
  const plan = gauze.schema(builtIn);
  const half = record.replace("cannot", "a\ud800b");
  assert.ok(plan.sanitize(half).text.includes("a\ufffdb"));
  plan.dispose();
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
