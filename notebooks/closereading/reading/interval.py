"""A range of numbers with ends that may be open or excluded, and the arithmetic that keeps them."""

import math
import operator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from numbers import Real

from .text import Problem

_ENDS = ("[]", "[)", "(]", "()")


@dataclass(frozen=True, eq=False, repr=False)
class Interval:
    """A range of numbers, from one end to the other, in any unit.

    low, high: the two ends, as float; NaN where an end is open, which None and infinities also
    stand for. soft: blank where the ends are printed; else the words come without ends, and this
    says whose reading they are. basis: how we read it, as a sentence fragment. ends: "[" or "(",
    then "]" or ")": whether a printed end belongs to the range ("at least 14") or not ("over
    100,000").

    Sums, differences, products and quotients hold every result of a member of one and a member of
    the other (Moore 1966), and keep open and excluded ends. A finite number stands for itself, on
    either side of the sign. Two ranges are equal where all five fields are, two open ends among
    them. Raises Problem for ends that are no numbers or in the wrong order, for arithmetic with
    what is neither a range nor a number, and for a division by a range that holds nought.
    """

    low: float
    high: float
    soft: str = ""
    basis: str = "as printed"
    ends: str = "[]"

    def __post_init__(self):
        for name in ("low", "high"):
            object.__setattr__(self, name, _as_end(getattr(self, name)))
        single = self.low == self.high
        if self.low > self.high or self.ends not in _ENDS or (single and self.ends != "[]"):
            raise Problem(
                f"A range from {figure(self.low)} to {figure(self.high)}, with the ends"
                f" {self.ends!r}: low comes first, one number has the ends [], and others are"
                " [) (] ()."
            )

    @property
    def is_open(self):
        """bool: whether both ends are open, so that every number lies in the range."""
        return math.isnan(self.low) and math.isnan(self.high)

    @property
    def middle(self):
        """float: the midpoint of two printed ends. Raises Problem where an end is open: a bound has
        none.
        """
        if math.isnan(self.low) or math.isnan(self.high):
            raise Problem(
                f"“{self}” has an open end, so it has no middle. Draw what is printed: one end, and"
                " an arrow."
            )
        return (self.low + self.high) / 2

    def __contains__(self, x):
        """Whether a number lies in the range. NaN, infinities and what is no number lie in none."""
        if not isinstance(x, Real) or not math.isfinite(x):
            return False
        above = math.isnan(self.low) or x > self.low or (x == self.low and self.ends[0] == "[")
        below = math.isnan(self.high) or x < self.high or (x == self.high and self.ends[1] == "]")
        return above and below

    def meets(self, other):
        """bool: whether the range has a number in common with another, or with a single number."""
        other = _interval(other)
        low, in_low = max(self._end(0), other._end(0), key=_later)
        high, in_high = min(self._end(1), other._end(1))
        return low < high or (low == high and in_low and in_high)

    def within(self, other):
        """bool: whether every number of the range lies in another."""
        ends = [(self._end(side), other._end(side)) for side in (0, 1)]
        (low, their_low), (high, their_high) = ends
        above = low[0] > their_low[0] or (low[0] == their_low[0] and low[1] <= their_low[1])
        below = high[0] < their_high[0] or (high[0] == their_high[0] and high[1] <= their_high[1])
        return above and below

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Interval) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __str__(self):
        low, high = self._shown()
        if self.is_open:
            return "anything"
        if math.isnan(self.high):
            return ("at least " if self.ends[0] == "[" else "over ") + low
        if math.isnan(self.low):
            return ("up to " if self.ends[1] == "]" else "under ") + high
        if self.low == self.high:
            return low
        return self._both_ends(low, high)

    def _shown(self):
        """(str, str): the two ends as they are printed."""
        return figure(self.low), figure(self.high)

    def _both_ends(self, low, high):
        """str: two different ends, as a reader could not take them for others."""
        over = self.ends[0] == "("
        under = self.ends[1] == ")"
        if self.ends == "(]" or elided(self.low, self.high):
            bounds = ("over" if over else "at least"), ("under" if under else "up to")
            return f"{bounds[0]} {low} but {bounds[1]} {high}"
        return f"{'over ' if over else ''}{low} to {'under ' if under else ''}{high}"

    def __repr__(self):
        return f"{self} ({self.soft})" if self.soft else str(self)

    def __neg__(self):
        flipped = {"[": "]", "(": ")", "]": "[", ")": "("}
        ends = flipped[self.ends[1]] + flipped[self.ends[0]]
        return Interval(-self.high, -self.low, self.soft, f"computed: −({self})", ends)

    def __pos__(self):
        return self

    def __add__(self, other):
        return self._with(other, "+")

    def __sub__(self, other):
        return self._with(other, "−")

    def __rsub__(self, other):
        return _interval(other) - self

    def __mul__(self, other):
        return self._with(other, "×")

    def __truediv__(self, other):
        return self._with(other, "÷")

    def __rtruediv__(self, other):
        return _interval(other) / self

    __radd__ = __add__
    __rmul__ = __mul__

    def _key(self):
        """The fields as texts and numbers that are equal where they mean the same: NaN as None."""
        ends = [None if math.isnan(end) else end for end in (self.low, self.high)]
        return (*ends, self.soft, self.basis, self.ends)

    def _end(self, side):
        """(value, whether it belongs to the range) of one end; an open end lies at infinity."""
        value = (self.low, self.high)[side]
        if math.isnan(value):
            return (-math.inf, math.inf)[side], False
        return value, self.ends[side] in "[]"

    def _with(self, other, sign):
        """The Interval of all results of this range and another under one of + − × ÷."""
        other = _interval(other)
        how = _divisor(other) if sign == "÷" else _HOW[sign]
        corners = product((self._end(0), self._end(1)), (other._end(0), other._end(1)))
        results = [(how(a, b), in_a and in_b) for (a, in_a), (b, in_b) in corners]
        if sign in "×÷" and (0 in self or 0 in other):
            results.append((0.0, True))  # a nought makes the product nought, whatever the other is
        ends = "(["[_belongs(min, results)] + ")]"[_belongs(max, results)]
        basis = f"computed: ({Interval.__str__(self)}) {sign} ({Interval.__str__(other)})"
        soft = self.soft or other.soft
        return Interval(_outermost(min, results), _outermost(max, results), soft, basis, ends)


def elided(low, high):
    """bool: whether the lower of two ends, as printed, may be short for so many thousands or
    hundreds: “8 to 14,000”, “2 or 300”.
    """
    if not (0 < low < 1000 and low == int(low) and high < 10**6):
        return False
    return low * 1000 < high or (low < 10 and low * 100 < high < 1000 and high % 100 == 0)


def _as_end(value):
    """float: an end as it is kept: NaN for None, NaN and infinities, and no minus before nought."""
    if value is None:
        return math.nan
    try:
        value = float(value)
    except (TypeError, ValueError):
        raise Problem(
            f"An end of a range is {value!r}; a number is wanted, or None where it is open."
        ) from None
    return value + 0.0 if math.isfinite(value) else math.nan


def _interval(value):
    """Interval: itself, or the one that holds a number only."""
    if isinstance(value, Interval):
        return value
    if not isinstance(value, Real):
        raise Problem(f"Found {value!r} beside a range; a number or another range is wanted.")
    if math.isnan(value):
        raise Problem("Found “not a number” (nan) beside a range; a number is wanted.")
    return Interval(value, value)


def figure(value):
    """str: an end as people write it: 1,234,567, or 0.13."""
    whole = math.isfinite(value) and value.is_integer() and abs(value) < 1e15
    return f"{value:,.0f}" if whole else format(Decimal(f"{value:.12g}"), ",f")


def _later(end):
    """Key that puts the lower end that takes away more last: the higher, then the excluded one."""
    value, belongs = end
    return value, not belongs


def _outermost(which, results):
    """float: the least or the greatest of some (value, belongs). which: min or max."""
    return which(value for value, _ in results if not math.isnan(value))


def _belongs(which, results):
    """bool: whether the least or the greatest of some (value, belongs) belongs to the range."""
    end = _outermost(which, results)
    return any(belongs for value, belongs in results if value == end)


def _product(a, b):
    return 0.0 if 0 in (a, b) else a * b


def _divisor(other):
    """Function of (dividend, divisor) for the ends of one range as divisor. Raises Problem where
    the range holds nought.
    """
    low = other._end(0)[0]
    high = other._end(1)[0]
    if 0 in other or low < 0 < high:
        raise Problem(f"“{other}” holds nought, and nothing can be divided by nought.")
    side = 1 if high > 0 else -1

    def ratio(a, b):
        if b == 0:
            return 0.0 if a == 0 else math.copysign(math.inf, a) * side
        # of two open ends the others tell all
        return math.nan if math.isinf(a) and math.isinf(b) else a / b

    return ratio


_HOW = {"+": operator.add, "−": operator.sub, "×": _product}
