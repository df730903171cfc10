"""C5–C7, C14, C15 and C17: what happens, happens when and as it may.

Each `check_…` is asked about an event before the fold follows it; `fold` is what stood before.
"""

import hashlib

from canonical import same, tagged_hash
from checks import Checks
from decision import CHOICES
from fold import OPEN_STATES
from names import number_parts, place_of_vote, short_title

PHASES = ["scheduled", "open", "discussion", "formulation", "decision", "ranking", "closed"]
PHASE_OF_PURPOSE = {"decision": "decision", "amendment": "decision", "ranking": "ranking"}
ONE_FIGURE_AN_ANSWER = ("single", "scale", "temperature")


class Story(Checks):
    def __init__(self, fold, log_id, report):
        super().__init__(fold, report)
        self.log_id = log_id
        # Bodies erased so far, less those that explain a withdrawal below.
        self.erased = 0

    # C5: the dialogue and its panels

    def check_dialogue_created(self, event, entry, data):
        first = entry.seq == 1 and self.fold.dialogue_id is None
        self.expect(first, "dialogue.created", event.place, "a dialogue is created once, in entry 1")
        self.expect(data["dialogueId"] == self.log_id, "dialogue.created", event.place, "not the dialogue of this log")

    def check_dialogue_edited(self, event, entry, data):
        self.in_status(event, "draft", "open")

    check_dialogue_rule_set = check_panel_set = check_dialogue_edited

    def check_dialogue_groups_set(self, event, entry, data):
        self.in_status(event, "draft")

    def check_dialogue_opened(self, event, entry, data):
        self.in_status(event, "draft")

    def check_dialogue_closed(self, event, entry, data):
        self.in_status(event, "open")
        self.expect(not self.fold.open_votes(), "dialogue.closed", event.place, "a vote is open")

    def in_status(self, event, *statuses):
        self.expect(self.fold.dialogue_id is not None, "dialogue.state", event.place, "there is no dialogue yet")
        self.expect(
            self.fold.status in statuses, "dialogue.state", event.place, "the dialogue is %s" % self.fold.status
        )

    def check_panel_phase_moved(self, event, entry, data):
        self.in_status(event, "open")
        panel_id = data["panelId"]
        self.known_panel(panel_id, event)
        self.expect(data["from"] == self.fold.phase(panel_id), "phase.from", event.place, "not the phase of the panel")
        is_step = data["from"] in PHASES and data["to"] in PHASES
        is_step = is_step and abs(PHASES.index(data["from"]) - PHASES.index(data["to"])) == 1
        self.expect(is_step, "phase.step", event.place, "not one step forward or back")
        rev = self.fold.phase_revs.get(panel_id, 0) + 1
        self.expect(data["rev"] == rev, "phase.rev", event.place, "rev does not count 1, 2, 3…")
        open_here = [vote for vote in self.fold.open_votes() if vote["panelId"] == panel_id]
        self.expect(not open_here, "phase.vote-open", event.place, "a vote of the panel is open")

    def known_panel(self, panel_id, event):
        return self.expect(self.fold.panel(panel_id) is not None, "panel.unknown", event.place, "no panel of the dialogue")

    def check_turn_started(self, event, entry, data):
        self.in_status(event, "open")
        phase = self.fold.phase(data.get("panelId", event.panel_id))
        self.expect(phase in PHASES[PHASES.index("discussion") : -1], "panel.phase", event.place, "the panel is not in discussion or later")

    # C6: seats

    def check_seat_added(self, event, entry, data):
        ids, numbers = set(self.fold.seats), {seat.number for seat in self.fold.seats.values()}
        for seat in data["seats"]:
            once = seat["seatId"] not in ids and seat["number"] not in numbers
            self.expect(once, "seat.twice", event.place, "a seat is added twice")
            known = seat["groupId"] is None or self.fold.group(seat["groupId"]) is not None
            self.expect(known, "seat.group", event.place, "a seat of no group of the dialogue")
            ids.add(seat["seatId"])
            numbers.add(seat["number"])

    def check_seat_joined(self, event, entry, data):
        seat = self.fold.seats.get(data["seatId"])
        if self.expect(seat is not None and not seat.is_revoked, "seat.unknown", event.place, "no seat, or a revoked one"):
            self.expect(seat.group_id == data["groupId"], "seat.group", event.place, "not the group of the seat")

    check_seat_left = check_seat_revoked = check_seat_joined

    # C5–C7, C17: a vote opens

    def check_vote_opened(self, event, entry, data):
        place = place_of_vote(data)
        self.in_status(event, "open")
        self.expect(data["voteId"] not in self.fold.votes, "vote.twice", place, "the vote was opened before")
        if data["panelId"] is not None and self.known_panel(data["panelId"], event):
            in_phase = self.fold.phase(data["panelId"]) == PHASE_OF_PURPOSE[data["purpose"]]
            self.expect(in_phase, "vote.phase", place, "the panel is in the phase %s" % self.fold.phase(data["panelId"]))
        self.check_one_at_a_time(entry, data, place)
        self.check_electorate(data, place)
        self.check_supersedes(data, place)
        if data["version"] is not None:
            self.check_version(data, place)
        if data["purpose"] == "ranking":
            self.check_options(data, place)
        self.check_returns_to(data, place)

    def check_one_at_a_time(self, entry, data, place):
        for vote in self.fold.open_votes():
            together = data["agendaId"] is not None and vote["agendaId"] == data["agendaId"] and vote["openedSeq"] == entry.seq
            if vote["panelId"] == data["panelId"] and not together:
                self.report.finding("vote.one-at-a-time", place, "another vote of the panel is open")
        if data["agendaId"] is None:
            return
        self.expect(data["purpose"] == "decision", "vote.agenda", place, "only decisions are items of an agenda")
        for vote in self.fold.votes.values():
            if vote["agendaId"] == data["agendaId"]:
                self.check_same_agenda(vote, entry, data, place)

    def check_same_agenda(self, vote, entry, data, place):
        self.expect(vote["openedSeq"] == entry.seq, "vote.agenda", place, "the items of its agenda opened in another entry")
        for name in ("rule", "electorate", "electorateByGroup", "panelId"):
            self.expect(same(vote[name], data[name]), "vote.agenda", place, "another %s than an item of its agenda" % name)

    def check_electorate(self, data, place):
        """C6."""
        recomputed = self.fold.electorate(data["electorate"])
        for group_id in sorted(set(recomputed) | set(data["electorateByGroup"])):
            self.expect(self.fold.group(group_id) is not None, "electorate.size", place, "electors of an unknown group")
            stated, counted = data["electorateByGroup"].get(group_id, 0), recomputed.get(group_id, 0)
            self.expect(
                stated == counted, "electorate.size", place, "%d electors of group %s, by the seats %d" % (stated, group_id, counted)
            )

    def check_supersedes(self, data, place):
        """VOTE-14."""
        standing = None
        if data["purpose"] == "decision":
            standing = self.fold.standing_decision(data["version"]["proposalId"])
        expected = standing["voteId"] if standing else None
        stated = data["supersedes"]["voteId"] if data["supersedes"] else None
        self.expect(stated == expected, "vote.supersedes", place, "does not supersede the closed decision that stands, and no other")

    def check_version(self, data, place):
        """C7, and the count of versions (C5)."""
        version = data["version"]
        hashed = {name: version[name] for name in ("fields", "language", "number", "proposalId")}
        self.expect(
            tagged_hash("tegerek/version/v1", hashed) == version["hash"], "version.hash", place, "the text has not the frozen hash"
        )
        votes = self.fold.votes_on(version["proposalId"])
        last = votes[-1]["version"] if votes else None
        is_next = version["number"] == (last["number"] if last else 0) + 1
        is_same = last is not None and version["number"] == last["number"] and version["hash"] == last["hash"]
        self.expect(is_next or is_same, "version.number", place, "neither the last version of the proposal nor the next")
        if is_same:
            self.expect(version["versionId"] == last["versionId"], "version.id", place, "the same version under another id")
        elif any(v["version"] and v["version"]["versionId"] == version["versionId"] for v in self.fold.votes.values()):
            self.report.finding("version.id", place, "another version has this id")
        self.check_number(data, votes, place)

    def check_number(self, data, votes, place):
        """A proposal keeps its number and panel; the number of an amendment begins with it (AMND-2)."""
        base = data["number"].split("/")[0]
        for vote in votes:
            self.expect(vote["number"].split("/")[0] == base, "vote.number", place, "another number than the proposal had")
            self.expect(vote["panelId"] == data["panelId"], "vote.panel", place, "the proposal is of another panel")

    def check_options(self, data, place):
        """C17: the options of a ranking."""
        expected = ranking_options(self.fold, data["panelId"])
        self.expect(
            same(data["options"], expected), "ranking.options", place, "the options are not the recommendations that stand adopted"
        )

    def check_returns_to(self, data, place):
        """C17: `returnsTo` is what the proposal was."""
        if data["version"] is None:
            self.expect(data["returnsTo"] is None, "vote.returns-to", place, "a ranking returns to nothing")
            return
        standing = self.fold.standing_decision(data["version"]["proposalId"])
        was = "in-formulation" if standing is None else "adopted" if standing["result"].get("adopted") is True else "not-adopted"
        self.expect(data["returnsTo"] == was, "vote.returns-to", place, "returnsTo is not what the proposal was")

    # C5, C14: a vote closes

    def check_vote_closing(self, event, entry, data):
        self.vote_in_state(data, ("opened",), event)

    def check_vote_voided(self, event, entry, data):
        vote = self.vote_in_state(data, OPEN_STATES, event)
        if vote and data["pulledOut"]:
            may = vote["agendaId"] is not None and vote["state"] == "opened"
            self.expect(may, "agenda.pulled-out", place_of_vote(vote), "only an item of an agenda is pulled out, while it is open")

    def check_vote_closed(self, event, entry, data):
        vote = self.vote_in_state(data, ("closing",), event)
        if vote:
            in_time = vote["closesAt"] is not None and entry.at >= vote["closesAt"]
            self.expect(in_time, "vote.early", place_of_vote(vote), "closed before its grace time was over")
            self.check_papers_of_close(vote, data["paper"])

    def vote_in_state(self, data, states, event):
        vote = self.fold.votes.get(data["voteId"])
        if not self.expect(vote is not None, "vote.unknown", event.place, "no such vote"):
            return None
        self.expect(vote["state"] in states, "vote.state", place_of_vote(vote), "the vote is %s (%s)" % (vote["state"], event.place))
        return vote

    # C14: papers

    def open_votes_of_box(self, data, event):
        votes = [v for v in self.fold.open_votes() if (v["agendaId"] or v["voteId"]) == data["object"]]
        self.in_status(event, "open")
        self.expect(votes, "paper.state", event.place, "no vote of this box is open")
        return votes

    def check_paper_marked(self, event, entry, data):
        for vote in self.open_votes_of_box(data, event):
            self.expect(vote["purpose"] != "ranking", "paper.ranking", event.place, "a ranking has no papers")
            for group_id, marked in data["onPaper"].items():
                electors = vote["electorateByGroup"].get(group_id, 0)
                self.expect(marked <= electors, "paper.marked", event.place, "more seats of a group on paper than electors")

    def check_paper_entered(self, event, entry, data):
        self.open_votes_of_box(data, event)
        box = self.fold.box(data["object"])
        before = [pile for other in self.fold.boxes.values() for pile in other.piles]
        once = all(pile["entryId"] != data["entryId"] for pile in before) and data["entryId"] not in box.counts_hashes
        self.expect(once, "paper.twice", event.place, "the pile was entered before")
        held = sum(pile["ballots"] for pile in box.piles if pile["groupId"] == data["groupId"])
        marked = box.on_paper.get(data["groupId"], 0)
        self.expect(held + data["ballots"] <= marked, "paper.too-many", event.place, "more ballots than seats of the group on paper")
        self.expect(self.fold.is_seat_number(data["by"]), "paper.by", event.place, "no seat has the number of who entered the pile")

    def check_paper_confirmed(self, event, entry, data):
        self.open_votes_of_box(data, event)
        pile = self.fold.box(data["object"]).pile(data["entryId"])
        waits = pile is not None and pile["confirmedBy"] is None
        if self.expect(waits, "paper.unknown", event.place, "no pile that waits"):
            self.expect(pile["enteredBy"] != data["by"], "paper.by", event.place, "confirmed by the number that entered it")
        self.expect(self.fold.is_seat_number(data["by"]), "paper.by", event.place, "no seat has the number of who confirmed the pile")

    def check_paper_withdrawn(self, event, entry, data):
        self.open_votes_of_box(data, event)
        pile = self.fold.box(data["object"]).pile(data["entryId"])
        self.expect(pile is not None, "paper.unknown", event.place, "no such pile")

    def check_papers_of_close(self, vote, paper):
        """VOTE-13: the close opens exactly the confirmed piles, and none waits."""
        place = place_of_vote(vote)
        box = self.fold.box_of(vote)
        self.expect(all(p["confirmedBy"] is not None for p in box.piles), "paper.waiting", place, "closed while a pile waits")
        confirmed = sorted((p for p in box.piles if p["confirmedBy"] is not None), key=lambda p: p["entryId"])
        stated = [self.pile_as_entered(pile) for pile in paper]
        self.expect(same(stated, confirmed), "paper.piles", place, "the piles are not those that were confirmed, by entryId")
        for pile in paper:
            self.check_pile(vote, pile, box.counts_hashes.get(pile["entryId"]), place)

    @staticmethod
    def pile_as_entered(pile):
        stated = {name: pile[name] for name in ("entryId", "groupId", "how", "enteredBy", "confirmedBy")}
        return dict(stated, ballots=sum(pile["counts"].values()))

    def check_pile(self, vote, pile, committed, place):
        hashed = {name: pile[name] for name in ("counts", "entryId", "salt")}
        self.expect(
            tagged_hash("tegerek/pile/v1", hashed) == committed, "paper.counts-hash", place, "the figures of a pile are not those committed to"
        )
        choices = CHOICES.get(vote["rule"].get("ballot"), []) + ["invalid"]
        self.expect(set(pile["counts"]) == set(choices), "paper.choices", place, "a pile counts other choices than the rule's")

    # C15: lots and reasons of blocks

    def check_ranking_lot_drawn(self, event, entry, data):
        vote = self.fold.votes.get(data["voteId"])
        if not self.expect(vote is not None and vote["purpose"] == "ranking", "lot.state", event.place, "no such ranking"):
            return
        place = place_of_vote(vote)
        if not self.expect(vote["state"] == "closed", "lot.state", place, "a lot for a ranking that is not closed"):
            return
        self.expect(vote["lot"] is None, "lot.twice", place, "the lot was drawn before")
        electors = {group for group, number in vote["electorateByGroup"].items() if number > 0}
        self.expect(set(data["numbers"]) == electors, "lot.numbers", place, "not one number of each group that has electors")
        seed = "|".join([vote["ballotsHash"]] + [str(data["numbers"][group]) for group in sorted(data["numbers"])])
        self.expect(data["seed"] == seed, "lot.seed", place, "the seed does not follow from list and numbers")
        self.expect(data["lots"] == lot_order(seed, vote["options"]), "lot.order", place, "the order does not follow from the seed")

    def check_vote_block_reasoned(self, event, entry, data):
        vote = self.fold.votes.get(data["voteId"])
        closed = vote is not None and vote["state"] == "closed" and vote["panelId"] == data["panelId"]
        self.expect(closed, "ballot.reason", event.place, "a reason in no closed vote of the panel")
        once = (data["voteId"], data["number"]) not in self.fold.reasoned
        self.expect(once, "ballot.reason", event.place, "a second reason of one ballot")

    # C17: evidence, translations, reservations

    def check_evidence_frozen(self, event, entry, data):
        self.expect(data["versionId"] not in self.fold.evidence, "evidence.frozen", event.place, "frozen before")
        opens = any(
            same(
                [o["version"]["versionId"], o["version"]["proposalId"], o["panelId"]],
                [data["versionId"], data["proposalId"], data["panelId"]],
            )
            for o in entry.data_of("vote.opened")
            if o["version"]
        )
        self.expect(opens, "evidence.frozen", event.place, "no vote on its version opens in this entry")

    def check_proposal_translated(self, event, entry, data):
        self.in_status(event, "draft", "open", "closed")
        opened = [v["version"] for v in self.fold.votes_on(data["proposalId"])]
        opened += [o["version"] for o in entry.data_of("vote.opened") if o["version"] and o["version"]["proposalId"] == data["proposalId"]]
        voted = [version for version in opened if version["number"] == data["version"]]
        if self.expect(voted, "translation.version", event.place, "of a version that was not voted on"):
            self.expect(voted[0]["language"] != data["language"], "translation.version", event.place, "in the version's own language")

    def check_proposal_translation_checked(self, event, entry, data):
        self.in_status(event, "draft", "open", "closed")

    def check_reservation_recorded(self, event, entry, data):
        self.in_status(event, "open", "closed")
        vote = self.fold.standing_decision(data["proposalId"])
        about = vote is not None and vote["result"].get("adopted") is True and vote["voteId"] == data["voteId"]
        about = about and vote["version"]["number"] == data["version"] and vote["panelId"] == data["panelId"]
        self.expect(about, "reservation.decision", event.place, "not about the decision that stands adopted")
        seat = self.fold.seats.get(data["seatId"])
        self.expect(seat is not None and seat.group_id == data["groupId"], "reservation.seat", event.place, "by no seat of the log and its group")
        self.expect(data["reservationId"] not in self.fold.reservations, "reservation.twice", event.place, "recorded before")
        key = (data["seatId"], data["voteId"])
        once = all((r["seatId"], r["voteId"]) != key for r in self.fold.standing_reservations())
        self.expect(once, "reservation.twice", event.place, "a second one of a seat about one decision")
        named = data["capacity"] == "organisation" or data["organisation"] == ""
        self.expect(named, "reservation.capacity", event.place, "names an organisation but is not of one")

    def check_reservation_withdrawn(self, event, entry, data):
        self.in_status(event, "open", "closed", "published")
        recorded = self.fold.reservations.get(data["reservationId"])
        if recorded is None and self.erased > 0:
            self.erased -= 1
            self.report.leave_open("a reservation that was withdrawn: its words were erased")
            return
        stands = recorded is not None and data["reservationId"] not in self.fold.withdrawn_reservations
        if self.expect(stands, "reservation.unknown", event.place, "no reservation that was recorded"):
            fits = recorded["proposalId"] == data["proposalId"] and recorded["panelId"] == data["panelId"]
            self.expect(fits, "reservation.unknown", event.place, "of another proposal or panel")

    # C5: polls

    def check_poll_opened(self, event, entry, data):
        self.in_status(event, "open")
        self.expect(data["pollId"] not in self.fold.polls, "poll.twice", event.place, "opened before")
        if data["panelId"] is not None and self.known_panel(data["panelId"], event):
            phase = self.fold.phase(data["panelId"])
            self.expect(phase not in ("scheduled", "closed"), "poll.phase", event.place, "the panel is %s" % phase)
        others = [p for p in self.fold.polls.values() if p.state == "open" and p.panel_id == data["panelId"]]
        self.expect(not others, "poll.one-at-a-time", event.place, "another poll of the panel is open")

    def check_poll_closed(self, event, entry, data):
        self.poll_in_state(data, "open", event)

    def check_poll_shown(self, event, entry, data):
        poll = self.poll_in_state(data, "closed", event)
        # Of texts the cloud is shown anew when whose words were in it was erased, in any later phase.
        if poll is None or poll.kind != "text":
            self.in_status(event, "open", "closed", "published")
        if poll:
            self.check_figures(poll, data["result"], event)

    def check_poll_hidden(self, event, entry, data):
        self.in_status(event, "open", "closed", "published")
        poll = self.poll_in_state(data, "closed", event)
        self.expect(poll is None or poll.is_shown, "poll.state", event.place, "hidden while it was not shown")

    def poll_in_state(self, data, state, event):
        poll = self.fold.polls.get(data["pollId"])
        if not self.expect(poll is not None, "poll.unknown", event.place, "no such poll"):
            return None
        self.expect(poll.state == state, "poll.state", event.place, "the poll is %s" % poll.state)
        self.expect(poll.panel_id == data["panelId"], "poll.panel", event.place, "not the panel of the poll")
        return poll

    def check_figures(self, poll, result, event):
        groups = result["byGroup"]
        for shown in groups:
            answered = poll.answered.get(shown["groupId"], 0)
            # Texts leave with the people who wrote them.
            fits = shown["answers"] <= answered if poll.kind == "text" else shown["answers"] == answered
            self.expect(fits, "poll.figures", event.place, "another number of answers of a group than it gave")
        self.expect(len({g["groupId"] for g in groups}) == len(groups), "poll.figures", event.place, "a group is shown twice")
        enough = poll.kind == "text" or result["answers"] >= sum(poll.answered.values())
        self.expect(enough, "poll.figures", event.place, "fewer answers in all than the groups gave")
        if poll.kind not in ONE_FIGURE_AN_ANSWER:
            return
        for shown in groups:
            figures = sum_of_figures(shown["figures"])
            self.expect(figures in (None, shown["answers"]), "poll.figures", event.place, "figures that do not add up to the answers")
        total = sum_of_figures(result["total"])
        self.expect(total is None or total <= result["answers"], "poll.figures", event.place, "more figures in all than answers")

    # C5: resolutions

    def check_resolution_framed(self, event, entry, data):
        published = [p["resolutionId"] for p in entry.data_of("resolution.published")]
        framed = [f["resolutionId"] for f in entry.data_of("resolution.framed")]
        fits = published.count(data["resolutionId"]) == 1 and framed.count(data["resolutionId"]) == 1
        self.expect(fits, "resolution.framed", event.place, "not in the entry of its publication")

    def check_resolution_published(self, event, entry, data):
        self.in_status(event, "closed", "published")
        self.expect(
            data["number"] == len(self.fold.resolutions) + 1, "resolution.number", event.place, "resolutions do not count 1, 2, 3…"
        )
        once = all(r["resolutionId"] != data["resolutionId"] for r in self.fold.resolutions)
        self.expect(once, "resolution.twice", event.place, "published before")


def ranking_options(fold, panel_id):
    """The recommendations of a panel (without a panel: of all) that stand adopted, by panel and number."""
    adopted = [
        vote
        for vote in fold.decided_proposals()
        if vote["result"].get("adopted") is True and (panel_id is None or vote["panelId"] == panel_id)
    ]

    def order(vote):
        panel = fold.panel(vote["panelId"])
        return (panel["number"] if panel else 0, number_parts(vote["number"]))

    return [
        {
            "id": vote["version"]["proposalId"],
            "number": vote["number"],
            "title": vote["version"]["fields"]["title"] or short_title(vote["version"]["fields"]["text"]),
            "text": vote["version"]["fields"]["text"],
            "language": vote["version"]["language"],
        }
        for vote in sorted(adopted, key=order)
    ]


def lot_order(seed, options):
    """VOTE-15: options by SHA-256("tegerek/lot/1" LF seed LF option), smallest first."""

    def drawn(option_id):
        return hashlib.sha256(("tegerek/lot/1\n%s\n%s" % (seed, option_id)).encode("utf-8")).hexdigest()

    return sorted((option["id"] for option in options), key=drawn)


def sum_of_figures(figures):
    """Of a list or a map of whole numbers; None where figures have another form."""
    values = list(figures.values()) if isinstance(figures, dict) else figures
    if not isinstance(values, list) or not all(isinstance(v, int) and not isinstance(v, bool) for v in values):
        return None
    return sum(values)
