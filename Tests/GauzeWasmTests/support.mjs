// What all tests share: the module under test, counting, seeded randomness, and the bare exports.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import assert from "node:assert/strict";
import { Gauze } from "../../Sources/GauzeWasm/gauze.mjs";

export const root = new URL("../../", import.meta.url);
export const fixtures = new URL("Fixtures/", root);
const built = fileURLToPath(new URL(".build/wasm/gauze.wasm", root));
export const wasm = readFileSync(process.argv[2] ?? built);
export const compiled = await WebAssembly.compile(wasm);

/** How many tests passed and failed so far. */
export const counts = { passed: 0, failed: 0 };

export async function test(name, body) {
  try {
    await body();
    counts.passed += 1;
  } catch (error) {
    counts.failed += 1;
    const message = String(error.message).split("\n").slice(0, 12).join("\n  ");
    console.log(`failed: ${name}\n  ${message}`);
  }
}

export const seed = BigInt(process.env.GAUZE_SEED ?? 20261121);
console.log(`seed ${seed}`);

/** SplitMix64, as in the other tests. */
export function seeded(start) {
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

export const utf8 = new TextEncoder();
export const text = (url) => readFileSync(url, "utf8");
export const lines = (url) => text(url).split("\n").filter((line) => line !== "");
export const folders = (url) => (existsSync(url) ? readdirSync(url).sort() : []);
export const bytesOfHex = (hex) =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

export function bare() {
  return new WebAssembly.Instance(compiled, {}).exports;
}

export function put(module, input) {
  const bytes = typeof input === "string" ? utf8.encode(input) : input;
  const pointer = module.gauze_allocate(bytes.length);
  new Uint8Array(module.memory.buffer).set(bytes, pointer);
  return [pointer, bytes.length];
}

/** A member of a one-line object as it is written: JavaScript's numbers are too small for some. */
export function written(line, name) {
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
export function applyWritten(module, policies, value, { keys = {}, literals }) {
  if (literals !== undefined) module.gauze_literals(...put(module, JSON.stringify(literals)));
  for (const [id, key] of Object.entries(keys)) {
    module.gauze_key(...put(module, id), ...put(module, key));
  }
  const chain = put(module, JSON.stringify(policies));
  const status = module.gauze_apply(...chain, ...put(module, value));
  const start = module.gauze_output_pointer();
  const answer = new Uint8Array(module.memory.buffer, start, module.gauze_output_length());
  return [status, JSON.parse(new TextDecoder().decode(answer))];
}

/** Reads JSON with members in any order. */
export const isSameJSON = (left, right) => assert.deepEqual(JSON.parse(left), right);

export const gauze = await Gauze.load(compiled);
export const builtIn = text(new URL("Systems/cli-telemetry/schema.json", fixtures));
export const event = {
  event: "error",
  session_id: "2f1e9c1a-6c1b-4f0e-9a53-0e0d6c1b2a11",
  version: "1.4.0",
  error_type: "NotFound",
  error_message: "cannot open /home/jane/pay.sql for jane@acme.example",
  duration_ms: 1250,
};
export const record = JSON.stringify(event);
