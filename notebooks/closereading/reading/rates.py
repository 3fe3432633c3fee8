"""What a number of quantity.lark is counted for or out of: a day, per 1,000 births, one in five."""

import re
from dataclasses import replace
from typing import NamedTuple

from lark import v_args

from .doubts import year_like
from .figures import Numbers, amount

_RATIOS = {"chances", "risks"}
_WHOLE_RATES = set("share head person barrel night month week day hour".split())
# a rate as one word, before what it is paid for: a $4-a-share offer
_JOINED_RATE = re.compile(r"-(?:an?|per)-(\w+)\s+\w", re.IGNORECASE)


class Nouns(NamedTuple):
    """What is counted or measured. name: as it is told; unit: Unit of its last word; lone: whether
    that word stands for one thing ("vote"), and is no part of a word with a hyphen ("16-goal").
    """

    name: str
    unit: object
    lone: bool = False


def as_printed(nouns):
    """str: the cake, where one thing is shared, and no cakes."""
    if not nouns.lone:
        return nouns.name
    return nouns.name.removesuffix(nouns.unit.name) + nouns.unit.one


def _of_one(nouns):
    """str: what is counted or measured, as it is told of one: working day."""
    return nouns.name.removesuffix(nouns.unit.name) + nouns.unit.one


def _many(many, whole):
    """str: of how many a rate is told: 1,000 births."""
    return f"{float(many.value):,.12g} {whole.name if whole else ''}".rstrip()


@v_args(inline=True)
class Rates(Numbers):
    """One method for each rule of the grammar that makes a rate or a share."""

    def rate(self, _, nouns):
        """“a day”, “per hour”."""
        self._check_rate(nouns)
        return nouns

    def _check_rate(self, nouns):
        """Raises Problem for “$4-a-share offer”, which is $4 a share, and nothing per offer; and
        for “$4 a share closing” price.
        """
        joined = _JOINED_RATE.search(self.text)
        if joined and " " in nouns.name:
            self.no(f"the rate ends with “{joined[1]}”: leave out what stands behind it")
        first, *more = nouns.name.split()
        if more and (nouns.name.endswith("ing") or first in _WHOLE_RATES):
            self.no(f"“{more[-1]}” does not belong to the rate: leave it out")

    def unit_rate(self, nouns, rate):
        """“miles an hour”."""
        return Nouns(f"{nouns.name} per {_of_one(rate)}", nouns.unit, nouns.lone)

    def unit_per_many(self, nouns, _, many, whole=None):
        """“deaths per 1,000 births”, “people in every thousand”."""
        return Nouns(f"{nouns.name} per {_many(many, whole)}", nouns.unit, nouns.lone)

    def with_rate(self, number, _, nouns):
        """“$5 a barrel”, “5 per day”."""
        self._check_rate(nouns)
        unit = f"{number.unit} per {_of_one(nouns)}".strip()
        return replace(number, unit=unit, measures=True)

    def paid_per_many(self, number, per, many, whole=None):
        """“$40 per 1,000 litres”; but “$40 in 2004” tells when."""
        if per.word.casefold() == "in":
            self.no("“in” behind a sum is no rate: leave out what follows")
        return replace(number, unit=f"{number.unit} per {_many(many, whole)}", measures=True)

    def many_scale(self, scale):
        """“thousand”, of “per thousand”."""
        return self.one_scale(None, scale)

    def many_scales(self, hundred, scale):
        """“hundred thousand”."""
        return self.scaled(self.one_scale(None, hundred), scale)

    def count_of(self, part, of, whole, nouns=None):
        """“12 of the 47 passengers”: twelve of them."""
        self._part_of_whole(part, whole)
        name = f"{int(whole.value):,} {nouns.name if nouns else ''}".strip()
        return replace(part, unit=f"{of} {name}", measures=True)

    def ratio(self, part, _, whole, nouns=None):
        """“one in five voters”: a fifth of them."""
        self._part_of_whole(part, whole)
        if nouns and nouns.unit.measures:
            self.no("it holds two quantities: read them one by one")
        if year_like(whole):
            self.no(f"“{whole.value}” may be a year")
        share = amount(part.value / whole.value, "ratio")
        counted = nouns and nouns.name not in _RATIOS
        return replace(share, unit=f"of {nouns.name}" if counted else "", measures=True)

    def _part_of_whole(self, part, whole):
        """Raises Problem where two numbers are no part and its whole."""
        counts = part.value.denominator == whole.value.denominator == 1
        if not counts or not 0 < part.value <= whole.value or whole.value == 1:
            self.no("its first number is no part of its second")

    def twice(self, _):
        """“twice”."""
        return replace(amount(2), unit="times", measures=True)

    def twice_rate(self, token, nouns):
        """“twice a week”."""
        return replace(self.twice(token), unit=f"times per {nouns.unit.one}")
