"""Whether one figure may be another, rounded: “22 million” beside “21.8 million”."""

import math

from .hedges import last_place

NEAR = 0.05  # rounded figures lie nearer than that, as a share of them; others are two figures
COUNTED = 1_000  # whole numbers below are counted one by one, and nobody rounds them


def may_be_rounded(one, other):
    """bool: whether one of two ranges is a single figure that the other, rounded to its last digit,
    could be printed as. one, other: Interval, with both ends.
    """
    ends = (one.low, one.high, other.low, other.high)
    if any(math.isnan(end) for end in ends):
        return False
    return _rounds_to(one, other) or _rounds_to(other, one)


def _rounds_to(coarse, fine):
    """bool: whether a range, rounded to the last digit of a single figure, may be that figure."""
    figure = coarse.low
    if figure != coarse.high or _counted(figure, fine.low, fine.high):
        return False
    gap = max(fine.low - figure, figure - fine.high, 0)
    return gap <= last_place(figure) / 2 and gap < NEAR * abs(figure)


def _counted(*figures):
    """bool: whether figures are whole numbers so small that they were counted."""
    return all(abs(figure) < COUNTED and figure == int(figure) for figure in figures)
