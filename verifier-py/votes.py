"""C8, C9 and the rest of C15: lists, results, drawn lots and `vote.json` of each vote."""

import shapes
from canonical import jcs, same, sha256, tagged_hash
from decision import CHOICES, count_decision
from log import read_lines
from names import place_of_vote
from ranking import ballots_by_group, count_ranking
from shortlist import Electorate, count_shortlist

ROW = shapes.exactly(choice=shapes.either(shapes.text, shapes.each(shapes.text)), group=shapes.identifier, number=shapes.counting)


def frozen_hash(opened):
    """VOTE-9."""
    frozen = {name: opened[name] for name in ("electorate", "electorateByGroup", "options", "rule")}
    version = opened.get("version")
    return tagged_hash("tegerek/frozen/v1", dict(frozen, version=version["hash"] if version else None))


def count(opened, rows, paper=()):
    """«How a vote is recounted»: the result of a closed vote."""
    if "ballot" in opened["rule"]:
        return count_decision(opened["rule"], opened["electorateByGroup"], rows, paper, frozen_hash(opened))
    return count_ranking(opened["rule"], opened["options"], opened["electorateByGroup"], rows, frozen_hash(opened))


def check_votes(fold, counts_of_rows, files, report):
    """Every vote of the log, after its last entry."""
    lists = {}
    for vote in fold.votes.values():
        check_vote_file(fold, vote, files, report)
        name = list_name(vote)
        if vote["state"] != "closed":
            report.expect(name not in files, "ballot.unclosed", place_of_vote(vote), "a list of a vote that is not closed")
            continue
        if name not in files:
            report.finding("ballot.missing", place_of_vote(vote), "the list of a closed vote is missing")
            continue
        rows = read_list(vote, files, report)
        lists[vote["voteId"]] = rows
        report.facts["ballots"] += len(rows)
        check_list(vote, fold.box_of(vote).on_paper, rows, counts_of_rows.get(vote["voteId"]), files[name], report)
        if all(row_fits(vote, row) for row in rows):
            check_result(vote, rows, report)
            check_lot(vote, rows, report)
    check_agendas(fold, files, report)
    return lists


def list_name(vote):
    return "votes/%s/ballots.jsonl" % vote["voteId"]


def check_vote_file(fold, vote, files, report):
    name = "votes/%s/vote.json" % vote["voteId"]
    if name in files:
        stated = jcs(fold.vote_file(vote)).encode("utf-8")
        report.expect(files[name] == stated, "vote.file", place_of_vote(vote), "vote.json is not the vote of the log")
    else:
        report.finding("file.missing", name, "every vote has its vote.json")


# C8

def read_list(vote, files, report):
    rows = []
    for place, row in read_lines(files, list_name(vote), report):
        where = "%s, row %d" % (place_of_vote(vote), place)
        if report.expect(ROW(row), "ballot.members", where, "not exactly the members of a row"):
            rows.append(row)
    return rows


def row_fits(vote, row):
    """A row of the vote's choices and groups."""
    choice = row["choice"]
    if row["group"] not in vote["electorateByGroup"]:
        return False
    if vote["purpose"] != "ranking":
        return isinstance(choice, str) and choice in CHOICES[vote["rule"]["ballot"]]
    ids = [option["id"] for option in vote["options"]]
    top = vote["rule"]["top"]
    return (
        isinstance(choice, list)
        and len(set(choice)) == len(choice)
        and all(option in ids for option in choice)
        and (top is None or len(choice) <= top)
    )


def check_list(vote, on_paper, rows, stated_rows, data, report):
    place = place_of_vote(vote)
    electors = sum(vote["electorateByGroup"].values())
    last = 0
    for row in rows:
        where = "%s, ballot %d" % (place, row["number"])
        report.expect(row_fits(vote, row), "ballot.choice", where, "not a choice or a group of the vote")
        report.expect(row["number"] > last, "ballot.number", where, "numbers stand once and in order")
        report.expect(row["number"] <= electors, "ballot.number", where, "a number beyond the electorate")
        last = max(last, row["number"])
    check_numbers_of_groups(vote, on_paper, rows, report)
    report.expect(sha256(data) == vote["ballotsHash"], "ballots.hash", place, "the list has not the stated hash")
    report.expect(len(rows) == stated_rows, "vote.cast", place, "%d rows on the list, %s stated" % (len(rows), stated_rows))


def check_numbers_of_groups(vote, on_paper, rows, report):
    place = place_of_vote(vote)
    on_list, in_piles = {}, {}
    for row in rows:
        on_list[row["group"]] = on_list.get(row["group"], 0) + 1
    for pile in vote["paper"]:
        in_piles[pile["groupId"]] = in_piles.get(pile["groupId"], 0) + sum(pile["counts"].values())
    for group in sorted(set(on_list) | set(in_piles) | set(vote["castByGroup"]) | set(vote["electorateByGroup"])):
        electors = vote["electorateByGroup"].get(group, 0)
        cast = on_list.get(group, 0) + in_piles.get(group, 0)
        report.expect(cast <= electors, "ballot.too-many", place, "more ballots of group %s than electors" % group)
        not_on_paper = electors - on_paper.get(group, 0)
        report.expect(
            on_list.get(group, 0) <= not_on_paper, "ballot.on-paper", place, "more of group %s on the list than were not on paper" % group
        )
        report.expect(
            vote["castByGroup"].get(group, 0) == cast, "vote.cast", place, "castByGroup of group %s is not list and papers" % group
        )


def check_agendas(fold, files, report):
    """Closed items of one agenda, and what lies beside them."""
    agendas = {}
    for vote in fold.votes.values():
        if vote["agendaId"] is not None:
            agendas.setdefault(vote["agendaId"], []).append(vote)
    for items in agendas.values():
        closed = [vote for vote in items if vote["state"] == "closed"]
        for vote in closed[1:]:
            check_item_beside(closed[0], vote, files, report)
        for vote in items if closed else []:
            fits = vote["state"] == "closed" or (vote["state"] == "void" and vote["pulledOut"])
            report.expect(fits, "agenda.voided", place_of_vote(vote), "beside a closed item, and neither closed nor pulled out")


def check_item_beside(first, vote, files, report):
    alike = files.get(list_name(first)) == files.get(list_name(vote))
    for name in ("paper", "rule", "electorate", "electorateByGroup", "openedSeq"):
        alike = alike and same(first[name], vote[name])
    report.expect(alike, "agenda.ballots", place_of_vote(vote), "another list, papers, rule, electorate or opening than an item of its agenda")


# C9

def check_result(vote, rows, report):
    place = place_of_vote(vote)
    try:
        counted = count(vote, rows, vote["paper"])
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        report.finding("vote.count", place, "the rule cannot be counted by")
        return
    stated = vote["result"]
    for name in sorted(set(counted) | set(stated)):
        if name not in counted or name not in stated or not same(counted[name], stated[name]):
            report.finding("vote.result", place, "the result says otherwise than list and rule: %s" % name[:60])


# C15

def check_lot(vote, rows, report):
    """A drawn lot was needed, and gives the stated shortlist."""
    lot = vote["lot"]
    if lot is None:
        return
    place = place_of_vote(vote)
    counted = count(vote, rows)
    needed = counted["shortlist"] is not None and counted["shortlist"]["needsLot"] is not None
    if not report.expect(needed, "lot.needless", place, "the shortlist needed no lot"):
        return
    ids = [option["id"] for option in vote["options"]]
    if sorted(lot["lots"]) != sorted(ids):
        return
    electorate = Electorate(ballots_by_group(vote["electorateByGroup"], rows))
    drawn = count_shortlist(ids, vote["rule"]["shortlist"], electorate, counted["ranking"], lot["lots"])
    report.expect(same(drawn, lot["shortlist"]), "lot.shortlist", place, "not the shortlist that list, rule and lot give")


def check_reasons(fold, entries, lists, report):
    """Each reason of a block belongs to a block of the list."""
    for entry in entries:
        for data in entry.data_of("vote.block-reasoned"):
            vote = fold.votes.get(data["voteId"])
            rows = lists.get(data["voteId"], [])
            blocks = [r for r in rows if r["number"] == data["number"] and r["group"] == data["groupId"] and r["choice"] == "block"]
            place = place_of_vote(vote) if vote else entry.place
            report.expect(blocks, "ballot.reason", place, "a reason of ballot %d, which is no block of its group" % data["number"])
