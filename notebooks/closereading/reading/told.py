"""A range that was read from words: it shows its unit, and whose reading its ends are."""

import math
import re
from dataclasses import dataclass
from fractions import Fraction

from .interval import Interval, figure
from .numerals import agreeing
from .text import Problem
from .vocabulary import VULGAR

_NEAR = {"near": "close to it", "far": "far from it"}
_SIGNS = {value: sign for sign, value in VULGAR.items()}
_NO_END = "no printed end"
_FEET = ("feet", "foot")


@dataclass(frozen=True, eq=False, repr=False)
class ReadRange(Interval):
    """An Interval of a number phrase, told as "over 40 per cent", or as "150 to 250 miles (our
    reading; the words print only 200)". unit: as it is told, blank where the phrase has none.
    beside: what stands beside the number and leaves it as it is ("in prison"). whose: blank where
    the words print all ends and no more, else whose reading they are, or what more they say. about:
    the printed figure, where the words say that the number is near it, and no reading is added.
    measure: the unit, where it is one of length, time or money; men and miles make no sum.
    """

    unit: str = ""
    beside: str = ""
    whose: str = ""
    about: str = ""
    measure: str = ""

    def __str__(self):
        ends = (self.about or _NO_END) if self.is_open else super().__str__()
        nothing = self.is_open and not self.about
        unit = "" if nothing or _in_inches(self) else self._unit()
        notes = "; ".join(filter(None, [self.beside, self.whose]))
        return " ".join(filter(None, [ends, unit, notes and f"({notes})"]))

    def _unit(self):
        """str: the unit in words."""
        return re.sub("^%", "per cent", self.unit)

    def _shown(self):
        """(str, str): the two ends, with feet and inches where the unit asks for them."""
        how = _feet if _in_inches(self) else _figure
        return how(self.low), how(self.high)

    __repr__ = __str__

    def _with(self, other, sign):
        """As Interval has it. Raises Problem for a sum of miles and men."""
        both = isinstance(other, ReadRange) and self.unit and other.unit
        if sign in "+−" and both and self.measure != other.measure:
            raise Problem(
                f"“{self}” and “{other}” have different units. Only numbers of the same thing can"
                " be added, or taken one from the other."
            )
        return super()._with(other, sign)


def read_range(said, one, measure=""):
    """ReadRange of a Quantity. one: function of a unit's name that gives it for a single thing.
    measure: its unit, where it is one of length, time or money.
    """
    made = said.interval
    ends = {end for end in (made.low, made.high) if not math.isnan(end)} or {said.printed.low}
    unit = one(said.unit) if ends == {1} else said.unit
    told = made.soft, made.basis, made.ends, unit, said.beside, _whose(said)
    return ReadRange(made.low, made.high, *told, _about(said), measure)


def _about(said):
    """str: “about ⅓”, where no reading is added; blank elsewhere."""
    ends = [end for end in (said.printed.low, said.printed.high) if not math.isnan(end)]
    if said.interval.soft != "no reading" or not ends:
        return ""
    return "about " + " to ".join(dict.fromkeys(map(_fraction, ends)))


def _whose(said):
    """str: whose the ends of a Quantity are, and what is printed; blank where all of them are."""
    if not said.interval.soft:
        return f"{_NEAR[said.near]}: “{said.typed}”" if said.near else ""
    figures = _figures(said.printed)
    if said.interval.is_open:
        if figures:
            return "how near, the words do not print"
        return f"“{said.words}” prints no figure, and we add no reading"
    reading = "" if said.reading == "printed" else f"{said.reading} "
    only = f"only {figures}" if figures else "no figure"
    return f"our {reading}reading; the words print {only}"


def _figures(printed):
    """str: the printed ends of a range; blank where there are none."""
    ends = [end for end in (printed.low, printed.high) if not math.isnan(end)]
    return " to ".join(dict.fromkeys(map(_figure, ends)))


def _figure(value):
    """str: an end as people write it: 1,234, 0.25, and ⅓ where decimals have no end."""
    return figure(value) if math.isnan(value) or round(value, 6) == value else _fraction(value)


def _fraction(value):
    """str: a number with a part of one as a fraction, where it is one: 2½."""
    if value.is_integer():
        return figure(value)
    part = Fraction(value).limit_denominator(100)
    if abs(value - part) > 1e-12 * abs(value) or part < 0:
        return figure(value)
    whole, rest = divmod(part, 1)
    sign = _SIGNS.get(rest)
    if sign:
        return f"{whole:,}{sign}" if whole else sign
    return figure(value) if whole else f"{rest.numerator}/{rest.denominator}"


def _in_inches(made):
    """bool: whether the ends of a range in feet are told in feet and inches."""
    ends = [end for end in (made.low, made.high) if not math.isnan(end)]
    if made.unit not in _FEET or all(map(float.is_integer, ends)):
        return False
    return all(end >= 1 and round(end * 12, 9).is_integer() for end in ends)


def _feet(value):
    """str: 6 feet 4 inches."""
    if math.isnan(value):
        return ""
    feet, inches = divmod(round(value * 12), 12)
    parts = [(feet, "foot", "feet"), (inches, "inch", "inches")]
    return " ".join(f"{n:,} {agreeing(n, one, many)}" for n, one, many in parts if n)
