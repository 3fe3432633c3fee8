"""What a number phrase says in figures, and the range that it allows under a reading."""

import math
from dataclasses import dataclass, replace

from .hedges import read
from .interval import Interval

_NEAR = 0.05  # how far a share in figures may lie from the words that round it


@dataclass(frozen=True)
class Said:
    """low, high: ends as printed, NaN where open. hedges: tuple of Hedge, none to two. about: the
    word that makes the ends soft, or blank. typed: the words of the hedges as printed. measures:
    whether the unit measures or pays, and does not count. part: whether an end is a part of one in
    words, such as a third, whose decimals nobody rounded. The rest as in Quantity.
    """

    low: float
    high: float
    ends: str = "[]"
    hedges: tuple = ()
    about: str = ""
    unit: str = ""
    words: str = ""
    measures: bool = False
    typed: str = ""
    part: bool = False


def interval_of(said, known, reading):
    """Interval of what is said, under a reading: printed, logical, usual or wide. known: tuple of
    Hedge.
    """
    low = said.low
    high = said.high
    if math.isnan(low) and math.isnan(high):
        return read(said.words if said.hedges else "", low, high, known, reading)
    pair = low != high and not math.isnan(low + high)
    if pair and not said.about:
        return Interval(low, high, ends=said.ends, basis="both ends as printed")
    if said.about and not _width_known(said):
        return Interval(None, None, "no reading", "how near, the words do not print")
    return _bounded(said, known, reading)


def in_per_cent(said, inside):
    """bool: whether a figure in per cent, in brackets, says more closely what the words before it
    say: “nearly half (45 %)”. It must fit the words, and stand within ten per cent of them.
    """
    exact = inside.unit == "%" and inside.low == inside.high and not inside.about
    of_a_whole = said.part and (not said.unit or said.unit.startswith("of "))
    return exact and of_a_whole and _near(said, inside.low / 100)


def _near(said, share):
    """bool: whether a share fits a part in words."""
    slack = 0 if said.hedges else _NEAR
    above = math.isnan(said.low) or said.low - slack <= share <= said.low + 2 * _NEAR
    below = math.isnan(said.high) or said.high - 2 * _NEAR <= share <= said.high + slack
    return above and below


def _bounded(said, known, reading):
    """Interval of one figure with its hedges, under a reading."""
    low = said.low
    high = said.high
    if not said.hedges:
        return read(said.about, low, high, known, reading)
    bound = read(said.hedges[0].names[0], low, high, known, reading)
    return _softened(bound, said, known) if said.about else bound


def _width_known(said):
    """bool: whether a soft word beside a figure has a width on file: not beside halves, quarters
    and thirds, small counts, nought, or per cents whose range would go above a hundred.
    """
    figure = said.high if math.isnan(said.low) else said.low
    halves = (figure * 4).is_integer() and (abs(figure) < 8 or not figure.is_integer())
    part = said.part or halves or round(figure, 3) != figure
    whole = said.unit == "%" and 95 < figure <= 100
    return not part and not whole


def _softened(bound, said, known):
    """Interval of "up to about 30,000": its printed end moved as the usual reading of the soft word
    has it.
    """
    end = said.high if math.isnan(said.low) else said.low
    soft = read(said.about, end, end, known, "usual")
    moved = Interval(
        math.nan if math.isnan(said.low) else soft.low,
        math.nan if math.isnan(said.high) else soft.high,
        ends=bound.ends,
    )
    basis = f"{bound.basis}; “{said.about}” makes this end soft, and how far is our reading"
    return replace(moved, soft=f"our reading: {moved}", basis=basis)
