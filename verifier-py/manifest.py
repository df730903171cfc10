"""C1: the manifest and the files of the bundle."""

import json
import re

import shapes
from archive import Unreadable
from canonical import NotCanonical, is_hash, parse_canonical, sha256
from names import LANGUAGES

MANIFEST = shapes.exactly(
    files=shapes.by_name(shapes.text, is_hash), format=shapes.one_of("tegerek-bundle"),
    head=shapes.exactly(hash=is_hash, seq=shapes.natural), log=shapes.identifier, v=shapes.number,
)
ALWAYS = ["log.jsonl", "payload.jsonl", "keys.json", "VERIFY.md"]
ID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
KNOWN = re.compile(
    r"manifest\.json|log\.jsonl|payload\.jsonl|keys\.json|VERIFY\.md"
    r"|votes/%s/(vote\.json|ballots\.jsonl)"
    r"|resolutions/[1-9][0-9]*\.(json|(ru|ky|en)\.(docx|pdf))"
    r"|checkpoints/[1-9][0-9]*\.note" % ID
)


def read_manifest(files, report):
    """The manifest, None where it has not its form. Exit 2 where it cannot be parsed at all."""
    if "manifest.json" not in files:
        raise Unreadable("no manifest.json")
    data = files["manifest.json"]
    try:
        json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        raise Unreadable("manifest.json cannot be parsed")
    try:
        manifest = parse_canonical(data)
    except NotCanonical as problem:
        report.finding("manifest.canonical", "manifest.json", str(problem))
        return None
    fits = MANIFEST(manifest) and manifest["v"] == 1
    return manifest if report.expect(fits, "manifest.members", "manifest.json", "not the members of a manifest") else None


def check_files(files, manifest, report):
    """Every file has the manifest's hash; none is missing, unnamed or unknown."""
    for name in ALWAYS:
        report.expect(name in files, "file.missing", name, "a bundle always has it")
    for name in files:
        report.expect(KNOWN.fullmatch(name), "file.unknown", name, "no file of a bundle")
    if manifest is not None:
        check_named_files(files, manifest["files"], report)


def check_named_files(files, named, report):
    for name, stated in named.items():
        if name not in files:
            report.finding("file.missing", name, "the manifest names it")
        elif sha256(files[name]) != stated:
            report.finding("file.hash", name, "not the hash of the manifest")
    report.expect("manifest.json" not in named, "manifest.itself", "manifest.json", "names itself")
    for name in files:
        report.expect(name in named or name == "manifest.json", "file.unnamed", name, "the manifest does not name it")


def check_head(manifest, entries, report):
    if manifest is None:
        return
    last = entries[-1] if entries else None
    fits = last is not None and (manifest["head"]["seq"], manifest["head"]["hash"]) == (last.seq, last.hash)
    report.expect(fits, "manifest.head", "manifest.json", "its head is not the last entry")
    report.expect(last is not None and manifest["log"] == last.log, "manifest.log", "manifest.json", "its log is not that of the entries")


def check_files_of_log(fold, files, report):
    """Every vote and resolution has its files, and no other has."""
    expected = set()
    for vote in fold.votes.values():
        expected.add("votes/%s/vote.json" % vote["voteId"])
        expected.add("votes/%s/ballots.jsonl" % vote["voteId"])
    for resolution in fold.resolutions:
        mine = ["resolutions/%d.json" % resolution["number"]]
        mine += ["resolutions/%d.%s.%s" % (resolution["number"], l, kind) for l in LANGUAGES for kind in ("docx", "pdf")]
        for name in mine:
            report.expect(name in files, "file.missing", name, "a published resolution has it")
        expected.update(mine)
    for name in files:
        if name.startswith(("votes/", "resolutions/")):
            report.expect(name in expected, "file.unknown", name, "of no vote or resolution of the log")
