"""Cleans a directory of exports with a partition function that runs `gauze sanitize`.

There is no C library of Gauze yet; so the function starts the program, as RDD.pipe does, and handles
bytes, the program's status and its files itself. The partition streams through two pipes: neither it nor
what becomes of it is ever held in memory.
"""

import json
import os
import subprocess
import tempfile
import threading

from common import CountsByPartition, arguments, command, records, session, write


def sanitize(words, counts):
    def run(index, lines):
        with tempfile.TemporaryDirectory() as scratch:
            rejects, report = os.path.join(scratch, "rejects"), os.path.join(scratch, "report.json")
            program = subprocess.Popen(
                words + ["--rejects", rejects, "--report", report],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
            failures = []

            def feed():
                try:
                    with program.stdin as stream:
                        for line in lines:
                            stream.write(line)
                            stream.write(b"\n")
                except Exception as failure:  # told below, where the task can fail
                    failures.append(failure)

            feeder = threading.Thread(target=feed, daemon=True)
            feeder.start()
            try:
                for line in program.stdout:
                    yield "clean", line.rstrip(b"\n").decode()
                status = program.wait()
                feeder.join()
                if status or failures:
                    raise RuntimeError(f"gauze ended with status {status}: {failures}")
            finally:
                # A reader that stops early leaves no process behind.
                program.kill()
                program.wait()
            with open(rejects, "rb") as lines_of_rejects:
                for line in lines_of_rejects:
                    yield "reject", json.dumps({"partition": index, **json.loads(line)})
            with open(report, "rb") as file:
                told = json.load(file)["records"]
            counts.add({index: (told["accepted"], told["rejected"])})

    return run


def main():
    options = arguments(__doc__)
    spark = session("gauze-partition")
    counts = spark.sparkContext.accumulator({}, CountsByPartition())
    function = sanitize(command(options), counts)
    write(spark, records(spark, options).mapPartitionsWithIndex(function), counts, options)


if __name__ == "__main__":
    main()
