"""What can be said for certain about changed words (C16).

The specification does not define the difference of words (`packages/drafting`), so these functions say
something only where every reasonable word-by-word difference says the same, and None elsewhere.
"""

import re

ONE_WORD = re.compile(r"\w*")
MOST_CHARACTERS = 20_000


def words(text):
    """Words and the spaces between them."""
    return re.findall(r"\s+|\S+", text)


def changed_region(before, after):
    """(from, to in `before`, the words put there instead), after what both begin and end with alike."""
    a, b = words(before), words(after)
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return start, len(a) - end, b[start : len(b) - end]


def merged(seen, text, other):
    """The change seen → text made to `other`: the text, "clash", or None where that is not certain."""
    if seen == other or text == other:
        return text
    if seen == text:
        return other
    start, end, put = changed_region(seen, text)
    other_start, other_end, other_put = changed_region(seen, other)
    base = words(seen)
    if apart(base, end, other_start):
        return "".join(base[:start] + put + base[end:other_start] + other_put + base[other_end:])
    if apart(base, other_end, start):
        return "".join(base[:other_start] + other_put + base[other_end:start] + put + base[end:])
    if (start, end) == (other_start, other_end) and ONE_WORD.fullmatch("".join(base[start:end])):
        return "clash"
    return None


def apart(base, end, start):
    """Does a whole word that neither change touches stand between them?"""
    return end < start and any(not word.isspace() for word in base[end:start])


def falls(seen, text, adopted):
    """Does the change seen → text fall to the adopted text? True, False, or None where that is not certain."""
    result = merged(seen, text, adopted)
    if result is None:
        return None
    return result == "clash" or result == adopted


def departure(before, text):
    """(the least, the most) characters that a difference of words can take away and put in."""
    start, end, put = changed_region(before, text)
    most = len("".join(words(before)[start:end])) + len("".join(put))
    if max(len(before), len(text)) > MOST_CHARACTERS:
        return abs(len(before) - len(text)), most
    return len(before) + len(text) - 2 * common_subsequence(before, text), most


def common_subsequence(a, b):
    """Length of the longest common subsequence (bit-parallel, after Hyyrö)."""
    places = {}
    for place, character in enumerate(a):
        places[character] = places.get(character, 0) | 1 << place
    everything = (1 << len(a)) - 1
    row = everything
    for character in b:
        match = row & places.get(character, 0)
        row = (row + match | row - match) & everything
    return bin(everything & ~row).count("1")
