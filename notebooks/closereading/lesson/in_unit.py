"""A number with its unit, as it was typed: it counts where this is the unit that is asked for."""

import math
import re
from typing import NamedTuple

from ..data.reference import in_plural, measures, parse_words
from ..reading.interval import Interval
from ..reading.text import Problem
from .values import written_plainly

_THOUSANDS = re.compile(r"(?<=\d)[ '’](?=\d{3}(?!\d))")
_PEOPLE = frozenset(
    "people troops soldiers men women servicemen servicewomen personnel forces Russians".split()
)


class Measured(NamedTuple):
    """value: float or int. unit: what is counted or measured, blank where the text has none."""

    value: float
    unit: str = ""


def measured(text):
    """Measured: the one number that a text names, in figures or in words ("fourteen", "2 days");
    None where it names none, or a reading of ours would decide.
    """
    read = phrase(_THOUSANDS.sub("", written_plainly(text)).strip().rstrip(". "))
    if read is None or read.soft or read.low != read.high:
        return None
    return Measured(read.low, "" if read.unit.startswith("of ") else read.unit)


def phrase(value):
    """Interval of a phrase, or of what parse_words gave; None where a value is neither."""
    if isinstance(value, str):
        try:
            value = parse_words(value)
        except Problem:
            return None
    return value if isinstance(value, Interval) else None


def excludes_an_end(value):
    """bool: whether a phrase prints an end that it excludes, as “under 30,000” does."""
    read = phrase(value)
    if read is None:
        return False
    sides = ((read.low, read.ends[0] == "("), (read.high, read.ends[1] == ")"))
    return any(excluded and not math.isnan(end) for end, excluded in sides)


def fits(unit, wanted):
    """bool: whether a unit is one of those that are asked for. wanted: list of str, the first of
    them as it is told; None where any will do.
    """
    if not unit or wanted is None:
        return True
    names = _PEOPLE.union(wanted) if "people" in wanted else frozenset(wanted)
    many = in_plural(unit)
    return many in names or not measures(many) and many.split()[-1] in names


def another(value, wanted):
    """str: one sentence on a number, or a range of parse_words, in another unit than the one that
    is asked for; blank where it has none, or the one.
    """
    unit = getattr(phrase(value), "unit", "")
    unit = "" if unit.startswith("of ") else unit
    if fits(unit, wanted):
        return ""
    asked = wanted[0].replace("%", "per cent")
    return f"“{str(value)[:40]}” has another unit: {asked} {_is(asked)} asked for here."


def _is(asked):
    return "is" if asked == "per cent" else "are"
