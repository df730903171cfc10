"""Canonical JSON (LOG-2), hashes and the base encodings that the specification uses."""

import base64
import binascii
import hashlib
import json
import re

SAFE_INTEGER = 2 ** 53 - 1
HEX_64 = re.compile(r"[0-9a-f]{64}")
# Deeper no value of a bundle is; an interpreter in a browser ends before Python counts its own recursion.
MOST_DEPTH = 100
STRING = re.compile(rb'"(?:[^"\\]|\\.)*"')


class NotCanonical(ValueError):
    """The value has no canonical form, or the text is not JSON."""


def jcs(value):
    """RFC 8785, restricted to safe integers and well-formed strings without U+0000 (LOG-2)."""
    parts = []
    _write(value, parts.append)
    return "".join(parts)


def _write(value, put):
    if isinstance(value, str):
        put(_text(value))
    elif value is None:
        put("null")
    elif value is True:
        put("true")
    elif value is False:
        put("false")
    elif isinstance(value, (int, float)):
        put(_number(value))
    elif isinstance(value, (list, tuple)):
        put("[")
        for place, item in enumerate(value):
            if place:
                put(",")
            _write(item, put)
        put("]")
    elif isinstance(value, dict):
        put("{")
        for place, name in enumerate(sorted(value, key=_utf16)):
            if place:
                put(",")
            put(_text(name))
            put(":")
            _write(value[name], put)
        put("}")
    else:
        raise NotCanonical("no JSON value: %s" % type(value).__name__)


def _utf16(name):
    """RFC 8785 sorts members by UTF-16 code units, not by code points."""
    if not isinstance(name, str):
        raise NotCanonical("a member's name is not a string")
    return name.encode("utf-16-be", "surrogatepass")


def _text(text):
    if "\0" in text:
        raise NotCanonical("U+0000 in a string")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise NotCanonical("a lone surrogate in a string")
    return json.dumps(text, ensure_ascii=False)


def _number(number):
    if isinstance(number, float) and not number.is_integer():
        raise NotCanonical("not a whole number")
    if abs(number) > SAFE_INTEGER:
        raise NotCanonical("not a safe integer")
    return str(int(number))


def parse(data):
    """JSON from bytes (UTF-8) by the restrictions of LOG-2; members that stand twice are refused."""
    if is_too_deep(data):
        raise NotCanonical("nested too deeply")
    try:
        return json.loads(
            data.decode("utf-8"),
            parse_float=_refuse_number,
            parse_constant=_refuse_number,
            parse_int=_parse_int,
            object_pairs_hook=_members_once,
        )
    except NotCanonical:
        raise
    except (ValueError, RecursionError) as problem:
        raise NotCanonical("not JSON: %s" % type(problem).__name__)


def is_too_deep(data):
    if data.count(b"[") + data.count(b"{") <= MOST_DEPTH:
        return False
    depth = 0
    for sign in re.findall(rb"[\[{\]}]", STRING.sub(b"", data)):
        depth += 1 if sign in b"[{" else -1
        if depth > MOST_DEPTH:
            return True
    return False


def parse_canonical(data):
    """JSON that stands in its canonical form, byte for byte."""
    value = parse(data)
    try:
        text = jcs(value)
    except RecursionError:
        raise NotCanonical("nested too deeply")
    if text.encode("utf-8") != data:
        raise NotCanonical("not in canonical form")
    return value


def _refuse_number(text):
    raise NotCanonical("not a whole number: %s" % text[:40])


def _parse_int(text):
    if len(text) > 17:
        raise NotCanonical("not a safe integer")
    return int(text)


def _members_once(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise NotCanonical("a member stands twice")
    return members


def same(one, other):
    """Are two values the same JSON? (In Python alone True would equal 1.)"""
    try:
        return jcs(one) == jcs(other)
    except (NotCanonical, RecursionError):
        return False


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def tagged_hash(tag, value):
    """SHA-256(tag LF JCS(value)) in hexadecimal: the form of VOTE-9, VOTE-13, PROP-4 and LOG-4."""
    return sha256((tag + "\n" + jcs(value)).encode("utf-8"))


def is_hash(value):
    return isinstance(value, str) and HEX_64.fullmatch(value) is not None


def from_base64(text):
    """Bytes of base64 (RFC 4648, with padding) in its canonical form, else None."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (ValueError, binascii.Error):
        return None
    return data if base64.b64encode(data).decode("ascii") == text else None
