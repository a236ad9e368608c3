"""A second verifier of the chain, written from docs/file-format.md alone; Python 3, standard library.

Reads a log as JSON lines from standard input; prints `ok <events> <head>` or what is wrong. It knows no rules: what the
events mean is not checked here.
"""
import hashlib
import hmac
import json
import sys


def sha256(*parts):
    return hashlib.sha256(b"".join(p if isinstance(p, bytes) else p.encode("ascii") for p in parts)).digest()


def canonical(value):
    """Canonical JSON (section 2). Names are ASCII, so Python sorts them as the page asks."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"))


def check(lines):
    header, *events, claim = [json.loads(line) for line in lines]
    chance = header["chance"]
    secret = chance.get("secret") or (events[-1]["data"].get("secret") if events else None)
    if chance["kind"] == "committed" and secret:
        text = f"replayground/commit/1\n{header['match']}|{secret}"
        assert sha256(text).hex() == chance["commitment"], "the secret is not the committed one"
    head = sha256("replayground/log/1\n", canonical(header))
    at = 0
    for number, event in enumerate(events, 1):
        assert event["seq"] == number, f"event {number} is missing"
        assert event["at"] >= at, f"event {number} goes back in time"
        at = event["at"]
        for index, part in enumerate(event.get("sealed", [])):
            opened = part.pop("opened", None)
            if opened is None:
                continue
            place = f"{header['match']}|{number}|{index}"
            made = sha256(f"replayground/seal/1\n{place}|{opened['salt']}|", canonical(opened["value"])).hex()
            assert made == part["digest"], f"event {number} was opened falsely"
            if secret:
                derived = hmac.new(bytes.fromhex(secret), place.encode("ascii"), "sha256").hexdigest()[:32]
                assert derived == opened["salt"], f"event {number} was salted falsely"
        head = sha256(head, canonical(event))
    assert claim["seq"] == len(events), f"cut off after event {len(events)}"
    assert claim["head"] == head.hex(), f"the chain over {len(events)} events ends in {head.hex()}"
    return f"ok {len(events)} {head.hex()}"


try:
    print(check(sys.stdin.read().rstrip("\n").split("\n")))
except AssertionError as fault:
    sys.exit(str(fault))
