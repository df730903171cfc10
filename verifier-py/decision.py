"""How a decision or an amendment is recounted («Decision»)."""

from fractions import Fraction

CHOICES = {
    "yes-no-abstain": ["yes", "no", "abstain"],
    "consent-scale": ["support", "can-live-with", "reservations", "block"],
}
ADOPTED_GRADES = ("consensus", "broad-agreement", "majority")

# Which figures one ballot of a choice adds to, besides `cast`.
FIGURES_OF_CHOICE = {
    "yes": ["yes"],
    "no": ["no"],
    "abstain": ["abstain"],
    "invalid": ["invalid"],
    "support": ["yes", "support"],
    "can-live-with": ["yes", "canLiveWith"],
    "reservations": ["yes", "reservations"],
    "block": ["no", "block"],
}
COUNTED = ["cast", "yes", "no", "abstain", "invalid", "support", "canLiveWith", "reservations", "block"]


def count_decision(rule, electorate_by_group, rows, paper, frozen_hash):
    """The result of a closed decision from the rows of its list and its papers."""
    groups = figures_by_group(rule, electorate_by_group, rows, paper)
    overall = figures_of_all(groups)
    clauses = all_clauses(rule, groups, overall)
    steps = steps_of(rule, clauses)
    grade, blamed, tie = grade_of(rule, clauses, steps)
    if tie:
        steps.append({"step": "tie", "holds": True, "clauses": []})
    return {
        "method": "yes-no",
        "algorithm": {"id": "yes-no", "version": 1},
        "grade": grade,
        "adopted": grade in ADOPTED_GRADES,
        "overall": overall,
        "groups": groups,
        "clauses": [clause for _, clause in clauses],
        "failed": failed_clauses(clauses, blamed),
        "tie": tie,
        "steps": steps,
        "conventions": {"base": rule["base"], "ballot": rule["ballot"], "tie": rule["tie"]},
        "frozenHash": frozen_hash,
    }


# Figures

def figures_by_group(rule, electorate_by_group, rows, paper):
    groups = {}
    for group in rule["groups"]:
        electors = electorate_by_group.get(group, 0)
        groups[group] = {"electorate": electors, "present": electors, **{name: 0 for name in COUNTED}}
    for row in rows:
        add_ballots(groups, row["group"], row["choice"], 1)
    for pile in paper:
        for choice, ballots in pile["counts"].items():
            add_ballots(groups, pile["groupId"], choice, ballots)
    return groups


def add_ballots(groups, group, choice, ballots):
    if group in groups and choice in FIGURES_OF_CHOICE:
        groups[group]["cast"] += ballots
        for figure in FIGURES_OF_CHOICE[choice]:
            groups[group][figure] += ballots


def figures_of_all(groups):
    return {name: sum(figures[name] for figures in groups.values()) for name in ["electorate", "present"] + COUNTED}


def base_of(rule, figures):
    if rule["base"] == "yes+no":
        return figures["yes"] + figures["no"]
    if rule["base"] == "yes+no+abstain":
        return figures["yes"] + figures["no"] + figures["abstain"]
    return figures["electorate" if rule["base"] == "entitled" else rule["base"]]


# Clauses: a list of (step, clause) in the order of the table

def all_clauses(rule, groups, overall):
    clauses = quorum_clauses(rule, groups, overall)
    clauses.append(("some-votes", clause("votes.some", fraction(overall["yes"] + overall["no"], 1), at_least(1))))
    if rule["consensus"]:
        clauses += consensus_clauses(rule, groups, overall)
    if rule["veto"] is not None:
        clauses += veto_clauses(rule, groups)
    for step, part in rungs(rule):
        clauses += rung_clauses(step, part, rule, groups, overall)
    return clauses


def rungs(rule):
    named = [("broad-agreement", rule["broadAgreement"]), ("majority", rule["majority"])]
    return [(step, part) for step, part in named if part is not None]


def fraction(num, den):
    return {"num": num, "den": den}


def lowest_terms(value):
    return fraction(value.numerator, value.denominator)


def at_least(number):
    return {"num": number, "den": 1, "comparator": ">="}


def reaches(actual, needed):
    """`actual` reaches `needed` (a fraction with a comparator)."""
    have, want = needed["den"] * actual["num"], needed["num"] * actual["den"]
    return actual["den"] > 0 and (have > want if needed["comparator"] == ">" else have >= want)


def clause(name, actual, needed, group=None, holds=None):
    made = {
        "id": name,
        "needed": {"num": needed["num"], "den": needed["den"], "comparator": needed["comparator"]},
        "actual": actual,
        "holds": reaches(actual, needed) if holds is None else holds,
    }
    if group is not None:
        made["group"] = group
    return made


def quorum_clauses(rule, groups, overall):
    quorum, clauses = rule["quorum"], []
    if quorum is None:
        return clauses
    counted = quorum["counted"]
    if quorum["overall"] is not None:
        actual = fraction(overall[counted], overall["electorate"])
        clauses.append(("quorum", clause("quorum.overall", actual, quorum["overall"])))
    if quorum["perGroup"] is not None:
        for group in rule["requiredGroups"]:
            actual = fraction(groups[group][counted], groups[group]["electorate"])
            clauses.append(("quorum", clause("quorum.group", actual, quorum["perGroup"], group)))
    return clauses


def consensus_clauses(rule, groups, overall):
    none = {"num": 0, "den": 1, "comparator": "<="}
    objections = overall["no"]
    clauses = [("consensus", clause("consensus.no-objection", fraction(objections, 1), none, holds=objections == 0))]
    if not rule["requiredGroups"]:
        clauses.append(("consensus", clause("consensus.group-yes", fraction(overall["yes"], 1), at_least(1))))
    for group in rule["requiredGroups"]:
        actual = fraction(groups[group]["yes"], 1)
        clauses.append(("consensus", clause("consensus.group-yes", actual, at_least(1), group)))
    return clauses


def veto_clauses(rule, groups):
    threshold = rule["veto"]["threshold"]
    needed = dict(threshold, comparator="<=" if threshold["comparator"] == ">" else "<")
    clauses = []
    for group in rule["veto"]["groups"]:
        actual = fraction(groups[group]["no"], base_of(rule, groups[group]))
        clauses.append(("veto", clause("veto.group", actual, needed, group, holds=not reaches(actual, threshold))))
    return clauses


def rung_clauses(step, part, rule, groups, overall):
    """`broad-agreement` and `majority`."""
    made = []
    if part["overall"] is not None:
        made.append(clause(step + ".overall", yes_of_base(rule, overall), part["overall"]))
    if part["group"] is not None:
        made += rung_group_clauses(step, part["group"], rule, groups)
    if part["weightedShare"] is not None:
        made.append(clause(step + ".weighted-share", weighted_share(rule, groups), part["weightedShare"]))
    return [(step, each) for each in made]


def rung_group_clauses(step, part, rule, groups):
    threshold, needed = part["threshold"], part["needed"]
    if needed["kind"] == "required":
        return [
            clause(step + ".group", yes_of_base(rule, groups[group]), threshold, group)
            for group in rule["requiredGroups"]
        ]
    reaching = [group for group in rule["groups"] if reaches(yes_of_base(rule, groups[group]), threshold)]
    if needed["kind"] == "at-least":
        return [clause(step + ".groups", fraction(len(reaching), 1), at_least(needed["groups"]))]
    weight = share_of_weights(rule, sum(weight_of(rule, group) for group in reaching))
    return [clause(step + ".weight", weight, needed["share"])]


def yes_of_base(rule, figures):
    return fraction(figures["yes"], base_of(rule, figures))


def weight_of(rule, group):
    given = rule["weights"].get(group)
    return Fraction(1) if given is None else Fraction(given["num"], given["den"])


def share_of_weights(rule, weight):
    total = sum(weight_of(rule, group) for group in rule["groups"])
    return fraction(0, 0) if total == 0 else lowest_terms(Fraction(weight) / total)


def weighted_share(rule, groups):
    weight = Fraction(0)
    for group in rule["groups"]:
        base = base_of(rule, groups[group])
        if base > 0:
            weight += weight_of(rule, group) * Fraction(groups[group]["yes"], base)
    return share_of_weights(rule, weight)


# Steps and grade

def steps_of(rule, clauses):
    names = ["quorum", "some-votes"]
    names += ["consensus"] if rule["consensus"] else []
    names += ["veto"] if rule["veto"] is not None else []
    names += [step for step, _ in rungs(rule)]
    steps = []
    for name in names:
        places = [place for place, (step, _) in enumerate(clauses) if step == name]
        steps.append({"step": name, "holds": all(clauses[place][1]["holds"] for place in places), "clauses": places})
    return steps


def grade_of(rule, clauses, steps):
    """(grade, the step to blame or None, whether it is a tie)."""
    holds = {step["step"]: step["holds"] for step in steps}
    if not holds["quorum"]:
        return "not-adopted-no-quorum", "quorum", False
    if not holds["some-votes"]:
        return "undecided", "some-votes", False
    if holds.get("consensus"):
        return "consensus", None, False
    if not holds.get("veto", True):
        return "not-adopted", "veto", False
    for rung in ("broad-agreement", "majority"):
        if holds.get(rung):
            return rung, missed_above(rung, holds), False
    lowest = next((rung for rung in ("majority", "broad-agreement") if rung in holds), None)
    if lowest is None:
        return "not-adopted", "consensus", False
    if not is_tie(lowest, clauses):
        return "not-adopted", lowest, False
    if rule["tie"] == "adopted":
        return lowest, missed_above(lowest, holds), True
    return rule["tie"], lowest, True


def missed_above(rung, holds):
    """The nearest better step that the rule has and that was not reached."""
    above = ["broad-agreement", "consensus"] if rung == "majority" else ["consensus"]
    return next((step for step in above if step in holds), None)


def is_tie(lowest, clauses):
    failing = [each for step, each in clauses if step == lowest and not each["holds"]]
    if len(failing) != 1 or failing[0]["id"] != lowest + ".overall":
        return False
    actual, needed = failing[0]["actual"], failing[0]["needed"]
    return actual["den"] != 0 and actual["num"] * needed["den"] == needed["num"] * actual["den"]


def failed_clauses(clauses, blamed):
    return [
        {name: each[name] for name in ("id", "group") if name in each}
        for step, each in clauses
        if step == blamed and not each["holds"]
    ]
