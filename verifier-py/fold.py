"""The fold of the opened events: where everything stands after an entry.

It only follows; whether what happens may happen is asked by `story.py` before each event.
An event about something that the fold does not know changes nothing here.
"""

OPEN_STATES = ("opened", "closing")


class Seat:
    def __init__(self, data):
        self.number = data["number"]
        self.group_id = data["groupId"]
        self.is_present = False
        self.is_revoked = False


class Box:
    """Where the ballots of a vote lie: the vote itself, or its agenda."""

    def __init__(self):
        self.on_paper = {}
        self.piles = []
        self.counts_hashes = {}

    def pile(self, entry_id):
        return next((pile for pile in self.piles if pile["entryId"] == entry_id), None)


class Item:
    """One amendment of a line."""

    def __init__(self, data):
        self.amendment_id = data["amendmentId"]
        self.number = data["number"]
        self.field = data["field"]
        self.state = "waiting"
        self.fell_to = None
        self.vote_id = None
        self.put = None

    @property
    def seen(self):
        """What its author read there; None where its text was erased."""
        if self.put is None:
            return None
        return self.put["before"] if self.put["seen"] is None else self.put["seen"]


class Line:
    """The amendments of one proposal that the room decides, in the stated order."""

    def __init__(self, panel_id):
        self.panel_id = panel_id
        self.items = []

    def item(self, amendment_id):
        return next((item for item in self.items if item.amendment_id == amendment_id), None)


class Poll:
    def __init__(self, data):
        self.panel_id = data["panelId"]
        self.kind = data["setup"]["body"]["kind"]
        self.state = "open"
        self.is_shown = False
        self.answered = {}


class Fold:
    def __init__(self):
        self.dialogue_id = None
        self.status = "draft"
        self.rehearsal = False
        self.setup = None
        self.groups = []
        self.panels = []
        self.phases = {}
        self.phase_revs = {}
        self.seats = {}
        self.votes = {}
        self.closed = []
        self.boxes = {}
        self.lines = {}
        self.evidence = {}
        self.translations = {}
        self.reservations = {}
        self.withdrawn_reservations = set()
        self.reasoned = set()
        self.polls = {}
        self.resolutions = []

    def apply(self, event, entry):
        follow = getattr(self, "on_" + event.type.replace(".", "_").replace("-", "_"), None)
        if follow is not None:
            follow(event.data, entry)

    # What is asked of it

    def panel(self, panel_id):
        return next((panel for panel in self.panels if panel["id"] == panel_id), None)

    def group(self, group_id):
        return next((group for group in self.groups if group["id"] == group_id), None)

    def phase(self, panel_id):
        return self.phases.get(panel_id, "scheduled")

    def open_votes(self):
        return [vote for vote in self.votes.values() if vote["state"] in OPEN_STATES]

    def votes_on(self, proposal_id):
        """Votes on versions of a proposal, decisions and amendments, in the order of opening."""
        return [vote for vote in self.votes.values() if vote["version"] and vote["version"]["proposalId"] == proposal_id]

    def closed_decisions_on(self, proposal_id):
        return [v for v in self.votes_on(proposal_id) if v["purpose"] == "decision" and v["state"] == "closed"]

    def standing_decision(self, proposal_id):
        """The latest opened closed decision (VOTE-14)."""
        return (self.closed_decisions_on(proposal_id) or [None])[-1]

    def decided_proposals(self):
        """Standing decisions, one for each decided proposal."""
        ids = []
        for vote in self.votes.values():
            if vote["purpose"] == "decision" and vote["state"] == "closed" and vote["version"]["proposalId"] not in ids:
                ids.append(vote["version"]["proposalId"])
        return [self.standing_decision(proposal_id) for proposal_id in ids]

    def electorate(self, kind):
        """VOTE-2: group → seats that belong."""
        electors = {}
        for seat in self.seats.values():
            if seat.group_id is not None and not seat.is_revoked and (kind == "entitled" or seat.is_present):
                electors[seat.group_id] = electors.get(seat.group_id, 0) + 1
        return electors

    def is_seat_number(self, number):
        return any(seat.number == number for seat in self.seats.values())

    def box(self, box_id):
        return self.boxes.setdefault(box_id, Box())

    def box_of(self, vote):
        return self.box(vote["agendaId"] or vote["voteId"])

    def last_closed_ranking(self, panel_id):
        rankings = [v for v in self.closed if v["purpose"] == "ranking" and v["panelId"] == panel_id]
        return rankings[-1] if rankings else None

    def vote_file(self, vote):
        """`vote.json`."""
        box = self.box_of(vote)
        later = [
            other["voteId"]
            for other in self.votes.values()
            if other["state"] == "closed" and other["supersedes"] and other["supersedes"]["voteId"] == vote["voteId"]
        ]
        return dict(vote, supersededBy=later[-1] if later else None, onPaper=box.on_paper, piles=box.piles)

    # The dialogue

    def on_dialogue_created(self, data, entry):
        self.dialogue_id = data["dialogueId"]
        self.rehearsal = data["rehearsal"]
        self.setup = data["setup"]
        self.groups = data["groups"]
        self.panels = list(data["panels"])

    def on_dialogue_edited(self, data, entry):
        self.setup = data

    def on_dialogue_groups_set(self, data, entry):
        self.groups = data["groups"]

    def on_panel_set(self, data, entry):
        self.panels = [panel for panel in self.panels if panel["id"] != data["id"]] + [data]

    def on_dialogue_opened(self, data, entry):
        self.status = "open"

    def on_dialogue_closed(self, data, entry):
        self.status = "closed"

    def on_panel_phase_moved(self, data, entry):
        self.phases[data["panelId"]] = data["to"]
        self.phase_revs[data["panelId"]] = data["rev"]

    # Seats

    def on_seat_added(self, data, entry):
        for seat in data["seats"]:
            self.seats.setdefault(seat["seatId"], Seat(seat))

    def on_seat_joined(self, data, entry):
        self._seat(data, "is_present", True)

    def on_seat_left(self, data, entry):
        self._seat(data, "is_present", False)

    def on_seat_revoked(self, data, entry):
        self._seat(data, "is_revoked", True)

    def _seat(self, data, name, value):
        if data["seatId"] in self.seats:
            setattr(self.seats[data["seatId"]], name, value)

    # Votes

    def on_vote_opened(self, data, entry):
        vote = {name: value for name, value in data.items() if name != "graceMs"}
        vote.update(
            state="opened", openedAt=entry.at, openedSeq=entry.seq, closesAt=None, closedAt=None, result=None,
            castByGroup=None, ballotsHash=None, voidReason=None, pulledOut=False, paper=[], lot=None,
        )
        self.votes.setdefault(data["voteId"], vote)

    def on_vote_closing(self, data, entry):
        self._vote(data, state="closing", closesAt=data["closesAt"])

    def on_vote_voided(self, data, entry):
        self._vote(data, state="void", closedAt=entry.at, voidReason=data["reason"], pulledOut=data["pulledOut"])

    def on_vote_closed(self, data, entry):
        stated = {name: data[name] for name in ("result", "castByGroup", "ballotsHash", "paper")}
        self._vote(data, state="closed", closedAt=entry.at, **stated)
        if data["voteId"] in self.votes:
            self.closed.append(self.votes[data["voteId"]])

    def on_ranking_lot_drawn(self, data, entry):
        self._vote(data, lot={name: value for name, value in data.items() if name != "voteId"})

    def on_vote_block_reasoned(self, data, entry):
        self.reasoned.add((data["voteId"], data["number"]))

    def _vote(self, data, **changes):
        if data["voteId"] in self.votes:
            self.votes[data["voteId"]].update(changes)

    # Papers

    def on_paper_marked(self, data, entry):
        self.box(data["object"]).on_paper = data["onPaper"]

    def on_paper_entered(self, data, entry):
        pile = {name: data[name] for name in ("entryId", "groupId", "how", "ballots")}
        box = self.box(data["object"])
        box.piles.append(dict(pile, enteredBy=data["by"], confirmedBy=None))
        box.counts_hashes[data["entryId"]] = data["countsHash"]

    def on_paper_confirmed(self, data, entry):
        pile = self.box(data["object"]).pile(data["entryId"])
        if pile:
            pile["confirmedBy"] = data["by"]

    def on_paper_withdrawn(self, data, entry):
        box = self.box(data["object"])
        box.piles = [pile for pile in box.piles if pile["entryId"] != data["entryId"]]

    # Amendments

    def on_amendment_lined_up(self, data, entry):
        line = self.lines.setdefault(data["proposalId"], Line(data["panelId"]))
        known = {item.amendment_id: item for item in line.items}
        settled = [item for item in line.items if item.state != "waiting"]
        waiting = [known.get(item["amendmentId"]) or Item(item) for item in data["items"]]
        line.items = settled + [item for item in waiting if item not in settled]

    def on_amendment_put(self, data, entry):
        self._item(data, put=data)

    def on_amendment_left(self, data, entry):
        self._item(data, state=data["how"])

    def on_amendment_decided(self, data, entry):
        self._item(data, state="adopted" if data["adopted"] else "rejected", vote_id=data["voteId"])

    def on_amendment_fell(self, data, entry):
        self._item(data, state="fell", fell_to=data["to"])

    def item_of(self, data):
        line = self.lines.get(data["proposalId"])
        return line.item(data["amendmentId"]) if line else None

    def _item(self, data, **changes):
        item = self.item_of(data)
        if item:
            for name, value in changes.items():
                setattr(item, name, value)

    # What is bound to a version

    def on_evidence_frozen(self, data, entry):
        self.evidence.setdefault(data["versionId"], data["notes"])

    def on_proposal_translated(self, data, entry):
        stored = {name: data[name] for name in ("language", "fields", "version", "rev")}
        stored["isChecked"] = data["checkedBy"] is not None
        self.translations[(data["proposalId"], data["language"])] = stored

    def on_proposal_translation_checked(self, data, entry):
        stored = self.translations.get((data["proposalId"], data["language"]))
        if stored and stored["rev"] == data["rev"]:
            stored["isChecked"] = True

    def on_reservation_recorded(self, data, entry):
        self.reservations[data["reservationId"]] = dict(data, at=entry.at)

    def on_reservation_withdrawn(self, data, entry):
        self.withdrawn_reservations.add(data["reservationId"])

    def standing_reservations(self):
        return [r for r in self.reservations.values() if r["reservationId"] not in self.withdrawn_reservations]

    # Polls

    def on_poll_opened(self, data, entry):
        self.polls.setdefault(data["pollId"], Poll(data))

    def on_poll_closed(self, data, entry):
        if data["pollId"] in self.polls:
            self.polls[data["pollId"]].state = "closed"
            self.polls[data["pollId"]].answered = data["answeredByGroup"]

    def on_poll_shown(self, data, entry):
        if data["pollId"] in self.polls:
            self.polls[data["pollId"]].is_shown = True

    def on_poll_hidden(self, data, entry):
        if data["pollId"] in self.polls:
            self.polls[data["pollId"]].is_shown = False

    # Resolutions

    def on_resolution_published(self, data, entry):
        self.resolutions.append(data)
        self.status = "published"


def folded(entries, last_seq):
    """The fold of the opened events up to and including an entry."""
    fold = Fold()
    for entry in entries:
        if entry.seq > last_seq:
            break
        for event in entry.events:
            fold.apply(event, entry)
    return fold
