"""Runs every tool over the set and over foreign text, and prints the tables. `run` starts it."""

import argparse
import hashlib
import json
import pathlib
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass

import score
import table

HERE = pathlib.Path(__file__).resolve().parent
ROUNDS = 3
sys.path.append(str(HERE / "peers"))
import peer  # noqa: E402

# What CI demands of Gauze. The frozen set decides; these figures may only rise.
RECALL = 0.999
PRECISION = 0.995
ANY_PRECISION = 0.975
GUARDED = {"email", "token", "connection", "path"}


@dataclass
class Row:
    """One tool's figures in one table."""

    tool: peer.Tool
    version: str
    score: score.Score
    seconds: float
    unread: int
    withheld: int

    def rate(self, size):
        return size / 1e6 / max(self.seconds, 1e-9)


def read(path, sample):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file][::sample]


def run(adapter, tool, records, rounds):
    """Runs a tool in a process of its own. A tool that fails fails the run."""
    lines = "".join(json.dumps(record) + "\n" for record in records)
    done = subprocess.run(
        [sys.executable, str(HERE / "peers" / "peer.py"), adapter, tool.word, str(rounds)],
        input=lines,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    if done.returncode:
        raise SystemExit(f"{tool.word} failed:\n{done.stderr[-4000:]}")
    if adapter == "gauze" and done.stderr:
        print(f"{tool.word}: {done.stderr.strip()}", file=sys.stderr)
    answer = json.loads(done.stdout)
    return Row(
        tool,
        answer["version"],
        score.score(records, answer["outputs"]),
        answer["seconds"],
        len(answer["unread"]),
        len(answer["withheld"]),
    )


def rows(records, kind, options):
    found = []
    for adapter, path in peer.adapters().items():
        for tool in peer.load(path).TOOLS:
            if tool.kind != kind or options.only not in (None, adapter, tool.word):
                continue
            print(f"{tool.word}: {len(records)} texts", file=sys.stderr, flush=True)
            found.append(run(adapter, tool, records, options.rounds))
    return sorted(found, key=lambda row: not row.tool.word.startswith("gauze"))


def controls(records):
    """What the set allows: the score of doing nothing, and of cutting out what was planted."""
    nothing = score.score(records, score.untouched(records))
    answer = score.score(records, score.cut_out(records))
    return (
        f"Controls: nothing done: recall {table.percent(nothing.recall())}, precision "
        f"{table.percent(nothing.precision())}; the planted spans cut out: recall "
        f"{table.percent(answer.recall())}, precision {table.percent(answer.precision())}."
    )


def section(title, records, options):
    """One table for each kind of record, and what Gauze left, by form."""
    lines, all_rows = [], []
    for kind, name in (("text", "text"), ("sql", "SQL")):
        some = [record for record in records if record["kind"] == kind]
        if not some:
            continue
        size = sum(len(record["text"].encode()) for record in some)
        found = rows(some, kind, options)
        if not found:
            continue
        lines += table.tools(f"{title}: {name}", found, size)
        lines += [f"{len(some)} texts, {size / 1e6:.2f} MB. {controls(some)}", ""]
        for row in found:
            if row.tool.note:
                lines += [f"{row.tool.title}: {row.tool.note}.", ""]
        all_rows += found
        if found[0].tool.word.startswith("gauze") and kind == "text":
            lines += table.forms(found[0])
    return lines, all_rows


def missed(found):
    """The floors that Gauze misses, in words."""
    faults = []
    for row in found:
        word, total = row.tool.word, row.score
        if not word.startswith("gauze"):
            continue
        # Under `any` a quoted name, and what one dialect reads into a literal, go on purpose.
        least = ANY_PRECISION if word == "gauze-any" else PRECISION
        if (total.precision() or 0) < least:
            faults.append(f"{word}: precision {table.percent(total.precision())}")
        if row.tool.kind == "sql":
            if total.planted.total() != total.removed.total():
                faults.append(f"{word}: {total.planted.total() - total.removed.total()} survive")
            continue
        left = total.planted.total() - total.removed.total()
        if left > (1 - RECALL) * total.planted.total():
            faults.append(f"{word}: {left} of {total.planted.total()} leak")
        planted, leaked = Counter(), Counter()
        for (name, form, free), count in total.forms.items():
            if name in GUARDED and (free or name != "path"):
                planted[name] += count
                leaked[name] += total.form_leaks[name, form, free]
        for name in sorted(GUARDED):
            if not planted[name]:
                faults.append(f"{word}: the set plants no {name}")
            elif leaked[name] or 1 - leaked[name] / planted[name] < RECALL:
                faults.append(f"{word}: {name}: {leaked[name]} of {planted[name]} leak")
    if not found:
        faults.append("Gauze was not run")
    return faults


def write(block):
    path = HERE / "RESULTS.md"
    text = path.read_text(encoding="utf-8")
    pattern = re.compile(r"(<!-- results -->\n).*?(<!-- end -->)", re.DOTALL)
    if len(pattern.findall(text)) != 1:
        raise SystemExit("RESULTS.md has no block of results")
    path.write_text(pattern.sub(lambda m: m[1] + block + m[2], text), encoding="utf-8")


def options():
    parser = argparse.ArgumentParser(prog="Benchmarks/Score/run")
    parser.add_argument("--set", type=pathlib.Path, default=HERE / "set.jsonl")
    parser.add_argument("--foreign", type=pathlib.Path, default=None)
    parser.add_argument("--sample", type=int, default=1, metavar="N")
    parser.add_argument("--only", metavar="TOOL")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--failures", type=pathlib.Path, metavar="FILE")
    parser.add_argument("--floors", action="store_true")
    parser.add_argument("--write", action="store_true")
    parsed = parser.parse_args()
    if parsed.write and (parsed.sample > 1 or parsed.only):
        parser.error("--write publishes the whole score: neither --sample nor --only")
    return parsed


def main():
    chosen = options()
    digest = hashlib.sha256(chosen.set.read_bytes()).hexdigest()
    lines, found = section("The frozen set", read(chosen.set, chosen.sample), chosen)
    faults = missed([row for row in found if row.tool.word.startswith("gauze")])
    for path in sorted(chosen.foreign.glob("*.jsonl")) if chosen.foreign else []:
        more, others = section(f"Foreign text, {path.stem}", read(path, chosen.sample), chosen)
        lines += more
        found += others
    command = "Benchmarks/Score/run " + " ".join(sys.argv[1:])
    command = re.sub(r" --foreign \S+", "", command).strip()
    lines += [f"Measured on {table.machine(command)}. The set: SHA-256 `{digest[:16]}…`.", ""]
    block = "\n".join(lines) + "\n"
    print(block)
    if chosen.failures:
        with open(chosen.failures, "w", encoding="utf-8") as file:
            for row in found:
                for failure in row.score.failures:
                    file.write(json.dumps({"tool": row.tool.word} | failure) + "\n")
    if chosen.write:
        write(block)
    if chosen.floors and faults:
        print("floors missed:\n  " + "\n  ".join(faults), file=sys.stderr)
        raise SystemExit(1)


if __name__ == "__main__":
    main()
