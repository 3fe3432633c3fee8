"""A number of the claim bench told in another unit: more than two hours as over 120 minutes."""

import math
from fractions import Fraction

from ..reading.numerals import digits
from ..reading.text import Problem
from .bench_ends import ends_of


def told_in(row, factor):
    """dict of the two ends of a row's number in another unit, as one would type them, of which
    there are `factor` to one of its own; empty where that cannot be written exactly. factor:
    Fraction, or None.
    """
    try:
        hedge, *ends = ends_of(row)
    except Problem:
        return {}
    if factor is None or ";" in hedge:
        return {}
    told = [_told(hedge, end, factor) for end in ends]
    return dict(zip(("low", "high"), told, strict=True)) if None not in told and any(told) else {}


def _told(hedge, end, factor):
    """str: one end; blank where it is open, None where it has more than six decimals."""
    if math.isnan(end):
        return ""
    exact = Fraction(str(end)) * factor
    rounded = round(exact, 6)
    return f"{hedge} {digits(float(rounded))}".strip() if rounded == exact else None
