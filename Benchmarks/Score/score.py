"""How well a scrubbed text is scrubbed: what was planted and survived, what was harmless and went.

Pure functions; `table.py` prints, `main.py` runs the tools. The same functions judge every tool.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

SQL_WORD = re.compile(r"[\w$#@]+")
EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def words(text, kind):
    """The words that precision counts.

    Of running text: what stands between white space, without punctuation at its ends. Of SQL: names,
    keywords and numbers without regard to case, since tools that parse write a statement anew.
    """
    if kind == "sql":
        return [word.casefold() for word in SQL_WORD.findall(text)]
    stripped = (EDGES.sub("", word) for word in text.split())
    return [word for word in stripped if word]


def common(a, b):
    """The length of the longest common subsequence (Hyyrö's bit-parallel form)."""
    full = (1 << len(a)) - 1
    places = defaultdict(int)
    for index, word in enumerate(a):
        places[word] |= 1 << index
    row = full
    for word in b:
        hit = row & places.get(word, 0)
        if hit:
            row = ((row + hit) | (row - hit)) & full
    return len(a) - row.bit_count()


def survivors(secret, output):
    """Which parts of a secret (or which value, if it has no parts) the output still holds."""
    return [part for part in secret.get("parts") or [secret["value"]] if part and part in output]


def space_free(secret):
    """Whether a form says where the secret ends: it is quoted, or has no white space."""
    return secret.get("form") == "quoted" or not re.search(r"\s", secret["value"])


@dataclass
class Score:
    """The sums over the records of one table for one tool."""

    planted: Counter = field(default_factory=Counter)
    removed: Counter = field(default_factory=Counter)
    forms: Counter = field(default_factory=Counter)
    form_leaks: Counter = field(default_factory=Counter)
    records: int = 0
    leaks: int = 0
    words: int = 0
    kept: int = 0
    failures: list = field(default_factory=list)

    def recall(self, name=None):
        """The share of planted secrets that are removed, of one class or of all."""
        planted = self.planted[name] if name else self.planted.total()
        removed = self.removed[name] if name else self.removed.total()
        return removed / planted if planted else None

    def precision(self):
        """The share of harmless words that are kept, in their order."""
        return self.kept / self.words if self.words else None


def score(records, outputs):
    """Judges outputs, in the order of their records."""
    total = Score()
    for record, output in zip(records, outputs, strict=True):
        total.records += 1
        leaked = False
        for secret in record["secrets"]:
            name, form = secret["class"], secret.get("form") or "-"
            survived = survivors(secret, output)
            total.planted[name] += 1
            total.removed[name] += not survived
            key = (name, form, space_free(secret))
            total.forms[key] += 1
            total.form_leaks[key] += bool(survived)
            leaked = leaked or bool(survived)
            if survived:
                total.failures.append(fault(record, secret, survived))
        total.leaks += leaked
        keep = [word for entry in record["keep"] for word in words(entry, record["kind"])]
        found = words(output, record["kind"])
        kept = common(keep, found)
        total.words += len(keep)
        total.kept += kept
        if kept < len(keep):
            lost = list((Counter(keep) - Counter(found)).elements())
            total.failures.append(
                {"id": record["id"], "shape": record.get("shape"), "lost": lost or ["(order)"]}
            )
    return total


def fault(record, secret, survived):
    return {
        "id": record["id"],
        "shape": record.get("shape"),
        "dialect": record.get("dialect"),
        "class": secret["class"],
        "form": secret.get("form"),
        "survived": survived,
    }


def untouched(records):
    """The control that does nothing: it must find no secret, and keep every harmless word."""
    return [record["text"] for record in records]


def cut_out(records):
    """The control that knows the answer: each planted span becomes `?`."""
    outputs = []
    for record in records:
        text = record["text"]
        for secret in sorted(record["secrets"], key=lambda secret: -secret["start"]):
            text = text[: secret["start"]] + "?" + text[secret["end"] :]
        outputs.append(text)
    return outputs
