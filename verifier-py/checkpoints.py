"""C12 and C13: signed checkpoints («Checkpoints»), their keys, and what the reader noted earlier."""

import hashlib
import re

import ed25519
from canonical import NotCanonical, from_base64, parse_canonical, sha256

ED25519 = b"\x01"
FIRST_LINE = re.compile(r"(?P<host>[^\s/]+)/log/(?P<log>[0-9a-f-]+)/chain/v1")
SEQ = re.compile(r"[1-9][0-9]{0,15}")
KEY = re.compile(r"(?P<name>[^\s+]+)\+(?P<id>[0-9a-f]{8})\+(?P<base64>[A-Za-z0-9+/=]+)")
SIGNATURE = re.compile(r"\u2014 (?P<name>[^\s+]+) (?P<base64>[A-Za-z0-9+/=]+)")
FEWEST_DIGITS_OF_A_FINGERPRINT = 16


class Key:
    """A verifier: `NAME+ID+BASE64(0x01 ‖ key)`."""

    def __init__(self, name, public):
        self.name = name
        self.public = public
        self.id = key_id(name, public)
        self.fingerprint = sha256(public)


def key_id(name, public):
    return hashlib.sha256(name.encode("utf-8") + b"\n" + ED25519 + public).digest()[:4]


def parse_key(text):
    """The key of a verifier, or None."""
    found = KEY.fullmatch(text) if isinstance(text, str) else None
    data = from_base64(found["base64"]) if found else None
    if data is None or len(data) != 33 or data[:1] != ED25519:
        return None
    key = Key(found["name"], data[1:])
    return key if key.id.hex() == found["id"] else None


class Checkpoint:
    def __init__(self, log, seq, entry_hash, text, signatures):
        self.log = log
        self.seq = seq
        self.hash = entry_hash
        self.text = text
        self.signatures = signatures

    def signers(self, keys):
        """The given keys that signed it; None where one of their signatures is false."""
        signed = []
        for name, key_id_, signature in self.signatures:
            for key in keys:
                if (key.name, key.id) == (name, key_id_):
                    if not ed25519.verify(key.public, self.text, signature):
                        return None
                    signed.append(key)
        return signed


def parse_checkpoint(data):
    """A checkpoint in exactly its form, or None."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    lines = text.split("\n")
    if len(lines) < 6 or lines[3] != "" or lines[-1] != "":
        return None
    first, entry_hash = FIRST_LINE.fullmatch(lines[0]), from_base64(lines[2])
    signatures = [parse_signature(line) for line in lines[4:-1]]
    if not first or not SEQ.fullmatch(lines[1]) or entry_hash is None or len(entry_hash) != 32 or None in signatures:
        return None
    signed = "".join(line + "\n" for line in lines[:3]).encode("utf-8")
    return Checkpoint(first["log"], int(lines[1]), entry_hash.hex(), signed, signatures)


def parse_signature(line):
    """(name, id, signature), or None. Signatures of other kinds of keys may have another length."""
    found = SIGNATURE.fullmatch(line)
    data = from_base64(found["base64"]) if found else None
    return (found["name"], data[:4], data[4:]) if data is not None and len(data) > 4 else None


# C12

def read_keys(files, report):
    if "keys.json" not in files:
        return []
    try:
        stated = parse_canonical(files["keys.json"])
    except NotCanonical as problem:
        report.finding("keys.canonical", "keys.json", str(problem))
        return []
    fits = isinstance(stated, dict) and set(stated) == {"keys", "v"} and isinstance(stated["keys"], list)
    fits = fits and stated["v"] == 1 and not isinstance(stated["v"], bool)
    if not report.expect(fits, "keys.members", "keys.json", "not { keys, v: 1 }"):
        return []
    keys = [parse_key(text) for text in stated["keys"]]
    report.expect(None not in keys, "keys.form", "keys.json", "not a key NAME+ID+BASE64 that fits its ID")
    keys = [key for key in keys if key]
    report.expect(len({(k.name, k.id) for k in keys}) == len(keys), "keys.twice", "keys.json", "a key stands twice")
    return keys


def check_checkpoints(files, entries, keys, report):
    """Gives the checkpoints that are in their form."""
    checkpoints, used = [], set()
    for name in sorted(name for name in files if name.startswith("checkpoints/")):
        checkpoint = parse_checkpoint(files[name])
        if not report.expect(checkpoint is not None, "checkpoint.form", name, "not a checkpoint in exactly its form"):
            continue
        report.expect(name == "checkpoints/%d.note" % checkpoint.seq, "checkpoint.name", name, "not under the number of its entry")
        check_checkpoint(checkpoint, entries, name, report)
        used.update(key.fingerprint for key in check_signed(checkpoint, keys, name, report))
        checkpoints.append(checkpoint)
        report.facts["checkpoints"] += 1
    last = entries[-1].seq if entries else 0
    report.expect(
        any(c.seq == last for c in checkpoints), "checkpoint.missing", "checkpoints/", "none covers the last entry"
    )
    for key in keys:
        report.expect(key.fingerprint in used, "keys.unused", "keys.json", "%s signed none of the checkpoints" % key.name)
    return checkpoints


def check_checkpoint(checkpoint, entries, place, report):
    report.expect(bool(entries) and checkpoint.log == entries[0].log, "checkpoint.log", place, "of another log")
    entry = next((e for e in entries if e.seq == checkpoint.seq), None)
    if report.expect(entry is not None, "checkpoint.seq", place, "names no entry of this log"):
        report.expect(entry.hash == checkpoint.hash, "checkpoint.hash", place, "entry %d has another hash" % checkpoint.seq)


def check_signed(checkpoint, keys, place, report):
    signers = checkpoint.signers(keys)
    report.expect(signers, "checkpoint.signature", place, "not signed by a key of keys.json")
    return signers or []


# C13

def check_since(since, entries, keys, report):
    checkpoint = parse_checkpoint(since)
    if report.expect(checkpoint is not None, "checkpoint.since", "--since", "not a checkpoint in exactly its form"):
        check_checkpoint(checkpoint, entries, "--since", report)
        check_signed(checkpoint, keys, "--since", report)


def check_given_key(given, checkpoints, keys, report):
    """The newest checkpoint is signed by the given key: a verifier, or the first digits of its fingerprint."""
    given = given.strip()
    verifier = parse_key(given)
    digits = given.lower()
    if verifier is None and not re.fullmatch("[0-9a-f]{%d,64}" % FEWEST_DIGITS_OF_A_FINGERPRINT, digits):
        report.finding("checkpoint.key", "--key", "neither a verifier nor 16 or more digits of a fingerprint")
        return
    newest = max(checkpoints, key=lambda c: c.seq, default=None)
    candidates = [verifier] if verifier else [key for key in keys if key.fingerprint.startswith(digits)]
    signed = newest is not None and newest.signers(candidates)
    report.expect(signed, "checkpoint.key", "--key", "the newest checkpoint is not signed by this key")
