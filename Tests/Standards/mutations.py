"""Records made a little different: one kind of slip at a time, of which some leave them valid."""

import json

from records import anything, text
from schemas import sizes

ASTRAL = "\U0001F600"


class Verbatim(str):
    """JSON text that is written as it stands."""


class Members(list):
    """An object's members as [name, value], so that a name can come twice."""


def parsed(line):
    return json.loads(
        line, parse_int=Verbatim, parse_float=Verbatim,
        object_pairs_hook=lambda pairs: Members([name, value] for name, value in pairs),
    )


def lifted(value):
    """A plain value as a tree of this kind."""
    return parsed(json.dumps(value))


def written(value):
    if isinstance(value, Verbatim):
        return str(value)
    if isinstance(value, Members):
        return "{" + ",".join(f"{written(name)}:{written(inner)}" for name, inner in value) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(written, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def spaced(value, blank):
    """The same with white space around every token."""
    if isinstance(value, Members):
        inner = ",".join(
            f"{blank}{written(name)}{blank}:{blank}{spaced(inner, blank)}{blank}"
            for name, inner in value
        )
        return f"{{{inner or blank}}}"
    if isinstance(value, list):
        return f"[{','.join(blank + spaced(inner, blank) + blank for inner in value) or blank}]"
    return written(value)


class Place:
    """A value within a record: what holds it, where, and the names that lead there."""

    def __init__(self, holder, index, path):
        self.holder, self.index, self.path = holder, index, path

    @property
    def value(self):
        found = self.holder[self.index]
        return found[1] if isinstance(self.holder, Members) else found

    @value.setter
    def value(self, value):
        if isinstance(self.holder, Members):
            self.holder[self.index][1] = value
        else:
            self.holder[self.index] = value


def places(value, path=()):
    if isinstance(value, Members):
        for index, (name, inner) in enumerate(value):
            yield Place(value, index, path + (name,))
            yield from places(inner, path + (name,))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield Place(value, index, path + (index,))
            yield from places(inner, path + (index,))


def objects(value):
    if isinstance(value, Members):
        yield value
        for _, inner in value:
            yield from objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from objects(inner)


def is_text(value):
    return isinstance(value, str) and not isinstance(value, Verbatim)


class Mutator:
    """Mutations of a schema's records; `random` is seeded."""

    def __init__(self, schema, random):
        self.schema, self.random = schema, random
        self.names = sorted({
            name for event in schema.events.values() for name in event["properties"]
        })
        self.kinds = [
            (getattr(self, name), name.removeprefix("do_").replace("_", "-"))
            for name in sorted(dir(self)) if name.startswith("do_")
        ]

    def mutated(self, line):
        """The kind of the mutation, and the text; a second mutation in one of ten."""
        root = parsed(line)
        event = next((inner for name, inner in root if name == self.schema.key), None)
        self.event = event if is_text(event) else None
        for _ in range(8):
            do, kind = self.random.choice(self.kinds)
            made = do(root)
            if made is None:
                continue
            if isinstance(made, str):
                return kind, made
            if self.random.random() < 0.1:
                second = self.random.choice(self.kinds)[0](root)
                if isinstance(second, str):
                    return kind, second
            return kind, written(root)
        return "none", written(root)

    def place(self, root, test=lambda value: True):
        found = [place for place in places(root) if test(place.value)]
        return self.random.choice(found) if found else None

    def field(self, place):
        return self.schema.field(self.event, place.path) or {}

    def swap(self, root, test, make):
        """Replaces one value for which `test` holds by what `make` gives; None if there is none."""
        place = self.place(root, test)
        if place is None:
            return None
        place.value = make(place)
        return True

    # Each returns None if it found nothing to do, a text if that is all of the record, else True.

    def do_wrong_type(self, root):
        return self.swap(root, lambda _: True, lambda _: lifted(anything(self.random)))

    def do_null(self, root):
        return self.swap(root, lambda _: True, lambda _: None)

    def do_wrapped(self, root):
        def make(place):
            return self.random.choice([[place.value], Members([["value", place.value]])])
        return self.swap(root, lambda _: True, make)

    def do_extra_field(self, root):
        holder = self.random.choice(list(objects(root)))
        names = ["more", "", "Event", "__proto__", "\u00e9", self.random.choice(self.names)]
        if holder:
            name = self.random.choice(holder)[0]
            names += [name.upper(), name + " ", name[:-1]]
        name = self.random.choice(names)
        if any(name == other for other, _ in holder):
            return None
        holder.insert(self.random.randint(0, len(holder)), [name, lifted(anything(self.random))])
        return True

    def do_missing_field(self, root):
        holder = self.random.choice(list(objects(root)))
        if not holder:
            return None
        holder.pop(self.random.randrange(len(holder)))
        return True

    def do_duplicate(self, root):
        holder = self.random.choice(list(objects(root)))
        if not holder:
            return None
        holder.append(list(self.random.choice(holder)))
        return True

    def do_order(self, root):
        self.random.shuffle(self.random.choice(list(objects(root))))
        return True

    def do_event(self, root):
        key = self.schema.key
        for member in root:
            if member[0] == key:
                member[1] = self.random.choice([*self.schema.events, "unknown", "", None])
                return True
        return None

    def do_number_spelling(self, root):
        def make(place):
            number = str(place.value)
            if any(sign in number for sign in ".eE"):
                return Verbatim(self.random.choice([number + "0" if "e" not in number else number,
                                                    number + "e0" if "e" not in number else number]))
            digits = number.lstrip("-")
            sign = number[: len(number) - len(digits)]
            zeros = len(digits) - len(digits.rstrip("0"))
            spelled = [number + ".0", number + ".000", number + "e0", number + "E+0", number + "0e-1"]
            if digits == "0":
                spelled += ["-0", "0.0", "-0.0", "0e5"]
            elif zeros:
                spelled.append(f"{sign}{digits[:-zeros]}e{zeros}")
            return Verbatim(self.random.choice(spelled))
        return self.swap(root, lambda value: isinstance(value, Verbatim), make)

    def do_number_bound(self, root):
        def make(place):
            field = self.field(place)
            pool = ["-1", "0", "-0", "0.5", "1.0", "1e2", "9007199254740993", "1e400", "1e-400",
                    "9223372036854775807", "9223372036854775808", "-9223372036854775809",
                    "0.1000000000000000000000000000000001", "12345678901234567890123456789012345"]
            for word in ("minimum", "maximum"):
                if word in field:
                    bound = field[word]
                    pool += [str(bound), f"{bound - 1}", f"{bound + 1}", f"{bound}.0" if
                             isinstance(bound, int) else f"{bound}0", f"{bound}.5" if
                             isinstance(bound, int) else f"{bound}1"] * 2
            return Verbatim(self.random.choice(pool))
        return self.swap(root, lambda value: isinstance(value, Verbatim), make)

    def do_word(self, root):
        def make(place):
            old = place.value
            made = [old.upper(), old.lower(), old.capitalize(), old + " ", " " + old, old[:-1],
                    old + old[-1:], old + "\n", old + "\u0000", old.replace("e", "\u0435"), ""]
            words = [word for word in self.field(place).get("enum", []) if isinstance(word, str)]
            if words:
                other = self.random.choice(words)
                made += [other, other.upper(), other.capitalize()]
            return self.random.choice(made)
        return self.swap(root, is_text, make)

    def do_letter(self, root):
        def make(place):
            old, at = place.value, self.random.randint(0, len(place.value))
            new = self.random.choice(["x", "0", "-", ".", " ", "\n", "\u0660", ASTRAL, "@", "G", "'"])
            return old[:at] + new + old[at + self.random.randint(0, 1):]
        return self.swap(root, is_text, make)

    def do_length(self, root):
        def make(place):
            own = sizes(self.field(place)) or [self.random.choice([1, 10, 64, 200])]
            size = max(0, self.random.choice(own) + self.random.choice([-1, 0, 1]))
            unit = self.random.choice(["a", "a ", "\u00e9", ASTRAL, "e\u0301"])
            old = place.value if self.random.random() < 0.5 else ""
            return (old + unit * size)[:size]
        return self.swap(root, is_text, make)

    def do_text(self, root):
        return self.swap(root, is_text, lambda _: text(self.random))

    def do_escapes(self, root):
        """Other spellings of the same text, and at times half of a surrogate pair."""
        def make(place):
            quoted = json.dumps(place.value, ensure_ascii=True)
            spelled = "".join(
                f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 and self.random.random() < 0.4
                and not 0xD800 <= ord(letter) < 0xE000
                else json.dumps(letter)[1:-1].replace("/", "\\/") for letter in place.value
            )
            if self.random.random() < 0.1:
                spelled += self.random.choice(["\\ud83d", "\\ude00", "\\ude00\\ud83d", "\\u00zz"])
            return Verbatim(self.random.choice([quoted, f'"{spelled}"', f'"{spelled}"']))
        return self.swap(root, is_text, make)

    def do_items(self, root):
        def make(place):
            items = list(place.value)
            most = self.field(place).get("maxItems", 4)
            count = max(0, most + self.random.choice([-1, 0, 1])) if most <= 300 else len(items) + 1
            filler = items or ["a", Verbatim("1")]
            way = self.random.randint(0, 2)
            if way == 0:
                return (items + [self.random.choice(filler) for _ in range(count)])[:count]
            if way == 1 and items:
                return items + [self.random.choice(items)]
            return items[::-1] + [f"item{number}" for number in range(max(0, count - len(items)))]
        return self.swap(
            root, lambda value: isinstance(value, list) and not isinstance(value, Members), make)

    def do_map(self, root):
        """A member by another name, or more members than a map may have."""
        found = [holder for holder in objects(root) if holder is not root]
        if not found:
            return None
        holder = self.random.choice(found)
        if holder and self.random.random() < 0.6:
            name = self.random.choice(holder)[0]
            self.random.choice(holder)[0] = self.random.choice(
                [name.upper(), name + "x", "other", "2026-02-30", "", text(self.random)])
        else:
            filler = holder[0][1] if holder else Verbatim("1")
            known = {name for name, _ in holder}
            for number in range(self.random.choice([1, 30, 70])):
                if f"name{number}" not in known:
                    holder.append([f"name{number}", filler])
        return True

    def do_deep(self, root):
        depth = self.random.choice([10, 60, 64, 65, 300])
        deep = Verbatim("[" * depth + "]" * depth)
        return self.swap(root, lambda _: True, lambda _: deep)

    def do_day(self, root):
        """Days that no month has, or not that one."""
        def make(place):
            day = self.random.choice(["02-29", "02-30", "04-31", "12-31", "12-32", "00-10", "10-00"])
            year = self.random.choice(["2024", "2023", "1900", "2000", "0000", "9999"])
            return f"{year}-{day}{place.value[10:]}"
        return self.swap(root, lambda value: is_text(value) and value[4:5] == "-", make)

    def do_parts(self, root):
        """A text of parts with more parts."""
        def make(place):
            return ".".join([place.value] * self.random.choice([2, 9, 40]))
        return self.swap(root, lambda value: is_text(value) and "." in value, make)

    def do_blanks(self, root):
        """White space between tokens changes nothing."""
        blank = self.random.choice([" ", "\t", "   "])
        return spaced(root, blank)

    def do_broken(self, root):
        line = written(root)
        at = self.random.randrange(len(line))
        return self.random.choice([
            line[:at] or "{", line[:at] + "," + line[at:], line + "}", "[" + line + "]", "null", '"x"',
            line.replace('"', "'"), line[:at] + "NaN" + line[at:], "1",
        ])

