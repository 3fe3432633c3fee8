"""A range that was read from words: it shows its unit, and whose reading its ends are."""

import math
from dataclasses import dataclass

from .interval import Interval

_IN_WORDS = {"%": "per cent"}


@dataclass(frozen=True, eq=False, repr=False)
class ReadRange(Interval):
    """An Interval of a number phrase, told as "over 40 per cent", or as "150 to 250 miles (our
    reading; the words print only 200)". unit: as it is told, blank where the phrase has none.
    whose: blank where the words print all ends, else whose reading they are.
    """

    unit: str = ""
    whose: str = ""

    def __str__(self):
        ends = super().__str__()
        unit = "" if ends == "anything" else _IN_WORDS.get(self.unit, self.unit)
        whose = f"({self.whose})" if self.whose else ""
        return " ".join(filter(None, [ends, unit, whose]))

    __repr__ = __str__


def read_range(said, one):
    """ReadRange of a Quantity. one: function of a unit's name that gives it for a single thing."""
    made = said.interval
    unit = one(said.unit) if made.low == made.high == 1 else said.unit
    return ReadRange(made.low, made.high, made.soft, made.basis, made.ends, unit, _whose(said))


def _whose(said):
    """str: whose the ends of a Quantity are, and what is printed; blank where all of them are."""
    if not said.interval.soft:
        return ""
    figures = _figures(said.printed)
    if math.isnan(said.interval.low) and math.isnan(said.interval.high):
        if figures:
            return f"near {figures}, and how near is not on file"
        return f"the words print no end, and we keep no reading of “{said.words}”"
    reading = "" if said.reading == "printed" else f"{said.reading} "
    only = f"only {figures}" if figures else "no figure"
    return f"our {reading}reading; the words print {only}"


def _figures(printed):
    """str: the printed ends of a range; blank where there are none."""
    ends = [end for end in (printed.low, printed.high) if not math.isnan(end)]
    return " to ".join(dict.fromkeys(str(Interval(end, end)) for end in ends))
