"""What both jobs share: bytes in, clean records and rejects out, counts that survive a retry."""

import argparse
import json
import os

from pyspark import StorageLevel
from pyspark.accumulators import AccumulatorParam
from pyspark.sql import SparkSession


class CountsByPartition(AccumulatorParam):
    """Counts of partitions, each once.

    Spark runs a task again when a worker is lost, and an accumulator that adds would count it twice. The
    same partition always gives the same counts, so it is enough to keep them by partition.
    """

    def zero(self, value):
        return {}

    def addInPlace(self, left, right):
        left.update(right)
        return left


def arguments(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("input", help="a directory of exports in JSON Lines, at any depth")
    parser.add_argument("output", help="a new directory: gets clean/ and rejects/")
    parser.add_argument("--gauze", default="gauze", help="the program, at this path on every worker")
    parser.add_argument("--schema", default="cli-telemetry", help="a file on every worker, or a name")
    return parser.parse_args()


def command(options):
    """The unchanged program. Beyond 100 % there are no rejects, so a status that is not 0 is a failure."""
    return [options.gauze, "sanitize", "--schema", options.schema, "--max-rejects", "100%"]


def session(name):
    return SparkSession.builder.appName(name).getOrCreate()


def records(spark, options):
    """The lines of all files as bytes.

    Not `textFile`: it would replace what is no UTF-8, and a record that Gauze rejects would slip through
    as another one; and it would take a carriage return for a line's end.
    """
    reader = spark.read.option("lineSep", "\n").option("recursiveFileLookup", "true")
    lines = reader.text(options.input).selectExpr("cast(value as binary) as line")
    return lines.rdd.map(lambda row: bytes(row.line))


def write(spark, tagged, counts, options):
    """Writes ("clean", line) and ("reject", line) where they belong and prints the counts as JSON."""
    # Both directories are written from one pass; a partition that is lost with its worker is made anew.
    tagged = tagged.persist(StorageLevel.DISK_ONLY)
    for kind, folder in (("clean", "clean"), ("reject", "rejects")):
        # The kind is bound here, since Spark runs the function later.
        chosen = tagged.filter(lambda pair, kind=kind: pair[0] == kind).map(lambda pair: pair[1])
        chosen.saveAsTextFile(os.path.join(options.output, folder))
    total = {"accepted": 0, "rejected": 0, "partitions": len(counts.value)}
    for accepted, rejected in counts.value.values():
        total["accepted"] += accepted
        total["rejected"] += rejected
    print(json.dumps(total), flush=True)
    spark.stop()
