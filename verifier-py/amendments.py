"""C16: amendments that the room decides."""

from checks import Checks
from names import number_parts, place_of_vote
from shapes import FIELDS
from wording import departure, falls, merged

UNDECIDED = "C16: where the difference of words decides (usual order, clashes) and is not certain without its definition"


class Amendments(Checks):
    """Asked about each event before the fold follows it, and about each entry after its last event."""

    def __init__(self, fold, report):
        super().__init__(fold, report)
        self.texts = {}
        self.last_rev = {}

    # The line

    def check_amendment_lined_up(self, event, entry, data):
        self.check_state(event)
        self.expect(
            data["order"] == "departure" or data["reason"] != "", "amendment.reason", event.place, "another order without a reason"
        )
        self.expect(data["items"], "amendment.line", event.place, "an empty line")
        line = self.fold.lines.get(data["proposalId"])
        self.expect(line is None or line.panel_id == data["panelId"], "amendment.panel", event.place, "the line is of another panel")
        seen = set()
        for stated in data["items"]:
            once = stated["amendmentId"] not in seen and stated["number"] not in seen
            self.expect(once, "amendment.twice", event.place, "an amendment stands twice in the line")
            seen.update((stated["amendmentId"], stated["number"]))
            self.check_item_of_line(line, stated, data["proposalId"], event)
        self.state_rev(data["proposalId"], data["rev"], event.place)

    def check_state(self, event):
        self.expect(self.fold.status == "open", "amendment.state", event.place, "the dialogue is %s" % self.fold.status)

    def check_item_of_line(self, line, stated, proposal_id, event):
        known = line.item(stated["amendmentId"]) if line else None
        if known is not None:
            fits = known.state == "waiting" and known.number == stated["number"] and known.field == stated["field"]
            self.expect(fits, "amendment.line", event.place, "an amendment that was settled, or is another now")
        for other_id, other in self.fold.lines.items():
            if other_id != proposal_id and other.item(stated["amendmentId"]):
                self.report.finding("amendment.line", event.place, "an amendment to another proposal")
        if line:
            others = [i for i in line.items if i.number == stated["number"] and i.amendment_id != stated["amendmentId"]]
            self.expect(not others, "amendment.line", event.place, "another amendment has this number")

    def check_amendment_put(self, event, entry, data):
        lined_up = [l for l in entry.data_of("amendment.lined-up") if l["proposalId"] == data["proposalId"]]
        stated = [i for l in lined_up for i in l["items"] if i["amendmentId"] == data["amendmentId"]]
        fits = len(stated) == 1 and lined_up[0]["panelId"] == data["panelId"]
        if not self.expect(fits, "amendment.put", event.place, "not an item of a line that is stated in this entry"):
            return
        puts = [p for p in entry.data_of("amendment.put") if p["amendmentId"] == data["amendmentId"]]
        self.expect(len(puts) == 1, "amendment.put", event.place, "put twice")
        self.state_text(data["proposalId"], lined_up[0]["rev"], {stated[0]["field"]: data["before"]}, event.place)

    # Votes on amendments

    def check_vote_opened(self, event, entry, data):
        if data["purpose"] == "amendment":
            self.check_vote_on_amendment(data, place_of_vote(data))

    def check_vote_on_amendment(self, data, place):
        stated, version = data["amendment"], data["version"]
        line = self.fold.lines.get(version["proposalId"])
        item = line.item(stated["amendmentId"]) if line else None
        if not self.expect(item is not None and item.state == "waiting", "amendment.waiting", place, "not about an amendment that waits"):
            return
        fits = item.field == stated["field"] and item.number == data["number"] and line.panel_id == data["panelId"]
        self.expect(fits, "amendment.item", place, "not the field, number or panel of the amendment")
        self.check_turn(line, item, place)
        after = version["fields"].get(stated["field"], "")
        self.expect(after != stated["before"], "amendment.unchanged", place, "changes nothing")
        self.check_merge(item, stated["before"], after, place)
        proposal_id, rev = version["proposalId"], stated["rev"]
        self.state_rev(proposal_id, rev, place)
        self.state_text(proposal_id, rev, whole_text(version["fields"], **{stated["field"]: stated["before"]}), place)

    def check_turn(self, line, item, place):
        behind = line.items[line.items.index(item) + 1 :]
        voted = {
            v["amendment"]["amendmentId"]
            for v in self.fold.votes.values()
            if v["amendment"] and v["state"] != "void"
        }
        early = [other.number for other in behind if other.amendment_id in voted]
        self.expect(not early, "amendment.order", place, "%s, which stands behind it, was voted on before" % ", ".join(early))

    def check_merge(self, item, before, after, place):
        """The voted field is the item's change of `seen` made to `before` of the vote, without a clash."""
        if item.put is None:
            return
        expected = merged(item.seen, item.put["text"], before)
        if expected is None:
            self.report.leave_open(UNDECIDED)
        else:
            self.expect(expected == after, "amendment.text", place, "the voted field is not the amendment's change of what stood there")

    # How amendments are settled

    def check_amendment_decided(self, event, entry, data):
        vote = self.fold.votes.get(data["voteId"])
        closes = [c for c in entry.data_of("vote.closed") if c["voteId"] == data["voteId"]]
        is_about = vote is not None and vote["amendment"] is not None and len(closes) == 1
        is_about = is_about and vote["amendment"]["amendmentId"] == data["amendmentId"]
        is_about = is_about and vote["version"]["proposalId"] == data["proposalId"] and vote["panelId"] == data["panelId"]
        if not self.expect(is_about, "amendment.decided", event.place, "not about the amendment whose vote closes in this entry"):
            return
        place = place_of_vote(vote)
        self.waiting_item(event)
        adopted = closes[0]["result"].get("adopted") is True
        self.expect(data["adopted"] == adopted, "amendment.decided", place, "does not agree with the result")
        rev = vote["amendment"]["rev"] + 1 if data["adopted"] else None
        if self.expect(data["rev"] == rev, "amendment.rev", place, "not the revision after the one that was amended") and rev:
            self.state_rev(data["proposalId"], rev, place)
            self.state_text(data["proposalId"], rev, whole_text(vote["version"]["fields"]), place)

    def check_amendment_left(self, event, entry, data):
        self.check_state(event)
        self.waiting_item(event)
        voted = [v for v in self.fold.open_votes() if v["amendment"] and v["amendment"]["amendmentId"] == data["amendmentId"]]
        self.expect(not voted, "amendment.waiting", event.place, "left while a vote on it was open")

    def check_amendment_fell(self, event, entry, data):
        """Others fall only to one that is adopted, or left as accepted, in that entry."""
        item = self.waiting_item(event)
        adopted = [d for d in entry.data_of("amendment.decided") if d["adopted"]]
        accepted = [d for d in entry.data_of("amendment.left") if d["how"] == "accepted"]
        to = [d for d in adopted + accepted if d["amendmentId"] == data["to"] and d["proposalId"] == data["proposalId"]]
        falls_to_it = to and data["to"] != data["amendmentId"]
        if not self.expect(falls_to_it, "amendment.fell", event.place, "falls to none that was adopted or accepted in this entry"):
            return
        other = self.fold.item_of({"proposalId": data["proposalId"], "amendmentId": data["to"]})
        if item and other:
            self.expect(item.field == other.field, "amendment.fell", event.place, "falls to one of another field")

    def waiting_item(self, event):
        item = self.fold.item_of(event.data)
        waits = item is not None and item.state == "waiting"
        waits = waits and self.fold.lines[event.data["proposalId"]].panel_id == event.data["panelId"]
        self.expect(waits, "amendment.waiting", event.place, "not an amendment of this panel that waits")
        return item if waits else None

    # After an entry

    def check_entry(self, entry):
        for data in entry.data_of("vote.closed"):
            vote = self.fold.votes.get(data["voteId"])
            if vote is not None and vote["amendment"] is not None:
                self.check_decided_once(vote, entry)
        for data in entry.data_of("amendment.lined-up"):
            self.check_line(data, entry)

    def check_decided_once(self, vote, entry):
        place = place_of_vote(vote)
        decided = [d for d in entry.data_of("amendment.decided") if d["voteId"] == vote["voteId"]]
        if self.expect(len(decided) == 1, "amendment.decided", place, "its close does not say once what became of it"):
            if decided[0]["adopted"]:
                self.check_falls(vote, entry, place)

    def check_falls(self, vote, entry, place):
        """Of those that waited beside the adopted one: who falls, and who does not."""
        field = vote["amendment"]["field"]
        adopted = vote["version"]["fields"].get(field, "")
        fallen = {d["amendmentId"] for d in entry.data_of("amendment.fell")}
        line = self.fold.lines.get(vote["version"]["proposalId"])
        for item in line.items if line else []:
            waited = item.state == "waiting" or item.amendment_id in fallen
            if item.field != field or item.put is None or not waited or item.amendment_id == vote["amendment"]["amendmentId"]:
                continue
            expected = falls(item.seen, item.put["text"], adopted)
            if expected is None:
                self.report.leave_open(UNDECIDED)
            else:
                words = "%s should %sfall to it" % (item.number, "" if expected else "not ")
                self.expect((item.amendment_id in fallen) == expected, "amendment.fell", place, words)

    def check_line(self, data, entry):
        place = "%s, line of %s" % (entry.place, data["proposalId"])
        puts = {p["amendmentId"]: p for p in entry.data_of("amendment.put")}
        missing = [i for i in data["items"] if i["amendmentId"] not in puts]
        self.expect(len(missing) <= entry.erased, "amendment.put", place, "an item without its text, which was not erased")
        if missing:
            return
        in_order = is_usual_order(data["items"], puts)
        if in_order is None:
            self.report.leave_open(UNDECIDED)
        else:
            words = "the items stand in the usual order" if in_order else "the items do not stand in the usual order"
            self.expect(in_order == (data["order"] == "departure"), "amendment.order", place, words)

    # Revisions

    def state_rev(self, proposal_id, rev, place):
        """No later statement of a proposal has a lower revision."""
        last = self.last_rev.get(proposal_id, 0)
        self.expect(rev >= last, "amendment.rev", place, "an earlier revision than was stated before")
        self.last_rev[proposal_id] = max(last, rev)

    def state_text(self, proposal_id, rev, fields, place):
        """The same revision has the same text."""
        known = self.texts.setdefault((proposal_id, rev), {})
        for field, text in fields.items():
            self.expect(known.setdefault(field, text) == text, "amendment.before", place, "another text of revision %d: %s" % (rev, field))


def whole_text(fields, **changed):
    """Every field of a proposal; one that may be missing is empty then."""
    return {field: changed.get(field, fields.get(field, "")) for field in FIELDS}


def is_usual_order(items, puts):
    """By field, then furthest from `before` first, then by suggestion; None where that is not certain."""
    certain = True
    for one, other in zip(items, items[1:]):
        after = stands_before(one, other, puts)
        if after is False:
            return False
        certain = certain and after is True
    return True if certain else None


def stands_before(one, other, puts):
    """Does `one` come before `other` in the usual order? None where that is not certain."""
    places = FIELDS.index(one["field"]), FIELDS.index(other["field"])
    if places[0] != places[1]:
        return places[0] < places[1]
    least, most = departure(*(puts[one["amendmentId"]][name] for name in ("before", "text")))
    other_least, other_most = departure(*(puts[other["amendmentId"]][name] for name in ("before", "text")))
    if least > other_most:
        return True
    if most < other_least:
        return False
    if least == most == other_least == other_most:
        return suggestion(one) < suggestion(other)
    if least >= other_most and suggestion(one) < suggestion(other):
        return True
    if most <= other_least and suggestion(one) > suggestion(other):
        return False
    return None


def suggestion(item):
    """The number behind the `/`."""
    return number_parts(item["number"].split("/")[-1])
