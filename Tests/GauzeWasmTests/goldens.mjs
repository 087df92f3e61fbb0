// Runs the repository's golden files through the module.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import {
  applyWritten,
  bare,
  bytesOfHex,
  fixtures,
  folders,
  gauze,
  isSameJSON,
  lines,
  test,
  text,
  written,
} from "./support.mjs";

// MARK: - Policies

for (const word of folders(new URL("Policies/", fixtures))) {
  for (const topic of folders(new URL(`Policies/${word}/`, fixtures))) {
    if (!topic.endsWith(".jsonl")) continue;
    for (const line of lines(new URL(`Policies/${word}/${topic}`, fixtures))) {
      const one = JSON.parse(line);
      // `apply` takes values: what leaves of a field that is not there, schemas show.
      if (!("input" in one)) continue;
      await test(`${word}/${topic}: ${one.name}`, () => {
        const keys = Object.fromEntries(
          Object.entries(one.keys ?? {}).map(([id, hex]) => [id, bytesOfHex(hex)]),
        );
        const supplies = { keys, literals: one.literals };
        const policy = one.parameters == null ? word : { [word]: one.parameters };
        const chain = [...(one.before ?? []), policy];
        const [status, answer] = applyWritten(bare(), chain, written(line, "input"), supplies);
        assert.ok(status >= 0, JSON.stringify(answer));
        const result = gauze.apply(chain, one.input, supplies);
        if (typeof one.input !== "number") {
          const told = status === 1 ? { value: answer.value } : { violations: answer };
          assert.deepEqual({ ...result, ...told }, result);
        } else {
          // A number of JavaScript may be another than the one that is written.
          result.accepted = status === 1;
          result.value = answer.value;
          result.violations = status === 1 ? [] : answer;
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
  const folderOfKeys = new URL("keys/", folder);
  const ids = existsSync(folderOfKeys) ? folders(folderOfKeys) : [];
  const keys = Object.fromEntries(
    ids.map((id) => [id, Uint8Array.from(readFileSync(new URL(id, folderOfKeys)))]),
  );
  const plan = gauze.schema(schema, { keys });
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

// MARK: - Schemas and events: what the engine gives natively, byte for byte

const keys = { "2026-05": Uint8Array.from({ length: 32 }, (_, index) => index) };

for (const name of folders(new URL("Schemas/accept/", fixtures))) {
  await test(`Schemas/accept/${name} loads`, () => {
    const schema = text(new URL(`Schemas/accept/${name}`, fixtures));
    assert.deepEqual(gauze.check(schema), []);
    gauze.schema(schema, { keys }).dispose();
  });
}

const expectations = new URL("Schemas/reject/expected.jsonl", fixtures);
for (const line of existsSync(expectations) ? lines(expectations) : []) {
  const { file, faults } = JSON.parse(line);
  await test(`Schemas/reject/${file} has its faults`, () => {
    const found = gauze.check(readFileSync(new URL(`Schemas/reject/${file}`, fixtures)));
    const shown = found.map(
      ({ code, line, column, pointer, keyword }) =>
        `${code} ${line}:${column} ${pointer}${keyword === undefined ? "" : ` lacks ${keyword}`}`,
    );
    assert.deepEqual(shown, faults);
  });
}

for (const name of folders(new URL("Events/", fixtures))) {
  if (!name.endsWith(".jsonl")) continue;
  const schema = text(new URL(`Schemas/accept/${name.replace(".jsonl", ".json")}`, fixtures));
  const plan = gauze.schema(schema, { keys });
  for (const line of lines(new URL(`Events/${name}`, fixtures))) {
    const story = JSON.parse(line);
    await test(`Events/${name}: ${story.name}`, () => {
      let input = story.hex === undefined ? story.record : bytesOfHex(story.hex);
      if (story.times !== undefined) {
        input = (story.before ?? "") + input.repeat(story.times) + (story.after ?? "");
      }
      const result = plan.sanitize(input, { form: story.form, unknown: story.unknown });
      assert.deepEqual(result.violations, story.violations ?? []);
      assert.equal(result.text, story.expected);
      if (result.accepted) {
        assert.equal(plan.sanitize(result.bytes, { form: "wire" }).text, result.text);
      }
    });
  }
  plan.dispose();
}
