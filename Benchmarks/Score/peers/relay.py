"""Sentry Relay's rules for personal data, through its Python library.

One row has what Sentry does by default (`@common`, and `@ip`), made by Relay itself from the default
switches; the other turns on every rule that Relay has for text, except those that take all of it.
A text goes in as the message of an event of its own.
"""

import json

from peer import Tool, package

EVERY = [
    "@common", "@ip", "@email", "@userpath", "@mac", "@imei", "@uuid", "@usssn", "@iban",
    "@creditcard", "@pemkey", "@urlauth", "@bearer", "@password",
]


def make(config):
    from sentry_relay._lowlevel import lib
    from sentry_relay.utils import decode_str, encode_str, rustcall

    # The configuration is encoded once. Relay reads and compiles it at each call all the same.
    encoded = encode_str(json.dumps(config))

    def scrub(text, dialect):
        event = encode_str(json.dumps({"logentry": {"formatted": text}}))
        stripped = rustcall(lib.relay_pii_strip_event, encoded, event)
        message = json.loads(decode_str(stripped, free=True)).get("logentry") or {}
        return message.get("formatted") or ""

    return scrub


def default():
    from sentry_relay.processing import convert_datascrubbing_config

    return convert_datascrubbing_config(
        {
            "scrubData": True, "scrubDefaults": True, "scrubIpAddresses": True,
            "excludeFields": [], "sensitiveFields": [],
        }
    )


def every():
    from sentry_relay.processing import pii_strip_event

    def works(rule):
        try:
            pii_strip_event({"applications": {"$string": [rule]}}, {"logentry": {"formatted": "a"}})
            return True
        except Exception:
            return False

    return {"applications": {"$string": [rule for rule in EVERY if works(rule)]}}


TOOLS = [
    Tool("relay", "Sentry Relay, `@common`", "text", package("sentry-relay"),
         make=lambda: make(default())),
    Tool("relay-every", "Sentry Relay, every rule", "text", package("sentry-relay"),
         make=lambda: make(every()),
         note="`@password` empties a whole text that has such a word in it"),
]
