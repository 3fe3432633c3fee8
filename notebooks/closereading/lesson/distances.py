"""Distances in a learner's sentence, beside those that the lesson computes."""

import re

from ..data.reference import gazetteer
from ..geo import KM, km, nearest

_LENGTH = re.compile(
    r"(?P<about>\b(?:about|around|roughly|nearly|almost|approximately|some|circa|over|under) )?"
    r"(?P<number>\d+(?:\.\d+)?)[ -]?(?:statute )?(?P<unit>miles?|mi\b|kilomet\w+|kms?\b)"
)
_BY_LAND = re.compile(r"\b(?:by|on|over|along) (?:the )?(?:road|rail|railway|train|car|land|bus)\b")
_EDGE = r"\bborder\b|\bbelarusian soil\b|\b(?:nearest|closest) (?:\w+ ){0,2}(?:of|in|to) belarus"
_EDGE += r"|\b(?:nearest|closest) (?:\w+ )?belarusian \w+|\bbelarus(?:'s|ian)? (?:\w+ )?edge\b"
_EDGE += (
    r"|\b(?:edge|end|tip|corner) of belarus|\bbelarus(?: that| which)?(?: \w+)? (?:nearest|closest)"
)
_COUNTRY = (
    r"\b(?:from|to|between|and) belarus\b"
    r"(?!.{0,40}\b(?:does not|do not|not said|not say|never|no place))"
)
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


def _compared(text, length, place, report):
    """One sentence where a length does not go with a place."""
    name, miles = _measured(place, report)
    unit = "miles" if length["unit"].startswith("mi") else "km"
    given = float(length["number"]) / (1 if unit == "miles" else KM["miles"])
    by_land = bool(_BY_LAND.search(text))
    if by_land and miles - _slack(length, given, name) <= given <= 2 * miles:
        return  # a road is longer than the straight line; how long, we did not measure
    if not by_land and abs(given - miles) <= _slack(length, given, name):
        return
    shown = f"{miles:,.0f} miles" if unit == "miles" else f"{miles * KM['miles']:,.0f} kilometres"
    yield (
        f"From {name} to Kyiv it is {shown} in a straight line, and you wrote"
        f" {length['number']}. Which place is that far away?"
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
    """(name, miles to Kyiv) of a place; "border" stands for the nearest Belarusian soil."""
    kyiv = report.places.loc["kyiv"]
    if place == "border":
        return "the border of Belarus", nearest("Belarus", kyiv)[0] / KM["miles"]
    tables = (report.places, gazetteer())
    row = next(table.loc[place] for table in tables if place in table.index)
    return row["name"], km(row, kyiv) / KM["miles"]


def _places(text, report):
    """list of str: the ids of the places that a text names, in any spelling, each once."""
    found = {}
    for spelling, key in _spellings(report).items():
        if re.search(rf"\b{re.escape(spelling)}\b", text):
            found[key] = True
    if re.search(f"{_EDGE}|{_COUNTRY}", text) and set(found) <= {"kyiv"}:
        found["border"] = True
    return list(found)


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
