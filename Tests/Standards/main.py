"""Gauze beside the world's standards: `.ci/standards`, which installs what this imports."""

import argparse
import collections
import multiprocessing
import os
import sys
import tempfile
import time

import agreement
import language
import reports

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SYSTEMS = ["altimate-code", "astro", "elmo", "cli-telemetry", "atmos", "kubeatlas"]


def exports(gauze, count, seed, shown, scratch):
    """The exported JSON Schemas beside the engine."""
    jobs = [
        (gauze, ROOT, name, form, count, seed, scratch)
        for name in SYSTEMS for form in ("wire", "raw")
    ]
    with multiprocessing.Pool(2) as pool:
        results = pool.map(agreement.run, jobs, chunksize=1)
    failed = 0
    seen, kinds = collections.Counter(), collections.Counter()
    for name, form, counts, of_kind, disagreements in results:
        seen.update(counts)
        kinds.update(of_kind)
        failed += len(disagreements)
        print(f"{name} {form}: {counts['accepted']} accepted, {counts['rejected']} rejected, "
              f"{sum(counts[word] for word in agreement.DIFFERENCES)} told by Gauze alone, "
              f"{len(disagreements)} disagreements")
        for disagreement in disagreements[:shown]:
            print("   ", *(part[:600] for part in disagreement), sep="\n      ")
    print("mutation: accepted, rejected")
    for kind in sorted({kind for kind, _ in kinds}):
        print(f"  {kind}: {kinds[kind, True]}, {kinds[kind, False]}")
    for word, reason in agreement.DIFFERENCES.items():
        print(f"  {seen[word]} of {word}: {reason}")
        failed += seen[word] == 0 and count >= 100_000
    return failed


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--records", type=int, default=100_000)
    options.add_argument("--seed", default="1")
    options.add_argument("--show", type=int, default=5)
    options = options.parse_args()
    gauze, packages = os.environ["GAUZE"], os.environ["PACKAGES"]
    print(f"seed {options.seed}", flush=True)
    failed = 0
    count, seed = options.records, options.seed
    for name, check in {
        "reports": lambda scratch: reports.check(gauze, ROOT, packages, scratch),
        "language": lambda scratch: language.check(gauze, ROOT, count // 10, seed, scratch),
        "exports": lambda scratch: exports(gauze, count, seed, options.show, scratch),
    }.items():
        start = time.monotonic()
        with tempfile.TemporaryDirectory() as scratch:
            faults = check(scratch)
        failed += faults
        print(f"== {name}: {faults} failed, {time.monotonic() - start:.0f} s", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
