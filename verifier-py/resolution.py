"""C10: each resolution, composed anew («A resolution»)."""

from canonical import jcs, sha256
from fold import folded
from names import LANGUAGES, number_parts, title_of_group

PARTICIPANT = {"ru": "участник", "ky": "катышуучу", "en": "participant"}
COUNTED = ("electorate", "cast", "yes", "no", "abstain", "invalid")
SCALE = ("support", "canLiveWith", "reservations", "block")


def check_resolutions(entries, files, report):
    for entry in entries:
        framed = {data["resolutionId"]: data for data in entry.data_of("resolution.framed")}
        for published in entry.data_of("resolution.published"):
            report.facts["resolutions"] += 1
            check_resolution(published, framed.get(published["resolutionId"]), entry, entries, files, report)


def check_resolution(published, framed, entry, entries, files, report):
    place = "resolution %d" % published["number"]
    name = "resolutions/%d.json" % published["number"]
    based_on = next((e for e in entries if e.seq == published["basedOnSeq"]), None)
    if not report.expect(based_on is not None and based_on.seq < entry.seq, "resolution.based-on", place, "based on no entry before it"):
        return
    between = [e for e in entries if based_on.seq < e.seq <= entry.seq for event in e.events if event.type.startswith("vote.")]
    report.expect(not between, "resolution.votes-between", place, "a vote lies between what it is based on and its publication")
    if not report.expect(framed is not None, "resolution.framed", place, "published without its frame"):
        return
    text = jcs(compose(folded(entries, based_on.seq), based_on, published, framed)).encode("utf-8")
    report.expect(sha256(text) == published["sha256"], "resolution.sha256", place, "composed anew it has another hash than was published")
    if name in files:
        report.expect(files[name] == text, "resolution.data", place, "%s is not what the log gives" % name)


def compose(fold, based_on, published, framed):
    setup = fold.setup
    return {
        "format": "tegerek-resolution",
        "v": 1,
        "dialogueId": fold.dialogue_id,
        "rehearsal": fold.rehearsal,
        "number": published["number"],
        "date": published["date"],
        "place": published["place"],
        "basedOn": {"seq": based_on.seq, "hash": based_on.hash},
        "frame": framed["frame"],
        "regions": framed["regions"],
        "title": setup["title"],
        "goals": setup["goals"],
        "description": setup["description"],
        "languages": setup["languages"],
        "heldAt": setup["place"],
        "heldOn": setup["date"],
        "participants": [participant(fold, group) for group in fold.groups],
        "ranking": ranking_of(fold.last_closed_ranking(None)),
        "panels": [panel_of(fold, panel) for panel in sorted(fold.panels, key=lambda panel: panel["number"])],
    }


def participant(fold, group):
    present = [v["electorateByGroup"].get(group["id"], 0) for v in fold.closed if v["electorate"] == "present"]
    seats = [s for s in fold.seats.values() if s.group_id == group["id"] and not s.is_revoked]
    return {"groupId": group["id"], "title": group["title"], "seats": len(seats), "present": max(present, default=0)}


def panel_of(fold, panel):
    decided = [decided_proposal(fold, vote) for vote in fold.decided_proposals() if vote["panelId"] == panel["id"]]
    decided.sort(key=lambda one: (one["rank"] is None, one["rank"] or 0, number_parts(one["number"])))
    adopted = {vote["voteId"] for vote in fold.closed if vote["result"].get("adopted") is True}
    return {
        "panelId": panel["id"],
        "number": panel["number"],
        "title": panel["title"],
        "outcome": panel["outcome"],
        "recommendations": [one for one in decided if one["voteId"] in adopted],
        "notAdopted": [one for one in decided if one["voteId"] not in adopted],
        "voided": [
            voided(vote)
            for vote in fold.votes.values()
            if vote["panelId"] == panel["id"] and vote["state"] == "void" and not vote["pulledOut"]
        ],
        "ranking": ranking_of(fold.last_closed_ranking(panel["id"])),
    }


def voided(vote):
    version = vote["version"]
    return {
        "voteId": vote["voteId"],
        "number": vote["number"],
        "title": version["fields"]["title"] if version else "",
        "language": version["language"] if version else None,
        "reason": vote["voidReason"],
    }


# A decided proposal

def decided_proposal(fold, vote):
    version, result, rule = vote["version"], vote["result"], vote["rule"]
    proposal_id = version["proposalId"]
    return {
        "number": vote["number"],
        "voteId": vote["voteId"],
        "electorate": vote["electorate"],
        "agendaId": vote["agendaId"],
        "ballotsHash": vote["ballotsHash"],
        "proposalId": proposal_id,
        "version": version["number"],
        "versionHash": version["hash"],
        "language": version["language"],
        "fields": version["fields"],
        "grade": result["grade"],
        "failed": result["failed"],
        "isTied": result["tie"],
        "base": rule["base"],
        "ballot": rule["ballot"],
        "overall": overall_figures(vote),
        "groups": group_figures(vote),
        "paper": [paper_of(pile) for pile in vote["paper"]],
        "rank": rank_in(fold.last_closed_ranking(vote["panelId"]), proposal_id),
        "overallRank": rank_in(fold.last_closed_ranking(None), proposal_id),
        "earlier": earlier(fold, vote),
        "translations": translations(fold, version),
        "footnotes": [footnote(fold, note) for note in fold.evidence.get(version["versionId"], [])],
        "reservations": reservations(fold, version),
        "amendments": amendments(fold, proposal_id),
    }


def overall_figures(vote):
    return figures(vote, vote["result"]["overall"], vote["paper"])


def group_figures(vote):
    return [
        dict(
            figures(vote, vote["result"]["groups"].get(group, {}), [p for p in vote["paper"] if p["groupId"] == group]),
            groupId=group,
        )
        for group in sorted(vote["electorateByGroup"])
    ]


def figures(vote, counted, piles):
    shown = {name: counted.get(name, 0) for name in COUNTED}
    shown["onPaper"] = sum(ballots_of(pile) for pile in piles)
    is_scale = vote["rule"]["ballot"] == "consent-scale"
    shown["scale"] = {name: counted.get(name, 0) for name in SCALE} if is_scale else None
    return shown


def ballots_of(pile):
    return sum(pile["counts"].values())


def paper_of(pile):
    shown = {name: pile[name] for name in ("groupId", "how", "enteredBy", "confirmedBy")}
    return dict(shown, ballots=ballots_of(pile))


def rank_in(ranking, option):
    """Equal ones share a place, the next comes after all of them: 1, 1, 3."""
    before = 0
    for tied in ranking["result"]["ranking"] if ranking else []:
        if option in tied:
            return before + 1
        before += len(tied)
    return None


def earlier(fold, vote):
    decisions = fold.closed_decisions_on(vote["version"]["proposalId"])
    return [
        {
            "voteId": one["voteId"],
            "version": one["version"]["number"],
            "grade": one["result"]["grade"],
            "reason": following["supersedes"]["reason"] if following["supersedes"] else "",
        }
        for one, following in zip(decisions, decisions[1:])
    ]


def translations(fold, version):
    stored = [fold.translations.get((version["proposalId"], language)) for language in sorted(LANGUAGES)]
    return [
        {name: one[name] for name in ("language", "fields", "isChecked")}
        for one in stored
        if one and one["version"] == version["number"] and one["language"] != version["language"]
    ]


def footnote(fold, note):
    links = [note["link"]]
    if note["file"] is not None:
        links.append("%s (SHA-256 %s)" % (note["file"]["name"], note["file"]["hash"]))
    shown = {name: note[name] for name in ("claim", "source", "date", "region")}
    contested = [title_of_group(fold.group(group), note["language"]) for group in note["contestedBy"]]
    return dict(shown, link=", ".join(link for link in links if link), contestedBy=contested)


def reservations(fold, version):
    about = [r for r in fold.standing_reservations() if r["proposalId"] == version["proposalId"]]
    highest = {}
    for one in about:
        highest[one["seatId"]] = max(highest.get(one["seatId"], 0), one["version"])
    kept = [one for one in about if one["version"] == highest[one["seatId"]]]
    return [
        {
            "by": by_whom(fold, one),
            "text": one["text"],
            "language": one["language"],
            "version": one["version"],
            "isTextChanged": fold.votes[one["voteId"]]["version"]["fields"] != version["fields"],
        }
        for one in sorted(kept, key=lambda one: (one["at"], one["reservationId"]))
    ]


def by_whom(fold, reservation):
    language = reservation["language"]
    group = title_of_group(fold.group(reservation["groupId"]), language)
    if reservation["capacity"] == "organisation" and reservation["organisation"]:
        return reservation["organisation"] + (" (%s)" % group if group else "")
    if reservation["capacity"] == "group" and group:
        return group
    return ", ".join(part for part in (PARTICIPANT[language], group) if part)


def amendments(fold, proposal_id):
    """What the room decided or what fell, in the order of the line."""
    line = fold.lines.get(proposal_id)
    settled = [item for item in line.items if item.state in ("adopted", "rejected", "fell")] if line else []
    return [amendment_of(fold, line, item) for item in settled]


def amendment_of(fold, line, item):
    vote = fold.votes.get(item.vote_id)
    to = line.item(item.fell_to)
    if vote:
        text = vote["version"]["fields"].get(item.field, "")
    else:
        text = item.put["text"] if item.put else None
    return {
        "number": item.number,
        "field": item.field,
        "outcome": item.state,
        "fellTo": to.number if to else None,
        "before": vote["amendment"]["before"] if vote else "",
        "text": text,
        "vote": vote_of_amendment(vote) if vote else None,
    }


def vote_of_amendment(vote):
    return {
        "voteId": vote["voteId"],
        "version": vote["version"]["number"],
        "versionHash": vote["version"]["hash"],
        "grade": vote["result"]["grade"],
        "failed": vote["result"]["failed"],
        "overall": overall_figures(vote),
        "groups": group_figures(vote),
        "ballotsHash": vote["ballotsHash"],
    }


# A ranking

def ranking_of(vote):
    if vote is None:
        return None
    result = vote["result"]
    options = {option["id"]: option for option in vote["options"]}
    order = [option for tied in result["ranking"] for option in tied]
    points = result["bridge"]["points"] if result["bridge"] else {}
    return {
        "voteId": vote["voteId"],
        "electorate": vote["electorate"],
        "ballotsHash": vote["ballotsHash"],
        "ballots": result["ballots"],
        "blank": result["blank"],
        "isTied": result["isTied"],
        "options": [
            dict(
                {name: options[option][name] for name in ("id", "number", "title", "language")},
                rank=rank_in(vote, option),
                bridge=points.get(option, 0),
            )
            for option in order
        ],
        "pairwise": [[0 if a == b else result["pairwise"][a][b] for b in order] for a in order],
        "groups": [
            {"groupId": group, "ballots": result["groups"][group]["ballots"], "ranking": result["groups"][group]["ranking"]}
            for group in sorted(result["groups"])
        ],
        "shortlist": shortlist_of(vote),
    }


def shortlist_of(vote):
    lot = vote["lot"]
    shortlist = lot["shortlist"] if lot else vote["result"]["shortlist"]
    if shortlist is None:
        return None
    return {
        "seats": shortlist["seats"],
        "selected": shortlist["selected"],
        "waiting": shortlist["needsLot"] or [],
        "lot": [{"groupId": g, "number": lot["numbers"][g]} for g in sorted(lot["numbers"])] if lot else None,
    }
