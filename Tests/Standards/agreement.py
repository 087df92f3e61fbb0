"""Does the exported JSON Schema say of records what Gauze says?

Of each built-in schema, in each form, random records and mutations of them are judged twice: by `gauze
verify` (wire) or `gauze sanitize` (raw), and by the exported JSON Schema under jsonschema-rs. A record
that Gauze accepts must be valid. One that Gauze rejects must be invalid, unless each of its violations
is of a kind in DIFFERENCES: what no JSON Schema says. How often each came up is printed; one that never
came up in any schema of 100,000 records fails, for then it is no difference.
"""

import calendar
import collections
import json
import random
import re
import subprocess
from decimal import Decimal

import jsonschema_rs

import records
from mutations import Mutator
from schemas import Schema, policies

DETECTORS = {
    "scrub-text", "strip-paths", "mask-emails", "mask-secrets", "mask-addresses",
    "mask-identifiers", "mask-urls", "mask-sql",
}
DIFFERENCES = {
    "a name that comes twice": "JSON Schema judges what a parser kept, and that is the last of them",
    "a number of more than 32 bytes": "JSON Schema judges values, not how they are spelled",
    "nested too deep": "a limit of the reader, which JSON Schema cannot count",
    "a day that its month has not": "a pattern does not know February",
    "what detectors find": "a masked text is a fixpoint of its detectors; no pattern says that",
    "what a policy writes": "the grammar of hint, shape and mask-arguments is not regular",
    "an e-mail address": "its grammar is told by a pattern that is looser",
    "digits beyond the rounded": "that a number has so many significant digits is said by no keyword",
    "the order of names": "keys lists names in the schema's order, and uniqueItems knows none",
    "parts of a joined text": "how many there are, and that none comes twice, is beyond a pattern",
    "a sum beyond its bounds": "JSON Schema adds no values up",
}
SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
LONG_NUMBER = re.compile(r"[-+.0-9eE]{33,}")


def difference(violation, field, line):
    """The name of what JSON Schema cannot say here; None if it should."""
    code = violation["code"]
    if has_double(line):
        return "a name that comes twice"
    words = {word for word, _ in policies(field)} if field else set()
    if code == "too-deep":
        return "nested too deep"
    if code == "out-of-range" and LONG_NUMBER.search(line):
        return "a number of more than 32 bytes"
    if code == "out-of-range" and field and "otherwise" in field.get("propertyNames", {}):
        return "a sum beyond its bounds"
    if code == "too-many" and words & {"join"}:
        return "parts of a joined text"
    if code in ("bad-format", "not-in-enum") and words & {"hint", "shape", "mask-arguments"}:
        return "what a policy writes"
    if code == "bad-format" and words & {"keys"}:
        return "the order of names"
    if code == "bad-format" and field is not None:
        if words & DETECTORS:
            return "what detectors find"
        if words & {"round"}:
            return "digits beyond the rounded"
        if field.get("format") == "email":
            return "an e-mail address"
        is_time = field.get("format") in ("date", "date-time") or "coarsen-time" in words
        if is_time and not is_day(found(line, steps(violation["at"]))):
            return "a day that its month has not"
    return None


def has_double(line):
    found = []
    json.loads(line, object_pairs_hook=lambda pairs: found.append(len(dict(pairs)) < len(pairs)))
    return any(found)


def found(line, path):
    value = json.loads(line)
    for step in path:
        value = value[step]
    return value


def is_day(text):
    year, month, day = (int(part) for part in text[:10].split("-"))
    return day <= calendar.monthrange(year, month)[1]


def steps(pointer):
    found = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
    return [int(step) if step.isdigit() else step for step in found]


def number(text):
    """A number as exactly as it was written; one without a fraction as an integer, as JSON Schema has it."""
    value = Decimal(text)
    is_short = abs(value.adjusted()) < 40
    return int(value) if is_short and value == value.to_integral_value() else value


def is_valid(validator, line):
    """Whether a JSON reader and the schema both take the line."""
    try:
        value = json.loads(line, parse_float=number, parse_constant=int)
        if SURROGATE.search(line):
            # Half of a surrogate pair is no Unicode text (RFC 7493 §2.1).
            json.dumps(value, ensure_ascii=False, default=str).encode()
        return validator.is_valid(value)
    except (ValueError, RecursionError):
        return False


class Run:
    """One schema in one form."""

    def __init__(self, gauze, root, name, form, count, seed, scratch):
        self.gauze, self.root, self.name, self.form = gauze, root, name, form
        self.count, self.scratch = count, scratch
        self.schema = Schema(f"{root}/Fixtures/Systems/{name}/schema.json")
        self.random = random.Random(f"{seed}/{name}/{form}")
        self.keys = ["--key", f"install={root}/Fixtures/Systems/astro/keys/install"]
        if name != "astro":
            self.keys = []

    def judge(self, lines, command):
        """What Gauze says of each line: None, or its violations. And the lines that left, if any."""
        base = f"{self.scratch}/{self.name}-{self.form}"
        with open(f"{base}.jsonl", "w", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in lines)
        clean = ["-o", f"{base}.clean"] if command == "sanitize" else []
        run = subprocess.run(
            [self.gauze, command, "--schema", self.name, *self.keys, "--no-progress", *clean,
             "--rejects", f"{base}.rejects", f"{base}.jsonl"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
        if run.returncode > 1:
            raise SystemExit(f"gauze {command} ended with {run.returncode}: {run.stderr}")
        verdicts = [None] * len(lines)
        with open(f"{base}.rejects", encoding="utf-8") as file:
            for entry in map(json.loads, file):
                verdicts[entry["line"] - 1] = entry["violations"]
        if not clean:
            return verdicts, []
        with open(f"{base}.clean", encoding="utf-8") as file:
            return verdicts, file.read().split("\n")[:-1]

    def lines(self):
        """Records with the kind of mutation that made each."""
        made = [records.record(self.schema, self.random) for _ in range(self.count // 5)]
        if self.form == "wire":
            made = self.judge(made, "sanitize")[1]
        mutator = Mutator(self.schema, self.random)
        lines = [("as made", line) for line in made]
        while len(lines) < self.count:
            kind, line = mutator.mutated(self.random.choice(made))
            if line.strip():
                lines.append((kind, line))
        return lines

    def compare(self):
        lines = self.lines()
        export = subprocess.run(
            [self.gauze, "export", self.name, "--as", "json-schema", "--form", self.form],
            stdout=subprocess.PIPE, check=True).stdout
        jsonschema_rs.meta.validate(json.loads(export))
        validator = jsonschema_rs.Draft202012Validator(json.loads(export))
        command = "verify" if self.form == "wire" else "sanitize"
        verdicts, _ = self.judge([line for _, line in lines], command)
        counts = collections.Counter()
        kinds = collections.Counter()
        disagreements = []
        for (kind, line), violations in zip(lines, verdicts):
            valid = is_valid(validator, line)
            kinds[kind, violations is None] += 1
            if violations is None:
                counts["accepted"] += 1
                if not valid:
                    error = next(iter(validator.iter_errors(json.loads(line, parse_float=number))))
                    disagreements.append((kind, "accepted and not valid", str(error)[:300], line))
                continue
            counts["rejected"] += 1
            if not valid:
                continue
            names = set()
            for violation in violations:
                field = self.schema.field(violation.get("event"), steps(violation.get("at", "")))
                names.add(difference(violation, field, line))
            if None in names:
                disagreements.append((kind, "rejected and valid", json.dumps(violations)[:300], line))
            else:
                counts.update(names)
        return self.name, self.form, counts, kinds, disagreements


def run(arguments):
    return Run(*arguments).compare()
