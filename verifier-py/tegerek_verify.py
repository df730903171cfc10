#!/usr/bin/env python3
"""The second, independent verifier of Tegerek's bundles: `tegerek_verify.py [--json] [--since FILE] [--key KEY] BUNDLE`.

Written from docs/verification.md alone. Exit 0: everything fits · 1: findings · 2: not readable as a bundle.
"""

import argparse
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from amendments import Amendments
from archive import Unreadable, read_archive
from canonical import jcs
from checkpoints import check_checkpoints, check_given_key, check_since, read_keys
from fold import Fold
from log import read_log, read_payload
from manifest import check_files, check_files_of_log, check_head, read_manifest
from report import Report
from resolution import check_resolutions
from story import Story
from votes import check_reasons, check_votes, count

__all__ = ["verify", "count", "jcs"]

EXIT_OF_OUTCOME = {"right": 0, "findings": 1, "unreadable": 2}
MOST_BYTES_OF_A_BUNDLE = 512 * 1024 * 1024


def verify(bundle, since=None, key=None):
    """Verifies the bytes of a bundle; `since`: the bytes of an earlier checkpoint, `key`: as of --key."""
    report = Report()
    try:
        files = read_archive(bytes(bundle), report)
        manifest = read_manifest(files, report)
    except Unreadable as problem:
        return unreadable(str(problem))
    guarded(report, "C1", check_files, files, manifest, report)
    entries = guarded(report, "C2", read_log, files, report) or []
    guarded(report, "C3, C4", read_payload, files, entries, report)
    guarded(report, "C1", check_head, manifest, entries, report)
    check_what_happened(files, entries, report)
    guarded(report, "C10", check_resolutions, entries, files, report)
    check_what_was_signed(files, entries, since, key, report)
    report.facts["entries"] = len(entries)
    report.facts["erased"] = sum(entry.erased for entry in entries)
    return report.as_data()


def check_what_happened(files, entries, report):
    """C5–C9 and C14–C17."""
    fold, stated_rows = Fold(), {}
    story = Story(fold, entries[0].log if entries else None, report)
    amendments = Amendments(fold, report)
    for entry in entries:
        story.erased += entry.erased
        for event in entry.events:
            guarded(report, event.place, story.check, event, entry)
            guarded(report, event.place, amendments.check, event, entry)
            guarded(report, event.place, fold.apply, event, entry)
            if event.type == "vote.closed":
                stated_rows[event.data["voteId"]] = event.data["ballots"]
        guarded(report, entry.place, amendments.check_entry, entry)
    report.expect(fold.dialogue_id is not None, "dialogue.created", "log.jsonl", "no dialogue is created in entry 1")
    report.facts["votes"] = len(fold.votes)
    lists = guarded(report, "C8, C9", check_votes, fold, stated_rows, files, report) or {}
    guarded(report, "C15", check_reasons, fold, entries, lists, report)
    guarded(report, "C1", check_files_of_log, fold, files, report)


def check_what_was_signed(files, entries, since, key, report):
    """C12 and C13."""
    keys = guarded(report, "C12", read_keys, files, report) or []
    checkpoints = guarded(report, "C12", check_checkpoints, files, entries, keys, report) or []
    if since is not None:
        guarded(report, "C13", check_since, bytes(since), entries, keys, report)
    if key is not None:
        guarded(report, "C13", check_given_key, key, checkpoints, keys, report)


def guarded(report, place, check, *arguments):
    """What is so malformed that a check cannot follow it is a finding, never a crash."""
    try:
        return check(*arguments)
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError) as problem:
        report.finding("verify.malformed", place, "cannot be followed: %s" % type(problem).__name__)
        return None


def unreadable(words):
    report = Report()
    report.finding("bundle.unreadable", "bundle", words)
    return dict(report.as_data(), outcome="unreadable")


def main(arguments):
    parser = argparse.ArgumentParser(prog="tegerek_verify.py", description="Verifies a bundle of Tegerek, offline.")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument("--since", metavar="FILE", help="an earlier checkpoint")
    parser.add_argument("--key", help="a verifier, or 16 or more digits of its fingerprint")
    parser.add_argument("bundle", metavar="BUNDLE")
    given = parser.parse_args(arguments)
    try:
        report = verify(read_file(given.bundle), read_file(given.since) if given.since else None, given.key)
    except OSError as problem:
        report = unreadable(str(problem))
    sys.stdout.write(as_json(report) if given.json else as_words(report))
    return EXIT_OF_OUTCOME[report["outcome"]]


def read_file(path):
    with open(path, "rb") as file:
        data = file.read(MOST_BYTES_OF_A_BUNDLE + 1)
    if len(data) > MOST_BYTES_OF_A_BUNDLE:
        raise OSError("%s is larger than a bundle can be" % path)
    return data


def as_json(report):
    return json.dumps(report, ensure_ascii=True, indent=1, sort_keys=True) + "\n"


def as_words(report):
    facts = ", ".join("%s: %d" % fact for fact in report["facts"].items())
    lines = ["%s (%s)" % (report["outcome"], facts)]
    lines += ["  %(code)s  %(place)s: %(words)s" % finding for finding in report["findings"]]
    lines += ["  not checked: %s" % words for words in report["notChecked"]]
    text = "\n".join(lines) + "\n"
    return text.encode(sys.stdout.encoding or "utf-8", "backslashreplace").decode(sys.stdout.encoding or "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
