"""A value axis whose ends, ticks and lettering people can read."""

import pandas as pd
from matplotlib.dates import AutoDateFormatter
from matplotlib.ticker import AutoLocator, FuncFormatter, MaxNLocator, ScalarFormatter

from ..reading.days import day
from ..reading.numerals import written
from .page import width

# at most so many steps; size of the lettering
TICKS = 4
LETTERS = 10
GAP = 0.12  # inches between two tick labels


def round_limits(ends, room=0.08):
    """(low, high): round limits that hold all ends and nought, with some room beyond the farthest.
    ends: list of float. room: share of their span.
    """
    low = min(0.0, *ends)
    high = max(0.0, *ends)
    free = (high - low or 1) * room
    first = low - free if low < 0 else low
    last = high + free if high > 0 or low == 0 else high
    ticks = _locator(ends, TICKS).tick_values(first, last)
    return float(ticks[0]), float(ticks[-1])


def ticks_that_fit(ends, limits, inches):
    """list of float: round ticks within the limits whose labels do not touch on an axis of that
    length. Where all ends are whole numbers, so are the ticks: nobody counts half a person.
    """
    low, high = limits
    found = _locator(ends, TICKS).tick_values(low, high)
    every = [float(t) for t in found if low <= t <= high]
    for step in range(1, len(every)):
        ticks = every[::step]
        apart = inches * (ticks[1] - ticks[0]) / (high - low) if len(ticks) > 1 else inches
        if max(width(written(t), LETTERS) for t in ticks) + GAP <= apart:
            return ticks
    return every[:1]


def _locator(ends, steps):
    return MaxNLocator(steps, integer=all(float(e).is_integer() for e in ends))


def set_ticks(ax, ticks):
    """Ticks along x, each with its number as people write it."""
    ax.set_xticks(ticks)
    ax.xaxis.set_major_formatter(as_written())


def as_written():
    """Formatter of ticks: numbers as people write them."""
    return FuncFormatter(lambda value, _: written(value))


def tell_plainly(side, ends):
    """The axis of a learner's own drawing tells its numbers and days as people write them, where
    they are matplotlib's own; and whole numbers, where all ends are whole. side: ax.xaxis or
    ax.yaxis.
    """
    if isinstance(side.get_major_formatter(), AutoDateFormatter):
        side.set_major_formatter(FuncFormatter(_as_a_day))
        return
    if not isinstance(side.get_major_formatter(), ScalarFormatter):
        return
    side.set_major_formatter(as_written())
    if isinstance(side.get_major_locator(), AutoLocator) and ends:
        whole = all(float(e).is_integer() for e in ends)
        side.set_major_locator(MaxNLocator(nbins="auto", steps=[1, 2, 2.5, 5, 10], integer=whole))


def _as_a_day(value, _):
    """str: a day that matplotlib counts since 1970, without the year, which the labels tell."""
    return day(pd.Timestamp(value, unit="D"), year=False)


def overhang(value):
    """float: inches by which the label of a tick at the end of an axis reaches beyond it."""
    return width(written(value), LETTERS) / 2
