"""A range that was read from words: it shows its unit, and whose reading its ends are."""

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
    return ReadRange(made.low, made.high, made.soft, made.basis, made.ends, unit, said.whose)
