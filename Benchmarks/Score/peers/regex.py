"""A careful script of regular expressions, in Perl, as people write them. Timed is its loop."""

import json
import pathlib
import subprocess

from peer import Tool

SCRIPT = pathlib.Path(__file__).with_name("regex.pl")


def version():
    done = subprocess.run(["perl", "-e", "print $^V"], capture_output=True, text=True, check=True)
    return f"Perl {done.stdout.lstrip('v')}"


def batch(records, rounds):
    lines = "".join(json.dumps(record["text"]) + "\n" for record in records)
    done = subprocess.run(
        ["perl", str(SCRIPT), str(rounds)], input=lines, capture_output=True, text=True, check=True
    )
    *outputs, seconds = (json.loads(line) for line in done.stdout.splitlines())
    return outputs, seconds, []


TOOLS = [Tool("regex", "regular expressions (ours)", "text", version, batch=batch)]
