"""Gauze: `gauze apply`, a process as a person would start it.

Timed is the whole process: start, reading JSON Lines, the engine, writing. It reads the texts as
often as gives it at least four megabytes, and the time is divided by that, so that its start of a
few milliseconds does not stand for the engine.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time

from peer import Tool

PROGRAM = os.environ.get("GAUZE", ".build/release/gauze")
ENOUGH = 4_000_000
# Until one word stands for all detectors.
CHAIN = ["strip-paths", "mask-emails", "mask-secrets", "mask-addresses", "mask-identifiers"]


def version():
    return subprocess.run([PROGRAM, "--version"], capture_output=True, text=True).stdout.split()[-1]


def accepts(policies):
    done = subprocess.run([PROGRAM, "apply", *policies], input=b"", capture_output=True)
    return done.returncode == 0


def chain():
    return ["scrub-text"] if accepts(["scrub-text"]) else CHAIN


def apply(policies, texts, rounds):
    """Outputs, seconds for one reading of the texts, and the indices of texts that were rejected."""
    lines = b"".join(json.dumps(text).encode() + b"\n" for text in texts)
    outputs = []
    done = subprocess.run([PROGRAM, "apply", *policies], input=lines, capture_output=True)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    # A rejected line leaves nothing on standard output and its number on standard error.
    rejected = {int(n) - 1 for n in re.findall(rb"^line (\d+): ", done.stderr, re.MULTILINE)}
    clean = iter(done.stdout.splitlines())
    for index in range(len(texts)):
        outputs.append("" if index in rejected else json.loads(next(clean)))
    if next(clean, None) is not None:
        raise SystemExit("gauze apply wrote more lines than it read")
    times = -(-ENOUGH // max(len(lines), 1))
    with tempfile.TemporaryFile() as file:
        for _ in range(times):
            file.write(lines)
        seconds = []
        for _ in range(rounds):
            file.seek(0)
            start = time.perf_counter()
            subprocess.run(
                [PROGRAM, "apply", *policies],
                stdin=file,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            seconds.append((time.perf_counter() - start) / times)
    return outputs, min(seconds), rejected


def text(records, rounds):
    outputs, seconds, rejected = apply(chain(), [record["text"] for record in records], rounds)
    return outputs, seconds, [records[index]["id"] for index in sorted(rejected)]


def any_dialect(records, rounds):
    return with_dialects(records, rounds, lambda record: "any")


def named_dialect(records, rounds):
    known = {}

    def dialect(record):
        name = record.get("dialect") or "any"
        if name not in known:
            known[name] = name if accepts([f'mask-sql={{"dialect":"{name}"}}']) else "any"
        return known[name]

    result = with_dialects(records, rounds, dialect)
    strangers = sorted(name for name, used in known.items() if name != used)
    if strangers:
        print("read as any: " + ", ".join(strangers), file=sys.stderr)
    return result


def with_dialects(records, rounds, dialect):
    """One process for each dialect; their times add up."""
    groups = {}
    for index, record in enumerate(records):
        groups.setdefault(dialect(record), []).append(index)
    outputs, total, withheld = [""] * len(records), 0.0, []
    for name, indices in groups.items():
        texts = [records[index]["text"] for index in indices]
        some, seconds, rejected = apply([f'mask-sql={{"dialect":"{name}"}}'], texts, rounds)
        for index, output in zip(indices, some):
            outputs[index] = output
        withheld += [records[indices[place]]["id"] for place in sorted(rejected)]
        total += seconds
    return outputs, total, withheld


TOOLS = [
    Tool("gauze", "**Gauze**", "text", version, batch=text),
    Tool("gauze-any", "**Gauze**, dialect `any`", "sql", version, batch=any_dialect),
    Tool("gauze-named", "**Gauze**, dialect named", "sql", version, batch=named_dialect),
]
