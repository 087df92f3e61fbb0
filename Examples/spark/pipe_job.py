"""Cleans a directory of exports with RDD.pipe: each partition goes through one `gauze sanitize`."""

import json
import os
import shlex

from common import CountsByPartition, arguments, command, records, session, write


def sort(counts):
    """Tells clean records, rejects and the report of each partition apart."""

    def tag(index, lines):
        kind = 0
        for line in lines:
            if not line:
                kind += 1
            elif kind == 0:
                yield "clean", line
            elif kind == 1:
                yield "reject", json.dumps({"partition": index, **json.loads(line)})
            else:
                records = json.loads(line)["records"]
                counts.add({index: (records["accepted"], records["rejected"])})
        if kind != 2:
            raise RuntimeError("a partition came back without its report")

    return tag


def main():
    options = arguments(__doc__)
    spark = session("gauze-pipe")
    context = spark.sparkContext
    counts = context.accumulator({}, CountsByPartition())
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "sanitize_partition")
    line = " ".join(shlex.quote(word) for word in [script] + command(options))
    texts = records(spark, options).map(lambda record: record.decode("iso-8859-1"))
    # checkCode: a run that fails fails its task, which Spark tries again.
    piped = texts.pipe(line, env=dict(os.environ), checkCode=True)
    write(spark, piped.mapPartitionsWithIndex(sort(counts)), counts, options)


if __name__ == "__main__":
    main()
