"""What real programs say about invented names: `programs.py` runs them, and prints records.

Each program gets paths, addresses, keys or connections that were chosen here, so that what is secret
in its message is known; the message itself is the program's. Programs that are not installed are
named on standard error. Nothing is reached but this machine's own port 9, where nobody listens.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

# Each word between spaces holds a planted part, so that no harmless word is a piece of a path.
HOMES = [
    ("/home/okonkwo", ["okonkwo"], "brightwell", "ledger2041.{}"),
    ("/home/lindqvist-ann", ["lindqvist"], "Tamarack Holdings", "Quartal Uebersicht.{}"),
    ("/Users/Rosalind Achebe", ["Rosalind", "Achebe"], "Marlowe & Vantongeren", "salaries77 draft88.{}"),
    ("/home/søren.kjærgaard", ["søren", "kjærgaard"], "Brøndby-kunder", "løn-udtræk.{}"),
    ("/Users/小林美咲", ["小林美咲"], "東京商事", "顧客一覧.{}"),
    ("C:\\Users\\petronella", ["petronella"], "Wexford Claims", "intake9931.{}"),
    ("/srv/data/okafor", ["okafor"], "Zephyrine (old)", "payroll-0417 final21.{}"),
]
EMAILS = ["petronella.w@tamarack.example", "søren@kjærgaard.example", "r.achebe+ops@marlowe.example"]
TOKENS = ["ghp_" + "R7bQ2mXvT9kLzW4nJ8cY" + "d3HsF6pA1gUe", "xoxb-" + "482910477-gQ7ZrT2mVb9Xw",
          "AKIA" + "Q3ZT7WXNB5KD2MRJ"]

MISSING = """
cat P|ls -l P|cp P out|mv P out|rm P|grep -n word P|sed -n p P|awk 1 P|head -3 P|tail P|wc P|sort P
tar xf P|gzip -d P|unzip P|xz -d P|bash P|sh P|perl P|python3 P|node P|gcc -c P|clang -c P|g++ P
swiftc P|javac P|java -jar P|dpkg -i P|pip install -q -r P|git -C P status|git clone -q P out
git diff --no-index P other|make -f P|sqlite3 -readonly P .tables|openssl x509 -in P|stat P
chmod 600 P|diff P other|find P|dd if=P|python3 -m json.tool P|ld P|ar t P|nm P|objdump -d P|strip P
readelf -h P|cmp P other|cut -c1 P|tr a b P|touch P|mkdir P|rmdir P|ln P other|readlink -e P|od P
sha256sum P|source P|cd P|curl -sS file://P|node --require P|perl -c P|base64 P|split P|tee P|env P
python3 -c "import sys; open(sys.argv[1])" P
python3 -c "import sys, os; os.listdir(sys.argv[1])" P
python3 -c "import sys, shutil; shutil.copy(sys.argv[1], 'out')" P
python3 -c "import sys, sqlite3; sqlite3.connect(sys.argv[1])" P
python3 -c "import sys, subprocess; subprocess.run([sys.argv[1]])" P
node -e "require('fs').readFileSync(process.argv[1])" P
node -e "require('fs').readdirSync(process.argv[1])" P
node -e "require(process.argv[1])" P
node -e "require('child_process').execFileSync(process.argv[1])" P
perl -e 'open(F, "<", $ARGV[0]) or die "Cannot open $ARGV[0]: $!"' P
perl -e 'require $ARGV[0]' P
"""

PRESENT = {
    "py": ("import os\ndef load(rows):\n    return rows['total'] / 0\nload({'total': 1})\n", "python3 P"),
    "json": ('{"a": 1,, }\n', "node -e \"require(process.argv[1])\" P"),
    "js": ("function load() { return missing.value }\nload()\n", "node P"),
    "mjs": ("import { gone } from './nowhere.mjs'\n", "node P"),
    "pl": ("use strict;\nsub load { die 'no rows' }\nload();\n", "perl P"),
    "sh": ("if true; then\n  echo a\n", "bash P"),
    "c": ("int main(void) { return count; }\n", "gcc -c P"),
    "cc": ("#include <vector>\nint main() { std::vector<int> v; v.add(1); }\n", "clang -fsyntax-only P"),
    "swift": ("let count: Int = \"three\"\n", "swiftc -typecheck P"),
    "java": ("class A { int f() { return missing; } }\n", "javac P"),
    "mk": ("all: gone.o\n\tcc -o a gone.o\n", "make -f P"),
    "tar": ("this is no archive\n", "tar xf P"),
    "db": ("this is no database, and it is long enough to be read as if it were one" * 3, "sqlite3 P .tables"),
    "deb": ("this is no package\n", "dpkg -i P"),
    "pem": ("-----BEGIN NOTHING-----\n", "openssl x509 -in P"),
}

VALUES = """
git -c user.useConfigOnly=true log --author=V
id V|getent passwd V|grep V|node V|pip install -q --no-index V|git checkout V|git push V main|bash -c V
sqlite3 :memory: 'select * from "V"'|make V|ls --V|curl -sS --V|openssl V|tar --V|git V|man V
python3 -c "import sys; int(sys.argv[1])" V
python3 -c "import sys; raise PermissionError('access denied for ' + sys.argv[1])" V
python3 -c "import sys; {}[sys.argv[1]]" V
python3 -c "import sys, datetime; datetime.date.fromisoformat(sys.argv[1])" V
node -e "throw new Error('no account for ' + process.argv[1])" V
node -e "JSON.parse(process.argv[1])" V
node -e "new URL(process.argv[1])" V
perl -e 'die "no such user: $ARGV[0]\\n"' V
java V
"""

CONNECTIONS = """
git clone -q U out|curl -sS U|pip install -q --no-index U|git ls-remote U
python3 -c "import sys, urllib.request; urllib.request.urlopen(sys.argv[1])" U
python3 -c "import sys; raise ConnectionError('could not connect to ' + sys.argv[1])" U
node -e "fetch(process.argv[1])" U
node -e "throw new Error('connect ECONNREFUSED ' + process.argv[1])" U
"""
URL = "http://achebe77:Xk9pQz-tamarack@127.0.0.1:9/brightwell.git"


def commands(text):
    for line in text.strip().splitlines():
        if line.startswith(("python3 -c", "node -e", "perl -e", "sqlite3 :memory:")) and "|" not in line:
            yield line
        else:
            yield from line.split("|")


def run(command, value, folder, place):
    """What a shell command says when `place` in it is the value; the value goes by a variable."""
    words = command.replace(f"'select * from \"{place}\"'", f'"select * from \\"$VALUE\\""')
    words = re.sub(rf"(?<![A-Za-z]){place}(?![A-Za-z])", '"$VALUE"', words)
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8", "VALUE": value,
        "GIT_TERMINAL_PROMPT": "0", "PYTHONUTF8": "1", "NO_COLOR": "1", "TERM": "dumb",
    }
    try:
        done = subprocess.run(
            ["bash", "-c", words], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=20,
        )
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout.decode("utf-8", "replace")[:6000]


def record(name, text, kind, parts, spaced):
    """A message with the spans of what was planted; nothing if it repeats none of it."""
    places = sorted(
        (match.start(), match.end(), part)
        for part in parts
        for match in re.finditer(re.escape(part), text)
    )
    if not places:
        return None
    secrets = []
    for start, end, part in places:
        last = secrets[-1] if secrets else None
        between = text[last["end"] : start] if last else ""
        # Parts that follow each other, each once, are one mention.
        if last and len(between) <= 24 and "\n" not in between and part not in last["parts"]:
            last["parts"].append(part)
            last["end"] = max(end, last["end"])
        else:
            secrets.append({"class": kind, "parts": [part], "start": start, "end": end})
    for secret in secrets:
        secret["value"] = text[secret["start"] : secret["end"]]
        around = text[secret["end"] : secret["end"] + 6]
        quoted = re.match(r"[\w.]*['\"`’»]", around)
        secret["form"] = "quoted" if quoted else "spaces" if spaced else "plain"
    keep = [
        word
        for word in text.split()
        if not re.search(r"[/\\@]", word) and not any(part in word for part in parts)
    ]
    return {"id": name, "kind": "text", "shape": name.split(":")[1], "text": text,
            "secrets": secrets, "keep": keep}


def path_parts(*texts):
    return [word for text in texts for word in re.findall(r"[\w-]{4,}|[^\W\x00-\x7f]{2,}", text)]


def cases(folder):
    """`(name, command, placeholder, value, class, parts)` of everything that is run."""
    for number, (home, people, client, leaf) in enumerate(HOMES):
        separator = "\\" if "\\" in home else "/"
        stem = leaf.rsplit(".", 1)[0]
        parts = people + path_parts(client, stem)
        missing = separator.join([home, client, leaf.format("csv")])
        for command in commands(MISSING):
            yield f"missing{number}", command, "P", missing, "path", parts
        if separator == "\\":
            continue
        present = folder / home.lstrip("/") / client
        present.mkdir(parents=True, exist_ok=True)
        for extension, (content, command) in PRESENT.items():
            file = present / leaf.format(extension)
            file.write_text(content, encoding="utf-8")
            yield f"present{number}", command, "P", str(file), "path", parts
    for number, value in enumerate(EMAILS):
        for command in commands(VALUES):
            yield f"email{number}", command, "V", value, "email", path_parts(value.replace("example", ""))
    for number, value in enumerate(TOKENS):
        for command in commands(VALUES):
            yield f"token{number}", command, "V", value, "token", [value]
    for command in commands(CONNECTIONS):
        yield "connection", command, "U", URL, "connection", ["achebe77", "Xk9pQz-tamarack"]


def main():
    seen, absent = set(), set()
    with tempfile.TemporaryDirectory(prefix="messages-") as name:
        folder = pathlib.Path(name)
        for label, command, place, value, kind, parts in cases(folder):
            program = command.split()[0]
            if program not in ("source", "cd") and not shutil.which(program):
                absent.add(program)
                continue
            text = run(command, value, folder, place).rstrip("\n")
            found = record(f"{label}:{program}", text, kind, parts, " " in value) if text else None
            if found and text not in seen:
                seen.add(text)
                found["id"] += f":{len(seen)}"
                print(json.dumps(found))
    if absent:
        print("not installed: " + ", ".join(sorted(absent)), file=sys.stderr)


if __name__ == "__main__":
    main()
