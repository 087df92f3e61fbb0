"""Does the JSON Schema of the schema language say of schema files what `gauze check` says?

A schema that loads must be valid: every one of the fixtures, of SCHEMA.md, and every mutation of them. One
that does not load for a reason of form (FORM) must be invalid. What binds one place of a file to another is
counted by code; only `gauze check` tells it.
"""

import collections
import glob
import json
import random
import re
import subprocess

import jsonschema_rs

from reports import changes

# Codes of words that are unknown or of the wrong kind: no such file may be valid.
FORM = {
    "not-a-schema", "unsupported-revision", "unknown-keyword", "wrong-kind", "bad-version",
    "unknown-type", "unknown-format", "unknown-class", "unknown-policy", "bad-name",
}
FAULT = re.compile(r"^(.*?):\d+:\d+: ([a-z-]+)\b")


def faults_of(gauze, files):
    """The codes of the faults of each file; lints are none."""
    codes = {file: [] for file in files}
    for start in range(0, len(files), 200):
        run = subprocess.run([gauze, "check", *files[start:start + 200]], text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        for line in run.stdout.split("\n"):
            found = FAULT.match(line)
            if found and found[1] in codes:
                codes[found[1]].append(found[2])
    return codes


def fault_codes(root):
    """The codes of SCHEMA.md's table, which a test compares with the code."""
    with open(f"{root}/SCHEMA.md", encoding="utf-8") as file:
        part = file.read().split("\n## Schema faults\n")[1].split("\n## ")[0]
    return set(re.findall(r"^\| `([a-z-]+)` \|", part, re.M))


def documents(root):
    with open(f"{root}/SCHEMA.md", encoding="utf-8") as file:
        yield from re.findall(r"^```json schema\n(.*?)^```", file.read(), re.M | re.S)


def loading(root):
    """Schemas that load, as JSON."""
    for pattern in ("Schemas/accept/*.json", "Schemas/findings/*.json", "Systems/*/schema.json"):
        for path in sorted(glob.glob(f"{root}/Fixtures/{pattern}")):
            with open(path, encoding="utf-8") as file:
                yield json.load(file)
    yield from map(json.loads, documents(root))
    for old, new in changes(root):
        yield old
        yield new


class Slips:
    """One slip a schema, mostly of form."""

    VALUES = [None, True, False, 0, 1, -1, 1.5, 10**9, "", " ", "a", "drop", "string", [], ["a"], {},
              {"a": 1}, [[]], {"truncate": 5}, "1.0", "uuid", ["string", "null"], "engine"]

    def __init__(self, random):
        self.random = random

    def places(self, value, path=()):
        # What stands in records is anybody's.
        if isinstance(value, dict):
            for name in value:
                yield value, name
                if name not in ("raw", "wire"):
                    yield from self.places(value[name])
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                yield value, index
                yield from self.places(inner)

    def slip(self, schema):
        made = json.loads(json.dumps(schema))
        places = list(self.places(made))
        holder, key = self.random.choice(places)
        way = self.random.randint(0, 6)
        if way == 0:
            holder[key] = self.random.choice(self.VALUES)
        elif way == 1:
            del holder[key]
        elif way == 2 and isinstance(holder, dict):
            name = self.random.choice(["more", "minLength", "pattern", key + "s", key.upper()])
            holder[name] = holder[key]
        elif way == 3 and isinstance(holder, dict):
            words = ["why", "from", "format", "enum", "const", "otherwise", "maxItems", "policies", "was",
                     "required", "else", "presentIf", "items", "maximum", "description", "consent"]
            holder[self.random.choice(words)] = self.random.choice(self.VALUES)
        elif way == 4 and isinstance(holder[key], str):
            old = holder[key]
            holder[key] = self.random.choice([old.upper(), old + " ", old[:-1], old + "x", "1" + old])
        elif way == 5:
            other, name = self.random.choice(places)
            if other is not None and (isinstance(other, list) or name in other):
                holder[key] = json.loads(json.dumps(other[name])) if self.has(other, name) else None
        elif isinstance(holder[key], (int, float)) and not isinstance(holder[key], bool):
            holder[key] = self.random.choice([0, -1, holder[key] * 10**6, holder[key] + 0.5, "1", [1]])
        else:
            holder[key] = [holder[key]]
        return made

    @staticmethod
    def has(holder, key):
        return key in holder if isinstance(holder, dict) else key < len(holder)


def judged(validator, named, unseen):
    """What is wrong with verdicts: (name, schema, codes)."""
    faults = []
    for name, schema, codes in named:
        valid = validator.is_valid(schema)
        if not codes and not valid:
            error = next(iter(validator.iter_errors(schema)))
            faults.append(f"{name} loads and is not valid: {str(error)[:500]}")
        elif codes and valid:
            if set(codes) & FORM:
                faults.append(f"{name} is valid in spite of {sorted(set(codes))}")
            unseen.update(set(codes))
    return faults


def check(gauze, root, count, seed, scratch):
    """How many verdicts are wrong; the rest is printed."""
    export = subprocess.run(
        [gauze, "export", "--as", "language-schema"], stdout=subprocess.PIPE, check=True)
    with open(f"{root}/Fixtures/Language/gauze.schema.json", "rb") as file:
        faults = [] if file.read() == export.stdout else ["the copy in Fixtures/Language differs"]
    schema = json.loads(export.stdout)
    jsonschema_rs.meta.validate(schema)
    validator = jsonschema_rs.Draft202012Validator(schema)
    table = fault_codes(root)

    def codes_of(files):
        found = faults_of(gauze, files)
        return {file: [code for code in codes if code in table] for file, codes in found.items()}

    good = list(loading(root))
    loaded = [("a schema", schema, []) for schema in good]
    faults += judged(validator, loaded, collections.Counter())

    # What the fixtures refuse.
    seen, unseen = collections.Counter(), collections.Counter()
    with open(f"{root}/Fixtures/Schemas/reject/expected.jsonl", encoding="utf-8") as file:
        expected = [json.loads(line) for line in file]
    named = []
    for entry in expected:
        codes = [fault.split(" ")[0] for fault in entry["faults"]]
        with open(f"{root}/Fixtures/Schemas/reject/{entry['file']}", encoding="utf-8") as file:
            try:
                named.append((entry["file"], json.load(file, object_pairs_hook=single), codes))
            except ValueError:
                seen["not-json"] += 1
    faults += judged(validator, named, unseen)
    for _, schema, codes in named:
        if not validator.is_valid(schema):
            seen.update(set(codes))
    print(f"{len(good)} schemas that load; of {len(expected)} that do not, "
          f"{sum(not validator.is_valid(schema) for _, schema, _ in named) + seen['not-json']} are refused too")
    print("  files with each code that the schema refuses/accepts:")
    codes = sorted({*seen, *unseen})
    print("  " + ", ".join(f"{code} {seen[code]}/{unseen[code]}" for code in codes))

    # Slips in small schemas, of which many can be read.
    slips = Slips(random.Random(f"{seed}/language"))
    small = [schema for schema in good if len(json.dumps(schema)) < 6000]
    files, made = [], []
    for number in range(count):
        made.append(slips.slip(slips.random.choice(small)))
        files.append(f"{scratch}/slip-{number}.json")
        with open(files[-1], "w", encoding="utf-8") as file:
            json.dump(made[-1], file)
    codes = codes_of(files)
    named = [(json.dumps(schema), schema, codes[file]) for file, schema in zip(files, made)]
    missed = collections.Counter()
    faults += judged(validator, named, missed)
    loads = sum(not codes for _, _, codes in named)
    valid = sum(validator.is_valid(schema) for schema in made)
    print(f"{count} slips: {loads} load, {count - loads} do not; {count - valid} are refused by the schema")
    print("  unseen: " + ", ".join(f"{code} {number}" for code, number in missed.most_common()))
    for fault in faults[:8]:
        print("   ", fault[:1500])
    return len(faults)


def single(pairs):
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a name that comes twice")
    return dict(pairs)
