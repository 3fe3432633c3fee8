"""A value axis whose ends, ticks and lettering people can read."""

from matplotlib.ticker import FuncFormatter, MaxNLocator

from ..reading.numerals import written
from .page import width

TICKS, LETTERS = 4, 10  # at most so many steps; size of the lettering
GAP = 0.12  # inches between two tick labels


def round_limits(ends, room=0.08):
    """(low, high): round limits that hold all ends and nought, with some room beyond the farthest.
    ends: list of float. room: share of their span.
    """
    low, high = min(0.0, *ends), max(0.0, *ends)
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
    for steps in range(TICKS, 0, -1):
        found = _locator(ends, steps).tick_values(low, high)
        ticks = [float(t) for t in found if low <= t <= high]
        widest = max(width(written(t), LETTERS) for t in ticks)
        apart = inches * (ticks[1] - ticks[0]) / (high - low) if len(ticks) > 1 else inches
        if widest + GAP <= apart:
            return ticks
    return ticks


def _locator(ends, steps):
    return MaxNLocator(steps, integer=all(float(e).is_integer() for e in ends))


def set_ticks(ax, ticks):
    """Ticks along x, each with its number as people write it."""
    ax.set_xticks(ticks)
    ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: written(value)))


def overhang(value):
    """float: inches by which the label of a tick at the end of an axis reaches beyond it."""
    return width(written(value), LETTERS) / 2
