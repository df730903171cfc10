"""How a shortlist is recounted («Shortlist»): equal shares, completed by sequential Phragmén."""

from collections import Counter
from fractions import Fraction

CONVENTIONS = {
    "supports": "first-places",
    "completion": "seq-phragmen",
    "ties": ["groups-in-favour", "weakest-group-share", "ranking", "any-order", "lot"],
}


class Electorate:
    """The ballots of each group that cast any."""

    def __init__(self, by_group):
        self.by_group = {group: ballots for group, ballots in by_group.items() if ballots}
        self.ballots = [ballot for ballots in by_group.values() for ballot in ballots]


class Choice:
    """What the runs of one shortlist have in common."""

    def __init__(self, ids, places, electorate, ranking):
        self.ids = ids
        self.seats = min(places, len(ids))
        # Ballots that support the same options always hold equal purses: they are kept together.
        supported = Counter(frozenset(ballot[: self.seats]) for ballot in electorate.ballots)
        self.classes = list(supported.items())
        self.places_of = {o: [place for place, (options, _) in enumerate(self.classes) if o in options] for o in ids}
        self.voters = len(electorate.ballots)
        self.start_budget = Fraction(self.seats, self.voters) if self.voters else Fraction(0)
        self.supporters = {o: sum(self.classes[place][1] for place in self.places_of[o]) for o in ids}
        shares = {o: group_shares(o, electorate.by_group, self.seats) for o in ids}
        self.groups_in_favour = {o: sum(1 for share in shares[o] if 2 * share > 1) for o in ids}
        self.weakest_share = {o: min(shares[o], default=Fraction(0)) for o in ids}
        self.rank = {o: place for place, tied in enumerate(ranking) for o in tied}


class Run:
    """One run: the purses of each class of ballots, and what was taken."""

    def __init__(self, choice):
        self.choice = choice
        self.purses = [choice.start_budget] * len(choice.classes)
        self.taken = []
        self.phase = 1

    def copy(self):
        other = Run(self.choice)
        other.purses, other.taken, other.phase = list(self.purses), list(self.taken), self.phase
        return other

    def supporters_of(self, option):
        """(place of the class, its purse, its number of ballots)."""
        classes = self.choice.classes
        return [(place, self.purses[place], classes[place][1]) for place in self.choice.places_of[option]]

    def costs(self):
        """Option → price (phase 1) or load (phase 2), moving on to phase 2 when nothing is affordable."""
        left = [] if len(self.taken) >= self.choice.seats else [o for o in self.choice.ids if o not in self.taken]
        if self.phase == 1:
            prices = {o: price(self.supporters_of(o)) for o in left}
            affordable = {o: cost for o, cost in prices.items() if cost is not None}
            if affordable:
                return affordable
            self.phase = 2
        return {o: load(self.supporters_of(o)) for o in left if self.choice.supporters[o]}

    def take(self, option, cost):
        """Takes an option and gives its step."""
        supporters = self.supporters_of(option)
        self.taken.append(option)
        if self.phase == 2:
            for place, _, _ in supporters:
                self.purses[place] = -cost
            return {"step": "seat", "phase": 2, "add": option, "maxLoad": as_text(cost)}
        for place, purse, _ in supporters:
            self.purses[place] = purse - min(purse, cost)
        left = min(purse - cost for _, purse, _ in supporters if purse >= cost)
        return {"step": "seat", "phase": 1, "add": option, "perVoter": as_text(cost), "leftForPayers": as_text(left)}


def count_shortlist(ids, places, electorate, ranking, lots=None):
    """The shortlist; `lots`: the order that was drawn, where one was."""
    choice = Choice(ids, places, electorate, ranking)
    run, steps, needs_lot = Run(choice), [], None
    while needs_lot is None:
        costs = run.costs()
        if not costs:
            break
        tied = cheapest(ids, costs)
        option, by, needs_lot = break_tie(run, tied, costs, lots)
        if needs_lot is None:
            step = run.take(option, costs[option])
            if by is not None:
                step["tiedWith"] = [other for other in tied if other != option]
                step["by"] = by
            steps.append(step)
    return {
        "method": "shortlist",
        "algorithm": {"id": "shortlist-mes", "version": 1},
        "conventions": CONVENTIONS,
        "seats": choice.seats,
        "supporters": choice.supporters,
        "groupsInFavour": choice.groups_in_favour,
        "weakestShare": {o: {"num": s.numerator, "den": s.denominator} for o, s in choice.weakest_share.items()},
        "startBudget": as_text(choice.start_budget),
        "steps": steps,
        "selected": [step["add"] for step in steps],
        "needsLot": needs_lot,
    }


def group_shares(option, by_group, seats):
    return [
        Fraction(sum(1 for ballot in ballots if option in ballot[:seats]), len(ballots)) for ballots in by_group.values()
    ]


def as_text(fraction):
    return str(fraction)


def cheapest(ids, costs):
    least = min(costs.values())
    return [o for o in ids if o in costs and costs[o] == least]


def price(supporters):
    """The least ρ with Σ min(purse, ρ) = 1, or None where the purses together hold less than 1."""
    missing, payers = Fraction(1), sum(ballots for _, _, ballots in supporters)
    if sum(purse * ballots for _, purse, ballots in supporters) < 1:
        return None
    for _, purse, ballots in sorted(supporters, key=lambda supporter: supporter[1]):
        if purse * payers >= missing:
            return missing / payers
        missing -= purse * ballots
        payers -= ballots
    return None


def load(supporters):
    held = sum(purse * ballots for _, purse, ballots in supporters)
    return (1 - held) / sum(ballots for _, _, ballots in supporters)


# Ties

def narrow(choice, tied):
    """The first three rules: (what is left, the last rule asked or None)."""
    rules = [
        ("groups-in-favour", lambda o: -choice.groups_in_favour[o]),
        ("weakest-group-share", lambda o: -choice.weakest_share[o]),
        ("ranking", lambda o: choice.rank[o]),
    ]
    left, by = tied, None
    for name, key in rules:
        if len(left) == 1:
            break
        best = min(key(o) for o in left)
        left, by = [o for o in left if key(o) == best], name
    return left, by


def break_tie(run, tied, costs, lots):
    """(the option taken, the rule that decided or None, the options that need a lot or None)."""
    left, by = narrow(run.choice, tied)
    if len(left) == 1:
        return left[0], by, None
    if any_order(run, left, costs):
        return left[0], "any-order", None
    if lots is None:
        return None, None, left
    return min(left, key=lots.index), "lot", None


def any_order(run, left, costs):
    """Do all orders in which the options left may be taken give the same set?"""
    if len(left) > run.choice.seats:
        return False
    outcomes = {finish(run, first, costs, which) for first in left for which in (0, -1)}
    return len(outcomes) == 1


def finish(run, first, costs, which):
    """The set in the end, `first` taken now and open ties in the order of options (0) or its reverse (-1)."""
    trial = run.copy()
    trial.take(first, costs[first])
    while True:
        costs = trial.costs()
        if not costs:
            return frozenset(trial.taken)
        left, _ = narrow(trial.choice, cheapest(trial.choice.ids, costs))
        trial.take(left[which], costs[left[which]])
