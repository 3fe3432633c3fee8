"""Number phrases, as a report prints them or a learner types them: split into hedge and ends."""

import math
import re

from .hedges import UNITS, read
from .interval import Interval
from .text import Problem

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty".split()
)
_TIMES = rf"(?:{'|'.join(UNITS)})"
_FIGURE = rf"(\d[\d,]*(?:\.\d+)?|\b(?:{'|'.join(_SMALL)})\b|\ban?(?= {_TIMES}))((?: {_TIMES})*)"
_FEW = re.compile(rf"\s*a few(?:,? {_TIMES})*\b")
_UNSAFE = re.compile(
    rf"\d|^\s*([+%]|k\b|or\b|at most|at least|-|(?:in|of) \b(?:{'|'.join(_SMALL)})\b)"
)


def parse_words(words, known, reading="printed"):
    """Interval of a phrase: "at least 14", "8,000 to 14,000", "only a few thousand", "nearly 6,000
    miles", "six". known: tuple of Hedge. Raises Problem where the words are unknown: it names them
    and lists what is known.
    """
    hedge, low, high, ends = _parsed(words, known)
    if ends:
        return Interval(low, high, ends=ends, basis="both ends as printed")
    return read(hedge, low, high, known, reading)


def printed(words, known):
    """(hedge, low, high) of a phrase, for the columns of numbers.csv: NaN where no end is printed.
    Raises Problem as parse_words does.
    """
    return _parsed(words, known)[:3]


def _parsed(words, known):
    """(hedge, low, high, ends) of a phrase; ends blank where the hedge says which belong."""
    if not isinstance(words, str):
        raise Problem(
            f'This is {words!r}; words in quotation marks are wanted, such as "at least 14".'
        )
    text = re.sub(r"\b(only|just|merely|between)\b", " ", words.lower())
    if few := _FEW.match(text):
        return few[0].strip(), math.nan, math.nan, ""
    by_name = {
        name: hedge
        for hedge in known
        for name in (hedge.names if hedge.rules and hedge.direction != "exact" else ())
    }
    names = "|".join(map(re.escape, sorted(by_name, key=len, reverse=True)))
    found = re.match(
        rf"\s*({names})?\s*{_FIGURE}(?: ?(?:to|and|or|–|(?<=\d)-) ?(under )?{_FIGURE})?(?!\d)", text
    )
    if not found or _UNSAFE.search(text[found.end() :]) or re.search(r"\d\.\d{3}\b", text):
        raise Problem(
            f"“{words[:60]}” cannot be read safely here. Known are numbers (14, 8,000, six), two of"
            " them with “to” between, “a few” dozen, hundred or thousand, and, before a number:"
            f" {', '.join(by_name)}."
        )
    name, first, first_times, under, second, second_times = found.groups()
    hedge = by_name.get(name)
    low = _value(first, first_times or (second_times if second else ""))
    if not second:
        return _split(hedge, low)
    above = hedge is not None and hedge.rules["logical"][2][0] == "("
    ends = ("(" if above else "[") + (")" if under else "]")
    return name or "", low, _value(second, second_times), ends


def _split(hedge, figure):
    """(hedge, low, high, ends) of one figure: the direction of the hedge says which end it is."""
    name = hedge.names[0] if hedge else ""
    direction = hedge.direction if hedge else "exact"
    low = math.nan if direction == "below" else figure
    high = math.nan if direction == "above" else figure
    return name, low, high, ""


def _value(figure, times):
    """float: a figure or a number word, times the units behind it."""
    if figure in ("a", "an"):
        value = 1
    elif figure in _SMALL:
        value = _SMALL.index(figure)
    else:
        value = float(figure.replace(",", ""))
    return float(value) * math.prod(UNITS[unit] for unit in times.split())
