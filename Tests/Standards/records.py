"""Raw records that a schema accepts, mostly: what its keywords and policies ask for, at random."""

import json
import string

from schemas import policies

WORDS = (
    "cannot open file failed for user at line table timeout denied missing not found null "
    "connection closed unexpected token near SELECT a FROM t WHERE b = 'Jane' AND c > 10"
).split()
PARTS = [
    "jane.doe@acme.example", "/home/jane/client x/pay.sql", "C:\\Users\\jane\\a.txt",
    "10.1.2.3", "db-17.acme.example", "password=hunter2", "https://acme.example/a?b=c",
    "4111 1111 1111 1111", "é", "名前", "\U0001F600", "e\u0301", "\u200b", "\t", "\n", "\u007f",
    "\"quoted\"", "\\", "<path>", "<email>", "?", "$1", "{}", "--", "/*", "%40", "&lt;", "",
]
VERSIONS = [
    "1.2.3", "v1.30.2-eks.4", "0.0.0", "1", "10.4", "22.4.0", "v22", "2024.1.1", "1.2.3-dirty-jane",
    "jane", "", "999999.1", "1234567.1", "1.2.3.4.5", "5.0.0-beta.1",
]


def text(random):
    parts = [random.choice(WORDS if random.random() < 0.7 else PARTS) for _ in range(random.randint(0, 9))]
    return " ".join(parts)


def hexadecimal(random, count):
    return "".join(random.choice("0123456789abcdefABCDEF") for _ in range(count))


def uuid(random):
    return "-".join(hexadecimal(random, count) for count in (8, 4, 4, 4, 12))


def date(random):
    return f"{random.randint(0, 9999):04}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"


def of_format(name, random):
    if name == "uuid":
        return uuid(random)
    if name == "date":
        return date(random)
    if name == "date-time":
        fraction = random.choice(["", ".5", ".123456789"])
        zone = random.choice(["Z", "z", "+05:30", "-00:00", "+23:59"])
        clock = f"{random.randint(0, 23):02}:{random.randint(0, 59):02}:{random.randint(0, 60):02}"
        return f"{date(random)}{random.choice('Tt')}{clock}{fraction}{zone}"
    if name in ("hex-32", "hex-64"):
        return hexadecimal(random, int(name[4:]))
    if name == "hex":
        return hexadecimal(random, random.randint(1, 40))
    if name == "version":
        return ".".join(str(random.randint(0, 99)) for _ in range(random.randint(1, 5)))
    if name == "semver":
        return random.choice(["1.0.0", "0.9.0-rc.1", "1.2.3+build.5", "10.20.30-a.b-c"])
    if name == "email":
        return random.choice(["jane@acme.example", "j.d+x@mail.acme.example", "a@b"])
    return random.choice("_aZ") + "".join(
        random.choice(string.ascii_letters + "_-.0123456789") for _ in range(random.randint(0, 20))
    )


def of_policy(field, random):
    """A text that the field's own policies, and those made from it, look for; None for no idea."""
    for word, parameters in policies(field):
        if word == "vocabulary" and random.random() < 0.9:
            words = list(parameters["words"])
            tail = {"segment": parameters.get("separator", "/"), "words": " "}.get(parameters.get("match"))
            has_tail = tail and random.random() < 0.5
            return random.choice(words) + (tail + random.choice(WORDS) if has_tail else "")
        if word == "coarsen-version":
            return random.choice(VERSIONS)
        if word == "hash-email" and random.random() < 0.8:
            return random.choice(["jane@acme.example", " J@ACME.example ", "a.b+c@d.example"])
        if word == "classify" and random.random() < 0.7:
            return f"{text(random)} {random.choice(random.choice(list(parameters.values())) or [''])}"
        if word == "coarsen-time":
            return of_format("date-time", random)
    return None


def anything(random, depth=0):
    kind = random.randint(0, 8 if depth < 3 else 5)
    if kind == 0:
        return None
    if kind == 1:
        return random.random() < 0.5
    if kind == 2:
        return random.randint(-10, 10**12)
    if kind == 3:
        return round(random.uniform(-5, 5), 3)
    if kind < 6:
        return text(random)
    if kind == 6:
        return [anything(random, depth + 1) for _ in range(random.randint(0, 4))]
    return {random.choice(WORDS): anything(random, depth + 1) for _ in range(random.randint(0, 4))}


def number(field, random, is_integer):
    low, high = field.get("minimum"), field.get("maximum")
    pool = [edge for word, parameters in policies(field) if isinstance(parameters, dict)
            for edge in parameters.get("edges", [])]
    low = -10**6 if low is None else low
    high = max(low, 10**7) if high is None else high
    if pool and random.random() < 0.3:
        value = random.choice(pool) + random.choice([-1, 0, 1])
    elif random.random() < 0.3:
        value = random.choice([low, high])
    elif is_integer or random.random() < 0.3:
        value = random.randint(int(low), max(int(low), int(high)))
    else:
        value = round(random.uniform(low, high), random.randint(0, 6))
    return max(low, min(high, int(value) if is_integer else value))


def value(field, random):
    types = field.get("type", [])
    types = [types] if isinstance(types, str) else list(types)
    words = field.get("enum", [field["const"]] if "const" in field else None)
    if words is not None:
        if "otherwise" in field and random.random() < 0.3:
            return None if "null" in types and random.random() < 0.2 else text(random)
        return random.choice(words)
    if not types:
        return anything(random)
    kind = random.choice(types)
    if kind == "null":
        return None
    if kind == "boolean":
        return random.random() < 0.5
    if kind in ("integer", "number"):
        return number(field, random, kind == "integer")
    if kind == "string":
        if "format" in field:
            return of_format(field["format"], random)
        return (of_policy(field, random) or text(random))[: field.get("maxLength")]
    if kind == "array":
        most = field.get("maxItems", 5)
        count = most if most <= 100 and random.random() < 0.1 else random.randint(0, min(most, 6))
        item = field.get("items", {})
        return [value(item, random) for _ in range(count)]
    return of_object(field, random)


def of_object(field, random):
    if "properties" in field:
        return members(field, random)
    if isinstance(field.get("additionalProperties"), dict):
        names = field["propertyNames"]
        most = min(field["maxProperties"], 8)
        keys = [
            random.choice(names["enum"]) if "enum" in names and random.random() < 0.8
            else of_format(names["format"], random) if "format" in names
            else text(random) if "otherwise" in names else random.choice(names["enum"])
            for _ in range(random.randint(0, most))
        ]
        return {key: value(field["additionalProperties"], random) for key in keys}
    allowed = [name for _, parameters in policies(field) if isinstance(parameters, dict)
               for name in parameters.get("allow", [])]
    return {
        random.choice(allowed) if allowed and random.random() < 0.7 else random.choice(WORDS):
        anything(random) for _ in range(random.randint(0, 6))
    }


def members(holder, random):
    """The fields that are there at random: what is required, and what `presentIf` asks for."""
    record = {}
    fields = {name: field for name, field in holder["properties"].items() if "from" not in field}
    for name, field in fields.items():
        if "presentIf" in field:
            continue
        if name in holder.get("required", []) or random.random() < 0.7:
            record[name] = value(field, random)
    for name, field in fields.items():
        for sibling, words in field.get("presentIf", {}).items():
            if any(record.get(sibling) == word and sibling in record for word in words):
                record[name] = value(field, random)
    order = list(record.items())
    random.shuffle(order)
    return dict(order)


def record(schema, random):
    """One raw record as JSON text."""
    name = random.choice(list(schema.events))
    made = members(schema.events[name], random)
    if schema.key:
        made = {schema.key: name, **made} if random.random() < 0.8 else {**made, schema.key: name}
    return json.dumps(made, ensure_ascii=random.random() < 0.3, separators=(",", ":"))
