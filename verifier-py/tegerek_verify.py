#!/usr/bin/env python3
"""A second verifier of Tegerek bundles, written from docs/verification.md and docs/protocol.md alone.

    python3 tegerek_verify.py [--json] [--since FILE] [--key KEY] BUNDLE

Exit 0: everything that is checked fits; 1: findings; 2: not readable as a bundle.
Python 3.9 or newer, standard library only, no network. It shares no code with `packages/verify`:
where both agree, two independent readings of the document agree.
"""

import base64
import copy
import hashlib
import io
import json
import re
import sys
import zipfile
import zlib
from fractions import Fraction

NOT_CHECKED = [
    "text inside DOCX and PDF: not checked (their bytes are, against the manifest)",
    "amendments: the usual order, what clashes, and the voted text against the one lined up (they need a difference of words)",
    "shape inside event data beyond the members' names; answers to polls, which are not published",
    "vote.json of a vote whose opening was erased from the log",
]
MAX_SAFE = 2 ** 53 - 1
HEX32 = re.compile(r"[0-9a-f]{64}")
NO_FORM = re.compile("[\0\ud800-\udfff]")

# ---------------------------------------------------------------- canonical JSON, hashes


class NotCanonical(ValueError):
    """The text is no JSON, or has no canonical form (LOG-2)."""


def jcs(value):
    """RFC 8785 for what LOG-2 allows: safe integers, well-formed strings without U+0000."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        if abs(value) > MAX_SAFE:
            raise NotCanonical("integer out of range")
        return str(value)
    if isinstance(value, str):
        if NO_FORM.search(value):
            raise NotCanonical("string without canonical form")
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(map(jcs, value)) + "]"
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(jcs(name) + ":" + jcs(value[name]) for name in names) + "}"
    raise NotCanonical("no such value: %r" % (value,))


def parse(data):
    """JSON of bytes; floats are refused. Raises NotCanonical."""
    def no_float(text):
        raise NotCanonical("not an integer: " + text)
    try:
        return json.loads(data.decode("utf-8"), parse_float=no_float, parse_constant=no_float)
    except (ValueError, RecursionError) as error:
        raise NotCanonical(str(error))


def canonical(data):
    """The value of bytes that must be its canonical form. Raises NotCanonical."""
    value = parse(data)
    try:
        same = jcs(value).encode("utf-8") == data
    except RecursionError:
        raise NotCanonical("nested too deep")
    if not same:
        raise NotCanonical("not in canonical form")
    return value


def equal(a, b):
    """Equality as JSON: 1 is not true."""
    return jcs(a) == jcs(b)


def sha(*parts):
    """SHA-256 over texts (UTF-8) and bytes, lower-case hex."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode("utf-8") if isinstance(part, str) else part)
    return digest.hexdigest()


# ---------------------------------------------------------------- Ed25519 (RFC 8032, 5.1)

P = 2 ** 255 - 19
L = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT_M1 = pow(2, (P - 1) // 4, P)


def _add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def _multiply(scalar, point):
    total = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            total = _add(total, point)
        point = _add(point, point)
        scalar >>= 1
    return total


def _same(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def _point(data):
    """Decodes a point of 32 bytes; None where there is none."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * SQRT_M1 % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


_BASE = _point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def ed25519_verify(key, message, signature):
    """Whether `signature` (64 bytes) over `message` is by `key` (32 bytes)."""
    if len(key) != 32 or len(signature) != 64:
        return False
    public, r, s = _point(key), _point(signature[:32]), int.from_bytes(signature[32:], "little")
    if public is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    return _same(_multiply(s, _BASE), _add(r, _multiply(h, public)))


# ---------------------------------------------------------------- signed notes


def unbase64(text):
    """Bytes of base64 in its canonical form, or None."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except ValueError:
        return None
    return data if base64.b64encode(data).decode("ascii") == text else None


def read_key(text):
    """`NAME+ID+BASE64(1 ‖ key)` as (name, id, key), or None."""
    parts = text.split("+", 2) if isinstance(text, str) else []
    data = unbase64(parts[2]) if len(parts) == 3 else None
    if data is None or len(data) != 33 or data[0] != 1 or not parts[0]:
        return None
    key_id = hashlib.sha256(parts[0].encode("utf-8") + b"\n" + data).digest()[:4]
    return (parts[0], key_id, data[1:]) if key_id.hex() == parts[1] else None


NOTE = re.compile(r"([^\n]+)/log/([0-9a-f-]{36})/chain/v1\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/=]{44})\n\n((?:\u2014 [^\n]+\n)+)")


def read_note(data):
    """A checkpoint as { log, seq, hash, text, signatures }, or None."""
    try:
        match = NOTE.fullmatch(data.decode("utf-8"))
    except UnicodeDecodeError:
        return None
    digest = unbase64(match[4]) if match else None
    if digest is None or len(digest) != 32:
        return None
    signatures = []
    for line in match[5].splitlines():
        name, _, encoded = line[2:].rpartition(" ")
        signature = unbase64(encoded)
        if not name or signature is None or len(signature) < 5:
            return None
        signatures.append((name, signature[:4], signature[4:]))
    text = data[:data.index(b"\n\n") + 1]
    return {"log": match[2], "seq": int(match[3]), "hash": digest.hex(), "text": text, "signatures": signatures}


def signers(note, keys):
    """Those of `keys` that signed; `bad` where a signature of a known key does not fit."""
    good, bad = [], False
    for name, key_id, signature in note["signatures"]:
        for key in keys:
            if key[0] == name and key[1] == key_id:
                if ed25519_verify(key[2], note["text"], signature):
                    good.append(key)
                else:
                    bad = True
    return good, bad


# ---------------------------------------------------------------- counting a decision

YES_NO = ("yes", "no", "abstain")
CONSENT = {"support": "support", "can-live-with": "canLiveWith", "reservations": "reservations", "block": "block"}


def meets(threshold, num, den):
    """Whether num/den stands in the threshold's relation; of nothing, nothing meets it."""
    left, right = num * threshold["den"], threshold["num"] * den
    return den > 0 and (left > right if threshold["comparator"] == ">" else left >= right)


def tally_of(rows, electorate, papers=()):
    """The figures of one group, or of all, from rows of the list and counts of piles."""
    figures = dict.fromkeys(("abstain", "block", "canLiveWith", "invalid", "no", "reservations", "support", "yes"), 0)
    for row in rows:
        choice = row["choice"]
        if choice in CONSENT:
            figures[CONSENT[choice]] += 1
            figures["no" if choice == "block" else "yes"] += 1
        else:
            figures[choice] += 1
    for counts in papers:
        for choice, n in counts.items():
            if choice in CONSENT:
                figures["no" if choice == "block" else "yes"] += n
            figures[CONSENT.get(choice, choice)] += n
    return dict(figures, cast=len(rows) + sum(sum(counts.values()) for counts in papers), electorate=electorate, present=electorate)


def base_of(figures, base):
    """The denominator of a share."""
    return {"yes+no": figures["yes"] + figures["no"], "yes+no+abstain": figures["yes"] + figures["no"] + figures["abstain"],
            "cast": figures["cast"], "present": figures["present"], "entitled": figures["electorate"]}[base]


class Count:
    """Clauses and steps of a decision, in the order in which they are stated."""

    def __init__(self, rule, rows, electorate, paper=()):
        self.rule = rule
        self.groups = {g: tally_of([r for r in rows if r["group"] == g], electorate.get(g, 0), [p["counts"] for p in paper if p["groupId"] == g]) for g in rule["groups"]}
        self.overall = tally_of(rows, sum(electorate.values()), [p["counts"] for p in paper])
        self.clauses, self.steps = [], []

    def clause(self, name, num, den, needed, holds=None, group=None):
        """Adds a clause; `holds` is computed from `needed` when not given."""
        clause = {"actual": {"den": den, "num": num}, "holds": meets(needed, num, den) if holds is None else holds, "id": name, "needed": needed}
        if group is not None:
            clause["group"] = group
        self.clauses.append(clause)

    def step(self, name, start):
        """Ends a step with the clauses since `start`."""
        numbers = list(range(start, len(self.clauses)))
        self.steps.append({"clauses": numbers, "holds": all(self.clauses[n]["holds"] for n in numbers), "step": name})

    def weight(self, group):
        """A group's weight, 1 where none is given."""
        given = self.rule["weights"].get(group)
        return Fraction(given["num"], given["den"]) if given else Fraction(1)

    def share(self, figures):
        return figures["yes"], base_of(figures, self.rule["base"])

    def rung(self, name, rung):
        """Broad agreement or majority."""
        start, total = len(self.clauses), sum(map(self.weight, self.rule["groups"]), Fraction(0))
        if rung["overall"]:
            self.clause(name + ".overall", *self.share(self.overall), rung["overall"])
        if rung["group"]:
            threshold, needed = rung["group"]["threshold"], rung["group"]["needed"]
            passing = [g for g in self.rule["groups"] if meets(threshold, *self.share(self.groups[g]))]
            if needed["kind"] == "required":
                for g in self.rule["requiredGroups"]:
                    self.clause(name + ".group", *self.share(self.groups[g]), threshold, group=g)
            elif needed["kind"] == "at-least":
                self.clause(name + ".groups", len(passing), 1, {"comparator": ">=", "den": 1, "num": needed["groups"]})
            else:
                weight = sum(map(self.weight, passing), Fraction(0)) / total if total else Fraction(0)
                self.clause(name + ".weight", weight.numerator, weight.denominator, needed["share"])
        if rung["weightedShare"]:
            parts = [(self.weight(g), self.share(self.groups[g])) for g in self.rule["groups"]]
            mean = sum((w * Fraction(yes, base) for w, (yes, base) in parts if base), Fraction(0)) / total if total else Fraction(0)
            self.clause(name + ".weighted-share", mean.numerator, mean.denominator, rung["weightedShare"])
        self.step(name, start)

    def ladder(self):
        """All steps in order."""
        rule, groups, overall, start = self.rule, self.groups, self.overall, 0
        counted = rule["quorum"]["counted"]
        if rule["quorum"]["overall"]:
            self.clause("quorum.overall", overall[counted], overall["electorate"], rule["quorum"]["overall"])
        if rule["quorum"]["perGroup"]:
            for g in rule["requiredGroups"]:
                self.clause("quorum.group", groups[g][counted], groups[g]["electorate"], rule["quorum"]["perGroup"], group=g)
        self.step("quorum", start)
        one, start = {"comparator": ">=", "den": 1, "num": 1}, len(self.clauses)
        self.clause("votes.some", overall["yes"] + overall["no"], 1, one)
        self.step("some-votes", start)
        if rule["consensus"]:
            start = len(self.clauses)
            self.clause("consensus.no-objection", overall["no"], 1, {"comparator": "<=", "den": 1, "num": 0}, overall["no"] == 0)
            for g in rule["requiredGroups"]:
                self.clause("consensus.group-yes", groups[g]["yes"], 1, one, group=g)
            if not rule["requiredGroups"]:
                self.clause("consensus.group-yes", overall["yes"], 1, one)
            self.step("consensus", start)
        if rule["veto"]:
            start, limit = len(self.clauses), rule["veto"]["threshold"]
            below = dict(limit, comparator="<=" if limit["comparator"] == ">" else "<")
            for g in rule["veto"]["groups"]:
                num, den = groups[g]["no"], base_of(groups[g], rule["base"])
                self.clause("veto.group", num, den, below, not meets(limit, num, den), g)
            self.step("veto", start)
        for name, key in (("broad-agreement", "broadAgreement"), ("majority", "majority")):
            if rule[key]:
                self.rung(name, rule[key])

    def failing(self, step):
        """The failed clauses of a step, named."""
        found = next((s for s in self.steps if s["step"] == step), None)
        numbers = found["clauses"] if found else []
        return [{k: self.clauses[n][k] for k in ("group", "id") if k in self.clauses[n]} for n in numbers if not self.clauses[n]["holds"]]

    def is_tie(self):
        """Whether the lowest rung fails only because its overall share is exactly the threshold."""
        lowest, key = ("majority", "majority") if self.rule["majority"] else ("broad-agreement", "broadAgreement")
        if not self.rule[key] or [f["id"] for f in self.failing(lowest)] != [lowest + ".overall"]:
            return False
        threshold, (yes, base) = self.rule[key]["overall"], self.share(self.overall)
        return base > 0 and yes * threshold["den"] == threshold["num"] * base

    def grade(self):
        """(grade, adopted, failed, tie)."""
        holds = {s["step"]: s["holds"] for s in self.steps}
        if not holds["quorum"]:
            return "not-adopted-no-quorum", False, self.failing("quorum"), False
        if not holds["some-votes"]:
            return "undecided", False, self.failing("some-votes"), False
        if holds.get("consensus"):
            return "consensus", True, [], False
        if not holds.get("veto", True):
            return "not-adopted", False, self.failing("veto"), False
        if holds.get("broad-agreement"):
            return "broad-agreement", True, self.failing("consensus"), False
        above = self.failing("broad-agreement") if "broad-agreement" in holds else self.failing("consensus")
        if holds.get("majority"):
            return "majority", True, above, False
        if self.is_tie():
            lowest = "majority" if "majority" in holds else "broad-agreement"
            above = above if lowest == "majority" else self.failing("consensus")
            adopted = self.rule["tie"] == "adopted"
            return (lowest, True, above, True) if adopted else (self.rule["tie"], False, self.failing(lowest), True)
        last = next((s for s in ("majority", "broad-agreement", "consensus") if s in holds), "")
        return "not-adopted", False, self.failing(last), False


def count_decision(rule, rows, electorate, paper=()):
    """The result of a decision by its frozen rule."""
    count = Count(rule, rows, electorate, paper)
    count.ladder()
    grade, adopted, failed, tie = count.grade()
    if tie:
        count.steps.append({"clauses": [], "holds": True, "step": "tie"})
    return {"adopted": adopted, "algorithm": rule["algorithm"], "clauses": count.clauses,
            "conventions": {"ballot": rule["ballot"], "base": rule["base"], "tie": rule["tie"]}, "failed": failed, "grade": grade,
            "groups": count.groups, "method": "yes-no", "overall": count.overall, "steps": count.steps, "tie": tie}


# ---------------------------------------------------------------- counting a ranking


def pairs(options, ballots):
    """d[a][b]: ballots that put a above b; what is left out stands last, tied."""
    wins = {a: {b: 0 for b in options if b != a} for a in options}
    for ballot in ballots:
        place = {option: n for n, option in enumerate(ballot)}
        for a in ballot:
            for b in options:
                if b != a and place[a] < place.get(b, len(options)):
                    wins[a][b] += 1
    return wins


def schulze(options, ballots):
    """Schulze by winning votes: ranking in layers, strongest paths, and why each option stands below the first winner."""
    wins = pairs(options, ballots)
    strength = {a: {b: wins[a][b] if wins[a][b] > wins[b][a] else 0 for b in wins[a]} for a in options}
    path = {a: {b: [a, b] if strength[a][b] else [] for b in strength[a]} for a in options}
    for middle in options:
        for a in options:
            for b in options:
                if len({middle, a, b}) == 3:
                    through = min(strength[a][middle], strength[middle][b])
                    if through > strength[a][b]:
                        strength[a][b], path[a][b] = through, path[a][middle] + path[middle][b][1:]
    beats = lambda a, b: a != b and strength[a][b] > strength[b][a]
    ranking, rest = [], list(options)
    while rest:
        layer = [o for o in rest if not any(beats(other, o) for other in rest)]
        ranking.append(layer)
        rest = [o for o in rest if o not in layer]
    winners = ranking[0] if ranking else []
    steps = []
    for loser in options:
        winner = winners[0]
        if beats(winner, loser):
            steps.append({"back": strength[loser][winner], "backPath": path[loser][winner], "loser": loser, "path": path[winner][loser],
                          "step": "path", "strength": strength[winner][loser], "winner": winner})
    return {"isTied": len(winners) > 1, "pairwise": wins, "ranking": ranking, "steps": steps, "strongestPaths": strength, "winners": winners}


def borda(options, ballots):
    """Twice the points (n for the first of n; what is left out shares the rest), and the order by them."""
    n, doubled = len(options), dict.fromkeys(options, 0)
    for ballot in ballots:
        for place, option in enumerate(ballot):
            doubled[option] += 2 * (n - place)
        for option in options:
            if option not in ballot:
                doubled[option] += n - len(ballot) + 1
    order = [[o for o in options if doubled[o] == score] for score in sorted(set(doubled.values()), reverse=True)]
    return {"conventions": {"ties": "average", "top": "n", "unranked": "average"}, "doubledScores": doubled, "ranking": order}


def bridge(options, rows, groups):
    """How far each option is liked across groups: product of p and of 1 - d over the groups, and its geometric mean in points."""
    if not groups:
        return None
    product = dict.fromkeys(options, Fraction(1))
    for group in groups:
        ballots = [row["choice"] for row in rows if row["group"] == group]
        wins, n = pairs(options, ballots), len(ballots) * (len(options) - 1)
        for o in options:
            above, below = sum(wins[o].values()), sum(wins[x][o] for x in options if x != o)
            product[o] *= Fraction(2 * above + 1, 2 * n + 2) * (1 - Fraction(2 * below + 1, 2 * n + 2))
    points = {}
    for o in options:
        low, high = 0, 10_001
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if Fraction(middle, 10_000) ** len(groups) <= product[o] else (low, middle)
        points[o] = low
    order = [[o for o in options if product[o] == value] for value in sorted(set(product.values()), reverse=True)]
    return {"conventions": {"floor": 5, "mean": "geometric over groups", "smoothing": "(n+1/2)/(N+1)"}, "points": points, "ranking": order}


class Shortlist:
    """Equal shares, then Phragmén, with the published order of ties («Shortlist» of docs/verification.md)."""

    def __init__(self, options, rows, ranking, seats, lots):
        self.options, self.seats, self.lots = options, seats, lots
        self.voters = [frozenset(row["choice"][:seats]) for row in rows]
        self.fans = {o: [n for n, v in enumerate(self.voters) if o in v] for o in options}
        shares = {}
        for group in sorted({row["group"] for row in rows}):
            own = [v for v, row in zip(self.voters, rows) if row["group"] == group]
            for o in options:
                shares.setdefault(o, []).append(Fraction(sum(o in v for v in own), len(own)))
        self.in_favour = {o: sum(share > Fraction(1, 2) for share in shares.get(o, [])) for o in options}
        self.weakest = {o: min(shares.get(o, [Fraction(0)])) for o in options}
        self.place = {o: n for n, layer in enumerate(ranking) for o in layer}
        self.budget = Fraction(seats, len(rows)) if rows else Fraction(0)

    def price(self, purses):
        """Least r with the sum of min(purse, r) = 1; None where the purses do not hold 1."""
        if sum(purses) < 1:
            return None
        left, paid = sorted(purses), Fraction(0)
        for n, purse in enumerate(left):
            r = (1 - paid) / (len(left) - n)
            if r <= purse:
                return r
            paid += purse
        return None

    def offers(self, purses, phase, taken):
        """(phase, cost by option): what can be taken next."""
        rest = [o for o in self.options if o not in taken]
        if phase == 1:
            costs = {o: self.price([purses[n] for n in self.fans[o]]) for o in rest}
            costs = {o: cost for o, cost in costs.items() if cost is not None}
            if costs:
                return 1, costs
        return 2, {o: (1 - sum(purses[n] for n in self.fans[o])) / len(self.fans[o]) for o in rest if self.fans[o]}

    def take(self, option, cost, purses, phase):
        """The step that takes an option; changes the purses."""
        fans = self.fans[option]
        if phase == 2:
            for n in fans:
                purses[n] = -cost
            return {"add": option, "maxLoad": str(cost), "phase": 2, "step": "seat"}
        payers = [purses[n] - cost for n in fans if purses[n] >= cost]
        for n in fans:
            purses[n] -= min(purses[n], cost)
        return {"add": option, "leftForPayers": str(min(payers)), "perVoter": str(cost), "phase": 1, "step": "seat"}

    def narrow(self, tied):
        """Options left of a tie and the last rule asked."""
        for by, key in (("groups-in-favour", lambda o: -self.in_favour[o]), ("weakest-group-share", lambda o: -self.weakest[o]), ("ranking", lambda o: self.place[o])):
            best = min(map(key, tied))
            tied = [o for o in tied if key(o) == best]
            if len(tied) == 1:
                break
        return tied, by

    def rest(self, purses, phase, taken, order):
        """The set that results when open ties fall in the given order."""
        purses, taken = list(purses), list(taken)
        while len(taken) < self.seats:
            phase, costs = self.offers(purses, phase, taken)
            if not costs:
                break
            left, _ = self.narrow([o for o in self.options if o in costs and costs[o] == min(costs.values())])
            option = min(left, key=order.index)
            self.take(option, costs[option], purses, phase)
            taken.append(option)
        return frozenset(taken)

    def settle(self, left, costs, purses, phase, taken):
        """(option, by) where three rules leave a tie; (None, _) where a lot is needed."""
        if len(left) <= self.seats:
            sets = set()
            for option in left:
                after = list(purses)
                self.take(option, costs[option], after, phase)
                sets |= {self.rest(after, phase, taken + [option], order) for order in (self.options, self.options[::-1])}
            if len(sets) == 1:
                return left[0], "any-order"
        return (min(left, key=self.lots.index), "lot") if self.lots else (None, "lot")

    def run(self):
        purses, phase, taken, steps, needs = [self.budget] * len(self.voters), 1, [], [], None
        while len(taken) < self.seats:
            phase, costs = self.offers(purses, phase, taken)
            if not costs:
                break
            tied = [o for o in self.options if o in costs and costs[o] == min(costs.values())]
            option, by = tied[0], None
            if len(tied) > 1:
                left, by = self.narrow(tied)
                option = left[0]
                if len(left) > 1:
                    option, by = self.settle(left, costs, purses, phase, taken)
                    if option is None:
                        needs = left
                        break
            step = self.take(option, costs[option], purses, phase)
            if by:
                step.update(by=by, tiedWith=[o for o in tied if o != option])
            steps.append(step)
            taken.append(option)
        return {"algorithm": {"id": "shortlist-mes", "version": 1}, "conventions": {"completion": "seq-phragmen", "supports": "first-places",
                "ties": ["groups-in-favour", "weakest-group-share", "ranking", "any-order", "lot"]}, "groupsInFavour": self.in_favour, "method": "shortlist", "needsLot": needs,
                "seats": self.seats, "selected": taken, "startBudget": str(self.budget), "steps": steps, "supporters": {o: len(self.fans[o]) for o in self.options},
                "weakestShare": {o: {"den": share.denominator, "num": share.numerator} for o, share in self.weakest.items()}}


def shortlist_of(options, rows, ranking, seats, lots=None):
    """The proportional shortlist."""
    return Shortlist(options, rows, ranking, seats, lots).run()


def count_ranking(rule, rows, electorate, options, lots=None):
    """The result of a ranking: overall, and ranking and winners of each group."""
    ballots = [row["choice"] for row in rows]
    groups = {}
    for group in electorate:
        own = [row["choice"] for row in rows if row["group"] == group]
        result = schulze(options, own)
        groups[group] = {"ballots": len(own), "blank": own.count([]), **{k: result[k] for k in ("isTied", "ranking", "winners")}}
    overall = schulze(options, ballots)
    shortlist = None if rule.get("shortlist") is None else shortlist_of(options, rows, overall["ranking"], min(rule["shortlist"], len(options)), lots)
    return {"bridge": bridge(options, rows, list(electorate)), "shortlist": shortlist, "algorithm": {"id": "ranking-" + rule["algorithm"]["id"], "version": rule["algorithm"]["version"]}, "ballots": len(ballots), "blank": ballots.count([]),
            "borda": borda(options, ballots), "conventions": {"ranking": "layers", "strength": rule["strength"], "unranked": rule["unranked"]},
            "groups": groups, "method": "ranking", **overall}


def count(opened, rows, paper=()):
    """The result that must stand in `vote.closed`, with `frozenHash` (VOTE-9)."""
    version = opened["version"]["hash"] if opened["version"] else None
    frozen = {k: opened[k] for k in ("electorate", "electorateByGroup", "options", "rule")}
    if opened["purpose"] != "ranking":
        result = count_decision(opened["rule"], rows, opened["electorateByGroup"], paper)
    else:
        result = count_ranking(opened["rule"], rows, opened["electorateByGroup"], [o["id"] for o in opened["options"]])
    return dict(result, frozenHash=sha("tegerek/frozen/v1\n", jcs(dict(frozen, version=version))))


# ---------------------------------------------------------------- the bundle


class Unreadable(Exception):
    """No ZIP, or no manifest that can be parsed."""


PUBLIC_EVENTS = set("""dialogue.created dialogue.edited dialogue.groups-set dialogue.rule-set dialogue.opened dialogue.closed panel.set panel.phase-moved
 vote.opened vote.closing vote.closed vote.voided resolution.published poll.opened poll.closed poll.shown poll.hidden
 turn.started turn.paused turn.resumed turn.extended turn.ended
 proposal.translated proposal.translation-checked evidence.frozen reservation.recorded reservation.withdrawn
 amendment.lined-up amendment.put amendment.left amendment.decided amendment.fell
 paper.marked paper.entered paper.confirmed paper.withdrawn vote.block-reasoned ranking.lot-drawn""".split())
OTHER_EVENTS = {"seat.added": "room", "seat.joined": "room", "seat.left": "room", "seat.revoked": "room", "resolution.framed": "facilitators"}
MEMBERS = {name: set(members.split()) for name, members in {
    "dialogue.created": "demo dialogueId groups panels rehearsal rule setup", "dialogue.opened": "", "dialogue.closed": "",
    "panel.phase-moved": "from panelId reason rev to", "seat.added": "seats", "seat.joined": "groupId how seatId", "seat.left": "groupId seatId",
    "seat.revoked": "groupId seatId wasPresent", "vote.closing": "closesAt voteId", "vote.voided": "pulledOut reason voteId",
    "amendment.lined-up": "items order panelId proposalId reason rev", "amendment.decided": "adopted amendmentId panelId proposalId rev voteId", "amendment.fell": "amendmentId panelId proposalId to",
    "amendment.put": "amendmentId before panelId proposalId seen text", "amendment.left": "amendmentId how panelId proposalId",
    "evidence.frozen": "notes panelId proposalId versionId", "proposal.translated": "bySeat checkedBy fields language madeAt panelId proposalId rev version",
    "proposal.translation-checked": "bySeat language panelId proposalId rev", "reservation.withdrawn": "panelId proposalId reservationId",
    "reservation.recorded": "capacity groupId language organisation panelId proposalId reservationId seatId text version voteId",
    "vote.block-reasoned": "groupId number panelId reason voteId", "poll.opened": "closesAt panelId pollId round series setup",
    "poll.closed": "answeredByGroup how panelId pollId", "poll.shown": "panelId pollId result", "poll.hidden": "panelId pollId",
    "paper.marked": "object onPaper", "paper.entered": "ballots by countsHash entryId groupId how object", "paper.confirmed": "by entryId object",
    "paper.withdrawn": "by entryId object reason", "ranking.lot-drawn": "lots numbers seed shortlist voteId",
    "vote.closed": "ballots ballotsHash castByGroup paper result voteId", "resolution.framed": "frame regions resolutionId",
    "resolution.published": "basedOnSeq date number place resolutionId sha256"}.items()}
PANEL_PHASES = ["scheduled", "open", "discussion", "formulation", "decision", "ranking", "closed"]


def without_zeros(by_group):
    """Figures by group; a group with nothing may be left out."""
    return {group: n for group, n in by_group.items() if n}


def number_key(number):
    """`2.10` after `2.9`."""
    return [int(part) for part in number.split(".")]


class Composer:
    """The data of a resolution from the state of the log that it is based on."""

    def __init__(self, state, log_id, rehearsal):
        self.state, self.log_id, self.rehearsal = state, log_id, rehearsal
        self.votes = sorted(state["votes"].values(), key=lambda v: v["openedSeq"])

    def document(self, stated, frame, head):
        setup, overall = self.state["setup"], self.last_ranking(None)
        panels = sorted(self.state["panels"].values(), key=lambda p: (p["number"], p["id"]))
        return {"format": "tegerek-resolution", "v": 1, "dialogueId": self.log_id, "rehearsal": self.rehearsal, "number": stated["number"], "date": stated["date"], "place": stated["place"],
                "basedOn": {"hash": head, "seq": stated["basedOnSeq"]}, "frame": frame["frame"], "regions": frame["regions"], "title": setup["title"], "goals": setup["goals"],
                "description": setup["description"], "heldAt": setup["place"], "heldOn": setup["date"], "languages": setup["languages"], "participants": self.participants(),
                "panels": [self.panel(p, self.places(overall)) for p in panels], "ranking": self.ranking(overall)}

    def participants(self):
        counted = [v["electorateByGroup"] for v in self.votes if v["electorate"] == "present" and v["state"] == "closed"]
        return [{"groupId": g["id"], "title": g["title"], "seats": self.state["seats"].get(g["id"], 0), "present": max([e.get(g["id"], 0) for e in counted] or [0])} for g in self.state["groups"]]

    def panel(self, panel, overall):
        votes = [v for v in self.votes if v["panelId"] == panel["id"]]
        ranking, lines = self.last_ranking(panel["id"]), {}
        for vote in votes:
            if vote["purpose"] == "decision" and vote["state"] == "closed":
                lines.setdefault(vote["version"]["proposalId"], []).append(vote)
        items = [(line[-1]["closed"]["result"]["adopted"], self.decided(line, self.places(ranking), overall)) for line in lines.values()]
        by_rank = lambda item: (item["rank"] is None, item["rank"] or 0, number_key(item["number"]))
        voided = [{"voteId": v["voteId"], "number": v["number"], "title": v["version"]["fields"]["title"] if v["version"] else "", "language": v["version"]["language"] if v["version"] else None, "reason": v["voidReason"]}
                  for v in votes if v["state"] == "void" and not v["pulledOut"]]
        return {"panelId": panel["id"], "number": panel["number"], "title": panel["title"], "outcome": panel["outcome"], "voided": voided, "ranking": self.ranking(ranking),
                "recommendations": sorted((i for adopted, i in items if adopted is True), key=by_rank), "notAdopted": sorted((i for adopted, i in items if adopted is not True), key=by_rank)}

    def figures(self, vote):
        """`overall` and `groups` of a vote."""
        result, scale, paper = vote["closed"]["result"], vote["rule"]["ballot"] == "consent-scale", self.paper(vote)
        def one(figures, piles):
            shown = {k: figures.get(k, 0) for k in ("electorate", "cast", "yes", "no", "abstain", "invalid")}
            return dict(shown, onPaper=sum(p["ballots"] for p in piles), scale={k: figures.get(k, 0) for k in ("support", "canLiveWith", "reservations", "block")} if scale else None)
        return {"overall": one(result["overall"], paper), "groups": [dict(one(result["groups"].get(g, {}), [p for p in paper if p["groupId"] == g]), groupId=g) for g in sorted(vote["electorateByGroup"])]}

    def paper(self, vote):
        return [dict({k: p[k] for k in ("confirmedBy", "enteredBy", "groupId", "how")}, ballots=sum(p["counts"].values())) for p in vote["closed"]["paper"]]

    def decided(self, line, ranks, overall):
        """A proposal by its last decision, with what stands beside it."""
        vote, version = line[-1], line[-1]["version"]
        result, proposal = vote["closed"]["result"], version["proposalId"]
        earlier = [{"voteId": a["voteId"], "version": a["version"]["number"], "grade": a["closed"]["result"]["grade"], "reason": (b["supersedes"] or {"reason": ""})["reason"]} for a, b in zip(line, line[1:])]
        translations = [{"language": t["language"], "fields": t["fields"], "isChecked": t["checkedBy"] is not None} for language, t in sorted(self.state["translations"].get(proposal, {}).items())
                        if t["version"] == version["number"] and language != version["language"]]
        return dict({"number": vote["number"], "proposalId": proposal, "voteId": vote["voteId"], "version": version["number"], "versionHash": version["hash"], "language": version["language"],
                     "fields": version["fields"], "grade": result["grade"], "failed": result["failed"], "isTied": result["tie"], "base": vote["rule"]["base"], "ballot": vote["rule"]["ballot"],
                     "electorate": vote["electorate"], "agendaId": vote["agendaId"], "ballotsHash": vote["closed"]["ballotsHash"], "paper": self.paper(vote), "rank": ranks.get(proposal), "overallRank": overall.get(proposal),
                     "earlier": earlier, "translations": translations, "footnotes": [self.footnote(n) for n in self.state["notes_of"].get(version["versionId"], [])],
                     "reservations": self.reservations(vote), "amendments": self.amendments(proposal)}, **self.figures(vote))

    def title(self, group_id, language):
        """Title of a group in a language, else in the first that there is."""
        titles = next((g["title"] for g in self.state["groups"] if g["id"] == group_id), {})
        return next((titles[lang] for lang in (language, "ru", "ky", "en") if titles.get(lang)), "")

    def footnote(self, note):
        file = "%s (SHA-256 %s)" % (note["file"]["name"], note["file"]["hash"]) if note["file"] else ""
        return dict({k: note[k] for k in ("claim", "source", "date", "region")}, link=", ".join(filter(None, (note["link"], file))), contestedBy=[self.title(g, note["language"]) for g in note["contestedBy"]])

    def reservations(self, vote):
        about = sorted((r for r in self.state["reservations"].values() if r["proposalId"] == vote["version"]["proposalId"]), key=lambda r: (r["at"], r["reservationId"]))
        standing = [r for r in about if not any(o["seatId"] == r["seatId"] and o["version"] > r["version"] for o in about)]
        fields = lambda vote_id: self.state["votes"][vote_id]["version"]["fields"] if vote_id in self.state["votes"] else None
        return [{"by": self.by(r), "text": r["text"], "language": r["language"], "version": r["version"], "isTextChanged": not equal(fields(r["voteId"]), vote["version"]["fields"])} for r in standing]

    def by(self, reservation):
        """Who stated it, in its language."""
        language, group = reservation["language"], self.title(reservation["groupId"], reservation["language"])
        if reservation["capacity"] == "organisation" and reservation["organisation"]:
            return "%s (%s)" % (reservation["organisation"], group) if group else reservation["organisation"]
        if reservation["capacity"] == "group" and group:
            return group
        return ", ".join(filter(None, ({"ru": "\u0443\u0447\u0430\u0441\u0442\u043d\u0438\u043a", "ky": "\u043a\u0430\u0442\u044b\u0448\u0443\u0443\u0447\u0443", "en": "participant"}[language], group)))

    def amendments(self, proposal):
        """Settled items of the proposal's line."""
        line, out = self.state["line_ups"].get(proposal, {"items": []})["items"], []
        numbers = {i["amendmentId"]: i["number"] for i in line}
        for item in line:
            settled = self.state["outcomes"].get(item["amendmentId"])
            if settled:
                vote = self.state["votes"].get(settled["voteId"])
                voted = dict({"voteId": vote["voteId"], "version": vote["version"]["number"], "versionHash": vote["version"]["hash"], "grade": vote["closed"]["result"]["grade"], "failed": vote["closed"]["result"]["failed"],
                              "ballotsHash": vote["closed"]["ballotsHash"]}, **self.figures(vote)) if vote else None
                out.append({"number": item["number"], "field": item["field"], "outcome": settled["outcome"], "fellTo": numbers.get(settled["to"], "") if settled["to"] else None,
                            "before": vote["amendment"]["before"] if vote else "", "text": vote["version"]["fields"].get(item["field"], self.state["puts"].get(item["amendmentId"])) if vote else self.state["puts"].get(item["amendmentId"]), "vote": voted})
        return out

    def last_ranking(self, panel_id):
        return next((v for v in reversed(self.votes) if v["purpose"] == "ranking" and v["panelId"] == panel_id and v["state"] == "closed"), None)

    def places(self, vote):
        """Place of each option; equal ones share one, the next comes after all of them."""
        places = {}
        for layer in vote["closed"]["result"]["ranking"] if vote else []:
            places.update(dict.fromkeys(layer, len(places) + 1))
        return places

    def ranking(self, vote):
        if vote is None:
            return None
        result, places, options = vote["closed"]["result"], self.places(vote), {o["id"]: o for o in vote["options"]}
        order = [o for layer in result["ranking"] for o in layer]
        points, lot = (result["bridge"] or {"points": {}})["points"], vote["lot"]
        listed = lot["shortlist"] if lot else result["shortlist"]
        shortlist = listed and {"seats": listed["seats"], "selected": listed["selected"], "waiting": listed["needsLot"] or [], "lot": lot and [{"groupId": g, "number": lot["numbers"][g]} for g in sorted(lot["numbers"])]}
        return {"voteId": vote["voteId"], "electorate": vote["electorate"], "ballotsHash": vote["closed"]["ballotsHash"], "ballots": result["ballots"], "blank": result["blank"], "isTied": result["isTied"],
                "options": [dict({k: options[o][k] for k in ("id", "language", "number", "title")}, rank=places[o], bridge=points.get(o, 0)) for o in order],
                "pairwise": [[0 if a == b else result["pairwise"][a][b] for b in order] for a in order],
                "groups": [{"groupId": g, "ballots": result["groups"][g]["ballots"], "ranking": result["groups"][g]["ranking"]} for g in sorted(result["groups"])], "shortlist": shortlist}


class Verifier:
    """Reads a bundle and gathers findings { code, place, words }."""

    def __init__(self, data):
        self.findings, self.files = [], {}
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for info in archive.infolist():
                    self.read(archive, info)
            self.manifest = parse(self.files["manifest.json"])
        except (zipfile.BadZipFile, KeyError, NotCanonical, OSError, NotImplementedError, RuntimeError) as error:
            raise Unreadable(str(error) or type(error).__name__)
        self.entries, self.events, self.keys, self.notes = [], [], [], []
        self.log_id = None
        self.dialogue, self.phase, self.panels = None, "none", {}
        self.seats, self.votes, self.versions, self.resolutions, self.frames = {}, {}, {}, {}, {}
        self.setup, self.groups, self.boxes, self.piles = {}, [], {}, {}
        self.line_ups, self.settled, self.adopted_in, self.owed = {}, set(), {}, {}
        self.texts, self.outcomes, self.polls, self.reasons, self.taken = {}, {}, {}, {}, {}
        self.puts, self.lined_up = {}, {"seq": 0}
        self.notes_of, self.translations, self.reservations, self.opening, self.pending = {}, {}, {}, set(), []

    def read(self, archive, info):
        """One file of the ZIP; damage is a finding about it."""
        if info.filename in self.files:
            self.find("file.twice", info.filename, "stands twice in the ZIP")
        try:
            self.files[info.filename] = archive.read(info)
        except (zipfile.BadZipFile, EOFError, ValueError, zlib.error) as error:
            self.files[info.filename] = b""
            self.find("file.damaged", info.filename, str(error))

    def find(self, code, place, words):
        self.findings.append({"code": code, "place": place, "words": words})

    def require(self, holds, code, place, words):
        """Adds a finding unless `holds`; returns `holds`."""
        if not holds:
            self.find(code, place, words)
        return holds

    def run(self, since=None, key=None):
        """All checks in order; a shape that no check expected is a finding too."""
        for check in (self.check_manifest, self.check_log, self.check_payload, self.replay, self.check_votes, self.check_resolutions, self.check_checkpoints):
            try:
                check()
            except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
                self.find("event.shape", check.__name__, "not of the expected shape: %r" % error)
        if since is not None:
            self.check_since(since)
        if key is not None:
            self.check_key(key)
        return self.findings

    # C1
    def check_manifest(self):
        self.require(jcs(self.manifest).encode("utf-8") == self.files["manifest.json"], "manifest.canonical", "manifest.json", "not in canonical form")
        shape = set(self.manifest) == {"files", "format", "head", "log", "v"} and self.manifest["format"] == "tegerek-bundle" and equal(self.manifest["v"], 1)
        if not self.require(shape, "manifest.shape", "manifest.json", "not the members of a manifest"):
            return
        named = self.manifest["files"]
        for name in sorted(set(named) | set(self.files) - {"manifest.json"}):
            if name not in self.files:
                self.find("file.missing", name, "named by the manifest, not in the bundle")
            elif name not in named:
                self.find("file.unnamed", name, "not named by the manifest")
            elif sha(self.files[name]) != named[name]:
                self.find("file.hash", name, "another SHA-256 than in the manifest")
            if not re.fullmatch(r"(log|payload)\.jsonl|keys\.json|VERIFY\.md|votes/[0-9a-f-]{36}/(vote\.json|ballots\.jsonl)|resolutions/\d+\.(json|(ru|ky|en)\.(docx|pdf))|checkpoints/\d+\.note", name):
                self.find("file.unknown", name, "no file of a bundle has this name")
        for name in ("log.jsonl", "payload.jsonl", "keys.json", "VERIFY.md"):
            self.require(name in self.files, "file.missing", name, "a bundle has it")

    def lines(self, name):
        """The canonical objects of a .jsonl file as (line number, value)."""
        data = self.files.get(name, b"")
        if data and not data.endswith(b"\n"):
            self.find("line.end", name, "the last line has no end")
        for number, line in enumerate(data.split(b"\n")[:-1] if data.endswith(b"\n") else data.split(b"\n") if data else [], 1):
            try:
                value = canonical(line)
                if self.require(isinstance(value, dict), "line.shape", "%s:%d" % (name, number), "no object"):
                    yield number, value
            except NotCanonical as error:
                self.find("line.canonical", "%s:%d" % (name, number), str(error))

    # C2
    def check_log(self):
        previous, before = "0" * 64, None
        for number, header in self.lines("log.jsonl"):
            place = "entry %d" % number
            shape = set(header) == {"at", "epoch", "ev", "log", "prev", "seq", "v"} and equal(header["v"], 1) and isinstance(header["ev"], list) \
                and all(isinstance(c, str) and HEX32.fullmatch(c) for c in header["ev"]) and all(type(header[k]) is int for k in ("at", "epoch", "seq"))
            if not self.require(shape, "line.shape", place, "not the members of a header"):
                return
            self.require(header["seq"] == number, "log.seq", place, "has the number %s" % header["seq"])
            self.require(header["prev"] == previous, "log.prev", place, "does not continue the entry before it")
            if before:
                self.require(header["log"] == before["log"], "log.id", place, "of another log")
                self.require(header["at"] >= before["at"], "log.at", place, "its time goes back")
                self.require(header["epoch"] >= before["epoch"], "log.epoch", place, "its epoch goes back")
            previous, before = sha("tegerek/entry/v1\n", jcs(header)), header
            self.entries.append(dict(header, hash=previous))
        if not self.require(self.entries, "log.empty", "log.jsonl", "no entry"):
            return
        self.log_id = self.entries[0]["log"]
        self.require(equal(self.manifest["head"], {"hash": previous, "seq": len(self.entries)}), "manifest.head", "manifest.json", "another head than the log's")
        self.require(self.manifest["log"] == self.log_id, "manifest.log", "manifest.json", "another log")

    # C3 and C4
    def check_payload(self):
        last = (0, -1)
        for number, row in self.lines("payload.jsonl"):
            place, erased = "payload.jsonl:%d" % number, row.get("erased") is True
            shape = set(row) == ({"erased", "i", "seq"} if erased else {"event", "i", "salt", "seq"}) and type(row["i"]) is int and type(row["seq"]) is int
            if not self.require(shape, "payload.shape", place, "not the members of an opening"):
                continue
            self.require((row["seq"], row["i"]) > last, "payload.order", place, "not in order, or twice")
            last = (row["seq"], row["i"])
            if not self.require(0 < row["seq"] <= len(self.entries) and 0 <= row["i"] < len(self.entries[row["seq"] - 1]["ev"]), "payload.unknown", place, "no such event"):
                continue
            if erased:
                continue
            if not self.require(isinstance(row["salt"], str) and HEX32.fullmatch(row["salt"]), "payload.salt", place, "no salt"):
                continue
            commitment = sha("tegerek/ev/v1\n", bytes.fromhex(row["salt"]), jcs(row["event"]))
            self.require(commitment == self.entries[row["seq"] - 1]["ev"][row["i"]], "payload.commitment", place, "does not fit its commitment")
            if self.event_shape(row["event"], place):
                self.events.append((self.entries[row["seq"] - 1], row["event"]))

    def event_shape(self, event, place):
        """Whether an opened event has the members of one, and may be opened."""
        shape = isinstance(event, dict) and {"audience", "data", "type", "v"} <= set(event) <= {"actor", "audience", "data", "panelId", "type", "v"} and isinstance(event["data"], dict)
        if not self.require(shape, "event.shape", place, "not the members of an event"):
            return False
        name, audience = event["type"], OTHER_EVENTS.get(event["type"], "public")
        known = name in OTHER_EVENTS or name in PUBLIC_EVENTS
        self.require(known, "event.unknown", place, "no event that everybody may see is called %s" % name)
        self.require(event["audience"] == audience, "event.audience", place, "%s is for %s" % (name, audience))
        self.require(equal(event["v"], 1), "event.version", place, "of another version")
        return self.require(name not in MEMBERS or set(event["data"]) == MEMBERS[name], "event.shape", place, "not the members of %s" % name)

    # C5 and C6
    def replay(self):
        """Goes through the opened events; each kind has its method. Keeps the state that each resolution is based on."""
        wanted = sorted({e["data"].get("basedOnSeq") for _, e in self.events if e["type"] == "resolution.published" and type(e["data"].get("basedOnSeq")) is int})
        last = 0
        for entry, event in self.events:
            if entry["seq"] != last:
                self.entry_ends(last)
            while wanted and wanted[0] < entry["seq"]:
                self.taken[wanted.pop(0)] = self.state()
            last = entry["seq"]
            method = getattr(self, "on_" + re.sub(r"[.-]", "_", event["type"]), None)
            try:
                self.check_phase(event, "entry %d" % last)
                if method:
                    method(entry, event["data"], "entry %d" % last)
            except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
                self.find("event.shape", "entry %d" % last, "%s: %r" % (event["type"], error))
        self.entry_ends(last)
        for vote_id in self.owed:
            self.find("amendment.undecided", self.votes[vote_id]["name"], "closed, and the log does not say what became of the amendment")

    def state(self):
        """What a resolution is composed from, as it is now."""
        return copy.deepcopy({k: getattr(self, k) for k in ("setup", "groups", "panels", "votes", "notes_of", "translations", "reservations", "line_ups", "outcomes", "puts")}) | {"seats": self.electorate("entitled")}

    def check_phase(self, event, place):
        """In which phases an event may happen, where no method says more."""
        name, panel = event["type"], self.panels.get(event["data"].get("panelId"), {}).get("phase")
        kind = name.split(".")[0]
        live = {"dialogue.edited": ("draft", "open"), "dialogue.rule-set": ("draft", "open"), "panel.set": ("draft", "open"), "dialogue.groups-set": ("draft",),
                "proposal.translated": ("draft", "open", "closed"), "proposal.translation-checked": ("draft", "open", "closed"), "poll.shown": ("open", "closed"), "poll.hidden": ("open", "closed"),
                "poll.opened": ("open",), "poll.closed": ("open",), "turn.started": ("open",), "seat.joined": ("open",), "vote.closing": ("open",), "vote.voided": ("open",), "amendment.lined-up": ("open",),
                "ranking.lot-drawn": ("open",)}.get(name, ("open",) if kind == "paper" else ("open", "closed") if kind == "reservation" else None)
        if live:
            self.require(self.phase in live, "phase.dialogue", place, "%s while the dialogue is %s" % (name, self.phase))
        if name in ("poll.opened", "turn.started"):
            self.require(panel in PANEL_PHASES[1:-1], "phase.panel", place, "%s while the panel is %s" % (name, panel))

    # C17
    def entry_ends(self, seq):
        """What an entry binds to a version belongs to one that opened in it, or before."""
        place = "entry %d" % seq
        for kind, data in self.pending:
            found = [v for v in self.votes.values() if v["version"] and v["version"]["proposalId"] == data["proposalId"] and v["panelId"] == data["panelId"]]
            if kind == "evidence":
                right = any(v["version"]["versionId"] == data["versionId"] and v["openedSeq"] == seq and v["purpose"] == "decision" for v in found) and data["versionId"] not in self.opening
                self.require(right, "evidence.frozen", place, "evidence is not frozen once, in the entry that opens the vote on its version")
                self.opening.add(data["versionId"])
            else:
                right = any(v["version"]["number"] == data["version"] and v["version"]["language"] != data["language"] for v in found)
                self.require(right, "translation.version", place, "a translation of a version that was not voted on, or into its own language")
        self.pending = []

    def on_evidence_frozen(self, entry, data, place):
        self.pending.append(("evidence", data))
        self.notes_of[data["versionId"]] = data["notes"]

    def on_proposal_translated(self, entry, data, place):
        self.pending.append(("translation", data))
        self.translations.setdefault(data["proposalId"], {})[data["language"]] = dict(data)

    def on_proposal_translation_checked(self, entry, data, place):
        held = self.translations.get(data["proposalId"], {}).get(data["language"])
        if held and held["rev"] == data["rev"]:
            held["checkedBy"] = data["bySeat"]

    def standing(self, proposal_id):
        """The decision on a proposal that stands: the one that closed last; None without one."""
        closed = [v for v in self.votes.values() if v["purpose"] == "decision" and v["state"] == "closed" and v["version"]["proposalId"] == proposal_id]
        return max(closed, key=lambda v: v["closedSeq"], default=None)

    def on_reservation_recorded(self, entry, data, place):
        vote, seat = self.standing(data["proposalId"]), self.seats.get(data["seatId"])
        right = vote and vote["voteId"] == data["voteId"] and vote["closed"]["result"]["adopted"] is True and vote["version"]["number"] == data["version"] and vote["panelId"] == data["panelId"]
        self.require(right, "reservation.version", place, "about a version that does not stand adopted")
        self.require(seat and not seat["revoked"] and seat["group"] == data["groupId"], "reservation.seat", place, "by no seat of the log, or of another group")
        self.require(data["organisation"] == "" or data["capacity"] == "organisation", "reservation.seat", place, "names an organisation and is not of one")
        self.require(data["reservationId"] not in self.reservations and not any(r["seatId"] == data["seatId"] and r["voteId"] == data["voteId"] for r in self.reservations.values()),
                     "reservation.twice", place, "the same seat stated one before")
        self.reservations[data["reservationId"]] = dict(data, at=entry["at"])

    def on_reservation_withdrawn(self, entry, data, place):
        known = self.reservations.pop(data["reservationId"], None)
        self.require(known and known["proposalId"] == data["proposalId"], "reservation.unknown", place, "withdrawn, but never recorded")

    def on_vote_block_reasoned(self, entry, data, place):
        vote = self.votes.get(data["voteId"])
        self.require(vote and vote["state"] == "closed" and vote["panelId"] == data["panelId"], "ballot.reason", place, "%s: the reason of a block in a vote that is not closed" % (vote or {}).get("name", "no vote"))
        self.reasons.setdefault(data["voteId"], []).append(data)

    def on_poll_opened(self, entry, data, place):
        self.require(data["pollId"] not in self.polls, "poll.twice", place, "opens twice")
        self.require(not any(p["panelId"] == data["panelId"] and p["open"] for p in self.polls.values()), "poll.two", place, "opens beside another in its panel")
        self.polls[data["pollId"]] = {"panelId": data["panelId"], "open": True, "kind": data["setup"]["body"]["kind"], "answered": {}}

    def poll(self, data, place, is_open):
        """The poll of an event, open or not."""
        poll = self.polls.get(data["pollId"])
        return poll if self.require(poll and poll["open"] is is_open and poll["panelId"] == data["panelId"], "poll.state", place, "no such poll is %s" % ("open" if is_open else "closed")) else None

    def on_poll_closed(self, entry, data, place):
        poll = self.poll(data, place, True)
        if poll:
            poll.update(open=False, answered=data["answeredByGroup"])

    def on_poll_hidden(self, entry, data, place):
        self.poll(data, place, False)

    def on_poll_shown(self, entry, data, place):
        poll, result = self.poll(data, place, False), data["result"]
        if poll:
            single = poll["kind"] in ("single", "scale", "temperature")
            right = result["answers"] >= sum(poll["answered"].values()) \
                and all(g["answers"] == poll["answered"].get(g["groupId"], 0) and (not single or sum(g["figures"].values()) == g["answers"]) for g in result["byGroup"]) \
                and (result["total"] is None or not single or sum(result["total"].values()) <= result["answers"])
            self.require(right, "poll.figures", place, "shows other figures than were answered")

    def on_dialogue_created(self, entry, data, place):
        self.require(self.phase == "none" and entry["seq"] == 1, "dialogue.created", place, "a dialogue begins once, with its log")
        self.require(data["dialogueId"] == self.log_id, "dialogue.id", place, "of another log")
        self.dialogue, self.phase, self.setup, self.groups, self.rehearsal = data["dialogueId"], "draft", data["setup"], data["groups"], data["rehearsal"]
        for panel in data["panels"]:
            self.panels[panel["id"]] = dict(panel, phase="scheduled", rev=0)

    def on_dialogue_edited(self, entry, data, place):
        self.setup = data

    def on_dialogue_groups_set(self, entry, data, place):
        self.groups = data["groups"]

    def on_panel_set(self, entry, data, place):
        old = self.panels.get(data["id"], {"phase": "scheduled", "rev": 0})
        self.panels[data["id"]] = dict(data, phase=old["phase"], rev=old["rev"])

    def on_dialogue_opened(self, entry, data, place):
        self.require(self.phase == "draft", "dialogue.phase", place, "opened while " + self.phase)
        self.phase = "open"

    def on_dialogue_closed(self, entry, data, place):
        self.require(self.phase == "open", "dialogue.phase", place, "closed while " + self.phase)
        running = [v["number"] for v in self.votes.values() if v["state"] in ("open", "closing")]
        self.require(not running, "phase.vote", place, "closed while votes are open: " + ", ".join(running))
        self.phase = "closed"

    def on_panel_phase_moved(self, entry, data, place):
        panel = self.panels.get(data["panelId"])
        if not self.require(panel, "panel.unknown", place, "no such panel"):
            return
        self.require(self.phase == "open", "phase.dialogue", place, "a panel moves while the dialogue is " + self.phase)
        self.require(data["from"] == panel["phase"], "panel.from", place, "the panel was in " + panel["phase"])
        step = PANEL_PHASES.index(data["to"]) - PANEL_PHASES.index(data["from"]) if {data["to"], data["from"]} <= set(PANEL_PHASES) else 0
        self.require(step in (1, -1), "panel.step", place, "no step from %s to %s" % (data["from"], data["to"]))
        running = [v["name"] for v in self.votes.values() if v["panelId"] == data["panelId"] and v["state"] in ("open", "closing")]
        self.require(not running, "panel.busy", place, "moves while a vote is open: " + ", ".join(running))
        self.require(data["rev"] == panel["rev"] + 1, "panel.rev", place, "step %s after step %s" % (data["rev"], panel["rev"]))
        panel["phase"], panel["rev"] = data["to"], data["rev"]

    def on_seat_added(self, entry, data, place):
        for seat in data["seats"]:
            self.require(seat["seatId"] not in self.seats, "seat.twice", place, "a seat is added twice")
            self.seats[seat["seatId"]] = {"group": seat["groupId"], "number": seat["number"], "present": False, "revoked": False}

    def seat(self, data, place):
        """The seat of an event, in the group that it states."""
        seat = self.seats.get(data["seatId"])
        if self.require(seat and not seat["revoked"], "seat.unknown", place, "no such seat"):
            self.require(seat["group"] == data["groupId"], "seat.group", place, "the seat is of another group")
            return seat
        return {}

    def on_seat_joined(self, entry, data, place):
        self.seat(data, place)["present"] = True

    def on_seat_left(self, entry, data, place):
        seat = self.seat(data, place)
        self.require(seat.get("present"), "seat.left", place, "a seat leaves that was not present")
        seat["present"] = False

    def on_seat_revoked(self, entry, data, place):
        seat = self.seat(data, place)
        self.require(seat.get("present") == data["wasPresent"], "seat.present", place, "another presence than the log's")
        seat["revoked"] = True

    def electorate(self, kind):
        """Seats with a group that may vote now, by group (VOTE-2)."""
        figures = {}
        for seat in self.seats.values():
            if seat["group"] is not None and not seat["revoked"] and (seat["present"] or kind == "entitled"):
                figures[seat["group"]] = figures.get(seat["group"], 0) + 1
        return figures

    def on_vote_opened(self, entry, data, place):
        name = data["purpose"] + " " + data["number"]
        self.require(data["voteId"] not in self.votes, "vote.twice", place, name + " opens twice")
        self.require(self.phase == "open", "phase.dialogue", place, "%s opens while the dialogue is %s" % (name, self.phase))
        if data["panelId"] is not None:
            phase = self.panels.get(data["panelId"], {}).get("phase")
            self.require(phase == ("decision" if data["purpose"] == "amendment" else data["purpose"]), "phase.vote", place, "%s opens while its panel is in %s" % (name, phase))
        running = [v for v in self.votes.values() if v["panelId"] == data["panelId"] and v["state"] in ("open", "closing") and (v["agendaId"] is None or v["agendaId"] != data["agendaId"])]
        self.require(not running, "vote.one-at-a-time", place, name + " opens beside another vote")
        found = self.electorate(data["electorate"])
        self.require(equal(without_zeros(data["electorateByGroup"]), found), "electorate.size", name, "another electorate than the seats' events give: %s" % found)
        self.check_version(data, name)
        self.check_amended(data, name)
        self.check_standing(data, name)
        self.votes[data["voteId"]] = dict(data, state="open", name=name, openedAt=entry["at"], openedSeq=entry["seq"], closesAt=None, closedAt=None, closed=None, closedSeq=None, voidReason=None, pulledOut=False, supersededBy=None, lot=None)

    def check_standing(self, data, name):
        """What the vote supersedes, what its proposal is again if it is void, and what a ranking orders (VOTE-14, C17)."""
        before = self.standing(data["version"]["proposalId"]) if data["version"] else None
        supersedes = data["supersedes"] and data["supersedes"]["voteId"]
        if data["purpose"] == "decision":
            self.require(supersedes == (before and before["voteId"]), "vote.supersedes", name, "supersedes another decision than the one that stands")
        else:
            self.require(supersedes is None and (before is None), "vote.supersedes", name, "of a proposal that was decided")
        was = None if data["version"] is None else "in-formulation" if before is None else "adopted" if before["closed"]["result"]["adopted"] else "not-adopted"
        self.require(data["returnsTo"] == was, "vote.returns-to", name, "the proposal was %s" % was)
        if data["purpose"] == "ranking":
            of_panel = [v for v in self.votes.values() if v["version"] and (data["panelId"] is None or v["panelId"] == data["panelId"]) and self.standing(v["version"]["proposalId"]) is v and v["closed"]["result"]["adopted"]]
            of_panel.sort(key=lambda v: (self.panels[v["panelId"]]["number"], number_key(v["number"])))
            title = lambda f: f["title"] or (f["text"] if len(f["text"]) <= 200 else f["text"][:199] + "\u2026")
            options = [{"id": v["version"]["proposalId"], "number": v["number"], "title": title(v["version"]["fields"]), "text": v["version"]["fields"]["text"], "language": v["version"]["language"]} for v in of_panel]
            self.require(equal(options, data["options"]), "ranking.options", name, "its options are not the recommendations that stand adopted")

    def check_version(self, data, name):
        """C7, and that versions of a proposal count on."""
        version = data["version"]
        if not self.require((version is None) == (data["purpose"] == "ranking"), "version.missing", name, "a decision is about a version, a ranking is not") or version is None:
            return
        expected = sha("tegerek/version/v1\n", jcs({k: version[k] for k in ("fields", "language", "number", "proposalId")}))
        self.require(version["hash"] == expected, "version.hash", name, "the text is not the one that was frozen")
        number, known = version["number"], self.versions.get(version["proposalId"], (0, None))
        self.require(number == known[0] + 1 or (number == known[0] and version["hash"] == known[1]), "version.number", name, "version %s after version %s" % (number, known[0]))
        self.versions[version["proposalId"]] = (number, version["hash"])

    # C16
    def check_amended(self, data, name):
        """A vote on an amendment is about one that is lined up and next among those voted on; the version is the text with it."""
        amendment, version = data["amendment"], data["version"]
        if not self.require((amendment is not None) == (data["purpose"] == "amendment"), "vote.subject", name, "an amendment is voted on as such, and nothing else is") or amendment is None:
            return
        self.require(version["fields"].get(amendment["field"], "") != amendment["before"], "amendment.same", name, "changes nothing")
        stood = dict(version["fields"], **{amendment["field"]: amendment["before"]})
        self.check_text(version["proposalId"], amendment["rev"], stood, True, name)
        line = self.line_ups.get(version["proposalId"], {"items": []})["items"]
        item = next((i for i in line if i["amendmentId"] == amendment["amendmentId"]), None)
        if item:
            self.require(item["number"] == data["number"] and item["field"] == amendment["field"], "amendment.before", name, "lined up under another number or field")
        line = [i["amendmentId"] for i in line]
        if self.require(amendment["amendmentId"] in line and amendment["amendmentId"] not in self.settled, "amendment.state", name, "was not lined up, or was settled before"):
            behind = line[line.index(amendment["amendmentId"]) + 1:]
            voted = [v["amendment"]["amendmentId"] for v in self.votes.values() if v["amendment"] and v["state"] == "closed"]
            self.require(not set(behind) & set(voted), "amendment.order", name, "voted on after one that stands behind it in the stated order")

    def on_amendment_lined_up(self, entry, data, place):
        items = [item["amendmentId"] for item in data["items"]]
        before = [i for i in self.line_ups.get(data["proposalId"], {"items": []})["items"] if i["amendmentId"] in self.settled]
        voting = [v["name"] for v in self.votes.values() if v["amendment"] and v["state"] in ("open", "closing") and v["version"]["proposalId"] == data["proposalId"]]
        self.require(not voting, "amendment.order", place, "lined up anew while one is voted on")
        self.require(not set(items) & self.settled, "amendment.state", place, "an amendment that was settled is lined up again")
        self.require(data["order"] == "departure" or data["reason"] != "", "amendment.order", place, "an order was set without its reason")
        self.line_ups[data["proposalId"]] = {"items": before + data["items"]}
        self.lined_up = {"seq": entry["seq"], "rev": data["rev"], "fields": {}, "items": {i["amendmentId"]: i for i in data["items"]}}

    def on_amendment_put(self, entry, data, place):
        """The text of an item of this entry's line; items of one field stand before the same text."""
        item = self.lined_up["items"].get(data["amendmentId"]) if self.lined_up["seq"] == entry["seq"] else None
        if self.require(item, "amendment.state", place, "put without being lined up"):
            fields = self.lined_up["fields"]
            self.require(data["seen"] != data["before"] and fields.get(item["field"], data["before"]) == data["before"], "amendment.before", place, "amendment %s is lined up with another text than it amends" % item["number"])
            fields[item["field"]] = data["before"]
            self.check_text(data["proposalId"], self.lined_up["rev"], {item["field"]: data["before"]}, False, place)
            self.puts[data["amendmentId"]] = data["text"]

    def check_text(self, proposal_id, rev, fields, whole, place):
        """The same revision has the same text, and no later statement a lower one («Revisions»); `whole`: a field that is left out is empty."""
        known = self.texts.get(proposal_id)
        if known and known["rev"] == rev:
            for field in ("title", "text", "addressee", "addresseeDative", "responsible", "deadline", "indicator", "region"):
                if (whole or field in fields) and (known["whole"] or field in known["fields"]):
                    self.require(fields.get(field, "") == known["fields"].get(field, ""), "amendment.before", place, "`%s` of revision %s is not what it was" % (field, rev))
            fields, whole = dict(known["fields"], **fields), whole or known["whole"]
        elif known:
            self.require(rev > known["rev"], "amendment.rev", place, "revision %s after revision %s" % (rev, known["rev"]))
        self.texts[proposal_id] = {"rev": rev, "fields": fields, "whole": whole}

    def on_amendment_decided(self, entry, data, place):
        vote = self.votes.get(data["voteId"])
        owed = self.owed.get(data["voteId"]) == entry["seq"] and vote and vote["amendment"]["amendmentId"] == data["amendmentId"] and vote["version"]["proposalId"] == data["proposalId"]
        if self.require(owed, "amendment.state", place, "no vote of this entry was about it"):
            adopted = vote["closed"]["result"]["adopted"]
            self.require(data["adopted"] is adopted and (data["rev"] is not None) == adopted, "amendment.result", place, "the vote says otherwise")
            del self.owed[data["voteId"]]
        if data["adopted"]:
            self.adopted_in[data["amendmentId"]] = entry["seq"]
        if vote and vote["amendment"] and data["adopted"]:
            self.require(data["rev"] == vote["amendment"]["rev"] + 1, "amendment.rev", place, "an adopted amendment makes the next revision")
            self.texts[data["proposalId"]] = {"rev": data["rev"], "fields": vote["version"]["fields"], "whole": True}
        self.outcomes[data["amendmentId"]] = {"outcome": "adopted" if data["adopted"] else "rejected", "voteId": data["voteId"], "to": None}
        self.settled.add(data["amendmentId"])

    def on_amendment_left(self, entry, data, place):
        lined_up = data["amendmentId"] in [i["amendmentId"] for i in self.line_ups.get(data["proposalId"], {"items": []})["items"]]
        voting = any(v["amendment"] and v["amendment"]["amendmentId"] == data["amendmentId"] and v["state"] in ("open", "closing") for v in self.votes.values())
        self.require(lined_up and not voting and data["amendmentId"] not in self.settled, "amendment.state", place, "left the line without a vote, but did not wait there")
        if data["how"] == "accepted":
            self.adopted_in[data["amendmentId"]] = entry["seq"]
        self.settled.add(data["amendmentId"])

    def on_amendment_fell(self, entry, data, place):
        self.require(self.adopted_in.get(data["to"]) == entry["seq"] and data["to"] != data["amendmentId"], "amendment.fell", place, "fell to one that was not adopted in this entry")
        self.require(data["amendmentId"] not in self.settled, "amendment.state", place, "fell, but was settled before")
        self.outcomes[data["amendmentId"]] = {"outcome": "fell", "voteId": None, "to": data["to"]}
        self.settled.add(data["amendmentId"])

    def vote(self, data, place, states):
        """The vote of an event, which must be in one of the states."""
        vote = self.votes.get(data["voteId"])
        if self.require(vote, "vote.unknown", place, "no such vote is open"):
            self.require(vote["state"] in states, "vote.state", place, "%s was %s" % (vote["name"], vote["state"]))
        return vote

    def on_vote_closing(self, entry, data, place):
        vote = self.vote(data, place, ["open"])
        if vote:
            vote.update(state="closing", closesAt=data["closesAt"])

    def on_vote_closed(self, entry, data, place):
        vote = self.vote(data, place, ["closing"])
        if vote:
            self.require(vote["closesAt"] is None or entry["at"] >= vote["closesAt"], "vote.early", place, vote["name"] + " closed before its grace time was over")
            vote.update(state="closed", closedAt=entry["at"], closed=data, closedSeq=entry["seq"])
            if vote["amendment"]:
                self.owed[data["voteId"]] = entry["seq"]
            if vote["supersedes"] and vote["supersedes"]["voteId"] in self.votes:
                self.votes[vote["supersedes"]["voteId"]]["supersededBy"] = vote["voteId"]

    def on_vote_voided(self, entry, data, place):
        vote = self.vote(data, place, ["open"] if data["pulledOut"] else ["open", "closing"])
        if vote:
            self.require(not data["pulledOut"] or vote["agendaId"] is not None, "agenda.pulled-out", place, vote["name"] + " was pulled out of no agenda")
            vote.update(state="void", closedAt=entry["at"], voidReason=data["reason"], pulledOut=data["pulledOut"])

    # C14
    def box(self, data, place):
        """The papers of a box of which a vote is open."""
        votes = [v for v in self.votes.values() if (v["agendaId"] or v["voteId"]) == data["object"]]
        self.require(any(v["state"] == "open" for v in votes), "paper.state", place, "papers of a vote that is not open")
        box = self.boxes.setdefault(data["object"], {"onPaper": {}, "piles": []})
        return box, votes[0]["electorateByGroup"] if votes else {}

    def fits(self, box, place):
        """Not more papers of a group than seats of it that were marked."""
        for group in {p["groupId"] for p in box["piles"]}:
            self.require(sum(p["ballots"] for p in box["piles"] if p["groupId"] == group) <= box["onPaper"].get(group, 0), "paper.too-many", place, "more papers of a group than marked seats")

    def is_seat(self, number, place):
        self.require(any(s["number"] == number for s in self.seats.values()), "paper.seat", place, "no seat has the number %s" % number)

    def on_paper_marked(self, entry, data, place):
        box, electorate = self.box(data, place)
        self.require(all(n <= electorate.get(group, 0) for group, n in data["onPaper"].items()), "paper.marked", place, "more seats on paper than electors")
        box["onPaper"] = data["onPaper"]
        self.fits(box, place)

    def on_paper_entered(self, entry, data, place):
        pile = dict({k: data[k] for k in ("ballots", "entryId", "groupId", "how")}, enteredBy=data["by"], confirmedBy=None)
        box, _ = self.box(data, place)
        self.require(data["entryId"] not in self.piles, "paper.twice", place, "a pile is entered twice")
        self.is_seat(data["by"], place)
        box["piles"].append(pile)
        self.piles[data["entryId"]] = dict(data, pile=pile)
        self.fits(box, place)

    def on_paper_confirmed(self, entry, data, place):
        self.box(data, place)
        known = self.piles.get(data["entryId"])
        if self.require(known and known["pile"]["confirmedBy"] is None, "paper.state", place, "no such pile waits"):
            self.require(known["by"] != data["by"], "paper.same-person", place, "confirmed by who entered it")
            self.is_seat(data["by"], place)
            known["pile"]["confirmedBy"] = data["by"]

    def on_paper_withdrawn(self, entry, data, place):
        box, _ = self.box(data, place)
        known = self.piles.get(data["entryId"])
        if self.require(known, "paper.state", place, "no such pile"):
            box["piles"].remove(known["pile"])

    def check_paper(self, vote):
        """C14: the close states exactly the confirmed piles, as committed to."""
        piles = self.boxes.get(vote["agendaId"] or vote["voteId"], {"piles": []})["piles"]
        stated = vote["closed"]["paper"]
        self.require(sorted(p["entryId"] for p in piles) == [p["entryId"] for p in stated], "paper.piles", vote["name"], "other piles than were entered")
        for pile in stated:
            known = self.piles.get(pile["entryId"])
            if self.require(known, "paper.unknown", vote["name"], "no such pile"):
                members = {k: pile[k] for k in ("counts", "entryId", "salt")}
                self.require(sha("tegerek/pile/v1\n", jcs(members)) == known["countsHash"] and sum(pile["counts"].values()) == known["ballots"], "paper.hash", vote["name"], "other figures than were entered")
                same = equal({k: pile[k] for k in ("confirmedBy", "enteredBy", "groupId", "how")}, {k: known["pile"][k] for k in ("confirmedBy", "enteredBy", "groupId", "how")})
                self.require(same and pile["confirmedBy"] is not None, "paper.confirmed", vote["name"], "not confirmed as stated")

    def on_ranking_lot_drawn(self, entry, data, place):
        vote = self.vote(data, place, ["closed"])
        if vote:
            self.require(vote["lot"] is None, "lot.twice", place, "a lot is drawn once")
            vote["lot"] = {k: data[k] for k in ("lots", "numbers", "seed", "shortlist")}

    def on_resolution_framed(self, entry, data, place):
        self.frames[data["resolutionId"]] = (entry["seq"], data)

    def on_resolution_published(self, entry, data, place):
        self.require(self.phase in ("closed", "published"), "resolution.phase", place, "published while the dialogue is " + self.phase)
        self.require(data["number"] == len(self.resolutions) + 1, "resolution.number", place, "numbers count 1, 2, 3")
        self.require(0 < data["basedOnSeq"] < entry["seq"], "resolution.based-on", place, "based on an entry that is not before it")
        between = [e["type"] for at, e in self.events if data["basedOnSeq"] < at["seq"] < entry["seq"] and e["type"].startswith("vote.")]
        self.require(not between, "resolution.vote-between", place, "a vote lies between what it is based on and its publication")
        self.phase = "published"
        self.require(data["resolutionId"] not in [r["resolutionId"] for r in self.resolutions.values()], "resolution.twice", place, "published before")
        self.resolutions[data["number"]] = dict(data, seq=entry["seq"])

    # C7 to C9
    def check_votes(self):
        for vote_id, vote in self.votes.items():
            self.check_vote_file(vote_id, vote)
            name = "votes/%s/ballots.jsonl" % vote_id
            if vote["state"] != "closed":
                self.require(name not in self.files, "ballot.early", name, vote["name"] + " is not closed")
                continue
            if self.require(name in self.files, "file.missing", name, "the list of " + vote["name"]):
                self.check_ballots(name, vote)
        self.check_agendas()
        for name in self.files:
            if name.startswith("votes/"):
                self.require(name.split("/")[1] in self.votes, "vote.unknown", name, "the log has no such vote")

    def check_agendas(self):
        """Closed items of one agenda have the same list, papers, rule, electorate and opening; beside them only what was pulled out is void."""
        first = {}
        together = lambda v: {k: v[k] for k in ("electorate", "electorateByGroup", "openedSeq", "rule")} | {k: v["closed"][k] for k in ("ballotsHash", "paper")}
        for vote in self.votes.values():
            if vote["agendaId"] and vote["state"] == "closed":
                other = first.setdefault(vote["agendaId"], vote)
                self.require(equal(together(vote), together(other)), "agenda.ballots", vote["name"], "decided by other ballots, papers, rule or electorate than " + other["name"])
        for vote in self.votes.values():
            self.require(vote["agendaId"] not in first or vote["state"] != "void" or vote["pulledOut"], "agenda.voided", vote["name"], "void beside decided items of its agenda, and not pulled out")

    def check_vote_file(self, vote_id, vote):
        """vote.json is what the log says about the vote."""
        name, closed = "votes/%s/vote.json" % vote_id, vote["closed"] or {}
        box = self.boxes.get(vote["agendaId"] or vote_id, {"onPaper": {}, "piles": []})
        expected = {k: value for k, value in vote.items() if k not in ("graceMs", "name", "closed", "closedSeq")}
        expected.update({k: closed.get(k) for k in ("ballotsHash", "castByGroup", "result")}, paper=closed.get("paper", []), **box)
        if self.require(name in self.files, "file.missing", name, vote["name"]):
            self.require(self.files[name] == jcs(expected).encode("utf-8"), "vote.file", name, vote["name"] + ": another vote than the log's")

    def check_ballots(self, name, vote):
        """The list, and the result counted again from it."""
        rows, last, cast, opened = [], 0, {}, vote
        electorate, closed = vote["electorateByGroup"], vote["closed"]
        options = [o["id"] for o in vote["options"]]
        allowed = YES_NO if vote["rule"].get("ballot") == "yes-no-abstain" else tuple(CONSENT)
        sound = True
        for number, row in self.lines(name):
            place = "%s:%d" % (name, number)
            if not (set(row) == {"choice", "group", "number"} and type(row["number"]) is int and row["group"] in electorate):
                sound = self.require(False, "ballot.shape", place, "no row of this vote")
                continue
            choice = row["choice"]
            if vote["purpose"] != "ranking":
                right = isinstance(choice, str) and choice in allowed
            else:
                right = isinstance(choice, list) and len(set(map(str, choice))) == len(choice) and all(c in options for c in choice) and len(choice) <= (vote["rule"]["top"] or len(options))
            sound = self.require(right, "ballot.choice", place, "no choice of this vote") and sound
            self.require(last < row["number"] <= sum(electorate.values()), "ballot.number", place, "numbers stand once, in order and within the electorate")
            last = row["number"]
            cast[row["group"]] = cast.get(row["group"], 0) + 1
            rows.append(row)
        for group, n in cast.items():
            phones = electorate[group] - self.boxes.get(vote["agendaId"] or vote["voteId"], {"onPaper": {}})["onPaper"].get(group, 0)
            self.require(n <= phones, "ballot.too-many", name, "%s: more ballots of a group on the list than electors that were not on paper" % vote["name"])
        for pile in closed["paper"]:
            cast[pile["groupId"]] = cast.get(pile["groupId"], 0) + sum(pile["counts"].values())
        for group, n in cast.items():
            self.require(n <= electorate.get(group, 0), "ballot.too-many", name, "%s: more ballots of a group than electors" % vote["name"])
        self.check_paper(vote)
        blocks = [(row["number"], row["group"]) for row in rows if row["choice"] == "block"]
        reasoned = [(r["number"], r["groupId"]) for r in self.reasons.get(vote["voteId"], [])]
        self.require(set(reasoned) <= set(blocks) and len(set(reasoned)) == len(reasoned), "ballot.reason", vote["name"], "the reason of a block that is not on the list, or a second one")
        self.require(sha(self.files[name]) == closed["ballotsHash"], "ballots.hash", name, vote["name"] + ": another list than the log's")
        self.require(equal(without_zeros(closed["castByGroup"]), cast) and closed["ballots"] == len(rows), "vote.cast", vote["name"], "other figures than the list's")
        if not sound:
            return
        try:
            expected = count(opened, rows, closed["paper"])
        except (KeyError, TypeError, ValueError) as error:
            self.find("vote.count", vote["name"], "cannot be counted by its rule: %r" % error)
            return
        if vote["lot"]:
            self.check_lot(vote, rows, options, electorate)
        stated = closed["result"]
        for member in sorted(set(expected) | set(stated)):
            if member not in expected or member not in stated or not equal(expected[member], stated[member]):
                self.find("vote.result", vote["name"], "`%s` is not what the list and the rule give" % member)

    def check_lot(self, vote, rows, options, electorate):
        """C15: seed and order of a drawn lot, and the shortlist run anew with it (VOTE-15)."""
        lot = vote["lot"]
        needed = (vote["closed"]["result"].get("shortlist") or {}).get("needsLot")
        groups = sorted(group for group, n in electorate.items() if n)
        self.require(needed and sorted(lot["numbers"]) == groups, "lot.state", vote["name"], "no lot was needed, or not one number of each group")
        seed = "|".join([vote["closed"]["ballotsHash"]] + [str(lot["numbers"][g]) for g in sorted(lot["numbers"])])
        order = sorted(lot["lots"], key=lambda o: sha("tegerek/lot/1\n", seed, "\n", o))
        again = count_ranking(vote["rule"], rows, electorate, options, order)["shortlist"]
        holds = lot["seed"] == seed and lot["lots"] == order and set(needed or []) <= set(order) <= set(options) and equal(again, lot["shortlist"])
        self.require(holds, "lot.shortlist", vote["name"], "seed, order or shortlist do not follow from list and numbers")

    # C10
    def check_resolutions(self):
        for name in self.files:
            if name.startswith("resolutions/"):
                self.require(int(name.split("/")[1].split(".")[0]) in self.resolutions, "resolution.unknown", name, "the log has no such resolution")
        for number, stated in self.resolutions.items():
            name = "resolutions/%d.json" % number
            for lang in ("ru", "ky", "en"):
                for kind in ("docx", "pdf"):
                    self.require("resolutions/%d.%s.%s" % (number, lang, kind) in self.files, "file.missing", name, "%s in %s" % (kind, lang))
            if not self.require(name in self.files, "file.missing", name, "resolution %d" % number):
                continue
            self.require(sha(self.files[name]) == stated["sha256"], "resolution.hash", name, "another hash than the published one")
            try:
                self.check_resolution(name, canonical(self.files[name]), stated)
            except (NotCanonical, KeyError, TypeError, AttributeError, StopIteration) as error:
                self.find("resolution.shape", name, "not of the expected shape: %r" % error)

    def check_resolution(self, name, document, stated):
        """The document is what the log up to its entry composes, member by member («Members»)."""
        frame_seq, frame = self.frames.get(stated["resolutionId"], (0, None))
        if not self.require(frame and frame_seq == stated["seq"], "resolution.frame", name, "no frame was published with it"):
            return
        state = self.taken.get(stated["basedOnSeq"])
        if self.require(state, "resolution.based-on", name, "based on no entry of the log"):
            self.compare(name, document, Composer(state, self.log_id, self.rehearsal).document(stated, frame, self.entries[stated["basedOnSeq"] - 1]["hash"]))

    def compare(self, name, found, expected, path="", of=""):
        """Finds where two values differ; `of` names the decision or ranking that the place belongs to."""
        if isinstance(expected, dict) and isinstance(found, dict):
            if "voteId" in expected and expected["voteId"] in self.votes:
                of = self.votes[expected["voteId"]]["name"]
            for member in sorted(set(expected) | set(found)):
                if member not in expected or member not in found:
                    self.find("resolution.data", name, "%s `%s` is missing or invented" % (of, path + member))
                else:
                    self.compare(name, found[member], expected[member], path + member + ".", of)
        elif isinstance(expected, list) and isinstance(found, list):
            self.require(len(expected) == len(found), "resolution.data", name, "%s `%s` has %d parts and not %d" % (of, path[:-1], len(found), len(expected)))
            for n, (a, b) in enumerate(zip(found, expected)):
                self.compare(name, a, b, "%s%d." % (path, n), of)
        else:
            self.require(equal(found, expected), "resolution.data", name, "%s `%s` is not the log's" % (of, path[:-1]))

    # C12 and C13
    def check_checkpoints(self):
        try:
            listed = canonical(self.files.get("keys.json", b""))
            if set(listed) != {"keys", "v"} or not equal(listed["v"], 1) or not isinstance(listed["keys"], list):
                raise NotCanonical("not the members of keys.json")
        except (NotCanonical, TypeError) as error:
            self.find("keys.shape", "keys.json", str(error))
            listed = {"keys": []}
        for text in listed["keys"]:
            key = read_key(text)
            if self.require(key, "keys.shape", "keys.json", "no key: %s" % text):
                self.keys.append(key)
        used, covered = set(), False
        for name in sorted(self.files):
            if name.startswith("checkpoints/"):
                note = self.check_note(name, self.files[name])
                if note:
                    self.require(name == "checkpoints/%d.note" % note["seq"], "checkpoint.name", name, "stands under another number")
                    used.update(note["by"])
                    covered = covered or note["seq"] == len(self.entries)
                    self.notes.append(note)
        self.require(covered, "checkpoint.head", "checkpoints/", "none covers the last entry")
        for key in self.keys:
            self.require(key in used, "keys.unused", "keys.json", "%s signed nothing here" % key[0])

    def check_note(self, name, data):
        """A checkpoint's form, entry and signature; None where it has no form."""
        note = read_note(data)
        if not self.require(note, "checkpoint.shape", name, "not in the form of a checkpoint"):
            return None
        self.require(note["log"] == self.log_id, "checkpoint.log", name, "of another log")
        if self.require(0 < note["seq"] <= len(self.entries), "checkpoint.entry", name, "names an entry that is not in this log"):
            self.require(self.entries[note["seq"] - 1]["hash"] == note["hash"], "checkpoint.hash", name, "this log has another hash there: it is not the log that was signed")
        note["by"], bad = signers(note, self.keys)
        self.require(note["by"] and not bad, "checkpoint.signature", name, "not signed by a key of keys.json")
        return note

    def check_since(self, data):
        self.check_note("--since", data)

    def check_key(self, given):
        newest = max(self.notes, key=lambda note: note["seq"], default=None)
        text = given.strip()
        exact, prefix = read_key(text), text.lower()
        if not exact and not re.fullmatch(r"[0-9a-f]{16,64}", prefix):
            self.find("checkpoint.key", "--key", "neither a verifier nor 16 or more digits of a fingerprint")
            return
        holds = newest and any(key == exact if exact else sha(key[2]).startswith(prefix) for key in newest["by"])
        self.require(holds, "checkpoint.key", "--key", "the newest checkpoint is not signed by this key")


def verify(data, since=None, key=None):
    """The report of a bundle: { outcome, findings, facts, notChecked }; `outcome` is right, findings or unreadable."""
    try:
        verifier = Verifier(data)
    except Unreadable as error:
        return {"outcome": "unreadable", "findings": [{"code": "bundle.unreadable", "place": "bundle", "words": str(error)}], "facts": {}, "notChecked": NOT_CHECKED}
    findings = verifier.run(since, key)
    head = {"seq": len(verifier.entries), "hash": verifier.entries[-1]["hash"]} if verifier.entries else None
    closed = [v["closed"] for v in verifier.votes.values() if v["closed"]]
    facts = {"head": head, "events": len(verifier.events), "votes": len(verifier.votes), "ballots": sum(c["ballots"] for c in closed if type(c["ballots"]) is int),
             "resolutions": len(verifier.resolutions), "checkpoints": len(verifier.notes), "fingerprints": [sha(k[2]) for k in verifier.keys]}
    return {"outcome": "findings" if findings else "right", "findings": findings, "facts": facts, "notChecked": NOT_CHECKED}


def words(report):
    """The report for a reader."""
    lines = ["%s  %s: %s" % (f["code"], f["place"], f["words"]) for f in report["findings"]]
    lines += ["%s: %s" % item for item in report["facts"].items()]
    lines += ["Not checked here: %s." % what for what in report["notChecked"]]
    return "\n".join(lines + [{"right": "Right: everything that is checked fits.", "findings": "%d findings." % len(report["findings"]), "unreadable": "Not readable as a bundle."}[report["outcome"]]])


def main(arguments):
    """The command; returns the exit code."""
    options, paths, rest = {}, [], list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--json":
            options["json"] = True
        elif word in ("--since", "--key") and rest:
            options[word[2:]] = rest.pop(0)
        elif word.startswith("-"):
            paths = []
            break
        else:
            paths.append(word)
    if len(paths) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        with open(paths[0], "rb") as file:
            data = file.read()
        since = None
        if "since" in options:
            with open(options["since"], "rb") as file:
                since = file.read()
    except OSError as error:
        print(error, file=sys.stderr)
        return 2
    report = verify(data, since, options.get("key"))
    print(json.dumps(report, ensure_ascii=False, indent=1) if options.get("json") else words(report))
    return {"right": 0, "findings": 1, "unreadable": 2}[report["outcome"]]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
