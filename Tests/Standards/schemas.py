"""A Gauze schema as its file says it: fields with their references resolved, found by event and path."""

import json


class Schema:
    def __init__(self, path):
        with open(path, "rb") as file:
            self.file = json.load(file)
        self.key = self.file.get("eventKey")
        common = self.file.get("common", {})
        self.events = {}
        for name, event in self.file["events"].items():
            merged = {**common.get("properties", {}), **event.get("properties", {})}
            self.events[name] = {
                "properties": {key: self.resolved(field) for key, field in merged.items()},
                "required": common.get("required", []) + event.get("required", []),
            }

    def resolved(self, field):
        """The field with what its reference names, and so everything within it."""
        field = dict(field)
        while "$ref" in field:
            name = field.pop("$ref").removeprefix("#/$defs/")
            field = {**self.file["$defs"][name], **field}
        if "properties" in field:
            field["properties"] = {
                key: self.resolved(inner) for key, inner in field["properties"].items()
            }
        for word in ("items", "additionalProperties"):
            if isinstance(field.get(word), dict):
                field[word] = self.resolved(field[word])
        return field

    def field(self, event, path):
        """The field at a path of names and positions; None if nothing is declared there."""
        if event is None and len(self.events) == 1:
            event = next(iter(self.events))
        found = self.events.get(event)
        for step in path:
            if not isinstance(found, dict):
                return None
            if step in found.get("properties", {}):
                found = found["properties"][step]
            elif isinstance(step, int) and "propertyNames" not in found:
                # What a policy made a list of has no items of its own.
                found = found.get("items", found)
            else:
                found = found.get("additionalProperties")
        return found if path else None


def policies(field):
    """The policies of a field as (word, parameters), those of its `else` behind them."""
    result = []
    for source in (field, field.get("else", {})):
        for policy in source.get("policies", []):
            if isinstance(policy, str):
                result.append((policy, None))
            else:
                result += list(policy.items())
    return result


def sizes(field):
    """The bounds that a field names, on lengths and counts."""
    found = [field[word] for word in ("maxLength", "maxItems", "maxProperties") if word in field]
    for word, parameters in policies(field):
        if word == "truncate":
            found.append(parameters)
        elif isinstance(parameters, dict) and isinstance(parameters.get("limit"), int):
            found.append(parameters["limit"])
        elif word == "hint":
            found.append(parameters["limit"] if isinstance(parameters, dict) else 40)
        elif word in ("shape", "mask-arguments"):
            found.append(2000)
    return found
