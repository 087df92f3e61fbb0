"""Log lines of other people's servers: `logs.py FOLDER`, the files that fail2ban tests itself with.

What is secret there is found without Gauze: whatever Python's `ipaddress` takes for an address, and
e-mail addresses by a plain expression. Host names are neither secret nor harmless here. All other
words must stay.
"""

import ipaddress
import json
import pathlib
import re
import sys

CANDIDATE = re.compile(r"(?<![\w.:])[0-9A-Fa-f:.]*[:.][0-9A-Fa-f:.]*(?![\w])")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
HOST = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z]{2,}")


def addresses(line):
    """The spans of addresses, with a port or a full stop behind them left out."""
    for match in CANDIDATE.finditer(line):
        text = match[0].rstrip(".:") if not match[0].endswith("::") else match[0]
        for value in (text, text.rsplit(":", 1)[0]):
            try:
                address = ipaddress.ip_address(value)
            except ValueError:
                continue
            if len(value) > 2 and not address.is_unspecified:
                yield match.start(), match.start() + len(value)
            break


def record(name, number, line):
    secrets = [
        {"class": "address", "value": line[start:end], "parts": [], "form": "log",
         "start": start, "end": end}
        for start, end in addresses(line)
    ]
    secrets += [
        {"class": "email", "value": match[0], "parts": [], "form": "log",
         "start": match.start(), "end": match.end()}
        for match in EMAIL.finditer(line)
        if not any(s["start"] < match.end() and match.start() < s["end"] for s in secrets)
    ]
    values = [secret["value"] for secret in secrets]
    keep = [
        word
        for word in line.split()
        if not re.search(r"[/\\@]", word)
        and not HOST.search(word)
        and not any(value in word for value in values)
    ]
    return {"id": f"{name}:{number}", "kind": "text", "shape": name, "text": line,
            "secrets": secrets, "keep": keep}


def main():
    folder = next(pathlib.Path(sys.argv[1]).rglob("tests/files/logs"))
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        text = path.read_text(encoding="utf-8", errors="replace")
        for number, line in enumerate(text.splitlines(), 1):
            # A line with `#` is fail2ban's own remark on the next.
            if line.strip() and not line.startswith("#"):
                print(json.dumps(record(path.name, number, line)))


if __name__ == "__main__":
    main()
