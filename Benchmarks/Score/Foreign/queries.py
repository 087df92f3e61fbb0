"""Statements from the tests of SQL packages: `queries.py FOLDER`, the unpacked source archives.

What is a literal is told by another tool than Gauze: PostgreSQL's scanner (pglast) for `postgres`,
sqlglot's tokenizer of the dialect for everything else, which favours sqlglot.
A literal or comment counts as planted if it has at least four characters (a number: three digits)
that stand nowhere else in the statement. Names and keywords must stay.
"""

import ast
import json
import pathlib
import re
import sys

import sqlglot
from pglast.parser import ParseError, scan
from sqlglot.tokens import TokenType

NAMES = {"tsql": "mssql", "": "any"}
NAME = re.compile(r"[A-Za-z_]\w*\Z")
STRINGS = {
    getattr(TokenType, name)
    for name in (
        "STRING", "NATIONAL_STRING", "RAW_STRING", "HEREDOC_STRING", "UNICODE_STRING",
        "BYTE_STRING", "BIT_STRING", "HEX_STRING",
    )
    if hasattr(TokenType, name)
}
LONGEST = 20_000


def postgres(text):
    """Literals and names as PostgreSQL's scanner reads them: `(class, start, end)`, names."""
    found, names = [], []
    for token in scan(text):
        start, end = token.start, token.end + 1
        if token.name in ("SCONST", "USCONST", "BCONST", "XCONST"):
            found.append(("sql-string", start, end))
        elif token.name in ("ICONST", "FCONST"):
            found.append(("sql-number", start, end))
        elif token.name in ("SQL_COMMENT", "C_COMMENT"):
            found.append(("sql-comment", start, end))
        elif NAME.match(text[start:end].strip('"')):
            names.append(text[start:end].strip('"'))
    return found, names


def tokenized(text, dialect):
    """The same as sqlglot's tokenizer reads them. It keeps comments aside; they lie between tokens."""
    found, names, last = [], [], 0
    for token in sqlglot.tokenize(text, read=dialect):
        start, end = token.start, token.end + 1
        gap = text[last:start]
        if gap.strip():
            lead = len(gap) - len(gap.lstrip())
            found.append(("sql-comment", last + lead, last + len(gap.rstrip())))
        last = max(last, end)
        if token.token_type in STRINGS:
            found.append(("sql-string", start, end))
        elif token.token_type is TokenType.NUMBER:
            found.append(("sql-number", start, end))
        elif NAME.match(token.text):
            names.append(token.text)
    rest = text[last:]
    if rest.strip():
        found.append(("sql-comment", last + len(rest) - len(rest.lstrip()), len(text.rstrip())))
    return found, names


def record(name, text, dialect):
    """A statement as a record, or nothing where the other tool cannot read it."""
    if len(text) > LONGEST or not text.strip():
        return None
    try:
        found, names = postgres(text) if dialect == "postgres" else tokenized(text, dialect)
    except (ParseError, sqlglot.errors.SqlglotError, UnicodeError):
        return None
    outside = list(text)
    for _, start, end in found:
        outside[start:end] = "\0" * (end - start)
    outside = "".join(outside)
    secrets = []
    for kind, start, end in found:
        value = content(text[start:end], kind)
        digits = sum(character.isdigit() for character in value)
        enough = digits >= 3 if kind == "sql-number" else len(value) >= 4
        # What sqlglot does not parse further it calls a string, or skips: neither is a literal.
        marked = text[end - 1] in "'\"$" if kind == "sql-string" else True
        if kind == "sql-comment":
            marked = text.startswith(("--", "#", "/*", "//"), start)
        if enough and marked and value.casefold() not in outside.casefold():
            secrets.append(
                {"class": kind, "value": value, "parts": [], "form": kind[4:],
                 "start": start, "end": end}
            )
    return {"id": name, "kind": "sql", "shape": name.split(":")[0], "text": text,
            "dialect": NAMES.get(dialect, dialect), "secrets": secrets, "keep": names}


def content(text, kind):
    """What is between the quotes, or behind the comment's mark."""
    if kind == "sql-string":
        return re.sub(r"^[A-Za-z&_]*(?:\$\w*\$|'''|\"\"\"|['\"])|(?:\$\w*\$|'''|\"\"\"|['\"])$", "", text)
    if kind == "sql-comment":
        return re.sub(r"^(?:--+|#|/[*/]+)\s*|\s*\*+/$", "", text.split("\n")[0]).strip()
    return text


def calls(path):
    """The statements that sqlglot's test of a dialect validates, with the dialect."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if not isinstance(node, ast.ClassDef):
            continue
        dialect = next(
            (
                item.value.value
                for item in node.body
                if isinstance(item, ast.Assign)
                and getattr(item.targets[0], "id", "") == "dialect"
                and isinstance(item.value, ast.Constant)
            ),
            None,
        )
        if dialect is None or dialect in ("prql", "dax", "tableau"):
            continue
        for call in ast.walk(node):
            if (
                isinstance(call, ast.Call)
                and getattr(call.func, "attr", "") in ("validate_identity", "validate_all")
                and call.args
                and isinstance(call.args[0], ast.Constant)
                and isinstance(call.args[0].value, str)
            ):
                yield call.lineno, call.args[0].value, dialect


def main():
    root = pathlib.Path(sys.argv[1])
    seen, unread = set(), 0
    for name, text, dialect in statements(root):
        if (text, dialect) in seen:
            continue
        seen.add((text, dialect))
        found = record(name, text, dialect)
        if found:
            print(json.dumps(found))
        else:
            unread += 1
    print(f"queries: {unread} of {len(seen)} not read by the tool that tells literals", file=sys.stderr)


def statements(root):
    for path in sorted(root.glob("sqlglot-*/tests/dialects/test_*.py")):
        for line, text, dialect in calls(path):
            yield f"sqlglot/{path.stem}:{line}", text, dialect
    for path in sorted(root.glob("sqlglot-*/tests/fixtures/identity.sql")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield f"sqlglot/identity:{number}", line, ""
    for path in sorted(root.glob("sqlparse-*/tests/files/*.sql")):
        yield f"sqlparse/{path.stem}:1", path.read_bytes().decode("utf-8", "replace"), ""


if __name__ == "__main__":
    main()
