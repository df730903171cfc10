"""C2, C3 and C4: the chain of entries and what of it is opened."""

import hashlib

import shapes
from canonical import NotCanonical, is_hash, jcs, parse_canonical, tagged_hash

HEADER = shapes.exactly(
    at=shapes.natural, epoch=shapes.natural, ev=shapes.each(is_hash), log=shapes.identifier, prev=is_hash,
    seq=shapes.counting, v=shapes.number,
)
OPENING = shapes.exactly(event=shapes.event_body, i=shapes.natural, salt=is_hash, seq=shapes.counting)
ERASED = shapes.exactly(erased=shapes.flag, i=shapes.natural, seq=shapes.counting)
NO_ENTRY_BEFORE = "0" * 64


class Entry:
    """One entry: its header, its recomputed hash and its opened events."""

    def __init__(self, header, entry_hash):
        self.seq = header["seq"]
        self.at = header["at"]
        self.epoch = header["epoch"]
        self.log = header["log"]
        self.commitments = header["ev"]
        self.hash = entry_hash
        self.events = []
        self.erased = 0
        self.place = "entry %d" % self.seq

    def data_of(self, event_type):
        return [event.data for event in self.events if event.type == event_type]


class Event:
    def __init__(self, body, seq, i):
        self.type = body["type"]
        self.data = body["data"]
        self.panel_id = body.get("panelId")
        self.seq = seq
        self.place = "entry %d, event %d (%s)" % (seq, i, body["type"])


MOST_LINES = 1_000_000


def read_lines(files, name, report):
    """The values of a .jsonl file: one canonical object a line, each ended by LF. Bad lines are findings."""
    data = files.get(name)
    if not data:
        return []
    if data.count(b"\n") > MOST_LINES:
        report.finding("bundle.malformed", name, "more lines than any log or list has")
        return []
    lines = data.split(b"\n")
    report.expect(lines[-1] == b"", "line.end", name, "the last line is not ended by a line break")
    values = []
    for place, line in enumerate(lines[:-1] if lines[-1] == b"" else lines, 1):
        try:
            values.append((place, parse_canonical(line)))
        except NotCanonical as problem:
            report.finding("line.canonical", "%s, line %d" % (name, place), str(problem))
    return values


# C2

def read_log(files, report):
    entries = []
    for place, header in read_lines(files, "log.jsonl", report):
        where = "log.jsonl, line %d" % place
        if not report.expect(HEADER(header) and header["v"] == 1, "line.members", where, "not exactly the members of a header"):
            continue
        check_header(header, entries, where, report)
        entries.append(Entry(header, tagged_hash("tegerek/entry/v1", header)))
    report.expect(entries, "log.empty", "log.jsonl", "the log has no entry")
    return entries


def check_header(header, entries, where, report):
    before = entries[-1] if entries else None
    report.expect(header["seq"] == len(entries) + 1, "log.seq", where, "entries do not count from 1 without a gap")
    report.expect(
        header["prev"] == (before.hash if before else NO_ENTRY_BEFORE), "log.prev", where, "not the hash of the entry before"
    )
    if before:
        report.expect(header["log"] == before.log, "log.other", where, "an entry of another log")
        report.expect(header["at"] >= before.at, "log.at", where, "the time goes back")
        report.expect(header["epoch"] >= before.epoch, "log.epoch", where, "the epoch goes back")


# C3

def read_payload(files, entries, report):
    """Gives each entry its opened events, in order."""
    by_seq = {entry.seq: entry for entry in entries}
    last = (0, -1)
    for place, opening in read_lines(files, "payload.jsonl", report):
        where = "payload.jsonl, line %d" % place
        is_erased = ERASED(opening) and opening["erased"]
        if not report.expect(is_erased or OPENING(opening), "payload.members", where, "not exactly the members of an opening"):
            continue
        position = (opening["seq"], opening["i"])
        report.expect(position > last, "payload.order", where, "openings stand once, by entry and place")
        if position <= last:
            continue
        last = position
        entry = by_seq.get(opening["seq"])
        if not report.expect(
            entry is not None and opening["i"] < len(entry.commitments), "payload.place", where, "opens nothing of the log"
        ):
            continue
        if is_erased:
            entry.erased += 1
        else:
            open_event(entry, opening, where, report)


def open_event(entry, opening, where, report):
    body = opening["event"]
    report.expect(
        commitment_of(opening["salt"], body) == entry.commitments[opening["i"]],
        "payload.commitment", where, "the opening does not fit its commitment",
    )
    if not report.expect(
        shapes.is_opened_to_everybody(body["type"], body["audience"]), "payload.audience", where, "not an event that everybody may see"
    ):
        return
    event = Event(body, opening["seq"], opening["i"])
    if is_of_contract(body, event.place, report):
        entry.events.append(event)


def commitment_of(salt, body):
    """LOG-3."""
    hashed = hashlib.sha256(b"tegerek/ev/v1\n" + bytes.fromhex(salt) + jcs(body).encode("utf-8"))
    return hashed.hexdigest()


# C4

def is_of_contract(body, place, report):
    """Only events of the contract, in their shape, are told on to the later checks."""
    event_type = body["type"]
    report.expect(body["v"] == 1, "event.version", place, "not version 1 of an event")
    audience = shapes.AUDIENCES.get(event_type, "public")
    report.expect(body["audience"] == audience, "event.audience", place, "the audience of this event is %s" % audience)
    shape = shapes.EVENTS.get(event_type)
    if shape is None:
        if event_type.startswith(shapes.CLOSED_FAMILIES):
            report.finding("event.unknown", place, "no event of the contract")
        elif not event_type.startswith("turn."):
            report.leave_open("events that the specification does not name (C4): %s" % event_type[:60])
        return event_type.startswith("turn.")
    return report.expect(shape(body["data"]), "event.shape", place, "not the members of this event")
