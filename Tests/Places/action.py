#!/usr/bin/env python3
"""Runs action.yml as GitHub does: its steps, with what a workflow and an event hand in.

    Tests/Places/action.py GAUZE     GAUZE being the built program
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import yaml

from checkout import NARROW, WIDE, Checkout, environment, schema

ROOT = pathlib.Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
GAUZE = ""


def evaluated(text, contexts):
    """The expressions in `text`, as far as action.yml uses the language: members and `||`."""

    def member(path):
        value = contexts
        for index, name in enumerate(path.strip().split(".")):
            assert re.fullmatch(r"[a-z_-]+", name), path
            # A member that is not there is empty; an input that is not declared is a slip.
            if index == 0 or path.startswith(" inputs"):
                value = value[name]
            else:
                value = (value or {}).get(name)
        return value

    def expression(match):
        found = [member(path) for path in match.group(1).split("||")]
        return next((str(value) for value in found if value), "")

    return re.sub(r"\$\{\{(.*?)\}\}", expression, text)


class Run:
    """One use of the action: how it ended, and all that GitHub would see."""

    def __init__(self, workspace, event, inputs, scratch, **more):
        self.summary = self.log = ""
        self.outputs, self.status = {}, 0
        steps = {}
        values = {name: entry.get("default", "") for name, entry in ACTION["inputs"].items()}
        assert set(inputs) <= set(values)
        head = subprocess.run(
            ["git", "rev-parse", "HEAD"], cwd=workspace, text=True, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, env=environment(scratch),
        ).stdout.strip()
        contexts = {"inputs": values | inputs, "github": {"event": event}, "steps": steps}
        for number, step in enumerate(ACTION["runs"]["steps"]):
            files = {
                name: scratch / f"{name}-{number}" for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")
            }
            for path in files.values():
                path.write_text("")
            script = scratch / f"step-{number}.sh"
            script.write_text(step["run"])
            variables = {
                "GITHUB_ACTION_PATH": str(ROOT), "GITHUB_WORKSPACE": str(workspace),
                "GITHUB_SHA": head, "GITHUB_REF": "refs/heads/main", "RUNNER_TEMP": str(scratch),
            }
            variables |= {name: str(path) for name, path in files.items()} | more
            for name, value in step.get("env", {}).items():
                variables[name] = evaluated(value, contexts)
            run = subprocess.run(
                ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
                cwd=workspace, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                env=environment(scratch, **variables),
            )
            self.log += run.stdout
            lines = files["GITHUB_OUTPUT"].read_text().splitlines()
            steps[step["id"]] = {"outputs": dict(line.split("=", 1) for line in lines)}
            self.summary += files["GITHUB_STEP_SUMMARY"].read_text()
            self.status = run.returncode
            if self.status:
                break
        for name, entry in ACTION["outputs"].items():
            steps.setdefault("gate", {})
            self.outputs[name] = evaluated(entry["value"], contexts)

    @property
    def commands(self):
        """What the log tells the runner to do: name, properties, text."""
        found, token = [], None
        for line in self.log.splitlines():
            match = re.match(r"\s*::([^ :]+)(?: ([^:]*(?::[^:]+)*?))?::(.*)$", line)
            if not match:
                continue
            name, properties, text = match.groups()
            if token:
                if name == token:
                    token = None
            elif name == "stop-commands":
                token = text
            else:
                pairs = [pair.split("=", 1) for pair in (properties or "").split(",") if pair]
                found.append((name, dict(pairs), text))
        return found

    @property
    def errors(self):
        return [(properties, text) for name, properties, text in self.commands if name == "error"]


class ActionTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.scratch = pathlib.Path(folder.name)
        self.origin = Checkout(self.scratch / "origin", GAUZE, environment(self.scratch))

    def use(self, workspace=None, event=None, name="push", **inputs):
        more = {"GITHUB_EVENT_NAME": name}
        for key in [key for key in inputs if key.isupper()]:
            more[key] = inputs.pop(key)
        inputs.setdefault("gauze", GAUZE)
        return Run(workspace or self.origin.folder, event or {}, inputs, self.scratch, **more)

    def clone(self, *options, revision="HEAD"):
        """A clone as a runner has it: one commit, whose parents are not there."""
        target = self.scratch / f"clone-{len(list(self.scratch.iterdir()))}"
        settings = environment(self.scratch)
        for command in (
            ["git", "init", "-q", str(target)],
            ["git", "-C", str(target), "remote", "add", "origin", f"file://{self.origin.folder}"],
            ["git", "-C", str(target), "fetch", "-q", *options, "origin", revision],
            ["git", "-C", str(target), "checkout", "-q", "--detach", "FETCH_HEAD"],
        ):
            subprocess.run(command, check=True, env=settings, stdout=subprocess.DEVNULL)
        return target

    def pull_request(self, text, **files):
        """What GitHub tests of a pull request: main moves on, and the merge is made."""
        base = self.origin.git("rev-parse", "HEAD")
        self.origin.git("checkout", "-q", "-b", "feature")
        self.origin.put(text)
        self.origin.put("Ours.\n", "OURS.md")
        for name, content in files.items():
            self.origin.put(content, name)
        self.origin.commit("feature")
        self.origin.git("checkout", "-q", "main")
        self.origin.put("More.\n", "README.md")
        self.origin.commit("elsewhere")
        self.origin.git("checkout", "-q", "--detach")
        self.origin.git("merge", "-q", "--no-ff", "-m", "merge", "feature")
        merge = self.origin.git("rev-parse", "HEAD")
        self.origin.git("update-ref", "refs/pull/1/merge", merge)
        return {"pull_request": {"base": {"sha": base}}}

    # What the file says.

    def test_hands_nothing_to_the_shell_but_through_the_environment(self):
        for step in ACTION["runs"]["steps"]:
            self.assertNotIn("${{", step["run"])
            self.assertEqual(step["shell"], "bash")
            self.assertNotIn("uses", step)

    def test_describes_every_input_and_uses_it(self):
        text = (ROOT / "action.yml").read_text()
        for name, entry in ACTION["inputs"].items():
            self.assertTrue(entry["description"] and "default" in entry, name)
            self.assertIsInstance(entry["default"], str)
            self.assertIn("inputs." + name + " }}", text)

    # Passing and failing.

    def test_lets_what_did_not_change_pass(self):
        event = self.pull_request(schema(NARROW))
        run = self.use(event=event, name="pull_request", sarif="log.sarif")
        self.assertEqual(run.status, 0, run.log)
        self.assertEqual(run.outputs["passes"], "true")
        self.assertEqual(run.errors, [])
        self.assertTrue(run.summary.startswith("## Schemas pass\n"))
        self.assertIn("a.schema.json: 1.0 → 1.0: passes", run.log)
        log = json.loads(pathlib.Path(run.outputs["sarif"]).read_text())
        self.assertEqual(log["runs"][0]["results"], [])

    def test_fails_a_change_that_is_not_said(self):
        event = self.pull_request(schema(WIDE))
        run = self.use(event=event, name="pull_request", sarif="logs/gate.sarif")
        self.assertEqual(run.status, 1, run.log)
        self.assertEqual(run.outputs["passes"], "false")
        titles = [properties["title"] for properties, _ in run.errors]
        self.assertEqual(titles, ["version-not-raised", "history-missing"])
        for properties, _ in run.errors:
            self.assertEqual(properties["file"], "a.schema.json")
            self.assertGreater(int(properties["line"]), 0)
        self.assertIn('write "version": "1.1"', run.errors[0][1])
        self.assertTrue(run.summary.startswith("## Schemas do not pass\n"))
        self.assertIn("**history-missing**", run.summary)
        sarif = self.origin.folder / "logs/gate.sarif"
        self.assertEqual(run.outputs["sarif"], str(sarif))
        log = json.loads(sarif.read_text())
        self.assertEqual(log["version"], "2.1.0")
        self.assertEqual(len(log["runs"][0]["results"]), 2)

    def test_lets_a_change_pass_that_was_approved(self):
        event = self.pull_request(self.origin.approved())
        run = self.use(event=event, name="pull_request")
        self.assertEqual(run.status, 0, run.log)
        self.assertIn("1.0 → 1.1", run.log)
        self.assertIn("enum-widened", run.summary)

    def test_shows_where_a_schema_does_not_load(self):
        event = self.pull_request('{"gauze": 1,\n  "name": 7}\n')
        run = self.use(event=event, name="pull_request", sarif="log.sarif")
        self.assertEqual(run.status, 2)
        self.assertEqual(run.outputs["passes"], "false")
        self.assertEqual(run.outputs["sarif"], "")
        self.assertFalse((self.origin.folder / "log.sarif").exists())
        lines = {(entry.get("file"), entry.get("line")) for entry, _ in run.errors}
        self.assertIn(("a.schema.json", "2"), lines)
        self.assertIn("## Schemas could not be judged", run.summary)

    def test_keeps_the_summary_when_told_to_and_shows_other_forms(self):
        event = self.pull_request(schema(WIDE))
        run = self.use(event=event, name="pull_request", summary="false", format="json")
        self.assertEqual(run.status, 1)
        self.assertEqual(run.summary, "")
        self.assertIn('"passes":false', run.log.replace(" ", ""))
        self.assertEqual(self.use(event=event, format="xml").status, 2)

    # Which base.

    def test_fetches_the_base_that_a_shallow_clone_lacks(self):
        for text, status in ((schema(WIDE), 1), (None, 0)):
            with self.subTest(status=status):
                self.setUp()
                event = self.pull_request(text or self.origin.approved())
                main = self.origin.git("rev-parse", "main")
                clone = self.clone("--depth=1", revision="refs/pull/1/merge")
                self.assertEqual(len(list((clone / ".git").glob("shallow"))), 1)
                run = self.use(clone, event, "pull_request")
                self.assertEqual(run.status, status, run.log)
                # What it is merged into, not what the event says, which is older.
                self.assertEqual(run.outputs["base"], main)
                self.assertNotEqual(main, event["pull_request"]["base"]["sha"])

    def test_takes_the_base_of_the_event_where_the_branch_itself_is_checked_out(self):
        event = self.pull_request(schema(WIDE))
        clone = self.clone("--depth=1", revision="feature")
        merge = self.origin.git("rev-parse", "refs/pull/1/merge")
        run = self.use(clone, event, "pull_request", GITHUB_SHA=merge)
        self.assertEqual(run.status, 1, run.log)
        self.assertEqual(run.outputs["base"], event["pull_request"]["base"]["sha"])

    def test_says_so_if_the_base_cannot_be_fetched(self):
        event = self.pull_request(schema(NARROW))
        clone = self.clone("--depth=1", revision="refs/pull/1/merge")
        self.origin.folder.rename(self.scratch / "gone")
        run = self.use(clone, event, "pull_request")
        self.assertEqual(run.status, 2)
        self.assertEqual(len(run.errors), 1)
        self.assertIn("could not be fetched (git fetch origin ", run.errors[0][1])
        self.assertIn("fetch-depth: 0", run.errors[0][1])
        self.assertNotEqual(run.outputs["passes"], "true")

    def test_compares_a_push_with_what_was_there_before(self):
        before = self.origin.git("rev-parse", "HEAD")
        self.origin.put(schema(WIDE))
        self.origin.commit("widened")
        self.origin.put("More.\n", "README.md")
        self.origin.commit("elsewhere")
        for depth in ([], ["--depth=1"]):
            clone = self.clone(*depth, revision="main")
            run = self.use(clone, {"before": before})
            self.assertEqual(run.status, 1, run.log)
            self.assertEqual(run.outputs["base"], before)
            # The last commit alone changed nothing.
            self.assertEqual(self.use(clone, name="schedule").status, 0)

    def test_compares_a_new_branch_with_the_main_one(self):
        zeros = {"before": "0" * 40, "repository": {"default_branch": "main"}}
        self.origin.git("checkout", "-q", "-b", "feature")
        self.origin.put(schema(WIDE))
        self.origin.commit("widened")
        for depth in ([], ["--depth=1"]):
            clone = self.clone(*depth, revision="feature")
            run = self.use(clone, zeros, GITHUB_REF="refs/heads/feature")
            self.assertEqual(run.status, 1, run.log)
            self.assertIn("version-not-raised", run.log)
            self.assertEqual(run.outputs["base"], self.origin.git("rev-parse", "main"))

    def test_takes_all_as_new_where_there_was_nothing(self):
        zeros = {"before": "0" * 40, "repository": {"default_branch": "main"}}
        for event, name in ((zeros, "push"), ({}, "workflow_dispatch")):
            run = self.use(self.clone(revision="main"), event, name)
            self.assertEqual(run.status, 1, run.log)
            self.assertIn("every schema is taken as new", run.log)
            self.assertEqual([entry["title"] for entry, _ in run.errors], ["review-missing"])

    def test_takes_a_named_base(self):
        self.origin.git("branch", "release")
        self.origin.put(schema(WIDE))
        self.origin.commit("widened")
        clone = self.clone("--depth=1", revision="main")
        release = self.origin.git("rev-parse", "release")
        for base in ("origin/release", release):
            self.assertEqual(self.use(clone, base=base).outputs["base"], release)
        for base in ("nothing-of-that-name", "-x", "--upload-pack=touch pwned", "HEAD~7"):
            run = self.use(clone, base=base)
            self.assertEqual(run.status, 2, run.log)
            self.assertEqual(len(run.errors), 1)
        self.assertEqual(list(clone.rglob("pwned")), [])

    # Who would trick it.

    def test_runs_nothing_that_an_input_holds(self):
        event = self.pull_request(schema(NARROW))
        for text in ("$(touch pwned)", "`touch pwned`", '"; touch pwned; "', "'; touch pwned; '",
                     "--format=json", "x\n::error::y", "-o"):
            for name in ("base", "schemas", "format", "sarif", "directory", "gauze"):
                with self.subTest(text=text, name=name):
                    run = self.use(event=event, name="pull_request", **{name: text})
                    # Any one line names a file that could be written.
                    if name != "sarif" or "\n" in text:
                        self.assertEqual(run.status, 2, run.log)
                    self.assertNotIn(("error", {}, "y"), run.commands)
                    self.assertEqual(list(self.scratch.rglob("pwned")), [])
        self.assertFalse((ROOT / "pwned").exists())

    def test_takes_no_file_for_the_base(self):
        base = self.origin.git("rev-parse", "HEAD")
        event = self.pull_request(schema(WIDE), **{base: schema(WIDE)})
        self.origin.put(schema(WIDE), self.origin.git("rev-parse", "main"))
        run = self.use(event=event, name="pull_request", schemas="a.schema.json")
        self.assertEqual(run.status, 1, run.log)
        run = self.use(event=event, name="pull_request", schemas="a.schema.json", base=base)
        self.assertEqual(run.status, 1, run.log)

    def test_takes_no_name_for_a_command(self):
        name = "::error title=forged::x.schema.json"
        event = self.pull_request(schema(NARROW), **{name: schema(WIDE).replace("shop", "other")})
        run = self.use(event=event, name="pull_request")
        self.assertEqual(run.status, 1)
        self.assertIn(f"\n{name}: new", run.log)
        self.assertEqual([entry.get("title") for entry, _ in run.errors], ["review-missing"])
        self.assertEqual(run.errors[0][0]["file"], "%3A%3Aerror title=forged%3A%3Ax.schema.json")

    def test_takes_schemas_one_a_line(self):
        self.origin.put(schema(WIDE).replace("shop", "two"), "other dir/b.schema.json")
        self.origin.commit("two")
        event = {"before": self.origin.git("rev-parse", "HEAD~1")}
        self.assertEqual(self.use(event=event).status, 1)
        self.assertEqual(self.use(event=event, schemas="a.schema.json\r\n\n").status, 0)
        both = "a.schema.json\nother dir/b.schema.json\n"
        self.assertEqual(self.use(event=event, schemas=both).status, 1)
        away = self.use(self.scratch, event, directory="origin", schemas="a.schema.json")
        self.assertEqual(away.status, 0, away.log)

    # The program.

    def test_says_what_builds_it(self):
        tools = self.scratch / "tools"
        tools.mkdir()
        for tool in ("bash", "cat", "dirname", "env", "git", "head", "mktemp", "od", "rm", "sed", "tr"):
            path = next(
                pathlib.Path(folder) / tool for folder in os.environ["PATH"].split(os.pathsep)
                if (pathlib.Path(folder) / tool).exists()
            )
            (tools / tool).symlink_to(path)
        run = self.use(gauze="", PATH=str(tools))
        self.assertEqual(run.status, 2)
        self.assertIn("container swift:6.3", run.errors[0][1])

    def test_builds_it_if_none_is_named(self):
        event = self.pull_request(schema(NARROW))
        run = self.use(event=event, name="pull_request", gauze="")
        self.assertEqual(run.status, 0, run.log)
        self.assertTrue(os.access(run.outputs["gauze"], os.X_OK))
        self.assertIn("::group::Build gauze", run.log)


if __name__ == "__main__":
    GAUZE = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
