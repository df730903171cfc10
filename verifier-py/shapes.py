"""C4: the members of events («Members»), and the shapes of what they hold.

A shape is a function: value → does it fit?
"""

import re

from canonical import is_hash

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
DATE = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
LANGUAGES = ("ru", "ky", "en")
FIELDS = ("title", "text", "addressee", "addresseeDative", "responsible", "deadline", "indicator", "region")


def anything(_):
    return True


def text(value):
    return isinstance(value, str)


def identifier(value):
    return isinstance(value, str) and UUID.fullmatch(value) is not None


def date(value):
    return isinstance(value, str) and DATE.fullmatch(value) is not None


def number(value):
    return isinstance(value, int) and not isinstance(value, bool)


def natural(value):
    return number(value) and value >= 0


def counting(value):
    return number(value) and value >= 1


def flag(value):
    return isinstance(value, bool)


def members(value):
    return isinstance(value, dict)


def one_of(*values):
    return lambda value: isinstance(value, str) and value in values


def maybe(shape):
    return lambda value: value is None or shape(value)


def each(shape):
    return lambda value: isinstance(value, list) and all(shape(item) for item in value)


def by_name(name_shape, shape):
    return lambda value: isinstance(value, dict) and all(name_shape(n) and shape(item) for n, item in value.items())


def exactly(may=None, **must):
    """An object with exactly these members (`may`: and perhaps those)."""
    may = may or {}

    def fits(value):
        return (
            isinstance(value, dict)
            and all(name in value for name in must)
            and all(name in must or name in may for name in value)
            and all((must.get(name) or may[name])(item) for name, item in value.items())
        )

    return fits


def at_least(**must):
    """An object with these members and perhaps others."""
    return lambda value: isinstance(value, dict) and all(name in value and shape(value[name]) for name, shape in must.items())


def either(*shapes):
    return lambda value: any(shape(value) for shape in shapes)


language = one_of(*LANGUAGES)
field = one_of(*FIELDS)
texts = by_name(language, text)
counts_by_group = by_name(identifier, natural)

fields = exactly(
    title=text, text=text, addressee=text, responsible=text, deadline=text, indicator=text, region=text,
    may={"addresseeDative": text},
)
version = exactly(
    versionId=identifier, proposalId=identifier, number=counting, language=language, fields=fields, hash=is_hash
)
option = exactly(id=identifier, number=text, title=text, text=text, language=language)

# The frozen rules (VOTE-1)

threshold = exactly(num=natural, den=counting, comparator=one_of(">", ">="))
group_needed = either(
    at_least(kind=one_of("required")),
    at_least(kind=one_of("at-least"), groups=natural),
    at_least(kind=one_of("accepting-weight"), share=threshold),
)
rung = exactly(
    overall=maybe(threshold),
    group=maybe(at_least(needed=group_needed, threshold=threshold)),
    weightedShare=maybe(threshold),
)
quorum = exactly(
    counted=one_of("electorate", "present", "cast", "yes", "no", "abstain", "invalid"),
    overall=maybe(threshold),
    perGroup=maybe(threshold),
)


def groups_of_rule_are_listed(rule):
    named = list(rule["requiredGroups"]) + (rule["veto"]["groups"] if rule["veto"] else [])
    return all(group in rule["groups"] for group in named) and len(set(rule["groups"])) == len(rule["groups"])


decision_rule_members = at_least(
    algorithm=members,
    ballot=one_of("yes-no-abstain", "consent-scale"),
    base=one_of("yes+no", "yes+no+abstain", "cast", "present", "entitled"),
    broadAgreement=maybe(rung),
    consensus=flag,
    groups=each(identifier),
    majority=maybe(rung),
    quorum=maybe(quorum),
    requiredGroups=each(identifier),
    tie=text,
    veto=maybe(at_least(groups=each(identifier), threshold=threshold)),
    weights=by_name(identifier, natural),
)


def decision_rule(value):
    return decision_rule_members(value) and groups_of_rule_are_listed(value)


ranking_rule = at_least(algorithm=members, shortlist=maybe(counting), top=maybe(counting))

# The dialogue

group = at_least(id=identifier, title=texts)
panel = at_least(id=identifier, number=number, title=texts, outcome=texts)
setup = at_least(
    title=texts, goals=each(texts), description=texts, languages=each(language), place=texts, date=date
)
seat = at_least(seatId=identifier, number=counting, groupId=maybe(identifier), roles=each(anything))
frame = exactly(preamble=texts, findings=texts, commitments=texts, mechanism=texts)
pile = exactly(
    entryId=identifier, groupId=identifier, how=one_of("paper", "hands"), counts=by_name(text, natural),
    enteredBy=counting, confirmedBy=counting, salt=text,
)
note = at_least(
    evidenceId=identifier, claim=text, source=text, date=text, region=text, link=text,
    file=maybe(at_least(hash=text, name=text)), confidence=anything, language=language, contestedBy=each(identifier),
)
line_item = exactly(amendmentId=identifier, number=text, field=field)
poll_group = at_least(groupId=identifier, answers=natural, figures=anything)
poll_result = at_least(answers=natural, floor=natural, total=anything, byGroup=each(poll_group), suppressed=anything, cloud=anything)

PURPOSES = ("decision", "ranking", "amendment")
amendment_of_vote = exactly(amendmentId=identifier, field=field, before=text, rev=counting)
supersedes = exactly(voteId=identifier, reason=text)


def purpose_fits(data):
    """A ranking has options and no version; a decision or an amendment has a version and no options."""
    if data["purpose"] == "ranking":
        return data["version"] is None and data["amendment"] is None and ranking_rule(data["rule"])
    is_amendment = data["amendment"] is not None
    return (
        data["version"] is not None
        and data["panelId"] is not None
        and is_amendment == (data["purpose"] == "amendment")
        and data["options"] == []
        and decision_rule(data["rule"])
    )


vote_opened_members = exactly(
    voteId=identifier, panelId=maybe(identifier), purpose=one_of(*PURPOSES), number=text, version=maybe(version),
    options=each(option), rule=members, electorate=one_of("present", "entitled"), electorateByGroup=counts_by_group,
    graceMs=natural, agendaId=maybe(identifier), supersedes=maybe(supersedes), returnsTo=maybe(text),
    amendment=maybe(amendment_of_vote),
)


def vote_opened(value):
    return vote_opened_members(value) and purpose_fits(value)


of_amendment = dict(amendmentId=identifier, proposalId=identifier, panelId=identifier)
of_translation = dict(proposalId=identifier, panelId=identifier, language=language, rev=natural, bySeat=anything)

# Event → shape of its `data`. Events that stand here must fit exactly.
EVENTS = {
    "dialogue.created": exactly(
        dialogueId=identifier, setup=setup, groups=each(group), panels=each(panel), rule=members, demo=flag, rehearsal=flag
    ),
    "panel.phase-moved": exactly(panelId=identifier, **{"from": text}, to=text, rev=counting, reason=maybe(text)),
    "seat.added": exactly(seats=each(seat)),
    "seat.joined": exactly(seatId=identifier, groupId=maybe(identifier), how=text),
    "seat.left": exactly(seatId=identifier, groupId=maybe(identifier)),
    "seat.revoked": exactly(seatId=identifier, groupId=maybe(identifier), wasPresent=flag),
    "vote.opened": vote_opened,
    "vote.closing": exactly(voteId=identifier, closesAt=natural),
    "vote.voided": exactly(voteId=identifier, reason=text, pulledOut=flag),
    "vote.closed": exactly(
        voteId=identifier, result=members, castByGroup=counts_by_group, ballots=natural, ballotsHash=is_hash,
        paper=each(pile),
    ),
    "vote.block-reasoned": exactly(
        voteId=identifier, panelId=maybe(identifier), number=counting, groupId=identifier, reason=text
    ),
    "paper.marked": exactly(object=identifier, onPaper=counts_by_group),
    "paper.entered": exactly(
        object=identifier, entryId=identifier, groupId=identifier, how=one_of("paper", "hands"), ballots=natural,
        countsHash=is_hash, by=counting,
    ),
    "paper.confirmed": exactly(object=identifier, entryId=identifier, by=counting),
    "paper.withdrawn": at_least(object=identifier, entryId=identifier),
    "ranking.lot-drawn": exactly(
        voteId=identifier, numbers=by_name(identifier, number), seed=text, lots=each(identifier), shortlist=members
    ),
    "amendment.lined-up": exactly(
        proposalId=identifier, panelId=identifier, rev=counting, items=each(line_item),
        order=one_of("departure", "set"), reason=text,
    ),
    "amendment.put": exactly(text=text, before=text, seen=maybe(text), **of_amendment),
    "amendment.left": exactly(how=one_of("accepted", "declined", "withdrawn"), **of_amendment),
    "amendment.decided": exactly(voteId=identifier, adopted=flag, rev=maybe(counting), **of_amendment),
    "amendment.fell": exactly(to=identifier, **of_amendment),
    "evidence.frozen": exactly(proposalId=identifier, panelId=identifier, versionId=identifier, notes=each(note)),
    "proposal.translated": exactly(
        version=counting, fields=fields, madeAt=anything, checkedBy=anything, **of_translation
    ),
    "proposal.translation-checked": exactly(**of_translation),
    "reservation.recorded": exactly(
        reservationId=identifier, proposalId=identifier, panelId=identifier, voteId=identifier, version=counting,
        seatId=identifier, groupId=maybe(identifier), capacity=one_of("self", "organisation", "group"),
        organisation=text, text=text, language=language,
    ),
    "reservation.withdrawn": exactly(reservationId=identifier, proposalId=identifier, panelId=identifier),
    "poll.opened": at_least(
        pollId=identifier, panelId=maybe(identifier), setup=at_least(body=at_least(kind=text)), series=anything,
        round=counting, closesAt=anything,
    ),
    "poll.closed": at_least(pollId=identifier, panelId=maybe(identifier), how=text, answeredByGroup=counts_by_group),
    "poll.shown": at_least(pollId=identifier, panelId=maybe(identifier), result=poll_result),
    "poll.hidden": at_least(pollId=identifier, panelId=maybe(identifier)),
    "resolution.framed": exactly(
        resolutionId=identifier, frame=frame, regions=each(exactly(name=text, seats=maybe(number)))
    ),
    "resolution.published": exactly(
        resolutionId=identifier, number=counting, date=date, place=text, basedOnSeq=counting, sha256=is_hash
    ),
    "dialogue.opened": exactly(),
    "dialogue.closed": exactly(),
    "dialogue.edited": exactly(
        slug=text, title=members, goals=each(members), description=members, place=members, date=date, timeZone=text,
        languages=each(language), contacts=each(members), privacyNotice=members,
    ),
    "dialogue.rule-set": exactly(rule=members),
    "dialogue.groups-set": exactly(groups=each(members)),
    "panel.set": exactly(
        may={"speaking": members}, id=identifier, number=counting, title=members, outcome=members, startsAt=anything, endsAt=anything,
        hall=members, moderators=each(identifier), rapporteurs=each(identifier), panellists=each(identifier),
        premoderation=flag,
    ),
}

# Of these families the specification names every event that a bundle opens.
CLOSED_FAMILIES = ("vote.", "seat.", "paper.", "ranking.", "resolution.", "reservation.", "amendment.")

AUDIENCES = {
    "seat.added": "room",
    "seat.joined": "room",
    "seat.left": "room",
    "seat.revoked": "room",
    "resolution.framed": "facilitators",
}


def is_opened_to_everybody(event_type, audience):
    """What a bundle opens («What is opened»)."""
    if event_type.startswith("screen."):
        return False
    return audience == "public" or event_type in AUDIENCES


event_body = exactly(
    type=text, v=number, audience=one_of("public", "room", "facilitators"), data=members,
    may={"actor": anything, "panelId": identifier},
)
