"""The sides of a report as learners name them: who of them a text names where, and which claims are
theirs.
"""

from typing import NamedTuple

from ..reading.in_marks import in_marks
from .patterns import compiled
from .speaker_names import SIDES, names_of


class Side(NamedTuple):
    """Somebody whom the report quotes. name: as it is told. names: pattern of a plain text. rows:
    ids of claims.
    """

    name: str
    names: str
    rows: tuple


def sides_of(report):
    """list of Side: those who have a claim in a report, the more special ones first."""
    claims = report.claims
    found = []
    for side in SIDES:
        of = claims["speaker"].isin(side["of"]) | claims["account"].isin(side["of"])
        found.append(Side(side["name"], names_of(side), tuple(claims.index[of])))
    return [side for side in found if side.rows]


def somebody(report):
    """Side: all who are quoted in a report."""
    quoted = report.claims.index[report.claims["account"] != "reporter"]
    return Side("somebody", r"\bsomebody", tuple(quoted))


def named_in(text, sides):
    """list of (first, last, Side): where a plain text names somebody, in its order; Ukraine’s
    defence minister is he, and not Ukraine.
    """
    places = []
    rest = text
    for side in sides:
        names = compiled(side.names)
        places += [(one.start(), one.end(), side) for one in names.finditer(rest)]
        rest = names.sub(lambda one: "·" * len(one[0]), rest)
    return sorted(places, key=lambda place: place[:2])


def place_and_words(rows):
    """str: the paragraph and the words of the first of some claims."""
    first = rows.iloc[0]
    return f"paragraph {first['paragraph']}: {in_marks(first['quote'])}"
