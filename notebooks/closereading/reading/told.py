"""A range that was read from words: it shows its unit, and whose reading its ends are."""

import math
import re
from dataclasses import dataclass

from .interval import Interval

_NEAR = {"near": "close to it", "far": "far from it"}


@dataclass(frozen=True, eq=False, repr=False)
class ReadRange(Interval):
    """An Interval of a number phrase, told as "over 40 per cent", or as "150 to 250 miles (our
    reading; the words print only 200)". unit: as it is told, blank where the phrase has none.
    beside: what stands beside the number and leaves it as it is ("in prison"). whose: blank where
    the words print all ends and no more, else whose reading they are, or what more they say.
    """

    unit: str = ""
    beside: str = ""
    whose: str = ""

    def __str__(self):
        ends = super().__str__()
        unit = "" if self.is_open else self._unit()
        notes = "; ".join(filter(None, [self.beside, self.whose]))
        return " ".join(filter(None, [ends, unit, notes and f"({notes})"]))

    def _unit(self):
        """str: the unit in words."""
        return re.sub("^%", "per cent", self.unit)

    __repr__ = __str__


def read_range(said, one):
    """ReadRange of a Quantity. one: function of a unit's name that gives it for a single thing."""
    made = said.interval
    unit = one(said.unit) if made.low == made.high == 1 else said.unit
    told = made.soft, made.basis, made.ends, unit, said.beside, _whose(said)
    return ReadRange(made.low, made.high, *told)


def _whose(said):
    """str: whose the ends of a Quantity are, and what is printed; blank where all of them are."""
    if not said.interval.soft:
        return f"{_NEAR[said.near]}: “{said.hedge}”" if said.near else ""
    figures = _figures(said.printed)
    if said.interval.is_open:
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
