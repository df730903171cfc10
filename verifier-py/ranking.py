"""How a ranking is recounted («Ranking»)."""

from fractions import Fraction

from shortlist import Electorate, count_shortlist

# Widest paths take the cube of the options, for all ballots and for each group again.
MOST_STEPS = 60_000_000


def count_ranking(rule, options, groups, rows, frozen_hash):
    """The result of a closed ranking from the rows of its list."""
    ids = [option["id"] for option in options]
    ballots = [row["choice"] for row in rows]
    by_group = ballots_by_group(groups, rows)
    if len(ids) ** 3 * (len(by_group) + 1) > MOST_STEPS or len(set(ids)) != len(ids):
        raise ValueError("options that cannot be ranked")
    pairwise = pairwise_of(ids, ballots)
    paths, last_stop = strongest_paths(ids, pairwise)
    ranking = layers(ids, paths)
    winners = ranking[0] if ranking else []
    shortlist = None
    if rule["shortlist"] is not None:
        shortlist = count_shortlist(ids, rule["shortlist"], Electorate(by_group), ranking)
    return {
        "method": "ranking",
        "algorithm": {"id": "ranking-schulze", "version": 1},
        "conventions": {"ranking": "layers", "strength": "winning", "unranked": "last"},
        "ballots": len(ballots),
        "blank": sum(1 for ballot in ballots if not ballot),
        "winners": winners,
        "isTied": len(winners) > 1,
        "ranking": ranking,
        "pairwise": pairwise,
        "strongestPaths": paths,
        "steps": path_steps(ids, winners, paths, last_stop),
        "borda": borda(ids, ballots),
        "bridge": bridge(ids, by_group),
        "groups": {group: ranking_of_group(ids, by_group[group]) for group in by_group},
        "shortlist": shortlist,
        "frozenHash": frozen_hash,
    }


def ballots_by_group(groups, rows):
    """The ballots of each group of the electorate, also of one that cast none; groups sorted by id."""
    by_group = {group: [] for group in groups}
    for row in rows:
        by_group.setdefault(row["group"], []).append(row["choice"])
    return {group: by_group[group] for group in sorted(by_group)}


# Schulze

def pairwise_of(ids, ballots):
    pairwise = {a: {b: 0 for b in ids if b != a} for a in ids}
    for ballot in ballots:
        below = set(ids)
        for a in ballot:
            below.discard(a)
            for b in below:
                pairwise[a][b] += 1
    return pairwise


def strongest_paths(ids, pairwise):
    """Widest paths by Floyd–Warshall, and the last stop before the end of each."""
    paths = {
        a: {b: pairwise[a][b] if pairwise[a][b] > pairwise[b][a] else 0 for b in ids if b != a} for a in ids
    }
    last_stop = {a: {b: a for b in ids if b != a} for a in ids}
    for k in ids:
        for i in ids:
            if i != k and paths[i][k] > 0:
                go_by(k, paths[i], last_stop[i], paths[k], last_stop[k], i)
    return paths, last_stop


def go_by(k, paths_of_i, stops_of_i, paths_of_k, stops_of_k, i):
    """Widens the paths of i that are wider by way of k."""
    to_k = paths_of_i[k]
    for j, from_k in paths_of_k.items():
        if j != i and min(to_k, from_k) > paths_of_i[j]:
            paths_of_i[j] = min(to_k, from_k)
            stops_of_i[j] = stops_of_k[j]


def layers(ids, paths):
    """Again and again those that are beaten by none of what is left."""
    left, ranking = list(ids), []
    while left:
        unbeaten = [a for a in left if not any(paths[b][a] > paths[a][b] for b in left if b != a)]
        ranking.append(unbeaten)
        left = [a for a in left if a not in unbeaten]
    return ranking


def path_steps(ids, winners, paths, last_stop):
    if not winners:
        return []
    w = winners[0]
    return [
        {
            "step": "path",
            "winner": w,
            "loser": b,
            "strength": paths[w][b],
            "path": path_between(w, b, paths, last_stop),
            "back": paths[b][w],
            "backPath": path_between(b, w, paths, last_stop),
        }
        for b in ids
        if b != w and paths[w][b] > paths[b][w]
    ]


def path_between(start, end, paths, last_stop):
    if paths[start][end] == 0:
        return []
    stops = [end]
    while stops[-1] != start:
        stops.append(last_stop[start][stops[-1]])
    return stops[::-1]


def ranking_of_group(ids, ballots):
    ranking = layers(ids, strongest_paths(ids, pairwise_of(ids, ballots))[0])
    winners = ranking[0] if ranking else []
    return {
        "ballots": len(ballots),
        "blank": sum(1 for ballot in ballots if not ballot),
        "winners": winners,
        "isTied": len(winners) > 1,
        "ranking": ranking,
    }


# Borda and bridge

def ranked_by(ids, score):
    """Places by a score, highest first; equal ones share a place, in the order of options."""
    values = sorted({score[option] for option in ids}, reverse=True)
    return [[option for option in ids if score[option] == value] for value in values]


def borda(ids, ballots):
    n = len(ids)
    doubled = {option: 0 for option in ids}
    for ballot in ballots:
        for place, option in enumerate(ballot):
            doubled[option] += 2 * (n - place)
        # The places left give n - m points, n - m - 1, … 1: on average (n - m + 1) / 2.
        shared = n - len(ballot) + 1
        for option in set(ids).difference(ballot):
            doubled[option] += shared
    return {
        "doubledScores": doubled,
        "ranking": ranked_by(ids, doubled),
        "conventions": {"ties": "average", "top": "n", "unranked": "average"},
    }


def bridge(ids, by_group):
    if not by_group:
        return None
    product = {option: Fraction(1) for option in ids}
    for ballots in by_group.values():
        pairwise = pairwise_of(ids, ballots)
        most = len(ballots) * (len(ids) - 1)
        for o in ids:
            above = sum(pairwise[o].values())
            below = sum(pairwise[x][o] for x in ids if x != o)
            p = Fraction(2 * above + 1, 2 * most + 2)
            d = Fraction(2 * below + 1, 2 * most + 2)
            product[o] *= p * (1 - d)
    return {
        "ranking": ranked_by(ids, product),
        "points": {option: bridge_points(product[option], len(by_group)) for option in ids},
        "conventions": {"floor": 5, "mean": "geometric over groups", "smoothing": "(n+1/2)/(N+1)"},
    }


def bridge_points(product, groups):
    """The largest whole s with (s / 10 000)^G ≤ Π."""
    low, high = 0, 10_000
    while low < high:
        middle = (low + high + 1) // 2
        if middle ** groups * product.denominator <= product.numerator * 10_000 ** groups:
            low = middle
        else:
            high = middle - 1
    return low
