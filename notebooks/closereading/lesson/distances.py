"""Distances in a learner's sentence, beside those that the lesson computes."""

import re

from ..data.reference import gazetteer
from ..geo import KM, km, nearest
from .wording import clauses

_LENGTH = re.compile(
    r"(?P<about>\b(?:about|around|roughly|nearly|almost|approximately|some|circa|over|under) )?"
    r"(?P<number>\d+(?:\.\d+)?)[ -]?(?:statute )?(?P<unit>miles?|mi\b|kilomet\w+|kms?\b)"
)
_STRAIGHT = re.compile(r"\b(?:straight|direct|directly|crow|air)\b")
_NOT = re.compile(r"\b(?:not|no|nor|neither|never|nothing|without|unclear|open|missing|whether)\b")
_BY_LAND = re.compile(
    r"(?<!not )\b(?:by|on|over|along) (?:the )?(?:road|rail|railway|train|car|land|bus)\b"
)
# a country of which the nearest point is meant; {0} is its name
_EDGE = r"\b{0}\w* soil\b|\b(?:nearest|closest) (?:\w+ ){{0,3}}(?:of|in|to) {0}(?!\w)"
_EDGE += r"|\b(?:nearest|closest) (?:\w+ ){{0,2}}{0}\w+ \w+|\b{0}\w*(?:'s)? (?:\w+ )?edge\b"
_EDGE += r"|\b{0}\w*'s (?:\w+ )?(?:nearest|closest)|\b(?:edge|end|tip|corner) of {0}(?!\w)"
_EDGE += r"|\b{0}(?: that| which)?(?: \w+)? (?:nearest|closest)|\b{0}(?:\w+|'s) (?:\w+ )?border"
_EDGE += (
    r"|\bborder (?:of|with|to) {0}(?!\w)|\b(?:from|to|between|and) {0}(?!\w|'s (?!nearest|closest))"
)
_EDGE += r"(?!.{{0,40}}\b(?:does not|do not|not said|not say|never|no place))"
_NEIGHBOURS = ("Belarus", "Russia")
_LONGER = 1.02  # than a straight line: at least so many times as long is a road
# of the length; of about so many
CLOSE = 0.03
NEAR = 0.10
OWN = 8  # miles of a place's own size


def misstated(text, report):
    """Generator of str: one sentence for each distance from a place to Kyiv that is another than in
    a straight line, with the one that is computed; for a starting point that the report is said to
    print; and for a length without a place that the report does not print. text: plain, as
    english.plain gives it.
    """
    found = [place for place in _places(text, report) if place != "kyiv"]
    lengths = list(_LENGTH.finditer(text))
    if not found:
        yield from _not_printed(lengths, report)
        yield from _along_what(text, lengths)
    if len(lengths) == 1 and len(found) == 1 and re.search(r"\b(?:kyiv|kiev|capital)\b", text):
        yield from _compared(text, lengths[0], found[0], report)


def _not_printed(lengths, report):
    """One sentence for a length that no place goes with and that stands in no number of the report,
    in miles or kilometres.
    """
    rows = report.numbers[report.numbers["unit"] == "miles"]
    printed = {end for ends in (rows["low"], rows["high"]) for end in ends.dropna()}
    for length in lengths:
        miles = float(length["number"])
        if not length["unit"].startswith("mi"):
            miles /= KM["miles"]
        if not any(abs(miles - end) <= CLOSE * end for end in printed):
            yield (
                f"You wrote {length['number']} {length['unit']}. The report prints no such length;"
                " one that you measured needs the place that you measured from."
            )


def _along_what(text, lengths):
    """One sentence where the report's own length, which starts nowhere, gets a straight line."""
    for clause in clauses(text):
        said = (
            lengths
            and _LENGTH.search(clause)
            and (_STRAIGHT.search(clause) or _BY_LAND.search(clause))
        )
        if said and not _NOT.search(clause):
            yield "The report does not say along what its 200 miles were measured."


def _compared(text, length, place, report):
    """One sentence where a length does not go with a place."""
    name, miles = _measured(place, report)
    unit = "miles" if length["unit"].startswith("mi") else "km"
    given = float(length["number"]) / (1 if unit == "miles" else KM["miles"])
    by_land = bool(_BY_LAND.search(text)) and not _STRAIGHT.search(text)
    if by_land:
        yield from _by_land(given, name, miles)
        return
    if abs(given - miles) <= _slack(length, given, name):
        return
    shown = f"{miles:,.0f} miles" if unit == "miles" else f"{miles * KM['miles']:,.0f} kilometres"
    yield (
        f"From {name} to Kyiv it is {shown} in a straight line, and you wrote"
        f" {length['number']}. Which place is that far away?"
    )


def _by_land(given, name, miles):
    """One sentence where so many miles by road or rail are no way that somebody can go: a way on
    land is longer than the straight line; how much longer, nobody here measured.
    """
    if not _LONGER * miles <= given <= 2 * miles:
        yield (
            f"From {name} to Kyiv it is {miles:,.0f} miles in a straight line, and a way on land is"
            " longer. This lesson measures straight lines: give yours as one."
        )


def _slack(length, given, name):
    """float: how many miles a length may be off."""
    size = 20 if "ground" in name else OWN
    if not length["about"]:
        return max(CLOSE * given, size)
    rounded = len(length["number"]) - len(length["number"].rstrip("0"))
    unit = 10**rounded / (1 if length["unit"].startswith("mi") else KM["miles"])
    return max(NEAR * given, unit / 2, size)


def _measured(place, report):
    """(name, miles to Kyiv) of a place; the name of a country stands for its nearest soil."""
    kyiv = report.places.loc["kyiv"]
    if place in _NEIGHBOURS:
        return f"the border of {place}", nearest(place, kyiv)[0] / KM["miles"]
    tables = (report.places, gazetteer())
    row = next(table.loc[place] for table in tables if place in table.index)
    return row["name"], km(row, kyiv) / KM["miles"]


def _places(text, report):
    """list of str: the ids of the places that a text names, in any spelling, each once."""
    found = {}
    for spelling, key in _spellings(report).items():
        if re.search(rf"\b{re.escape(spelling)}\b", text):
            found[key] = True
    edge = _edge(text)
    if edge and set(found) <= {"kyiv"}:
        found[edge] = True
    return list(found)


def _edge(text):
    """str: the country whose nearest point a text means; a border without a name is that of
    Belarus, of which the lesson tells. "" where it means none.
    """
    for country in _NEIGHBOURS:
        if re.search(_EDGE.format(country.casefold()), text):
            return country
    return _NEIGHBOURS[0] if re.search(r"\bborder\b", text) else ""


def has_both_ends(text, report):
    """bool: whether a plain text names Kyiv and a place to measure from."""
    return bool(re.search(r"\b(?:kyiv|kiev|capital)\b", text)) and any(
        place != "kyiv" for place in _places(text, report)
    )


def _spellings(report):
    """dict {spelling in small letters: id}: the places of the report, the towns of the list."""
    known = {}
    for table in (gazetteer(), report.places):
        for column in ("also", "name"):
            known |= _names(table[column])
    short = {name.split()[0]: key for name, key in known.items() if _is_ground(name)}
    countries = {country.casefold() for country in gazetteer()["country"]}
    return {name: key for name, key in (short | known).items() if name not in countries}


def _names(column):
    """dict {name in small letters: id} of a column of names, several of which may share a cell."""
    pairs = ((name.strip(), key) for key, names in column.items() for name in names.split(";"))
    return {name.casefold(): key for name, key in pairs if name}


def _is_ground(name):
    """Whether this is an airfield or a training ground, which learners call by its town."""
    return name.split()[-1] in ("airfield", "ground")
