"""The tables that a run prints, in Markdown."""

import math
import os
import platform
import subprocess
from datetime import datetime, timezone


def percent(share):
    """Two decimals, rounded down: 100.00 means all of them."""
    return "–" if share is None else f"{math.floor(share * 10000 + 1e-9) / 100:.2f}"


def speed(rate):
    return f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}" if rate >= 1 else f"{rate:.2g}"


def tools(title, rows, size):
    """One row a tool: recall by class, all, leaks, precision, speed, and the ratio to Gauze's."""
    classes = sorted({name for row in rows for name in row.score.planted})
    planted = rows[0].score.planted
    head = ["", *(f"{name} ({planted[name]})" for name in classes)]
    head += [f"all ({planted.total()})", "leaks", "precision", "unread", "MB/s", "slower than Gauze"]
    lines = [f"### {title}", "", line(head), line(["---"] + ["--:"] * (len(head) - 1))]
    fastest = next((row.rate(size) for row in rows if row.tool.word.startswith("gauze")), None)
    for row in rows:
        rate = row.rate(size)
        ours = row.tool.word.startswith("gauze")
        lines.append(
            line(
                [
                    f"{row.tool.title} {row.version}",
                    *(percent(row.score.recall(name)) for name in classes),
                    percent(row.score.recall()),
                    f"{row.score.leaks} of {row.score.records}",
                    percent(row.score.precision()),
                    str(row.unread or ("–" if not row.withheld else f"{row.withheld} withheld")),
                    speed(rate),
                    "–" if ours or fastest is None else f"{speed(fastest / rate)}×",
                ]
            )
        )
    return lines + [""]


def forms(row):
    """The forms of which Gauze left some, by class."""
    leaks = sorted(key for key, count in row.score.form_leaks.items() if count)
    if not leaks:
        return [f"Of {len(row.score.forms)} forms Gauze left none.", ""]
    lines = [f"Of {len(row.score.forms)} forms Gauze left some of these {len(leaks)}:", ""]
    lines += [line(["class", "form", "planted", "survived"]), line(["---", "---", "--:", "--:"])]
    for key in leaks:
        name, form, free = key
        form += "" if free else ", with spaces"
        lines.append(line([name, form, str(row.score.forms[key]), str(row.score.form_leaks[key])]))
    return lines + [""]


def line(cells):
    return "| " + " | ".join(cells) + " |"


def machine(command):
    """What the figures were measured on."""
    with open("/proc/cpuinfo") as file:
        models = [text.split(":", 1)[1].strip() for text in file if text.startswith("model name")]
    commit = output("git", "rev-parse", "--short", "HEAD")
    changed = " with changes" if output("git", "status", "--porcelain", "--", "Sources") else ""
    return (
        f"{models[0]}, {len(models)} cores (load {os.getloadavg()[0]:.1f}), {platform.system()} {platform.machine()}, "
        f"{datetime.now(timezone.utc):%Y-%m-%d}; Gauze at {commit}{changed}, "
        f"{output('swift', '--version').splitlines()[0]}, Python {platform.python_version()}; "
        f"`{command}`"
    )


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
