"""A scratch repository with one schema, for the tests of the places where the gate runs."""

import json
import os
import re
import subprocess

NARROW = ["csv"]
WIDE = ["csv", "json"]


def environment(home, **more):
    """What a clean machine has, without this one's settings of git."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    person = {
        f"GIT_{role}_{part}": value
        for role in ("AUTHOR", "COMMITTER")
        for part, value in (("NAME", "Jane"), ("EMAIL", "jane@acme.example"))
    }
    settings = {"HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", "GIT_TERMINAL_PROMPT": "0"}
    return kept | person | settings | more


def schema(words, version="1.0", epoch=1, approvals=()):
    """A schema of one event; each approval is a version and a fingerprint."""
    history = [{"version": "1.0", "date": "2026-01-01", "summary": "First."}]
    for number, fingerprint in approvals:
        entry = {"version": number, "date": "2026-02-01", "summary": "More."}
        if fingerprint:
            entry |= {"review": "https://acme.example/1", "fingerprint": fingerprint}
        history.append(entry)
    field = {"type": "string", "enum": words, "otherwise": "other", "why": "Which."}
    event = {"description": "A file was imported.", "properties": {"kind": field}}
    consent = {"default": "opt-in", "epoch": epoch, "sources": []}
    whole = {"gauze": 1, "name": "shop", "version": version, "consent": consent}
    whole |= {"events": {"import": event}, "history": history}
    return json.dumps(whole, indent=2) + "\n"


class Checkout:
    """A folder that git keeps, with `a.schema.json` in it."""

    def __init__(self, folder, gauze, environment):
        self.folder, self.gauze, self.environment = folder, gauze, environment
        folder.mkdir(parents=True)
        self.git("init", "-q", "-b", "main", ".")
        # As a server does that hands out single commits.
        self.git("config", "uploadpack.allowAnySHA1InWant", "true")
        self.put(schema(NARROW))
        self.commit("first")

    def put(self, text, name="a.schema.json"):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def git(self, *words, check=True):
        run = subprocess.run(
            ["git", *words], cwd=self.folder, env=self.environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        if check and run.returncode != 0:
            raise AssertionError(f"git {words}: {run.stdout}")
        return run.stdout.strip() if check else run

    def commit(self, message):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)
        return self.git("rev-parse", "HEAD")

    def approved(self, words=WIDE, version="1.1", before=()):
        """The schema with those words, said and approved as a change of the last commit."""
        self.put(schema(words))
        run = subprocess.run(
            [self.gauze, "gate", "--base", "HEAD"], cwd=self.folder, env=self.environment,
            text=True, stdout=subprocess.PIPE,
        )
        fingerprint = re.search(r'"fingerprint": "([0-9a-f]{16})"', run.stdout).group(1)
        return schema(words, version, approvals=[*before, (version, fingerprint)])
