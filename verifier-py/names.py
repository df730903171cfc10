"""What things are called in findings, options and resolutions."""

LANGUAGES = ("ru", "ky", "en")
MOST_OF_A_TEXT = 200


def number_parts(number):
    """A number part by part as numbers: 1.10 comes after 1.9."""
    parts = number.replace("/", ".").split(".")
    return tuple((0, int(part), "") if part.isascii() and part.isdigit() and len(part) < 10 else (1, 0, part) for part in parts)


def short_title(text):
    """C17: of a text of more than 200 characters the first 199 and `…`. Characters are UTF-16 units."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * MOST_OF_A_TEXT:
        return text
    return units[: 2 * (MOST_OF_A_TEXT - 1)].decode("utf-16-le", "ignore") + "…"


def place_of_vote(vote):
    """`decision 1.2 «…»`, `ranking R1`."""
    version = vote["version"]
    if version is None:
        return "%s %s" % (vote["purpose"], vote["number"])
    title = version["fields"]["title"] or short_title(version["fields"]["text"])
    return "%s %s «%s»" % (vote["purpose"], vote["number"], title)


def title_of_group(group, language):
    """That language's text; where it is missing or empty the first of ru, ky, en that is not."""
    if group is None:
        return ""
    return next((group["title"][each] for each in (language,) + LANGUAGES if group["title"].get(each)), "")
