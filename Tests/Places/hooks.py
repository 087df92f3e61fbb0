#!/usr/bin/env python3
"""Commits with pre-commit and the hooks of this repository, built by pre-commit from what is committed.

    Tests/Places/hooks.py GAUZE     GAUZE being the built program, which makes the fixtures
"""

import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

from checkout import NARROW, WIDE, Checkout, environment, schema

ROOT = pathlib.Path(__file__).resolve().parents[2]
GAUZE = ""
PRE_COMMIT = pathlib.Path(sys.executable).with_name("pre-commit")

CONFIGURATION = """\
repos:
  - repo: file://{root}
    rev: {revision}
    hooks:
      - id: gauze-check
      - id: gauze-gate
      - id: gauze-docs
        args: [a.schema.json, --check, TELEMETRY.md]
"""


class HookTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cache = tempfile.TemporaryDirectory()
        cls.revision = subprocess.run(
            ["git", "rev-parse", "HEAD"], cwd=ROOT, check=True, text=True, stdout=subprocess.PIPE
        ).stdout.strip()

    @classmethod
    def tearDownClass(cls):
        cls.cache.cleanup()

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.scratch = pathlib.Path(self.folder.name)
        # Hooks start the Python that runs pre-commit; swift stands where it always does.
        settings = environment(self.scratch, PRE_COMMIT_HOME=self.cache.name)
        self.checkout = Checkout(self.scratch / "repo", GAUZE, settings)
        self.put_page()
        text = CONFIGURATION.format(root=ROOT, revision=self.revision)
        self.checkout.put(text, ".pre-commit-config.yaml")
        self.checkout.commit("pages and hooks")
        self.pre_commit("install")
        start = time.monotonic()
        self.pre_commit("install-hooks")
        seconds = time.monotonic() - start
        if seconds > 5:
            print(f"pre-commit built the hooks in {seconds:.0f} s", flush=True)

    def tearDown(self):
        self.folder.cleanup()

    def pre_commit(self, *words, status=0):
        run = subprocess.run(
            [str(PRE_COMMIT), *words], cwd=self.checkout.folder, env=self.checkout.environment,
            text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        self.assertEqual(run.returncode, status, run.stdout)
        return run.stdout

    def put_page(self):
        page = self.checkout.folder / "TELEMETRY.md"
        subprocess.run(
            [GAUZE, "docs", "a.schema.json", "--write", page.name], cwd=self.checkout.folder,
            env=self.checkout.environment, check=True, stderr=subprocess.DEVNULL,
        )

    def assertPasses(self, *words):
        self.assertEqual((run := self.git(*words)).returncode, 0, run.stdout)
        self.assertNotIn("Failed", run.stdout)
        return run.stdout

    def assertRefuses(self, *words, hook, findings):
        head = self.checkout.git("rev-parse", "HEAD")
        run = self.git(*words)
        self.assertNotEqual(run.returncode, 0, run.stdout)
        failed = [line.split(".")[0] for line in run.stdout.splitlines() if line.endswith("Failed")]
        self.assertEqual(failed, [hook], run.stdout)
        for finding in findings:
            self.assertIn(finding, run.stdout)
        self.assertEqual(self.checkout.git("rev-parse", "HEAD"), head)

    def git(self, *words):
        return self.checkout.git(*words, check=False)

    # Commits.

    def test_looks_at_schemas_alone(self):
        self.checkout.put("More.\n", "README.txt")
        self.checkout.git("add", "-A")
        text = self.assertPasses("commit", "-m", "readme")
        self.assertEqual(text.count("Skipped"), 2, text)
        self.assertEqual(self.pre_commit("run", "--all-files").count("Passed"), 3)

    def test_refuses_a_change_until_it_is_approved(self):
        approved = self.checkout.approved()
        for staging, words in (
            ([], ["-a"]), ([], ["a.schema.json", "TELEMETRY.md"]), (["add", "-A"], [])
        ):
            with self.subTest(words=words):
                self.checkout.put(schema(WIDE))
                self.put_page()
                if staging:
                    self.checkout.git(*staging)
                self.assertRefuses(
                    "commit", "-m", "widened", *words,
                    hook="gauze gate", findings=["version-not-raised", "history-missing"],
                )
        self.checkout.put(approved)
        self.put_page()
        text = self.assertPasses("commit", "-a", "-m", "approved")
        self.assertEqual(text.count("Passed"), 3, text)

    def test_judges_what_is_staged(self):
        self.checkout.put(schema(WIDE))
        self.put_page()
        self.checkout.git("add", "-A")
        self.checkout.put(schema(NARROW))
        self.put_page()
        # The files say what they said; what is staged does not.
        self.assertRefuses(
            "commit", "-m", "widened", hook="gauze gate", findings=["version-not-raised"]
        )
        self.assertEqual((self.checkout.folder / "a.schema.json").read_text(), schema(NARROW))
        self.checkout.git("add", "-A")
        self.checkout.put(schema(WIDE))
        self.checkout.put("More.\n", "README.md")
        self.checkout.git("add", "README.md")
        self.assertPasses("commit", "-m", "readme")

    def test_judges_a_schema_by_whatever_name(self):
        self.checkout.git("mv", "a.schema.json", "a.txt")
        self.checkout.put(schema(WIDE), "a.txt")
        run = self.git("commit", "-a", "-m", "widened")
        self.assertNotEqual(run.returncode, 0, run.stdout)
        self.assertIn("a.txt:4: version-not-raised", run.stdout)

    def test_judges_a_linked_work_tree(self):
        approved = self.checkout.approved()
        self.checkout.git("checkout", "-q", "--", ".")
        self.checkout.git("worktree", "add", "-q", "../tree", "-b", "tree")
        main = self.checkout.folder
        self.checkout.folder = self.scratch / "tree"
        self.checkout.put(schema(WIDE))
        self.put_page()
        self.assertRefuses(
            "commit", "-a", "-m", "widened", hook="gauze gate", findings=["version-not-raised"]
        )
        self.checkout.put(approved)
        self.put_page()
        self.assertPasses("commit", "-a", "-m", "approved")
        self.checkout.folder = main

    def test_lets_a_merge_pass_whose_steps_were_approved(self):
        git, put = self.checkout.git, self.checkout.put
        git("checkout", "-q", "-b", "feature")
        put("Ours.\n", "README.md")
        git("add", "-A")
        self.assertPasses("commit", "-m", "readme")
        git("checkout", "-q", "main")
        one = self.checkout.approved()
        put(one)
        self.put_page()
        put("Theirs.\n", "README.md")
        git("add", "-A")
        self.assertPasses("commit", "-m", "one")
        fingerprint = one.rsplit('"fingerprint": "', 1)[1][:16]
        words = [*WIDE, "xml"]
        put(self.checkout.approved(words, "1.2", before=[("1.1", fingerprint)]))
        self.put_page()
        self.assertPasses("commit", "-a", "-m", "two")
        git("checkout", "-q", "feature")
        self.assertEqual(self.git("merge", "main").returncode, 1)
        put("Both.\n", "README.md")
        git("add", "-A")
        merged = (self.checkout.folder / "a.schema.json").read_text()
        put(merged.replace('"xml"', '"xml",\n            "tsv"'))
        self.put_page()
        git("add", "-A")
        self.assertRefuses(
            "commit", "-m", "merge", hook="gauze gate", findings=["fingerprint-stale"]
        )
        put(merged)
        self.put_page()
        git("add", "-A")
        self.assertPasses("commit", "-m", "merge")
        self.assertEqual(len(git("show", "-s", "--format=%P", "HEAD").split()), 2)

    def test_merges_without_a_conflict(self):
        git = self.checkout.git
        git("checkout", "-q", "-b", "feature")
        self.checkout.put("Ours.\n", "README.md")
        git("add", "-A")
        git("commit", "-q", "-m", "readme")
        git("checkout", "-q", "main")
        self.checkout.put(self.checkout.approved())
        self.put_page()
        git("commit", "-q", "-a", "-m", "one")
        git("checkout", "-q", "feature")
        self.pre_commit("install", "-t", "pre-merge-commit")
        self.assertPasses("merge", "--no-edit", "main")

    # The other hooks.

    def test_checks_schemas_and_no_others(self):
        self.checkout.put('{"$schema": "of another kind"}\n', "other.schema.json")
        self.checkout.git("add", "-A")
        self.assertPasses("commit", "-m", "other")
        self.checkout.put('{"gauze": 1}\n', "broken/schema.json")
        self.checkout.git("add", "-A")
        run = self.git("commit", "-m", "broken")
        self.assertNotEqual(run.returncode, 0)
        self.assertIn("broken/schema.json:1:", run.stdout)

    def test_compares_a_page(self):
        page = self.checkout.folder / "TELEMETRY.md"
        page.write_text(page.read_text().replace("csv", "tsv"))
        self.checkout.git("add", "-A")
        self.assertRefuses(
            "commit", "-m", "page", hook="gauze docs", findings=["TELEMETRY.md:", "--write"]
        )
        page.write_text("Before.\n\n" + page.read_text().replace("tsv", "csv"))
        self.checkout.git("add", "-A")
        self.assertPasses("commit", "-m", "page")


if __name__ == "__main__":
    GAUZE = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
