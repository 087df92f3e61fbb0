"""Every report of `gauze diff` and `gauze gate` against the published form of its kind.

All fixtures of Fixtures/Changes, either way, and cases of the gate, also with hostile texts and file names.
A rule that no SARIF report held, or a finding of the gate that none did, fails.
"""

import copy
import json
import os
import re
import subprocess

import jsonschema_rs
from lxml import etree

import sources

HOSTILE = (
    "]]>\u0001\u0000\u001b[31m\ufffe\uffff\u0085\u2028\U0001F600\u202e<!--&amp;\"' \ud7ff%\r\n::error::é"
)
EVENT = "a ]]><b c=\"d\">&'%s::{}`|*"
FILES = [
    b"schema.json", b"a b/\xc3\xa9\xf0\x9f\x98\x80 ]]>&<'\"%41#?.json", b"bad-\xff\xfe.json",
    b"new\nline,a:b\t.json",
]


def around(words):
    """A schema around an event's properties, or around words of its own, as the Swift tests make it."""
    words = dict(words)
    event = {"description": "A report.", "properties": {
        "run": {"type": "string", "format": "uuid", "why": "For the test."}, **words.pop("properties", {})}}
    if "required" in words:
        event["required"] = words.pop("required")
    return {"gauze": 1, "name": "changes", "version": "1.0", "events": {"report": event}, **words}


def changes(root):
    """Pairs of schemas: what the fixtures compare, either way."""
    for name in sorted(os.listdir(f"{root}/Fixtures/Changes")):
        with open(f"{root}/Fixtures/Changes/{name}", encoding="utf-8") as file:
            for line in file:
                fixture = json.loads(line)
                old, new = around(fixture["old"]), around(fixture["new"])
                yield old, new
                yield new, old


def hostile():
    """A schema that names what breaks markup, and another."""
    field = {"type": "string", "enum": [HOSTILE, "x"], "description": HOSTILE, "why": HOSTILE}
    old = {"gauze": 1, "name": "h", "version": "1.0", "description": HOSTILE, "eventKey": "$e",
           "events": {EVENT: {"description": HOSTILE, "properties": {"k": field}}}}
    new = copy.deepcopy(old)
    new["events"][EVENT]["properties"]["k"]["enum"] = ["x", HOSTILE + "2"]
    new["events"]["x]]>"] = {"description": HOSTILE, "properties": {"k": field}}
    return old, new


def gated(gauze, scratch):
    """Cases for the gate as (old, new, page): one at least for each of its rules."""
    field = {"type": "string", "enum": ["csv"], "otherwise": "other", "why": "Which."}
    wide = {**field, "enum": ["csv", "json"]}
    text = {"type": "string", "policies": ["scrub-text", {"truncate": 50}], "why": "Which."}

    def schema(field, version="1.0", epoch=1, history=("1.0",), **entry):
        return {
            "gauze": 1, "name": "shop", "version": version, "description": "A shop.",
            "consent": {"default": "opt-in", "epoch": epoch, "sources": []},
            "events": {"import": {"description": "A file was imported.", "properties": {"kind": field}}},
            "history": [{"version": number, "date": "2026-01-01", "summary": "More.",
                         **(entry if index else {})} for index, number in enumerate(history)],
        }

    yield schema(field), schema(field), None
    yield schema(field, "1.1", history=("1.1",)), schema(field, "1.0"), None
    yield schema(field), schema(wide), None
    yield schema(field), schema(text), None
    yield schema(field), schema(wide, "1.1", history=("1.0", "1.1")), None
    yield schema(field), schema(wide, "1.1", history=("1.0", "1.1"), review="https://r.example/1"), None
    yield schema(field), schema(wide, "1.1", history=("1.0", "1.1"), review="https://r.example/1",
                                fingerprint="0" * 16), None
    yield schema(field), schema(field), b"no block\n"
    yield schema(field), schema(field), b"<!-- gauze:begin shop 1.0 -->\n<!-- gauze:end -->\n"
    yield schema(field), schema(field), b"<!-- gauze:begin shop 1.0 -->\n"
    yield (*hostile(), None)


class Reports:
    def __init__(self, gauze, root, packages, scratch):
        self.gauze, self.root, self.scratch = gauze, root, scratch
        schema = sources.sarif(packages, scratch)
        jsonschema_rs.meta.validate(schema)
        self.sarif = jsonschema_rs.Draft7Validator(schema, validate_formats=True)
        self.junit = etree.XMLSchema(etree.fromstring(sources.junit(packages)))
        broken = {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "a"}}, "results": [{}]}]}
        stray = etree.fromstring("<testsuites><a/></testsuites>")
        if self.sarif.is_valid(broken) or self.junit.validate(stray):
            raise SystemExit("the published schemas refuse nothing")
        self.rules, self.faults, self.counts = set(), [], {"sarif": 0, "junit": 0}
        self.place = os.fsencode(f"{scratch}/place")

    def put(self, name, content):
        path = os.path.join(self.place, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else json.dumps(content, indent=1).encode())
        return name

    def run(self, *arguments):
        run = subprocess.run([os.fsencode(self.gauze), *arguments], cwd=self.place,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        if run.returncode > 1:
            said = run.stderr.decode(errors="replace")
            self.faults.append(f"{arguments}: status {run.returncode}: {said}")
            return None
        return run.stdout

    def check_sarif(self, what, output):
        self.counts["sarif"] += 1
        log = json.loads(output.decode("utf-8"))
        for error in self.sarif.iter_errors(log):
            self.faults.append(f"{what}: {str(error)[:400]}")
        for run in log["runs"]:
            rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
            if len(rules) != len(set(rules)):
                self.faults.append(f"{what}: a rule twice")
            for result in run["results"]:
                # §3.27.6: the index leads to the rule of that id.
                if rules[result["ruleIndex"]] != result["ruleId"]:
                    self.faults.append(f"{what}: {result['ruleId']} is not the rule at its index")
                self.rules.add(result["ruleId"])
                uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
                if not re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri):
                    self.faults.append(f"{what}: {uri} is no URI reference")
                if not result["message"]["text"]:
                    self.faults.append(f"{what}: an empty message")

    def check_junit(self, what, output):
        self.counts["junit"] += 1
        try:
            tree = etree.fromstring(output)
        except etree.XMLSyntaxError as error:
            self.faults.append(f"{what}: {error}")
            return
        if not self.junit.validate(tree):
            self.faults.append(f"{what}: {self.junit.error_log.last_error}")
        for suite in tree.iter("testsuite"):
            cases = suite.findall("testcase")
            failures = sum(case.find("failure") is not None for case in cases)
            if (str(len(cases)), str(failures)) != (suite.get("tests"), suite.get("failures")):
                self.faults.append(f"{what}: the counts are wrong")

    def check(self):
        for number, (old, new) in enumerate([*changes(self.root), hostile()]):
            old, new = self.put(b"old.json", old), self.put(b"new.json", new)
            output = self.run("diff", "--format", "sarif", old, new)
            if output is not None:
                self.check_sarif(f"change {number}", output)
        for number, (old, new, page) in enumerate(gated(self.gauze, self.scratch)):
            for name in FILES:
                old_name, new_name = self.put(b"old.json", old), self.put(name, new)
                named = [] if page is None else ["--page", self.put(name + b".md", page)]
                for form, check in (("sarif", self.check_sarif), ("junit", self.check_junit)):
                    output = self.run("gate", "--format", form, "--base", old_name, *named, new_name)
                    if output is not None:
                        check(f"gate {number} {name}", output)
                output = self.run("diff", "--format", "sarif", old_name, new_name)
                if output is not None:
                    self.check_sarif(f"diff {number} {name}", output)
        missing = self.known() - self.rules
        if missing:
            self.faults.append(f"in no report: {sorted(missing)}")
        print(f"{self.counts['sarif']} SARIF reports with {len(self.rules)} rules, "
              f"{self.counts['junit']} JUnit reports")
        for fault in self.faults[:20]:
            print("   ", fault)
        return len(self.faults)

    def known(self):
        """The rules of SCHEMA.md's tables, which a test compares with the code."""
        with open(f"{self.root}/SCHEMA.md", encoding="utf-8") as file:
            text = file.read()
        rules = set()
        for head in ("| Rule | What happened |", "| Finding | What is wrong |"):
            if head not in text:
                raise SystemExit(f"SCHEMA.md has no table {head}")
            table = text[text.index(head):].split("\n\n")[0]
            rules |= set(re.findall(r"^\| `([a-z-]+)` \|", table, re.M))
        return rules


def check(gauze, root, packages, scratch):
    return Reports(gauze, root, packages, scratch).check()
