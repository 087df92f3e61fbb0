"""What an adapter of a peer is made of, and the program that runs one.

An adapter is a file beside this one. It names its rows in `TOOLS`; this program runs one row over
the records on standard input, in a process of its own, and writes one JSON object:
`{"version", "outputs", "seconds", "unread", "withheld"}`. Nothing else may be printed.
"""

import importlib.metadata
import importlib.util
import json
import pathlib
import sys
import time
from dataclasses import dataclass
from typing import Callable

ROUNDS = 3


class Unread(Exception):
    """The tool cannot read this text; the text stays as it is, and is counted."""


@dataclass(frozen=True)
class Tool:
    """One row of a table.

    `make` is called once, untimed, and gives `scrub(text, dialect)`. A tool that is a program of its
    own has `batch(records, rounds)` instead, which gives `(outputs, seconds, withheld)` and says
    what it timed.
    """

    word: str
    title: str
    kind: str
    version: Callable[[], str]
    make: Callable | None = None
    batch: Callable | None = None
    note: str = ""


def package(name):
    """The version of an installed package."""
    return lambda: importlib.metadata.version(name)


def load(path):
    """An adapter by its file, so that `sqlparse.py` here does not hide the package of that name."""
    spec = importlib.util.spec_from_file_location(f"adapter_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def adapters():
    """The file of every adapter, by name."""
    here = pathlib.Path(__file__).resolve().parent
    return {path.stem: path for path in sorted(here.glob("*.py")) if path.stem != "peer"}


def run(tool, records, rounds):
    """Runs a tool in a loop over the texts, `rounds` times, and times each loop."""
    if tool.batch:
        outputs, seconds, withheld = tool.batch(records, rounds)
        return {"outputs": outputs, "seconds": seconds, "unread": [], "withheld": withheld}
    scrub = tool.make()
    pairs = [(record["text"], record.get("dialect")) for record in records]
    for text, dialect in pairs[:20]:
        attempt(scrub, text, dialect)
    seconds = []
    for _ in range(rounds):
        start = time.perf_counter()
        results = [attempt(scrub, text, dialect) for text, dialect in pairs]
        seconds.append(time.perf_counter() - start)
    unread = [record["id"] for record, result in zip(records, results) if result is None]
    outputs = [pair[0] if result is None else result for pair, result in zip(pairs, results)]
    return {"outputs": outputs, "seconds": min(seconds), "unread": unread, "withheld": []}


def attempt(scrub, text, dialect):
    try:
        return scrub(text, dialect)
    except Unread:
        return None


def main():
    adapter, word, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    # Some packages print while they load; what they print goes to standard error.
    answer, sys.stdout = sys.stdout, sys.stderr
    sys.modules["peer"] = sys.modules["__main__"]
    sys.path = [entry for entry in sys.path if entry != str(pathlib.Path(__file__).resolve().parent)]
    tool = next(tool for tool in load(adapters()[adapter]).TOOLS if tool.word == word)
    records = [json.loads(line) for line in sys.stdin]
    result = run(tool, records, rounds)
    result["version"] = tool.version()
    json.dump(result, answer)


if __name__ == "__main__":
    main()
