// Tests the module on misuse, depth and random input, and over long use.

import assert from "node:assert/strict";
import { Gauze, GauzeError } from "../../Sources/GauzeWasm/gauze.mjs";
import {
  bare,
  builtIn,
  compiled,
  event,
  gauze,
  put,
  record,
  seed,
  seeded,
  test,
  utf8,
} from "./support.mjs";

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
    const again = plan.sanitize(result.bytes, { form: "wire" });
    assert.equal(again.text, result.text, `record ${index}`);
  }
  assert.ok(accepted > 1000, `${accepted} accepted`);
  plan.dispose();
});

await test("never stops on 2,000 random schemas and policies", () => {
  const hash = { "hash-email": { key: "k" } };
  const policies = ["drop", "strip-paths", "mask-sql", { truncate: 9 }, hash];
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

await test("holds no more memory after 200,000 records than after the first 50,000", async () => {
  const engine = await Gauze.load(compiled);
  const plan = engine.schema("cli-telemetry");
  const sizes = seeded(seed);
  let early = 0;
  for (let index = 0; index < 200_000; index += 1) {
    const message = "open /srv/acme/pay.sql ".repeat(index === 0 ? 200 : sizes.below(4));
    const changed = JSON.stringify({ ...event, error_message: message });
    assert.equal(plan.sanitize(changed).accepted, true);
    if (index % 5 === 0) plan.sanitize('{"event":"error","jane":1}');
    // Blocks are neither split nor joined, so a rare size may ask for its first page late.
    if (index === 50_000) early = engine.memory;
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
