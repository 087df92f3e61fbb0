// Tests gauze.wasm on the repository's fixtures, on hostile input and over long use:
//
//     node Tests/GauzeWasmTests/run.mjs [gauze.wasm]
//
// Prints each failure and a closing line; status 1 if there is any failure.

import { Gauze } from "../../Sources/GauzeWasm/gauze.mjs";
import { counts, record, utf8, wasm } from "./support.mjs";
import "./goldens.mjs";
import "./wrapper.mjs";
import "./hostile.mjs";

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
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
