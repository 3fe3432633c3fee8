"""What the ends of a mark are called: numbers, days, open ends."""

import math

import pandas as pd

from ..reading.days import day
from ..reading.numerals import written


def told(value, unit=""):
    """str: a number, or the day that a number of days since 1970 stands for (with its hour, where
    it is not midnight).
    """
    if unit != "day":
        return written(value)
    when = pd.Timestamp(value, unit="D")
    return day(when) + (f", {when:%H:%M}" if value % 1 else "")


def ends(low, high, unit=""):
    """str: both ends in words, with the unit; an end that is not printed is called open."""
    no_low = math.isnan(low)
    no_high = math.isnan(high)
    if no_low and no_high:
        said = "no figure"
    elif no_high:
        said = f"{told(low, unit)} and above, upper end open"
    elif no_low:
        said = f"{told(high, unit)} and below, lower end open"
    else:
        said = told(low, unit) + ("" if low == high else f" to {told(high, unit)}")
    return f"{said} ({unit})" if unit not in ("", "day") else said
