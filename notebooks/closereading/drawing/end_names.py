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


def ends(low, high, unit="", belong="[]"):
    """str: both ends in words, with the unit; an end that is not printed is called open. belong:
    whether the ends belong to the range, as those of Interval.
    """
    no_low = math.isnan(low)
    no_high = math.isnan(high)
    over = "over " * (belong[0] == "(")
    under = "under " * (belong[1] == ")")
    if no_low and no_high:
        said = "no figure"
    elif no_high:
        said = f"{over or 'at least '}{told(low, unit)}, upper end open"
    elif no_low:
        said = f"{under or 'up to '}{told(high, unit)}, lower end open"
    elif low == high:
        said = told(low, unit)
    else:
        said = f"{over}{told(low, unit)} to {under}{told(high, unit)}"
    return f"{said} ({unit})" if unit not in ("", "day") else said
