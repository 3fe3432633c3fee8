"""Number phrases, as a report prints them or a learner types them: split into hedge and ends."""

import math
import re
from typing import NamedTuple

from .hedges import UNITS, read
from .interval import Interval
from .text import Problem

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty".split()
)
_TIMES = rf"(?:{'|'.join(UNITS)})"
_FIGURE = rf"\d[\d,]*(?:\.\d+)?|\b(?:{'|'.join(_SMALL)})\b|\ban?(?= {_TIMES})"
_NUMBER = (
    rf"(?P<first>{_FIGURE})(?P<times>(?: {_TIMES})*)"
    rf"(?: ?(?:to|and|or|–|(?<=\d)-) ?(?P<under>under )?"
    rf"(?P<second>{_FIGURE})(?P<times2>(?: {_TIMES})*))?"
)
_FEW = re.compile(rf"\s*a few(?:,? {_TIMES})*\b")
_UNSAFE = re.compile(
    rf"\d|^\s*([+%]|k\b|or\b|at most|at least|-|(?:in|of) \b(?:{'|'.join(_SMALL)})\b)"
)


def parse_words(words, known, reading="printed"):
    """Interval of a phrase: "at least 14", "8,000 to 14,000", "only a few thousand", "nearly 6,000
    miles", "six". known: tuple of Hedge. Raises Problem where the words are unknown: it names them
    and lists what is known.
    """
    parsed = _parsed(words, known)
    if parsed.ends:
        return Interval(parsed.low, parsed.high, ends=parsed.ends, basis="both ends as printed")
    return read(parsed.hedge, parsed.low, parsed.high, known, reading)


def printed(words, known):
    """(hedge, low, high) of a phrase, for the columns of numbers.csv: NaN where no end is printed.
    Raises Problem as parse_words does.
    """
    return tuple(_parsed(words, known)[:3])


class Parsed(NamedTuple):
    """A phrase in parts. ends: blank where the hedge says which of the ends belong."""

    hedge: str
    low: float
    high: float
    ends: str = ""


def _parsed(words, known):
    """Parsed of a phrase. Raises Problem where it cannot be read."""
    if not isinstance(words, str):
        raise Problem(
            f'This is {words!r}; words in quotation marks are wanted, such as "at least 14".'
        )
    text = re.sub(r"\b(only|just|merely|between)\b", " ", words.lower())
    if few := _FEW.match(text):
        return Parsed(few[0].strip(), math.nan, math.nan)
    by_name = _before_numbers(known)
    names = "|".join(map(re.escape, sorted(by_name, key=len, reverse=True)))
    found = re.match(rf"\s*(?P<hedge>{names})?\s*{_NUMBER}(?!\d)", text)
    if not found or _UNSAFE.search(text[found.end() :]) or re.search(r"\d\.\d{3}\b", text):
        raise Problem(
            f"“{words[:60]}” cannot be read safely here. Known are numbers (14, 8,000, six), two of"
            " them with “to” between, “a few” dozen, hundred or thousand, and, before a number:"
            f" {', '.join(by_name)}."
        )
    hedge = by_name.get(found["hedge"])
    return _pair(found, hedge) if found["second"] else _single(found, hedge)


def _before_numbers(known):
    """dict: name -> Hedge, of those that stand before a number."""
    hedges = [hedge for hedge in known if hedge.rules and hedge.direction != "exact"]
    return {name: hedge for hedge in hedges for name in hedge.names}


def _pair(found, hedge):
    """Parsed of two figures; a hedge before them says whether the first belongs."""
    above = hedge is not None and hedge.rules["logical"].ends[0] == "("
    ends = ("(" if above else "[") + (")" if found["under"] else "]")
    low = _value(found["first"], found["times"] or found["times2"])
    return Parsed(found["hedge"] or "", low, _value(found["second"], found["times2"]), ends)


def _single(found, hedge):
    """Parsed of one figure: the direction of the hedge says which end it is."""
    figure = _value(found["first"], found["times"])
    direction = hedge.direction if hedge else "exact"
    low = math.nan if direction == "below" else figure
    high = math.nan if direction == "above" else figure
    return Parsed(hedge.names[0] if hedge else "", low, high)


def _value(figure, times):
    """float: a figure or a number word, times the units behind it."""
    if figure in ("a", "an"):
        value = 1
    elif figure in _SMALL:
        value = _SMALL.index(figure)
    else:
        value = float(figure.replace(",", ""))
    return float(value) * math.prod(UNITS[unit] for unit in times.split())
